// The matrix of everybody and every programme, as long as the list itself.

import type { App } from '../../app';
import { DataGrid, type GridColumn } from '../../components/data-grid';
import type { PlanUnit, ProgrammesAnswer, Selection } from '../../engine/planning-protocol';
import type { FamilyRow, PersonRow, Place } from '../../engine/protocol';
import { fill, number, t } from '../../i18n';
import { display } from '../../i18n/display';
import { el, redraw } from '../../lib/dom';
import { withParams } from '../../state/route';
import { kClosed } from '../doors';
import { changeRoute, failed, placeFields, placeOf, selectField } from '../plan-parts';
import { titleOf } from './doors';

export function matrix(app: App, signal: AbortSignal): HTMLElement {
  const { program } = t();
  const filters = el('form', { class: 'facets wide', role: 'search', 'aria-label': t().prioritas.search });
  filters.addEventListener('submit', (event) => event.preventDefault());
  const found = el('p', { class: 'muted', role: 'status', 'data-testid': 'found' });
  const grid = new DataGrid();
  grid.id = 'matrix-grid';
  grid.dataset.testid = 'programme-matrix';
  let life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  const show = async (answer: ProgrammesAnswer, places: readonly Place[], hasLokus: boolean): Promise<void> => {
    life.abort();
    life = new AbortController();
    try {
      drawFilters(filters, app, answer, places, hasLokus);
      const total = await showGrid(app, answer, grid, life.signal);
      if (total !== undefined) {
        found.textContent = fill(program.found, { n: number(total), unit: t().plan[unitOf(app)] });
      }
    } catch (error) {
      redraw(found, failed(error));
    }
  };
  void Promise.all([
    app.engine.call('programmes', {}),
    app.engine.call('places', {}),
    app.engine.call('settings', {}),
  ]).then(
    ([answer, places, settings]) =>
      app.store.select(
        ({ route: { params } }) =>
          [params.unit, params.village, params.district, params.lokus, params.programme].join(' '),
        () => void show(answer, places, settings.lokus.mode !== 'none'),
        signal,
      ),
    (error) => redraw(found, failed(error)),
  );
  return el('div', {}, el('p', { class: 'muted small' }, program.hint), filters, found, grid);
}

function unitOf(app: App): PlanUnit {
  return app.store.state.route.params.unit === 'persons' ? 'persons' : 'families';
}

function drawFilters(
  place: HTMLElement,
  app: App,
  answer: ProgrammesAnswer,
  places: readonly Place[],
  hasLokus: boolean,
): void {
  const { plan, program } = t();
  const { params } = app.store.state.route;
  redraw(
    place,
    selectField(
      'unit',
      plan.unit,
      unitOf(app),
      [
        ['families', plan.families],
        ['persons', plan.persons],
      ],
      (unit) => changeRoute(app, { unit }),
    ),
    selectField(
      'programme',
      program.matrixFor,
      params.programme ?? '',
      [['', program.anyProgramme], ...answer.known.map((name) => [name, titleFor(answer, name)] as const)],
      (programme) => changeRoute(app, { programme }),
    ),
    ...placeFields(app, places, hasLokus),
  );
}

function titleFor(answer: ProgrammesAnswer, name: string): string {
  return titleOf(answer.programmes.find((each) => each.name === name) ?? { title: '', name });
}

async function showGrid(
  app: App,
  answer: ProgrammesAnswer,
  grid: DataGrid,
  signal: AbortSignal,
): Promise<number | undefined> {
  const { unified, grid: words, program } = t();
  const { route, masked } = app.store.state;
  const unit = unitOf(app);
  const wanted = answer.known.find((name) => name === route.params.programme);
  const select: Selection = { ...placeOf(route), ...(wanted !== undefined && { programmes: { all: [wanted] } }) };
  const { view, total } = await app.engine.call('people.open', { unit, select });
  const close = (): void => void app.engine.call('view.close', { view }).catch(() => undefined);
  if (signal.aborted) {
    close();
    return undefined;
  }
  signal.addEventListener('abort', close, { once: true });
  const common = {
    total,
    maxRows: 18,
    labels: {
      table: `${program.tab.matrix}. ${words.rowsLabel}`,
      empty: unified.nothing,
      failed: words.failed,
      up: words.sortedUp,
      down: words.sortedDown,
    },
  };
  const rows = async <Row>(from: number, to: number): Promise<readonly Row[]> =>
    (await app.engine.call('view.rows', { view, from, to })).rows as unknown as Row[];
  const go = (params: Record<string, string>): void =>
    app.actions.go(withParams(app.store.state.route, { ...kClosed, ...params }));
  const received = <Row extends { programmes: string[] }>(): GridColumn<Row>[] =>
    answer.known.map((name) => ({
      key: `programme-${name}`,
      label: titleFor(answer, name),
      width: '6.5rem',
      cell: (row) =>
        row.programmes.includes(name) ? el('span', { class: 'received', 'aria-label': program.yes }, '✓') : '',
    }));
  if (unit === 'persons') {
    grid.show<PersonRow>({
      ...common,
      rows,
      columns: [
        { key: 'name', label: unified.head.name, width: '13rem', cell: (row) => display('name', row.name, masked) },
        { key: 'village', label: unified.head.village, width: '8rem', cell: (row) => row.village },
        ...received<PersonRow>(),
      ],
      open: (row) => go({ person: String(row.index) }),
    });
  } else {
    grid.show<FamilyRow>({
      ...common,
      rows,
      columns: [
        { key: 'head', label: unified.head.head, width: '13rem', cell: (row) => display('head', row.head, masked) },
        { key: 'village', label: unified.head.village, width: '8rem', cell: (row) => row.village },
        ...received<FamilyRow>(),
      ],
      open: (row) => go({ family: String(row.index) }),
    });
  }
  return total;
}
