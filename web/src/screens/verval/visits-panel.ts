// The names behind a figure of Verval or of minutes, in the side panel; the address says which figure.

import type { App } from '../../app';
import { DataGrid, type GridColumn } from '../../components/data-grid';
import { SidePanel } from '../../components/side-panel';
import type { FieldRow, Scope, VisitTally } from '../../engine/fieldwork-protocol';
import { date, errorSentence, fill, number, t, term } from '../../i18n';
import { display } from '../../i18n/display';
import { el } from '../../lib/dom';
import { withParams } from '../../state/route';
import { isDone, villageName } from './board';
import { openVisits, parseVisitDoor, type VisitDoor } from './visit-doors';

interface VillageLine extends Pick<VisitTally, 'rows' | 'answered'> {
  key: string;
  village: string;
  district: string;
  late: boolean;
}

type Rows<Row> = (from: number, to: number) => Promise<readonly Row[]>;

/** The panel of a screen, to be put beside its content. It gives way to the one that shows a person or names of the one list. */
export function visitsPanel(app: App, signal: AbortSignal): SidePanel {
  const panel = new SidePanel();
  panel.hidden = true;
  panel.dataset.testid = 'rows-panel';
  let life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  const draw = (): void => {
    life.abort();
    life = new AbortController();
    void show(app, panel, life.signal);
  };
  app.store.select(
    ({ route: { params } }) => `${params.visits ?? ''} ${params.names ?? ''} ${params.person ?? ''}`,
    () => {
      const { route } = app.store.state;
      if ((route.params.names ?? '') !== '' && (route.params.visits ?? '') !== '') {
        app.actions.go(withParams(route, { visits: '' }), true); // another number was opened: this one does not come back
      } else {
        draw();
      }
    },
    signal,
  );
  app.fieldwork.store.select((s) => s.batches, draw, signal);
  app.fieldwork.store.select((s) => s.intake, draw, signal);
  return panel;
}

async function show(app: App, panel: SidePanel, signal: AbortSignal): Promise<void> {
  const { visits = '', names = '', person = '' } = app.store.state.route.params;
  const door = names === '' && person === '' ? parseVisitDoor(visits) : undefined;
  if (!door) {
    panel.close();
    return;
  }
  const close = (): void => app.actions.go(withParams(app.store.state.route, { visits: '' }));
  try {
    if (door.show === 'villages' || door.show === 'planned_villages') {
      const lines = await (door.show === 'villages' ? villagesOf(app, door) : plannedIn(app, door.scope));
      open(app, panel, door, lines.length, close, signal, (grid, common) =>
        grid.show<VillageLine>({
          ...common,
          columns: villageColumns(door.show === 'villages'),
          rows: async (from, to) => lines.slice(from, to),
          open: ({ key: village }) =>
            openVisits(
              app,
              door.show === 'villages'
                ? { show: 'rows', ...ofBatch(door), village }
                : { show: 'planned', scope: door.scope, village },
            ),
        }),
      );
    } else {
      const { total, rows } = await rowsOf(app, door);
      open(app, panel, door, total, close, signal, (grid, common) =>
        grid.show<FieldRow>({
          ...common,
          columns: rowColumns(app, door),
          rows,
          open: ({ person: who }) => {
            if (who !== undefined) {
              app.actions.go(withParams(app.store.state.route, { person: String(who) }));
            }
          },
        }),
      );
    }
  } catch (error) {
    if (!signal.aborted) {
      panel.open(t().verval.title, t().frame.close, [el('p', { class: 'bad' }, errorSentence(error).what)], close);
    }
  }
}

interface Common {
  total: number;
  maxRows: number;
  labels: { table: string; empty: string; failed: string; up: string; down: string };
}

function open(
  app: App,
  panel: SidePanel,
  door: VisitDoor,
  total: number,
  close: () => void,
  signal: AbortSignal,
  fillGrid: (grid: DataGrid, common: Common) => void,
): void {
  if (signal.aborted) {
    return;
  }
  const { verval: words, grid: gridWords, frame } = t();
  const said = titleOf(app, door);
  const title = said.charAt(0).toUpperCase() + said.slice(1);
  const grid = new DataGrid();
  grid.id = 'visits-grid';
  const counted = door.show.endsWith('villages')
    ? words.foundVillages
    : door.show === 'planned'
      ? words.foundPersons
      : words.foundRows;
  panel.classList.add('wide');
  panel.open(
    title,
    frame.close,
    [
      el(
        'p',
        { class: 'muted', 'data-testid': 'panel-total', 'data-value': total, 'data-door': JSON.stringify(door) },
        fill(counted, { n: number(total) }),
      ),
      grid,
    ],
    close,
  );
  fillGrid(grid, {
    total,
    maxRows: 16,
    labels: {
      table: `${title}. ${gridWords.rowsLabel}`,
      empty: gridWords.empty,
      failed: gridWords.failed,
      up: gridWords.sortedUp,
      down: gridWords.sortedDown,
    },
  });
}

async function rowsOf(
  app: App,
  door: Exclude<VisitDoor, { show: 'villages' | 'planned_villages' }>,
): Promise<{ total: number; rows: Rows<FieldRow> }> {
  const { show: which, ...asked } = door;
  const page = (from: number, to: number): Promise<{ rows: FieldRow[]; total: number }> =>
    door.show === 'planned'
      ? app.engine.call('fieldwork.planned', {
          scope: door.scope,
          ...(door.village !== undefined && { village: door.village }),
          from,
          to,
        })
      : which === 'rows'
        ? app.engine.call('fieldwork.rows', { ...(asked as object), from, to })
        : app.engine.call('returns.rows', { what: 'remark', ...(asked as object), from, to });
  const { total } = await page(0, 0);
  return { total, rows: async (from, to) => (await page(from, to)).rows };
}

async function villagesOf(app: App, door: VisitDoor & { show: 'villages' }): Promise<VillageLine[]> {
  const batch = app.fieldwork.store.state.batches.find(({ number: n }) => n === door.batch);
  const all: VillageLine[] =
    door.batch === undefined
      ? ((await app.engine.call('figures', {})).fieldwork?.by_village ?? []).map((village) => ({
          ...village,
          key: village.code,
          late: false,
        }))
      : (batch?.villages ?? []);
  return all.filter(
    (village) =>
      (door.district === undefined || village.district === door.district) &&
      (door.state !== 'done' || isDone(village)) &&
      (door.state !== 'open' || !isDone(village)) &&
      (door.state !== 'late' || village.late),
  );
}

async function plannedIn(app: App, scope: Scope): Promise<VillageLine[]> {
  const villages = await app.engine.call('fieldwork.villages', {});
  return villages
    .map((village) => ({
      ...village,
      rows: scope === 'all' ? village.persons : village.to_check,
      answered: 0,
      late: false,
    }))
    .filter(({ rows }) => rows > 0);
}

const ofBatch = ({ batch }: { batch?: number }): { batch?: number } => (batch === undefined ? {} : { batch });

/** What is asked, in words. */
function titleOf(app: App, door: VisitDoor): string {
  const { verval: words } = t();
  switch (door.show) {
    case 'planned':
      return words.planned[door.scope];
    case 'planned_villages':
      return words.where;
    case 'intake':
      return words.intakeDoors[door.what];
    case 'remark': {
      const file = app.fieldwork.store.state.intake?.files[door.file];
      const remark = file?.remarks[door.remark];
      const place = file && file.village !== '' ? villageName(file) : (file?.file ?? '');
      return `${place}: ${remark?.sentence ?? ''}`;
    }
    case 'villages':
      return [door.state === undefined ? words.where : words.villageStates[door.state], door.district ?? '']
        .filter((part) => part !== '')
        .join(' · ');
    case 'rows': {
      const parts: string[] = [];
      if (door.village !== undefined) {
        const batch = app.fieldwork.store.state.batches.find(({ number: n }) => n === door.batch);
        const known = (batch ?? app.fieldwork.last)?.villages.find(({ key }) => key === door.village);
        parts.push(known ? villageName(known) : door.village);
      }
      parts.push(door.district ?? '');
      parts.push(door.state === undefined ? '' : words.rowStates[door.state]);
      parts.push(door.result === undefined ? '' : term(words.results, door.result));
      parts.push(door.repaired === undefined ? '' : words.repaired[door.repaired]);
      const said = parts.filter((part) => part !== '');
      return said.length > 0 ? said.join(' · ') : words.rowsOfSheets;
    }
  }
}

function villageColumns(answers: boolean): GridColumn<VillageLine>[] {
  const { verval: words } = t();
  return [
    { key: 'village', label: words.where, width: '12rem', cell: (line) => villageName(line) },
    { key: 'district', label: words.reportHead.district, width: '10rem', cell: (line) => line.district },
    ...(answers
      ? [
          {
            key: 'answered',
            label: words.reportHead.answered,
            width: '6rem',
            numeric: true,
            cell: (line: VillageLine) => number(line.answered),
          },
        ]
      : []),
    { key: 'rows', label: words.reportHead.rows, width: '5rem', numeric: true, cell: (line) => number(line.rows) },
  ];
}

function rowColumns(app: App, door: VisitDoor): GridColumn<FieldRow>[] {
  const { verval: words } = t();
  const { masked } = app.store.state;
  const { rowsHead } = words;
  const planned = door.show === 'planned';
  const from: GridColumn<FieldRow>[] =
    door.show === 'rows' || planned
      ? []
      : [
          { key: 'line', label: rowsHead.line, width: '4rem', numeric: true, cell: (row) => lineOf(row) },
          { key: 'file', label: rowsHead.file, width: '12rem', cell: (row) => row.file ?? '' },
        ];
  const village: GridColumn<FieldRow>[] =
    (door.show === 'rows' || door.show === 'planned') && door.village !== undefined
      ? []
      : [{ key: 'village', label: words.where, width: '9rem', cell: (row) => villageName(row) }];
  return [
    { key: 'name', label: rowsHead.name, width: '11rem', cell: (row) => display('name', row.name ?? '', masked) },
    { key: 'nik', label: rowsHead.nik, width: '11.5rem', cell: (row) => display('nik', row.nik ?? '', masked) },
    ...(planned ? [] : visit()),
    ...village,
    ...from,
    ...(planned ? [] : [{ key: 'code', label: rowsHead.code, width: '11rem', cell: (row: FieldRow) => row.code }]),
  ];
}

/** What came of a visit. */
function visit(): GridColumn<FieldRow>[] {
  const { verval: words } = t();
  const { rowsHead } = words;
  return [
    {
      key: 'result',
      label: rowsHead.result,
      width: '8.5rem',
      cell: (row) => (row.result === '' ? words.notYet : term(words.results, row.result)),
    },
    { key: 'visit_date', label: rowsHead.visit_date, width: '7rem', cell: (row) => date(row.visit_date) },
  ];
}

const lineOf = ({ line = 0 }: FieldRow): string => (line === 0 ? '' : number(line));
