// The side panel follows the address: the names behind a figure, the members of a family, or one person with all source rows.

import type { App } from '../app';
import { DataGrid, type GridColumn, type GridSource } from '../components/data-grid';
import { SidePanel } from '../components/side-panel';
import type { CoreCalls, DataRow, FamilyRow, PersonRow } from '../engine/protocol';
import type { ActionRow, FindingRow } from '../engine/unified-protocol';
import { errorSentence, fieldName, fill, list, number, programmeName, t, term } from '../i18n';
import { display } from '../i18n/display';
import { el } from '../lib/dom';
import { withParams } from '../state/route';
import { closeWith, openView, rowsOf } from '../state/view';
import { type Door, doorTitle, formatDoor, kClosed, type PlanDoor, parseDoor, type ViewDoor } from './doors';
import { personView } from './person-view';

/** The panel of a screen, to be put beside its content. */
export function namesPanel(app: App, signal: AbortSignal): SidePanel {
  const panel = new SidePanel();
  panel.hidden = true;
  panel.dataset.testid = 'names-panel';
  let life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  app.store.select(
    ({ route: { params } }) => [params.person, params.family, params.names].join(' '),
    () => {
      life.abort();
      life = new AbortController();
      void show(app, panel, life.signal);
    },
    signal,
  );
  return panel;
}

async function show(app: App, panel: SidePanel, signal: AbortSignal): Promise<void> {
  const { person = '', family = '', names = '' } = app.store.state.route.params;
  const door = parseDoor(names);
  const go = (params: Record<string, string>): void => app.actions.go(withParams(app.store.state.route, params));
  const close = (): void => go(kClosed);
  const back = (params: Record<string, string>): HTMLElement =>
    el('button', { type: 'button', class: 'link', onclick: () => go(params) }, `← ${t().frame.back}`);
  try {
    if (person !== '') {
      const detail = await app.engine.call('person', { index: Number(person) });
      if (!signal.aborted) {
        const openFamily = (): void => go({ person: '', family: String(detail.family) });
        const open = (index: number): void => go({ person: String(index) });
        panel.classList.add('wide');
        panel.open(
          fill(t().unified.personDetail, { id: detail.id }),
          t().frame.close,
          [
            ...(door || family !== '' ? [back({ person: '' })] : []),
            ...personView(detail, app.store.state.masked, openFamily, open),
          ],
          close,
        );
      }
    } else if (family !== '') {
      const members: Door = { kind: 'persons', family: Number(family) };
      await showNames(app, panel, members, door ? [back({ family: '' })] : [], signal, close);
    } else if (door) {
      await showNames(app, panel, door, [], signal, close);
    } else {
      panel.close();
    }
  } catch (error) {
    if (!signal.aborted) {
      panel.open(t().unified.names, t().frame.close, [el('p', { class: 'bad' }, errorSentence(error).what)], close);
    }
  }
}

async function showNames(
  app: App,
  panel: SidePanel,
  door: Door,
  before: readonly HTMLElement[],
  signal: AbortSignal,
  close: () => void,
): Promise<void> {
  const grid = new DataGrid();
  grid.id = 'panel-grid';
  const planned = 'method' in door;
  const title = planned ? doorTitle(door) : await titleOf(app, door);
  const total = await (planned ? fillPlanned : fillGrid)(app, grid, door as PlanDoor & ViewDoor, title, signal);
  if (signal.aborted) {
    return;
  }
  const { unified } = t();
  const kind = planned ? door.unit : door.kind;
  const unit = (kind === 'findings' ? t().list.findingsUnit : unified[kind]).toLowerCase();
  const found = el(
    'p',
    { class: 'muted', 'data-testid': 'panel-total', 'data-value': total, 'data-door': formatDoor(door) },
    fill(unified.foundAll, { n: number(total), unit }),
  );
  panel.classList.remove('wide');
  panel.open(title, t().frame.close, [...before, found, grid], close);
}

function commonOf(title: string): Pick<GridSource<unknown>, 'maxRows' | 'labels'> {
  const { grid: words } = t();
  return {
    maxRows: 16,
    labels: {
      table: `${title}. ${words.rowsLabel}`,
      empty: words.empty,
      failed: words.failed,
      up: words.sortedUp,
      down: words.sortedDown,
    },
  };
}

/** How many planning finds. */
async function fillPlanned(
  app: App,
  grid: DataGrid,
  door: PlanDoor,
  title: string,
  signal: AbortSignal,
): Promise<number> {
  const { masked } = app.store.state;
  const args = door.args as CoreCalls[PlanDoor['method']]['args'];
  const { view, total } = (await app.engine.call(door.method, args as never)) as { view: number; total: number };
  closeWith(app.engine, view, signal);
  const go = (params: Record<string, string>): void => app.actions.go(withParams(app.store.state.route, params));
  const common = { ...commonOf(title), total };
  if (door.unit === 'persons') {
    const open = (row: PersonRow): void => go({ person: String(row.index) });
    grid.show({ ...common, rows: rowsOf<PersonRow>(app.engine, view), columns: personColumns(masked), open });
  } else {
    const open = (row: FamilyRow): void => go({ family: String(row.index) });
    grid.show({ ...common, rows: rowsOf<FamilyRow>(app.engine, view), columns: familyColumns(masked), open });
  }
  return total;
}

/** How many the one list has. */
async function fillGrid(app: App, grid: DataGrid, door: ViewDoor, title: string, signal: AbortSignal): Promise<number> {
  const { masked } = app.store.state;
  const go = (params: Record<string, string>): void => app.actions.go(withParams(app.store.state.route, params));
  const toPerson = (person: number): void => go({ person: String(person) });
  const toFamily = (family: number): void => go({ family: String(family) });
  const common = commonOf(title);
  switch (door.kind) {
    case 'persons': {
      const view = await openView(app.engine, { ...door, kind: 'persons' }, signal);
      if (door.action !== undefined) {
        const [programme] = actionOf(door.action);
        const rows = async (from: number, to: number): Promise<readonly ActionRow[]> =>
          (await app.engine.call('action.rows', { view: view.view, programme, from, to })).rows;
        const columns = [...reasonColumns(), ...personColumns(masked)] as GridColumn<ActionRow>[];
        grid.show({ ...common, ...view, rows, columns, open: (row) => toPerson(row.index) });
        return view.total;
      }
      grid.show({ ...common, ...view, columns: personColumns(masked), open: (row) => toPerson(row.index) });
      return view.total;
    }
    case 'families': {
      const view = await openView(app.engine, { ...door, kind: 'families' }, signal);
      grid.show({ ...common, ...view, columns: familyColumns(masked), open: (row) => toFamily(row.index) });
      return view.total;
    }
    case 'rows': {
      const view = await openView(app.engine, { ...door, kind: 'rows' }, signal);
      grid.show({ ...common, ...view, columns: rowColumns(masked), open: (row) => toPerson(row.person) });
      return view.total;
    }
    case 'findings': {
      const view = await openView(app.engine, { ...door, kind: 'findings' }, signal, masked);
      const open = (row: FindingRow): void => {
        if (row.person !== null) {
          toPerson(row.person);
        } else if (row.subject_kind === 'family') {
          toFamily(row.subject_index);
        } else {
          go({ names: formatDoor({ kind: 'persons', finding: row.code, sources: { any: [row.source] } }) });
        }
      };
      grid.show({ ...common, ...view, columns: findingColumns(masked), open });
      return view.total;
    }
  }
}

/** What is asked, in words. */
async function titleOf(app: App, door: ViewDoor): Promise<string> {
  const { unified, terms, list: words } = t();
  const parts: string[] = [];
  if (door.family !== undefined) {
    return t().plan.familyMembers;
  }
  if (door.sources?.exact) {
    parts.push(fill(unified.combinationPanel, { lists: list(door.sources.exact) }));
  }
  const named = door.sources?.all ?? door.sources?.any;
  if (named) {
    parts.push(list(named));
  }
  if (door.official) {
    parts.push(words.official);
  }
  if (door.finding !== undefined) {
    parts.push(term(terms.findings, door.finding));
  }
  if (door.flag !== undefined) {
    parts.push(term(terms.flags, door.flag));
  }
  if (door.conflict !== undefined) {
    parts.push(fill(words.conflictTitle, { field: fieldName(door.conflict) }));
  }
  if (door.action !== undefined) {
    const [programme, action] = actionOf(door.action);
    parts.push(`${programmeName(programme)}: ${term(words.actions, action)}`);
  }
  if (door.civil_status !== undefined) {
    parts.push(term(words.civilStatuses, door.civil_status));
  }
  if (door.lists) {
    parts.push(fill(unified.listsMore, { n: number(door.lists.min) }));
  }
  if (door.lokus) {
    parts.push(t().plan.onlyLokus);
  }
  if (door.village !== undefined) {
    parts.push(await villageName(app, door.village));
  }
  if (door.district !== undefined) {
    parts.push(door.district === '?' ? words.unknownVillage : door.district);
  }
  return parts.length > 0 ? parts.join(' · ') : unified[door.kind === 'findings' ? 'finding' : door.kind];
}

/** "pkh:check": the programme and what its list asks for. */
function actionOf(text: string): [string, string] {
  const [programme = '', action = ''] = text.split(/:(?=\w+$)/);
  return [programme, action];
}

async function villageName(app: App, code: string): Promise<string> {
  const places = code === '?' ? [] : await app.engine.call('places', {});
  return places.find((place) => place.code === code)?.village ?? t().list.unknownVillage;
}

function column<Row>(
  field: keyof Row & keyof ReturnType<typeof t>['unified']['head'],
  width: string,
  masked: boolean,
): GridColumn<Row> {
  return {
    key: field,
    label: t().unified.head[field],
    width,
    cell: (row) => display(field, String(row[field] ?? ''), masked),
  };
}

function personColumns(masked: boolean): GridColumn<PersonRow>[] {
  return [
    column<PersonRow>('name', '10rem', masked),
    column<PersonRow>('birth_date', '6.75rem', masked),
    column<PersonRow>('village', '8rem', masked),
    column<PersonRow>('nik', '11.25rem', masked),
  ];
}

/** Why somebody stands on an action list. */
function reasonColumns(): GridColumn<ActionRow>[] {
  const { list: words, terms } = t();
  const word = (code: string): string => words.actionReasons[code] ?? term(terms.findings, code);
  return [
    {
      key: 'reasons',
      label: words.reasons,
      width: '16rem',
      cell: (row) => {
        const said = row.reasons.map(word).join(', ');
        return el('span', { title: said }, said);
      },
    },
  ];
}

function familyColumns(masked: boolean): GridColumn<FamilyRow>[] {
  const head = column<FamilyRow>('head', '10rem', masked);
  return [
    { ...head, cell: (row) => display('name', row.head, masked) },
    { ...column<FamilyRow>('members', '5.5rem', masked), numeric: true, cell: (row) => number(row.members) },
    column<FamilyRow>('village', '8rem', masked),
    column<FamilyRow>('kk', '11.25rem', masked),
  ];
}

function rowColumns(masked: boolean): GridColumn<DataRow>[] {
  return [
    column<DataRow>('source', '7rem', masked),
    { ...column<DataRow>('row', '4.5rem', masked), numeric: true, cell: (row) => number(row.row) },
    column<DataRow>('name', '10rem', masked),
    column<DataRow>('nik', '11.25rem', masked),
  ];
}

function findingColumns(masked: boolean): GridColumn<FindingRow>[] {
  const { list: words } = t();
  return [
    column<FindingRow>('name', '9rem', masked),
    column<FindingRow>('source', '6rem', masked),
    {
      key: 'row',
      label: t().unified.head.row,
      width: '4.5rem',
      numeric: true,
      cell: (row) => (row.row ? number(row.row) : ''),
    },
    { key: 'evidence', label: words.evidence, width: '16rem', cell: (row) => evidenceWords(row.evidence) },
    column<FindingRow>('village', '8rem', masked),
    { key: 'owner', label: words.owner, width: '8rem', cell: (row) => row.owner },
  ];
}

/** "nik=3209…|3209…; name=…" with the names of fields in words. */
function evidenceWords(evidence: string): string {
  return evidence
    .split('; ')
    .filter((part) => part !== '')
    .map((part) => {
      const [field = '', value = ''] = part.split(/=(.*)/s);
      const [here = '', against] = value.split(/\|(.*)/s);
      return `${fieldName(field)} ${here}${against === undefined ? '' : ` ≠ ${against}`}`;
    })
    .join('; ');
}
