// Lists against lists: each cell counts the people on both and opens them. Shaded by share of the smaller list.

import { type Attributes, el } from '../lib/dom';

export interface MatrixOptions {
  caption: string;
  names: readonly string[];
  counts: readonly (readonly number[])[];
  format: (count: number) => string;
  label: (row: number, column: number) => string;
  onCell: (row: number, column: number) => void;
  attributes?: (row: number, column: number) => Attributes; // more of the cell's button
}

export function overlapMatrix(options: MatrixOptions): HTMLTableElement {
  const { names, counts } = options;
  const at = (row: number, column: number): number => counts[row]?.[column] ?? 0;
  const cell = (row: number, column: number): HTMLElement => {
    const smaller = Math.max(1, Math.min(at(row, row), at(column, column)));
    const share = at(row, column) / smaller;
    return el(
      'td',
      { class: row === column ? 'own' : '', style: `--share:${share.toFixed(3)}` },
      el(
        'button',
        {
          type: 'button',
          class: 'cell-door',
          'data-key': `cell-${row}-${column}`,
          'aria-label': options.label(row, column),
          onclick: () => options.onCell(row, column),
          ...options.attributes?.(row, column),
        },
        options.format(at(row, column)),
      ),
    );
  };
  return el(
    'table',
    { class: 'matrix' },
    el('caption', { class: 'visually-hidden' }, options.caption),
    el('thead', {}, el('tr', {}, el('td'), ...names.map((name) => el('th', { scope: 'col' }, name)))),
    el(
      'tbody',
      {},
      ...names.map((name, row) =>
        el('tr', {}, el('th', { scope: 'row' }, name), ...names.map((_, column) => cell(row, column))),
      ),
    ),
  );
}
