// Tabs and the table of persons, families or rows under the filters.

import type { App } from '../../app';
import { DataGrid } from '../../components/data-grid';
import { errorSentence, fill, number, t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import { withParams } from '../../state/route';
import { openView } from '../../state/view';
import { kClosed } from '../doors';
import { familyColumns, personColumns, rowColumns } from './columns';
import { type Filters, filtersOf, isFiltered, kUnits, queryOf } from './filters';

export function namesTable(app: App, signal: AbortSignal): HTMLElement {
  const tabs = el('div', { role: 'tablist', class: 'tabs', 'aria-label': t().unified.tabs });
  const found = el('p', { class: 'muted', role: 'status', 'data-testid': 'found' });
  const grid = new DataGrid();
  grid.id = 'names-grid';
  grid.dataset.testid = 'names';
  const panel = el(
    'div',
    { role: 'tabpanel', id: 'names-tab', 'aria-label': t().unified.names },
    found,
    grid,
    printNote(),
  );
  let life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  app.store.select(
    (s) => JSON.stringify(filtersOf(s.route)),
    () => {
      life.abort();
      life = new AbortController();
      const filters = filtersOf(app.store.state.route);
      drawTabs(tabs, app, filters);
      void load(app, filters, grid, found, life.signal);
    },
    signal,
  );
  return el('div', { class: 'names-main' }, tabs, panel);
}

/** Paper shows only the rows in sight; it says so. */
function printNote(): HTMLElement {
  return el('p', { class: 'print-only muted' }, t().unified.printNote);
}

function drawTabs(tabs: HTMLElement, app: App, filters: Filters): void {
  const choose = (unit: string): void =>
    app.actions.go(withParams(app.store.state.route, { ...kClosed, unit, sort: '' }));
  const move = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = kUnits[(kUnits.indexOf(filters.unit) + by + kUnits.length) % kUnits.length];
    if (by !== 0 && next) {
      choose(next);
      queueMicrotask(() => tabs.querySelector<HTMLElement>(`[data-key="tab-${next}"]`)?.focus());
    }
  };
  redraw(
    tabs,
    ...kUnits.map((unit) =>
      el(
        'button',
        {
          type: 'button',
          role: 'tab',
          'data-key': `tab-${unit}`,
          'data-testid': `tab-${unit}`,
          'aria-selected': String(unit === filters.unit),
          'aria-controls': 'names-tab',
          tabindex: unit === filters.unit ? 0 : -1,
          onclick: () => choose(unit),
          onkeydown: move,
        },
        t().unified[unit],
      ),
    ),
  );
}

async function load(
  app: App,
  filters: Filters,
  grid: DataGrid,
  found: HTMLElement,
  signal: AbortSignal,
): Promise<void> {
  const { unified } = t();
  try {
    const total = await show(app, filters, grid, signal);
    const sentence = isFiltered(filters) ? unified.found : unified.foundAll;
    found.className = 'muted';
    found.textContent =
      total === undefined ? '' : fill(sentence, { n: number(total), unit: unified[filters.unit].toLowerCase() });
  } catch (error) {
    found.className = 'bad';
    found.textContent = errorSentence(error).what;
  }
}

async function show(app: App, filters: Filters, grid: DataGrid, signal: AbortSignal): Promise<number | undefined> {
  const query = queryOf(filters);
  const { unified, grid: words } = t();
  const masked = app.store.state.masked;
  const go = (params: Record<string, string>): void => app.actions.go(withParams(app.store.state.route, params));
  const common = {
    sort: filters.sort,
    onSort: (sort: string) => app.actions.go(withParams(app.store.state.route, { sort }), true),
    maxRows: 16,
    labels: {
      table: `${unified[filters.unit]}. ${words.rowsLabel}`,
      empty: unified.nothing,
      failed: words.failed,
      up: words.sortedUp,
      down: words.sortedDown,
    },
  };
  const openPerson = (person: number): void => go({ ...kClosed, person: String(person) });
  if (query.kind === 'persons') {
    const view = await openView(app.engine, { ...query, kind: 'persons' }, signal);
    return finish(view.total, () =>
      grid.show({ ...common, ...view, columns: personColumns(masked), open: (row) => openPerson(row.index) }),
    );
  }
  if (query.kind === 'families') {
    const view = await openView(app.engine, { ...query, kind: 'families' }, signal);
    const open = (index: number): void => go({ ...kClosed, family: String(index) });
    return finish(view.total, () =>
      grid.show({ ...common, ...view, columns: familyColumns(masked), open: (row) => open(row.index) }),
    );
  }
  const view = await openView(app.engine, { ...query, kind: 'rows' }, signal);
  return finish(view.total, () =>
    grid.show({ ...common, ...view, columns: rowColumns(masked), open: (row) => openPerson(row.person) }),
  );

  function finish(total: number, draw: () => void): number | undefined {
    if (signal.aborted) {
      return undefined; // another filter was chosen meanwhile
    }
    draw();
    return total;
  }
}
