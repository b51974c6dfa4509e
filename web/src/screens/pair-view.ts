// Two rows side by side: where they differ inside the words, and what each difference weighs, in words first.

import type { PairDetail } from '../engine/protocol';
import { fieldName, fill, number, percent, t } from '../i18n';
import { display } from '../i18n/display';
import { type Child, el } from '../lib/dom';
import { isNumber } from '../lib/identity';
import { diffText, type Piece } from '../lib/text-diff';
import { waterfall } from './waterfall';

export function similarityWords(probability: number): string {
  const { match } = t();
  return probability >= 0.9
    ? match.verySimilar
    : probability >= 0.7
      ? match.similar
      : probability >= 0.4
        ? match.halfSimilar
        : match.littleSimilar;
}

export function pairView(pair: PairDetail, masked: boolean): HTMLElement[] {
  const summary = fill(t().pair.summary, {
    words: similarityWords(pair.probability),
    probability: percent(pair.probability, 1),
    weight: number(pair.weight, 1),
  });
  return [
    el('p', { class: 'pair-summary' }, summary),
    sides(pair, masked),
    el('h3', {}, t().pair.evidence),
    waterfall(pair),
  ];
}

const kOrder = ['name', 'nik', 'kk', 'birth_date', 'sex', 'mother_name', 'village', 'address'];

// Comparisons whose values are those of a field; identity (NIK and birth date) and family show theirs elsewhere.
const kFieldOf: Record<string, string> = {
  mother: 'mother_name',
  place: 'village',
  rt: 'rt_rw',
  identity: '',
  family: '',
};

/** The compared values; fields that no comparison shows are taken from the rows themselves. */
function sides(pair: PairDetail, masked: boolean): HTMLElement {
  const words = t().pair;
  const where = (row: PairDetail['left']): string => fill(words.where, { source: row.source, row: number(row.row) });
  const compared = pair.steps
    .map(({ comparison, left, right }) => ({ field: kFieldOf[comparison] ?? comparison, left, right }))
    .filter(({ field }) => field !== '');
  const shown = new Set(compared.map(({ field }) => field));
  const own = (['name', 'nik', 'kk', 'birth_date', 'village'] as const)
    .filter((field) => !shown.has(field))
    .map((field) => ({ field, left: pair.left[field], right: pair.right[field] }));
  const place = (field: string): number => (kOrder.includes(field) ? kOrder.indexOf(field) : kOrder.length);
  const lines = [...own, ...compared]
    .filter((line) => line.left !== '' || line.right !== '')
    .sort((a, b) => place(a.field) - place(b.field));
  return el(
    'table',
    { class: 'pair' },
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        el('td'),
        el('th', { scope: 'col' }, where(pair.left)),
        el('th', { scope: 'col' }, where(pair.right)),
      ),
    ),
    el('tbody', {}, ...lines.map((line) => sideRow(line.field, line.left, line.right, masked))),
  );
}

function sideRow(field: string, left: string, right: string, masked: boolean): HTMLElement {
  const [first, second] = [display(field, left, masked), display(field, right, masked)];
  // What is missing is unknown, not different: nothing is marked beside an empty value.
  const [a, b] = left === '' || right === '' ? [whole(first), whole(second)] : diffText(first, second);
  return el(
    'tr',
    { class: isNumber(field) ? 'digits' : '' },
    el('th', { scope: 'row' }, fieldName(field)),
    el('td', {}, ...marked(a)),
    el('td', {}, ...marked(b)),
  );
}

function whole(text: string): Piece[] {
  return text === '' ? [] : [{ text, same: true }];
}

/** Differences are underlined and coloured; <mark> says so to a screen reader too. */
function marked(pieces: readonly Piece[]): Child[] {
  return pieces.length === 0
    ? [el('span', { class: 'muted' }, t().pair.missing)]
    : pieces.map((piece) => (piece.same ? piece.text : el('mark', {}, piece.text)));
}
