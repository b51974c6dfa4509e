// The rows of a question side by side: fields in the order of the form, differences marked inside the words, damage by its name.

import type { DataRow } from '../../engine/protocol';
import type { CaseField, Sight } from '../../engine/review-protocol';
import { fieldName, fill, number, t, term } from '../../i18n';
import { display } from '../../i18n/display';
import { type Child, el } from '../../lib/dom';
import { isNumber } from '../../lib/identity';
import { spaced } from '../../lib/pieces';

export function rowName(row: Pick<DataRow, 'source' | 'row'>): string {
  return fill(t().pair.where, { source: row.source, row: number(row.row) });
}

/** control: what a person may do with one row, under its name. */
export function sightTable(sight: Sight, masked: boolean, control?: (place: number) => Child): HTMLElement {
  const { review } = t();
  const heads = sight.rows.map((row, place) =>
    el(
      'th',
      { scope: 'col', 'data-row': `${row.source}:${row.row}` },
      rowName(row),
      control && el('div', { class: 'member-control' }, control(place)),
    ),
  );
  return el(
    'div',
    { class: 'scroll-x', tabindex: 0, role: 'group', 'aria-label': review.sides },
    el(
      'table',
      { class: 'pair sight' },
      el('thead', {}, el('tr', {}, el('td', {}, el('span', { class: 'visually-hidden' }, review.field)), ...heads)),
      el(
        'tbody',
        {},
        ...sight.fields
          .filter(({ values }) => values.some((value) => value !== ''))
          .map((field) => fieldRow(field, sight, masked)),
      ),
    ),
  );
}

function fieldRow(field: CaseField, sight: Sight, masked: boolean): HTMLElement {
  return el(
    'tr',
    { class: `${isNumber(field.field) ? 'digits' : ''} ${field.differs ? 'differs' : ''}` },
    el('th', { scope: 'row' }, fieldName(field.field)),
    ...sight.rows.map((_, place) =>
      el('td', {}, ...valueCell(field, place, masked), ...damageOf(sight, field.field, place)),
    ),
  );
}

function valueCell({ field, values, parts, differs }: CaseField, place: number, masked: boolean): Child[] {
  const value = values[place] ?? '';
  if (value === '') {
    return [el('span', { class: 'muted' }, t().review.empty)];
  }
  if (masked) {
    const shown = display(field, value, true); // where it differs would tell what is hidden
    return [differs && place > 0 ? el('mark', {}, shown) : shown];
  }
  return spaced(parts[place] ?? [{ text: value, same: true }]).map(({ text, same }) =>
    same ? text : el('mark', {}, text),
  );
}

function damageOf(sight: Sight, field: string, place: number): Child[] {
  return sight.damage
    .filter((each) => each.row === place && each.field === field)
    .map(({ code }) => el('span', { class: 'damage' }, `⚠ ${term(t().review.damage, code)}`));
}
