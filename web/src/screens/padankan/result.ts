// After matching: the sentence, the four numbers, the weights, the lists, and the pairs that are in doubt.

import type { App } from '../../app';
import { bandOf, weightHistogram } from '../../components/weight-histogram';
import type { Histogram, Summary } from '../../engine/protocol';
import { elapsed, fill, number, t, term } from '../../i18n';
import { type Child, el, rich } from '../../lib/dom';
import { formatRoute } from '../../state/route';
import type { RunState } from '../../state/state';
import { exportBar } from '../export-bar';
import { modelSection } from './model';
import { doubtfulPairs } from './pairs';

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
      nextThing(app),
    ),
    counts(summary),
    el('section', { class: 'pairs-section' }, ...doubtfulPairs(app, summary.counts.review_pairs, signal)),
    summary.histogram ? histogram(summary.histogram) : el('div'),
    sources(summary),
    modelSection(app, signal, summary),
    exportBar(app, signal),
  );
}

function nextThing(app: App): HTMLElement {
  const again = el(
    'button',
    { type: 'button', class: 'quiet', 'data-testid': 'run', onclick: () => void app.actions.startRun() },
    t().match.runAgain,
  );
  return el(
    'div',
    { class: 'next' },
    el('a', { class: 'button primary', href: '#/satu-data', 'data-testid': 'to-unified' }, t().match.toUnified),
    again,
  );
}

function answer(summary: Summary, run: Done): Child[] {
  const { match } = t();
  const { counts } = summary;
  const door = (value: number, unit: string): HTMLElement =>
    el('a', { href: formatRoute({ screen: 'satu-data', params: { unit } }) }, number(value));
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
        review: el('a', { href: '#pairs', onclick: showPairs }, number(counts.review_pairs)),
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

function showPairs(event: Event): void {
  event.preventDefault();
  document.getElementById('pairs')?.scrollIntoView({ block: 'start' });
  document.getElementById('pairs')?.focus({ preventScroll: true });
}

function counts(summary: Summary): HTMLElement {
  const { match } = t();
  const figure = (id: string, value: number, word: string): HTMLElement =>
    el('div', {}, el('dt', {}, word), el('dd', { 'data-testid': `count-${id}`, 'data-value': value }, number(value)));
  const { rows, persons, families, review_pairs } = summary.counts;
  return el(
    'dl',
    { class: 'figures counts' },
    figure('rows', rows, match.countRows),
    figure('persons', persons, match.countPersons),
    figure('families', families, match.countFamilies),
    figure('review', review_pairs, match.countReview),
  );
}

function histogram(data: Histogram): HTMLElement {
  const { match } = t();
  const sums = { reject: 0, review: 0, accept: 0 };
  data.counts.forEach((count, i) => {
    sums[bandOf(data.from + (i + 0.5) * data.step, data.review, data.accept)] += count;
  });
  const words = fill(match.histogramText, {
    reject: number(sums.reject),
    review: number(sums.review),
    accept: number(sums.accept),
  });
  const plot = weightHistogram({
    ...data,
    label: `${match.histogram}. ${words}`,
    bands: { reject: match.bandReject, review: match.bandReview, accept: match.bandAccept },
    axis: match.weightAxis,
    format: (weight) => number(weight, 1),
    binLabel: (from, to, count) => fill(match.bin, { from: number(from, 1), to: number(to, 1), count: number(count) }),
  });
  return el(
    'section',
    {},
    el('h2', {}, match.histogram),
    el('p', { class: 'muted' }, `${match.histogramHint} ${words}`),
    plot,
  );
}

function sources(summary: Summary): HTMLElement {
  const { match, terms } = t();
  const head = (word: string, numeric: boolean): HTMLElement =>
    el('th', { scope: 'col', class: numeric ? 'numeric' : '' }, word);
  const value = (n: number): HTMLElement => el('td', { class: 'numeric' }, number(n));
  const rows = summary.sources.map((source) =>
    el(
      'tr',
      {},
      el(
        'th',
        { scope: 'row' },
        el(
          'a',
          { href: formatRoute({ screen: 'satu-data', params: { unit: 'rows', source: source.name } }) },
          source.name,
        ),
        el('span', { class: 'muted' }, ` ${term(terms.layouts, source.layout)}`),
      ),
      value(source.rows),
      value(source.persons),
      value(source.duplicates),
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
