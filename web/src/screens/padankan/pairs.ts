// The list of doubtful pairs; one opens in the side panel.

import type { App } from '../../app';
import { DataGrid, type GridColumn } from '../../components/data-grid';
import { SidePanel } from '../../components/side-panel';
import type { PairRow } from '../../engine/protocol';
import { errorSentence, number, percent, t } from '../../i18n';
import { display } from '../../i18n/display';
import { type Child, el } from '../../lib/dom';
import { withParams } from '../../state/route';
import { openView } from '../../state/view';
import { pairView, similarityWords } from '../pair-view';

export function doubtfulPairs(app: App, count: number, signal: AbortSignal): Child[] {
  const { match } = t();
  const title = el('h2', {}, match.doubtful);
  if (count === 0) {
    return [title, el('p', { class: 'muted' }, match.doubtfulNone)];
  }
  const grid = new DataGrid();
  grid.id = 'pairs-grid';
  grid.dataset.testid = 'pairs';
  const panel = new SidePanel();
  panel.hidden = true;
  panel.className = 'wide';
  panel.dataset.testid = 'pair-panel';
  const problem = el('p', { class: 'bad', role: 'alert' });
  fillGrid(app, grid, signal).catch((error: unknown) => {
    problem.textContent = errorSentence(error).what;
  });
  app.store.select(
    (s) => s.route.params.pair,
    (pair) => void showPair(app, panel, pair),
    signal,
  );
  return [
    title,
    el('p', { class: 'muted' }, match.doubtfulHint, ' ', el('a', { href: '#/tinjau' }, match.decide)),
    problem,
    el('div', { class: 'with-panel' }, grid, panel),
  ];
}

async function fillGrid(app: App, grid: DataGrid, signal: AbortSignal): Promise<void> {
  const view = await openView(app.engine, { kind: 'pairs' }, signal);
  const { match, unified, grid: words } = t();
  const masked = app.store.state.masked;
  const column = (
    key: string,
    label: string,
    width: string,
    cell: (row: PairRow) => Node | string,
    numeric = false,
  ): GridColumn<PairRow> => ({
    key,
    label,
    width,
    cell,
    numeric,
  });
  const person =
    (side: 'left' | 'right') =>
    (row: PairRow): Node =>
      el('span', {}, display('name', row[side].name, masked), el('span', { class: 'muted' }, ` ${row[side].source}`));
  grid.show({
    columns: [
      column('similarity', match.similarity, '9rem', (row) => similarityWords(row.probability)),
      column('probability', '%', '4.5rem', (row) => percent(row.probability), true),
      column('left', match.left1, '14rem', person('left')),
      column('leftNik', unified.head.nik, '11.25rem', (row) => display('nik', row.left.nik, masked)),
      column('right', match.right1, '14rem', person('right')),
      column('rightNik', unified.head.nik, '11.25rem', (row) => display('nik', row.right.nik, masked)),
      column('accepted', match.untilThen, '7rem', (row) => (row.accepted ? match.onePerson : match.twoPersons)),
      column('weight', match.weight, '5rem', (row) => number(row.weight, 1), true),
    ],
    total: view.total,
    rows: view.rows,
    open: (row) => app.actions.go(withParams(app.store.state.route, { pair: String(row.index) })),
    maxRows: 10,
    labels: {
      table: `${match.doubtful}. ${words.rowsLabel}`,
      empty: match.doubtfulNone,
      failed: words.failed,
      up: words.sortedUp,
      down: words.sortedDown,
    },
  });
}

async function showPair(app: App, panel: SidePanel, pair: string | undefined): Promise<void> {
  if (pair === undefined || pair === '') {
    panel.close();
    return;
  }
  const close = (): void => app.actions.go(withParams(app.store.state.route, { pair: '' }));
  try {
    const detail = await app.engine.call('pair', { index: Number(pair) });
    panel.open(t().pair.title, t().frame.close, pairView(detail, app.store.state.masked), close);
  } catch (error) {
    panel.open(t().pair.title, t().frame.close, [el('p', { class: 'bad' }, errorSentence(error).what)], close);
  }
}
