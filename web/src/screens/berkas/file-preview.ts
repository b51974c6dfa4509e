// What the first rows of a large file say while the rest is still read: what it was taken for, its columns, its rows.

import type { FileHead, Preview } from '../../engine/protocol';
import { fill, number, t, term } from '../../i18n';
import { el } from '../../lib/dom';
import { previewCell } from './source-detail';

const kRows = 50;

export function filePreview(head: FileHead, masked: boolean): HTMLElement {
  const { files, terms } = t();
  const { source } = head;
  const rows = head.rows.filter((row) => row.state === 'data' || row.state === 'block').slice(0, kRows);
  const layout = term(terms.layouts, source.layout);
  const sheet = source.sheet === '' ? '' : ` · ${fill(files.sheet, { sheet: source.sheet })}`;
  return el(
    'div',
    { class: 'file-preview', 'data-testid': 'file-preview' },
    el(
      'p',
      {},
      el('b', { class: 'preview-mark' }, files.head),
      ` ${layout}${sheet} · ${fill(files.headRows, { rows: number(rows.length) })}`,
    ),
    el(
      'div',
      {
        class: 'scroll-x',
        tabindex: 0,
        role: 'group',
        'aria-label': fill(files.headTable, { file: source.file }),
      },
      el(
        'table',
        { class: 'preview-rows' },
        headings(source),
        el('tbody', {}, ...rows.map((row) => line(head, row, masked))),
      ),
    ),
  );
}

function headings(source: FileHead['source']): HTMLElement {
  const cells = source.columns.map((column) => el('th', { scope: 'col' }, column.header));
  return el('thead', {}, el('tr', {}, el('th', { scope: 'col', class: 'numeric' }, t().files.previewLine), ...cells));
}

function line(head: FileHead, row: Preview['rows'][number], masked: boolean): HTMLElement {
  const cells = head.source.columns.map((column) =>
    el('td', {}, previewCell(row.state, column.field, row.cells[column.index] ?? '', masked)),
  );
  return el('tr', {}, el('td', { class: 'numeric muted' }, number(row.line)), ...cells);
}
