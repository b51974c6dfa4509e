// One person: the value in use for each field, who says otherwise, and all source rows side by side with their cells.

import type { Cell, DataRow, PersonDetail, PersonField } from '../engine/protocol';
import { fieldName, fill, number, t, term } from '../i18n';
import { display } from '../i18n/display';
import { type Child, el } from '../lib/dom';
import { isNumber } from '../lib/identity';
import { diffText } from '../lib/text-diff';
import { flagWords } from './satu-data/columns';
import { companions } from './satu-data/companions';

type SourceRow = DataRow & { cells: Cell[] };

export function personView(
  person: PersonDetail,
  masked: boolean,
  openFamily: () => void,
  openPerson: (index: number) => void,
): HTMLElement[] {
  const { unified } = t();
  const facts = [
    display('nik', person.nik, masked),
    display('birth_date', person.birth_date, masked),
    person.village,
    person.district,
  ];
  return [
    el('p', { class: 'person-name' }, display('name', person.name, masked)),
    el('p', { class: 'muted' }, facts.filter((fact) => fact !== '').join(' · ')),
    ...(person.flags.length > 0 ? [el('p', { class: 'muted' }, flagWords(person.flags))] : []),
    el('p', {}, el('button', { type: 'button', class: 'link', onclick: openFamily }, unified.openFamily)),
    el('h3', {}, fill(unified.rowsOfPerson, { n: number(person.rows.length) })),
    el(
      'div',
      { class: 'scroll-x', tabindex: 0, role: 'group', 'aria-label': unified.resolved },
      sideBySide(person, masked),
    ),
    ...companions(person, masked, openPerson),
  ];
}

function sideBySide(person: PersonDetail, masked: boolean): HTMLElement {
  const { unified } = t();
  const resolved = new Map(person.fields.map((field) => [field.field, field]));
  const heads = person.rows.map((row) =>
    el(
      'th',
      { scope: 'col' },
      row.source,
      el('br'),
      el('span', { class: 'muted' }, `${t().unified.head.row} ${number(row.row)}`),
    ),
  );
  return el(
    'table',
    { class: 'side-by-side' },
    el(
      'thead',
      {},
      el('tr', {}, el('th', { scope: 'col' }, unified.field), el('th', { scope: 'col' }, unified.resolved), ...heads),
    ),
    el('tbody', {}, ...fieldsOf(person).map((field) => fieldRow(person, field, resolved.get(field), masked))),
  );
}

/** Understood fields first, in the order of the resolved values; then every other column by its header. */
function fieldsOf(person: PersonDetail): string[] {
  const order = person.fields.map((field) => field.field);
  const inRows = person.rows.flatMap((row) => row.cells.map(keyOf));
  return [
    ...new Set([
      ...order,
      ...inRows.filter((key) => !key.startsWith(kOther)),
      ...inRows.filter((key) => key.startsWith(kOther)),
    ]),
  ];
}

const kOther = '\u0000'; // marks a column that is only text: it is told apart by its header

function keyOf(cell: Cell): string {
  return cell.field === 'text' ? kOther + cell.header : cell.field;
}

function fieldRow(person: PersonDetail, key: string, resolved: PersonField | undefined, masked: boolean): HTMLElement {
  const other = key.startsWith(kOther);
  const field = other ? 'text' : key;
  const label = other ? key.slice(kOther.length) : fieldName(key);
  const value = resolved?.value ?? '';
  return el(
    'tr',
    { class: isNumber(field) ? 'digits' : '' },
    el('th', { scope: 'row' }, label),
    el(
      'td',
      { class: 'resolved' },
      display(field, value, masked),
      resolved && resolved.dissenters.length > 0 && el('span', { class: 'muted why' }, whyWords(resolved)),
    ),
    ...person.rows.map((row) => sourceCell(row, key, field, resolved, masked)),
  );
}

/** "menurut Dukcapil (UU 24/2013)": the rule by which the value won, and what it rests on. */
function whyWords({ rule, basis }: PersonField): string {
  const words = term(t().terms.rules, rule);
  return basis === '' ? words : `${words} (${basis})`;
}

function sourceCell(
  row: SourceRow,
  key: string,
  field: string,
  resolved: PersonField | undefined,
  masked: boolean,
): HTMLElement {
  const raw = row.cells
    .filter((cell) => keyOf(cell) === key)
    .map((cell) => cell.value)
    .filter((value) => value !== '')
    .join(' ');
  const shown = display(field, raw, masked);
  const isRow = (each: { source: string; row: number }): boolean => each.source === row.source && each.row === row.row;
  if (resolved && isRow(resolved)) {
    return el(
      'td',
      { class: 'winner', title: fill(t().unified.winner, { source: row.source }) },
      el('span', { class: 'sign' }, '✓ '),
      shown,
    );
  }
  if (resolved?.dissenters.some(isRow)) {
    const [pieces] = diffText(shown, display(field, resolved.value, masked));
    return el(
      'td',
      { class: 'dissent' },
      el('span', { class: 'sign' }, '≠ '),
      ...pieces.map((piece): Child => (piece.same ? piece.text : el('mark', {}, piece.text))),
    );
  }
  return el('td', {}, shown);
}
