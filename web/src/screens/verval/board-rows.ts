// The names behind a tile, in the side panel; the address says which village.

import type { App } from '../../app';
import { DataGrid } from '../../components/data-grid';
import type { SidePanel } from '../../components/side-panel';
import type { FieldRow } from '../../engine/fieldwork-protocol';
import { date, errorSentence, fill, number, t, term } from '../../i18n';
import { display } from '../../i18n/display';
import { el } from '../../lib/dom';
import { formatRoute, withParams } from '../../state/route';
import { batchShown, villageName } from './board';

export function followRows(app: App, panel: SidePanel, signal: AbortSignal): void {
  const draw = (): void => void show(app, panel, signal);
  app.store.select((s) => `${s.route.params.village ?? ''} ${s.route.params.batch ?? ''}`, draw, signal);
  app.fieldwork.store.select((s) => s.batches, draw, signal);
}

async function show(app: App, panel: SidePanel, signal: AbortSignal): Promise<void> {
  const { verval: words, frame, grid: gridWords } = t();
  const key = app.store.state.route.params.village;
  const batch = batchShown(app);
  const village = batch?.villages.find((one) => one.key === key);
  if (key === undefined || !batch || !village) {
    panel.close();
    return;
  }
  const close = (): void => {
    location.hash = formatRoute(withParams(app.store.state.route, { village: '' }));
  };
  const title = fill(words.rowsTitle, {
    village: villageName(village),
    answered: number(village.answered),
    rows: number(village.rows),
  });
  const rows = async (from: number, to: number): Promise<FieldRow[]> =>
    (await app.engine.call('fieldwork.rows', { batch: batch.number, village: key, from, to })).rows;
  const grid = new DataGrid();
  grid.id = 'village-rows';
  const { masked } = app.store.state;
  try {
    await rows(0, 1);
  } catch (error) {
    panel.open(title, frame.close, [el('p', { class: 'bad' }, errorSentence(error).what)], close);
    return;
  }
  if (signal.aborted) {
    return;
  }
  panel.classList.add('wide');
  panel.open(
    title,
    frame.close,
    [...(village.worker === '' ? [] : [el('p', { class: 'muted' }, village.worker)]), grid],
    close,
  );
  grid.show({
    columns: [
      {
        key: 'name',
        label: words.rowsHead.name,
        width: '12rem',
        cell: (row) => display('name', row.name ?? '', masked),
      },
      { key: 'nik', label: words.rowsHead.nik, width: '12rem', cell: (row) => display('nik', row.nik ?? '', masked) },
      {
        key: 'result',
        label: words.rowsHead.result,
        width: '9rem',
        cell: (row) => (row.result === '' ? words.notYet : term(words.results, row.result)),
      },
      { key: 'visit_date', label: words.rowsHead.visit_date, width: '7rem', cell: (row) => date(row.visit_date) },
      { key: 'code', label: words.rowsHead.code, width: '11rem', cell: (row) => row.code },
    ],
    total: village.rows,
    rows,
    open: (row) => {
      if (row.person !== undefined) {
        location.hash = formatRoute({ screen: 'satu-data', params: { person: String(row.person) } });
      }
    },
    rowClass: () => '',
    maxRows: 20,
    labels: {
      table: `${title}. ${gridWords.rowsLabel}`,
      empty: gridWords.empty,
      failed: gridWords.failed,
      up: gridWords.sortedUp,
      down: gridWords.sortedDown,
    },
  });
}
