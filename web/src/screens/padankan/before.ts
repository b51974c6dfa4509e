// What will be compared, how long it will take, how much memory it needs.

import type { App } from '../../app';
import type { Estimate } from '../../engine/protocol';
import { duration, errorSentence, fieldName, fill, number, size, t } from '../../i18n';
import { el, redraw, rich } from '../../lib/dom';
import { memoryOf } from '../../state/cost';
import { isReading, listCount, readySources } from '../../state/state';
import { memorySection } from './memory';

export function before(app: App, signal: AbortSignal): HTMLElement {
  const place = el('div');
  const draw = (): void => redraw(place, ...content(app));
  app.store.select((s) => s.estimate, draw, signal);
  app.store.select((s) => s.estimateFailure, draw, signal);
  app.store.select((s) => s.slowness, draw, signal);
  app.store.select((s) => isReading(s.files), draw, signal);
  return place;
}

function content(app: App): HTMLElement[] {
  const { state } = app.store;
  const sources = readySources(state.files);
  const reading = isReading(state.files);
  const run = el(
    'button',
    {
      type: 'button',
      class: 'button primary',
      'data-testid': 'run',
      'data-key': 'run',
      disabled: reading,
      onclick: () => void app.actions.startRun(),
    },
    fill(t().match.run, { sources: number(listCount(sources)) }),
  );
  const why = reading && el('p', { class: 'muted' }, t().files.nextReading);
  const headline = el(
    'div',
    { class: 'headline' },
    el('div', { class: 'answer' }, answer(app, sources.length)),
    el('div', { class: 'next' }, run, why),
  );
  if (!state.estimate) {
    return [headline];
  }
  // Which rules will be used is known exactly only after a first run of these files.
  const known = state.estimate.rules.length > 0 ? [rules(state.estimate)] : [];
  return [headline, figures(app, state.estimate), memorySection(app, state.estimate), ...known];
}

function answer(app: App, sources: number): HTMLElement {
  const { estimate, estimateFailure } = app.store.state;
  if (estimateFailure) {
    const sentence = errorSentence(estimateFailure);
    return el('p', { class: 'bad', role: 'alert' }, `${sentence.what} ${sentence.act}`);
  }
  if (!estimate) {
    return el('p', { class: 'muted' }, t().match.estimating);
  }
  const bold = (value: number): HTMLElement => el('b', {}, number(value));
  return el(
    'p',
    {},
    ...rich(t().match.before, { rows: bold(estimate.rows), sources: bold(sources), pairs: bold(estimate.pairs) }),
  );
}

function figures(app: App, estimate: Estimate): HTMLElement {
  const { match } = t();
  const { workers } = app.actions;
  const time = app.actions.estimatedTime;
  const hands = fill(match.workersText, {
    workers: number(workers),
    cores: number(navigator.hardwareConcurrency),
  });
  const figure = (name: string, value: string): HTMLElement => el('div', {}, el('dt', {}, name), el('dd', {}, value));
  return el(
    'dl',
    { class: 'figures' },
    figure(match.estimateTime, time === undefined ? '…' : duration(time)),
    figure(match.estimateMemory, size(memoryOf(estimate, workers))),
    figure(match.estimatePairs, number(estimate.pairs)),
    figure(match.estimateWorkers, hands),
  );
}

/** A rule of the core, or a number that lists share: "id:dtks". */
function ruleName(name: string): string {
  return t().terms.blocking[name] ?? fieldName(name);
}

function rules(estimate: Estimate): HTMLElement {
  const { match } = t();
  return el(
    'section',
    {},
    el('h2', {}, match.rules),
    el('p', { class: 'muted' }, match.rulesHint),
    el(
      'table',
      { class: 'plain' },
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'col' }, match.rule),
          el('th', { scope: 'col', class: 'numeric' }, match.rulePairs),
          el('th', { scope: 'col', class: 'numeric' }, match.ruleOversize),
        ),
      ),
      el(
        'tbody',
        {},
        ...estimate.rules.map((rule) =>
          el(
            'tr',
            {},
            el('th', { scope: 'row' }, ruleName(rule.name)),
            el('td', { class: 'numeric' }, number(rule.pairs)),
            el('td', { class: 'numeric' }, number(rule.oversize)),
          ),
        ),
      ),
    ),
  );
}
