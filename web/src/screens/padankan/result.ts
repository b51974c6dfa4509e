// After matching: the sentence, the four numbers, the weights, the lists, and the pairs that are in doubt.

import type { App } from '../../app';
import type { Summary } from '../../engine/protocol';
import { elapsed, fill, number, t, term } from '../../i18n';
import { type Child, el, rich } from '../../lib/dom';
import { formatRoute } from '../../state/route';
import type { RunState } from '../../state/state';
import { exportBar } from '../export-bar';
import { modelSection } from './model';
import { doubtfulPairs } from './pairs';
import { weights } from './weights';

type Done = Extract<RunState, { phase: 'done' }>;

export function result(app: App, run: Done, signal: AbortSignal): HTMLElement {
  const { summary } = run;
  return el(
    'div',
    { class: 'result' },
    el(
      'div',
      { class: 'headline' },
      el('div', { class: 'answer', role: 'status' }, ...answer(summary, run)),
      nextThing(app, summary.counts.review_pairs),
    ),
    counts(summary),
    el('section', { class: 'pairs-section' }, ...doubtfulPairs(app, summary.counts.review_pairs, signal)),
    summary.histogram && weights(app, summary.histogram, signal),
    sources(summary),
    modelSection(app, signal, summary),
    exportBar(app, signal),
  );
}

function nextThing(app: App, questions: number): HTMLElement {
  const again = el(
    'button',
    { type: 'button', class: 'quiet', 'data-testid': 'run', onclick: () => void app.actions.startRun() },
    t().match.runAgain,
  );
  const review = el(
    'a',
    { class: 'button primary', href: '#/tinjau', 'data-testid': 'to-review' },
    t().match.toReview, // no number: Tinjau also asks about groups
  );
  const unified = el(
    'a',
    { class: `button ${questions > 0 ? '' : 'primary'}`, href: '#/satu-data', 'data-testid': 'to-unified' },
    t().match.toUnified,
  );
  return el('div', { class: 'next' }, questions > 0 && review, unified, again);
}

function answer(summary: Summary, run: Done): Child[] {
  const { match } = t();
  const { counts } = summary;
  const door = (value: number, unit: string): HTMLElement => el('a', { href: names({ unit }) }, number(value));
  const sentence = counts.review_pairs > 0 ? match.answer : match.answerSure;
  const facts = fill(match.timings, {
    time: elapsed(run.took),
    workers: number(run.workers),
    pairs: number(summary.pairs_scored ?? 0),
  });
  return [
    el(
      'p',
      {},
      ...rich(sentence, {
        rows: door(counts.rows, 'rows'),
        sources: number(summary.sources.length),
        persons: door(counts.persons, 'persons'),
        families: door(counts.families, 'families'),
        review: el('a', { href: '#/tinjau' }, number(counts.review_pairs)),
      }),
    ),
    el(
      'p',
      { class: 'muted' },
      facts,
      counts.set_aside > 0 && ` ${fill(match.setAside, { n: number(counts.set_aside) })}`,
    ),
  ];
}

/** Where the names behind a number stand. */
function names(params: Record<string, string>): string {
  return formatRoute({ screen: 'satu-data', params });
}

function counts(summary: Summary): HTMLElement {
  const { match } = t();
  const figure = (id: string, value: number, word: string, href: string): HTMLElement =>
    el(
      'div',
      {},
      el('dt', {}, word),
      el('dd', { 'data-testid': `count-${id}`, 'data-value': value }, el('a', { href }, number(value))),
    );
  const { rows, persons, families, review_pairs } = summary.counts;
  return el(
    'dl',
    { class: 'figures counts' },
    figure('rows', rows, match.countRows, names({ unit: 'rows' })),
    figure('persons', persons, match.countPersons, names({ unit: 'persons' })),
    figure('families', families, match.countFamilies, names({ unit: 'families' })),
    figure('review', review_pairs, match.countReview, '#/tinjau'),
  );
}

function sources(summary: Summary): HTMLElement {
  const { match, terms } = t();
  const head = (word: string, numeric: boolean): HTMLElement =>
    el('th', { scope: 'col', class: numeric ? 'numeric' : '' }, word);
  const value = (n: number, params: Record<string, string>): HTMLElement =>
    el('td', { class: 'numeric' }, n === 0 ? number(n) : el('a', { href: names(params) }, number(n)));
  const rows = summary.sources.map((source) =>
    el(
      'tr',
      {},
      el('th', { scope: 'row' }, source.name, el('span', { class: 'muted' }, ` ${term(terms.layouts, source.layout)}`)),
      value(source.rows, { unit: 'rows', source: source.name }),
      value(source.persons, { source: source.name }),
      value(source.duplicates, { unit: 'rows', source: source.name, finding: 'duplicate_in_source' }),
    ),
  );
  return el(
    'section',
    {},
    el('h2', {}, match.sources),
    el(
      'table',
      { class: 'plain' },
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          head(match.source, false),
          head(match.sourceRows, true),
          head(match.sourcePersons, true),
          head(match.sourceDuplicates, true),
        ),
      ),
      el('tbody', {}, ...rows),
    ),
  );
}
