// What a weight is made of: words and a bar for each comparison, for and against.

import type { PairDetail, WaterfallStep } from '../engine/protocol';
import { fieldName, fill, number, t, term } from '../i18n';
import { type Child, el } from '../lib/dom';

type Weighed = Pick<PairDetail, 'prior' | 'steps' | 'weight'>;

/** How a weight is made up, step by step. */
export function waterfall(pair: Weighed): HTMLElement {
  const widest = Math.max(1, Math.abs(pair.prior), ...pair.steps.map((step) => Math.abs(bits(step))));
  const line = (label: string, weight: number, note: Child): HTMLElement =>
    el(
      'li',
      { class: weight > 0.05 ? 'for' : weight < -0.05 ? 'against' : 'neutral' },
      el('span', { class: 'fall-words' }, label, note),
      el(
        'span',
        { class: 'fall-bar', 'aria-hidden': 'true' },
        el('span', { style: `width:${((Math.abs(weight) / widest) * 50).toFixed(1)}%` }),
      ),
      el('span', { class: 'fall-weight' }, signed(weight)),
    );
  return el(
    'ol',
    { class: 'waterfall' },
    line(t().pair.prior, pair.prior, false),
    ...pair.steps.map((step) => line(stepWords(step), bits(step), rarityNote(step))),
    el(
      'li',
      { class: 'sum' },
      el('span', { class: 'fall-words' }, t().pair.total),
      el('span'),
      el('span', { class: 'fall-weight' }, signed(pair.weight)),
    ),
  );
}

function rarityNote(step: WaterfallStep): Child {
  return (
    Math.abs(step.rarity) >= 0.05 &&
    el('span', { class: 'muted' }, ` (${fill(t().pair.rarity, { weight: signed(step.rarity) })})`)
  );
}

/** What a step adds in all: the core gives the part due to rarity apart. */
function bits(step: WaterfallStep): number {
  return step.weight + step.rarity;
}

/** "nama: hampir sama"; for identity, "NIK: 15 angka pertama sama …; tanggal lahir: sama". */
export function stepWords(step: { comparison: string; level: string }): string {
  if (step.comparison === 'identity') {
    const [nik = '', birth = ''] = step.level.split('+');
    return `${levelWords('nik', nik)}; ${levelWords('birth_date', birth)}`;
  }
  return levelWords(step.comparison, step.level);
}

/** "nama: hampir sama"; "nama" alone where there is no level. */
export function levelWords(comparison: string, level: string): string {
  const { pair, terms } = t();
  const weightless = comparison === 'family' || level === '';
  const name = terms.comparisons[comparison] ?? fieldName(comparison);
  return weightless ? name : fill(pair.step, { comparison: name, verdict: term(terms.levels, level) });
}

export function signed(weight: number): string {
  return `${weight > 0 ? '+' : weight < 0 ? '−' : ''}${number(Math.abs(weight), 1)}`;
}
