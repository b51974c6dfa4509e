// Where the officer stands: which question of how many, the time left at this pace, and what the next answers will settle.

import type { App } from '../../app';
import type { Range } from '../../engine/review-protocol';
import { duration, fill, number, t } from '../../i18n';
import { el } from '../../lib/dom';
import type { ReviewState } from '../../state/questions';

const kBatch = 50; // answers ahead that review.queue speaks of when it is not told

export function progressLine(app: App): HTMLElement {
  const { review } = t();
  const { state } = app.review.store;
  const { place, total } = placeOf(state);
  const parts = [fill(review.place, { n: number(place), total: number(total) })];
  if (state.fitting > 0) {
    parts.push(fill(review.timeLeft, { time: duration(app.review.timeLeft) }));
  }
  return el('p', { class: 'review-progress', 'data-testid': 'review-progress' }, parts.join(' · '));
}

/** Questions answered in this session count as asked; the one in sight is the next. */
export function placeOf({ order, position, answers, fitting }: ReviewState): { place: number; total: number } {
  const total = answers.size + fitting;
  return { place: Math.min(position + 1, Math.max(total, order.length)), total };
}

/** The main number that is least certain, now and after the next answers. */
export function rangeLine({ range, after, left }: ReviewState): HTMLElement {
  const { review } = t();
  const width = ({ low, high }: Range): number => high - low;
  const [widest] = [...range].sort((a, b) => width(b) - width(a));
  const then = after.find(({ figure }) => figure === widest?.figure);
  if (!widest || width(widest) === 0) {
    return el('p', { class: 'muted', hidden: true });
  }
  const figure = review.figures[widest.figure];
  const settled = then !== undefined && width(then) === 0;
  const sentence = fill(settled ? review.rangeSettled : then ? review.range : review.rangeSame, {
    figure: figure.charAt(0).toUpperCase() + figure.slice(1),
    low: number(widest.low),
    high: number(widest.high),
    n: number(Math.min(kBatch, left)),
    low2: number(then?.low ?? 0),
    high2: number(then?.high ?? 0),
  });
  return el('p', { class: 'muted', 'data-testid': 'review-range' }, sentence);
}
