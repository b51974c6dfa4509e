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

// What decides most questions; the rest of the form is one click away.
const kMain = ['nik', 'kk', 'name', 'sex', 'birth_date', 'mother_name', 'address', 'rt', 'rw', 'rt_rw', 'village'];
const kCoded = ['sex', 'relation', 'vital_status']; // "L", "1" and "LAKI-LAKI" may mean the same

/** control: what a person may do with one row, under its name. */
export function sightTable(sight: Sight, masked: boolean, control?: (place: number) => Child): HTMLElement {
  const { review } = t();
  const filled = sight.fields.filter(({ values }) => values.some((value) => value !== ''));
  const main = filled.filter(({ field }) => kMain.includes(field));
  const others = filled.filter(({ field }) => !kMain.includes(field));
  const rows = (fields: readonly CaseField[]): HTMLElement[] => fields.map((field) => fieldRow(field, sight, masked));
  return el(
    'div',
    { class: 'scroll-x', tabindex: 0, role: 'group', 'aria-label': review.sides },
    el('table', { class: 'pair sight' }, head(sight, control), el('tbody', {}, ...rows(main))),
    others.length > 0 &&
      el(
        'details',
        {},
        el('summary', {}, fill(review.otherFields, { n: number(others.length) })),
        el('table', { class: 'pair sight' }, head(sight), el('tbody', {}, ...rows(others))),
      ),
  );
}

function head(sight: Sight, control?: (place: number) => Child): HTMLElement {
  const heads = sight.rows.map((row, place) =>
    el(
      'th',
      { scope: 'col', 'data-row': `${row.source}:${row.row}` },
      rowName(row),
      control && el('div', { class: 'member-control' }, control(place)),
    ),
  );
  return el(
    'thead',
    {},
    el('tr', {}, el('td', {}, el('span', { class: 'visually-hidden' }, t().review.field)), ...heads),
  );
}

function fieldRow(field: CaseField, sight: Sight, masked: boolean): HTMLElement {
  return el(
    'tr',
    { class: `${isNumber(field.field) ? 'digits' : ''} ${isMarked(field) ? 'differs' : ''}` },
    el('th', { scope: 'row' }, fieldName(field.field)),
    ...sight.rows.map((_, place) =>
      el('td', {}, ...valueCell(field, place, masked), ...damageOf(sight, field.field, place)),
    ),
  );
}

/** Whether differences are worth marking: letters of codes and of dates written in two ways say nothing, nor do zeros before RT. */
function isMarked({ field, values, differs }: CaseField): boolean {
  const kinds = (kind: (value: string) => string): number =>
    new Set(values.filter((value) => value !== '').map(kind)).size;
  if (field === 'birth_date') {
    return differs && kinds((value) => value.replace(/\d/g, '9')) === 1;
  }
  const isPlace = field === 'rt' || field === 'rw';
  return differs && !kCoded.includes(field) && !(isPlace && kinds((value) => value.replace(/^0+/, '')) === 1);
}

function valueCell(field: CaseField, place: number, masked: boolean): Child[] {
  const value = field.values[place] ?? '';
  if (value === '') {
    return [el('span', { class: 'muted' }, t().review.empty)];
  }
  if (masked) {
    const shown = display(field.field, value, true); // where it differs would tell what is hidden
    return [isMarked(field) && place > 0 ? el('mark', {}, shown) : shown];
  }
  const whole = [{ text: value, same: true }];
  return spaced(isMarked(field) ? (field.parts[place] ?? whole) : whole).map(({ text, same }) =>
    same ? text : el('mark', {}, text),
  );
}

function damageOf(sight: Sight, field: string, place: number): Child[] {
  return sight.damage
    .filter((each) => each.row === place && each.field === field)
    .map(({ code }) => el('span', { class: 'damage' }, `⚠ ${term(t().review.damage, code)}`));
}
