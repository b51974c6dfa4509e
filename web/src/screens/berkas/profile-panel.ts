// The rows behind a number of a list's profile, in the side panel; the address names them.

import type { App } from '../../app';
import { DataGrid, type GridColumn } from '../../components/data-grid';
import type { SidePanel } from '../../components/side-panel';
import type { RemarkRow } from '../../engine/protocol';
import { errorSentence, fill, number, t } from '../../i18n';
import { el } from '../../lib/dom';
import { showField } from '../../lib/identity';
import { withParams } from '../../state/route';
import { readySources } from '../../state/state';

export function followRows(app: App, panel: SidePanel, signal: AbortSignal): void {
  let life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  const follow = (): void => {
    life.abort();
    life = new AbortController();
    void show(app, panel, life.signal);
  };
  app.store.select((s) => `${s.route.params.open ?? ''} ${s.route.params.rows ?? ''}`, follow, signal);
  app.store.select((s) => s.files, follow, signal);
}

async function show(app: App, panel: SidePanel, signal: AbortSignal): Promise<void> {
  const { open = '', rows = '' } = app.store.state.route.params;
  const source = readySources(app.store.state.files).find((each) => String(each.id) === open);
  if (source === undefined || rows === '') {
    panel.close();
    return;
  }
  const { language, masked } = app.store.state;
  const close = (): void => app.actions.go(withParams(app.store.state.route, { rows: '' }), true);
  try {
    const profile = await app.engine.call('source.profile', { source: source.id, language });
    const remark = profile.remarks[Number(rows)];
    const fetch = (from: number, to: number) =>
      app.engine.call('source.remark', { source: source.id, remark: Number(rows), from, to });
    const start = await fetch(0, 30);
    if (signal.aborted || remark === undefined) {
      return;
    }
    const grid = new DataGrid();
    grid.id = 'panel-grid';
    const header = remark.column === null ? '' : ` · ${profile.columns[remark.column]?.header ?? ''}`;
    const title =
      remark.code === 'birth.decade' ? fill(t().profile.decade, { year: String(remark.value) }) : remark.title;
    panel.open(
      `${title}${header}`,
      t().frame.close,
      [
        el('p', {}, fill(t().files.rows, { rows: number(start.total) })),
        el('p', { class: 'muted' }, `${remark.meaning} ${remark.advice}`),
        grid,
      ],
      close,
    );
    const { grid: words } = t();
    grid.show({
      columns: columns(start.rows[0], masked),
      total: start.total,
      rows: async (from, to) => (await fetch(from, to)).rows,
      maxRows: 16,
      labels: { table: title, empty: words.empty, failed: words.failed, up: words.sortedUp, down: words.sortedDown },
    });
  } catch (error) {
    if (!signal.aborted) {
      panel.open(t().profile.title, t().frame.close, [el('p', { class: 'bad' }, errorSentence(error).what)], close);
    }
  }
}

const kWidths: Record<string, string> = { birth_date: '7.5rem', sex: '6rem' };

function columns(row: RemarkRow | undefined, masked: boolean): GridColumn<RemarkRow>[] {
  const cells = (row?.cells ?? []).map(
    ({ header, field }, i): GridColumn<RemarkRow> => ({
      key: String(i),
      label: header,
      width: kWidths[field] ?? '11.25rem',
      cell: (each) => {
        const cell = each.cells[i];
        return cell ? showField(cell.field, cell.value, masked) : '';
      },
    }),
  );
  const line: GridColumn<RemarkRow> = {
    key: 'line',
    label: t().files.previewLine,
    width: '5rem',
    numeric: true,
    cell: (each) => number(each.line),
  };
  return [line, ...cells];
}
