// Pairs that agree and differ in the same fields, as bars with a strip of fields under them; one answer for a whole pattern.

import type { App } from '../../app';
import type { Pattern } from '../../engine/review-protocol';
import { errorSentence, fieldName, fill, number, t, term } from '../../i18n';
import { type Child, el, redraw } from '../../lib/dom';
import { openPattern } from './pattern-samples';

const kShown = 40;

type Agreement = 'good' | 'part' | 'bad' | 'none';

const kSigns: Record<Agreement, string> = { good: '=', part: '≈', bad: '≠', none: '?' };
const kPlain: Readonly<Record<string, Agreement>> = {
  equal: 'good',
  missing: 'none',
  '': 'none',
  different: 'bad',
  both_confirmed: 'bad',
};

/** How far a level of a comparison agrees. Levels of identity are two: of NIK and of birth date. */
export function agreementOf(level: string): Agreement {
  return kPlain[level] ?? 'part';
}

/** The strip of a pattern: field by field; identity is told as NIK and birth date. */
export function stripOf(levels: Readonly<Record<string, string>>): { field: string; level: string }[] {
  return Object.entries(levels).flatMap(([field, level]) => {
    const [nik = '', birth] = level.split('+');
    return field === 'identity' && birth !== undefined
      ? [
          { field: 'nik', level: nik },
          { field: 'birth_date', level: birth },
        ]
      : [{ field, level }];
  });
}

export function patterns(app: App, signal: AbortSignal): HTMLElement {
  const { review } = t();
  const place = el('div', { class: 'patterns' });
  const last = el('div', { role: 'status' });
  const load = async (): Promise<void> => {
    try {
      const found = await app.engine.call('review.patterns', { from: 0, to: kShown, ...app.review.patternFilter });
      if (!signal.aborted) {
        redraw(place, ...list(app, found.patterns, signal));
      }
    } catch (error) {
      redraw(place, el('p', { class: 'bad', role: 'alert' }, errorSentence(error).what));
    }
  };
  app.decisions.store.select(
    (s) => s.version,
    () => void load(),
    signal,
  );
  app.review.store.select(
    (s) => s.lastPattern,
    () => redraw(last, lastDecided(app)),
    signal,
  );
  return el(
    'section',
    {},
    el('h2', {}, review.patterns),
    el('p', { class: 'muted' }, review.patternsHint),
    last,
    place,
  );
}

function lastDecided(app: App): HTMLElement | false {
  const { review } = t();
  const { lastPattern } = app.review.store.state;
  if (!lastPattern) {
    return false;
  }
  const words = { n: number(lastPattern.decided), answer: review.answer[lastPattern.answer].toLowerCase() };
  return el(
    'div',
    { class: 'notice', 'data-testid': 'pattern-decided' },
    el('p', {}, fill(review.patternDecided, words)),
    el(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-testid': 'pattern-undo',
        'data-key': 'pattern-undo',
        onclick: () => void app.review.undoPattern(),
      },
      review.patternUndo,
    ),
  );
}

function list(app: App, found: readonly Pattern[], signal: AbortSignal): HTMLElement[] {
  const { review } = t();
  if (found.length === 0) {
    return [el('p', { class: 'muted', 'data-testid': 'patterns-none' }, review.patternsNone)];
  }
  const most = Math.max(...found.map(({ cases }) => cases));
  return [el('ul', { class: 'pattern-list' }, ...found.map((pattern) => patternItem(app, pattern, most, signal)))];
}

function patternItem(app: App, pattern: Pattern, most: number, signal: AbortSignal): HTMLElement {
  const { review } = t();
  const samples = el('div', { class: 'pattern-samples' });
  const open = el(
    'button',
    {
      type: 'button',
      class: 'button',
      'aria-expanded': 'false',
      'data-testid': 'pattern-open',
      'data-key': `pattern-${pattern.pattern}`,
      onclick: () => {
        const opening = samples.childElementCount === 0;
        open.setAttribute('aria-expanded', String(opening));
        redraw(samples, opening && openPattern(app, pattern, signal));
      },
    },
    review.patternOpen,
  );
  return el(
    'li',
    { 'data-testid': 'pattern' },
    el(
      'div',
      { class: 'pattern-line' },
      el(
        'div',
        { class: 'pattern-bar', 'aria-hidden': 'true' },
        el('span', { style: `width:${((pattern.cases / most) * 100).toFixed(1)}%` }),
      ),
      el('span', { class: 'numeric pattern-count' }, fill(review.patternCases, { n: number(pattern.cases) })),
      el('span', { class: 'numeric muted' }, `${t().match.weight} ${number(pattern.weight, 1)}`),
      open,
    ),
    el('ul', { class: 'strip' }, ...stripOf(pattern.levels).map(chip)),
    samples,
  );
}

function chip({ field, level }: { field: string; level: string }): Child {
  const { review, terms } = t();
  const agreement = agreementOf(level);
  const words = level === '' ? review.strip.none : term(terms.levels, level);
  return el(
    'li',
    { class: `chip ${agreement}`, title: words },
    el('span', { 'aria-hidden': 'true' }, `${kSigns[agreement]} `),
    terms.comparisons[field] ?? fieldName(field),
    el('span', { class: 'visually-hidden' }, `: ${words}`),
  );
}
