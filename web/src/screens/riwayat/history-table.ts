// The table of decisions, newest first, under a few filters; a row opens in the side panel.

import type { App } from '../../app';
import { DataGrid, type GridColumn } from '../../components/data-grid';
import type { SidePanel } from '../../components/side-panel';
import type { DecisionKind, HistoryEvent, HistoryQuery } from '../../engine/review-protocol';
import { errorSentence, t } from '../../i18n';
import { el } from '../../lib/dom';
import { openEvent } from './event-panel';
import { kindWords, reasonWords, rowWords, stateWords, when } from './words';

type Filter = Omit<HistoryQuery, 'from' | 'to'>;

const kKinds: readonly DecisionKind[] = ['same', 'not_same', 'unsure', 'value', 'status', 'exclude', 'undo'];

export function historyTable(app: App, panel: SidePanel, signal: AbortSignal): HTMLElement {
  const grid = new DataGrid();
  grid.id = 'history-grid';
  grid.dataset.testid = 'history';
  const problem = el('p', { class: 'bad', role: 'alert' });
  let filter: Filter = {};
  const load = async (): Promise<void> => {
    try {
      await fillGrid(app, grid, filter, panel);
      problem.textContent = '';
    } catch (error) {
      problem.textContent = errorSentence(error).what;
    }
  };
  const change = (next: Filter): void => {
    filter = next;
    void load();
  };
  app.decisions.store.select(
    (s) => s.version,
    () => void load(),
    signal,
  );
  return el('section', {}, filters(change), problem, grid);
}

function filters(change: (filter: Filter) => void): HTMLElement {
  const { review } = t();
  const search = el('input', { type: 'search', 'data-testid': 'history-search', 'data-key': 'history-search' });
  const kind = el(
    'select',
    { 'data-testid': 'history-kind', 'data-key': 'history-kind' },
    el('option', { value: '' }, review.historyAll),
    ...kKinds.map((each) => el('option', { value: each }, review.kind[each])),
  );
  const force = el(
    'select',
    { 'data-testid': 'history-force', 'data-key': 'history-force' },
    el('option', { value: '' }, review.historyAll),
    el('option', { value: 'yes' }, review.inForce),
    el('option', { value: 'no' }, review.notInForce),
  );
  const read = (): void =>
    change({
      ...(search.value === '' ? {} : { search: search.value }),
      ...(kind.value === '' ? {} : { kind: kind.value as DecisionKind }),
      ...(force.value === '' ? {} : { in_force: force.value === 'yes' }),
    });
  for (const field of [search, kind, force]) {
    field.addEventListener('input', read);
  }
  return el(
    'div',
    { class: 'review-filters' },
    el('label', { class: 'inline' }, `${review.historySearch} `, search),
    el('label', { class: 'inline' }, `${review.historyKind} `, kind),
    el('label', { class: 'inline' }, `${review.historyForce} `, force),
  );
}

async function fillGrid(app: App, grid: DataGrid, filter: Filter, panel: SidePanel): Promise<void> {
  const { review, grid: words } = t();
  const rows = async (from: number, to: number): Promise<HistoryEvent[]> =>
    (await app.engine.call('decisions.history', { from, to, ...filter })).events;
  const { total } = await app.engine.call('decisions.history', { from: 0, to: 1, ...filter });
  grid.show({
    columns: columns(app.store.state.masked),
    total,
    rows,
    open: (event) => openEvent(app, panel, event),
    rowClass: ({ in_force }) => (in_force ? '' : 'not-in-force'),
    maxRows: 14,
    labels: {
      table: `${review.history}. ${words.rowsLabel}`,
      empty: words.empty,
      failed: words.failed,
      up: words.sortedUp,
      down: words.sortedDown,
    },
  });
}

function columns(masked: boolean): GridColumn<HistoryEvent>[] {
  const { head } = t().review;
  const column = (
    key: keyof typeof head,
    width: string,
    cell: (event: HistoryEvent) => string,
  ): GridColumn<HistoryEvent> => ({ key, label: head[key], width, cell });
  return [
    column('at', '8.5rem', ({ at }) => when(at)),
    column('kind', '10rem', kindWords),
    column('left', '14rem', ({ left }) => rowWords(left, masked)),
    column('right', '14rem', ({ right }) => rowWords(right, masked)),
    column('by', '9rem', ({ by }) => by),
    column('reason', '12rem', reasonWords),
    column('state', '9rem', stateWords),
  ];
}
