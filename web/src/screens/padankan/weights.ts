// The weights of all pairs as a picture with two handles; what other limits would lead to is said while they are moved.

import type { App } from '../../app';
import { bandOf, type Thresholds, weightHistogram } from '../../components/weight-histogram';
import type { Histogram } from '../../engine/protocol';
import type { Expected, Handles } from '../../engine/review-protocol';
import { duration, errorSentence, fill, number, t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import { perAnswer } from '../../state/tempo';

export function weights(app: App, data: Histogram, signal: AbortSignal): HTMLElement {
  const { match, review } = t();
  const words = el('p', { class: 'muted' });
  const picture = el('div');
  const figures = el('div', { class: 'handle-figures', 'data-testid': 'handle-figures', role: 'status' });
  const say = (to: Thresholds): void => {
    words.textContent = `${match.histogramHint} ${bandWords(data, to)} ${review.handles.hint}`;
  };
  const ask = latest(signal, async (to: Thresholds) => {
    try {
      const handles = await app.engine.call('review.handles', { ...to });
      return () => redraw(figures, ...outcome(app, handles, draw));
    } catch (error) {
      return () => redraw(figures, el('p', { class: 'bad' }, errorSentence(error).what));
    }
  });
  const move = (to: Thresholds): void => {
    say(to);
    ask(to);
  };
  const draw = (): void => {
    redraw(picture, histogram(data, move));
    move({ review: data.review, accept: data.accept });
  };
  draw();
  return el('section', {}, el('h2', {}, match.histogram), words, picture, figures);
}

/** Asks for the last of many requests only: a drag makes more of them than there are answers. */
function latest<T>(signal: AbortSignal, work: (value: T) => Promise<() => void>): (value: T) => void {
  let waiting: T | undefined;
  let busy = false;
  const go = async (): Promise<void> => {
    busy = true;
    while (waiting !== undefined) {
      const value = waiting;
      waiting = undefined;
      const show = await work(value);
      if (!signal.aborted && waiting === undefined) {
        show();
      }
    }
    busy = false;
  };
  return (value) => {
    waiting = value;
    if (!busy) {
      void go();
    }
  };
}

function bandWords(data: Histogram, { review, accept }: Thresholds): string {
  const sums = { reject: 0, review: 0, accept: 0 };
  data.counts.forEach((count, i) => {
    sums[bandOf(data.from + (i + 0.5) * data.step, review, accept)] += count;
  });
  return fill(t().match.histogramText, {
    reject: number(sums.reject),
    review: number(sums.review),
    accept: number(sums.accept),
  });
}

function histogram(data: Histogram, move: (to: Thresholds) => void): SVGSVGElement {
  const { match, review } = t();
  return weightHistogram({
    ...data,
    label: `${match.histogram}. ${bandWords(data, data)}`,
    bands: { reject: match.bandReject, review: match.bandReview, accept: match.bandAccept },
    axis: match.weightAxis,
    format: (weight) => number(weight, 1),
    binLabel: (from, to, count) => fill(match.bin, { from: number(from, 1), to: number(to, 1), count: number(count) }),
    handles: { label: { review: review.handles.review, accept: review.handles.accept }, move },
  });
}

function outcome(app: App, handles: Handles, reset: () => void): HTMLElement[] {
  const words = t().review.handles;
  const figure = (name: string, value: string): HTMLElement => el('div', {}, el('dt', {}, name), el('dd', {}, value));
  const between = ({ low, high }: Expected): string =>
    fill(words.between, { low: number(Math.floor(low)), high: number(Math.ceil(high)) });
  const use = async (): Promise<void> => {
    await app.engine.call('review.thresholds', { accept: handles.accept, review: handles.review });
    await app.actions.applyDecisions();
  };
  const hours = duration(handles.review_pairs * perAnswer(app.review.store.state.tempo));
  return [
    el(
      'dl',
      { class: 'figures' },
      figure(words.persons, number(handles.persons)),
      figure(words.families, number(handles.families)),
      figure(words.questions, number(handles.review_pairs)),
      figure(words.hours, hours),
      figure(words.falseLinks, between(handles.false_links)),
      figure(words.missedLinks, between(handles.missed_links)),
    ),
    el(
      'div',
      { class: 'export-line' },
      el('span', { class: 'muted' }, handles.exact ? words.exact : words.estimate),
      !handles.exact &&
        el(
          'button',
          {
            type: 'button',
            class: 'button',
            'data-testid': 'handles-use',
            'data-key': 'handles-use',
            onclick: () => void use(),
          },
          words.use,
        ),
      !handles.exact &&
        el('button', { type: 'button', class: 'quiet', 'data-key': 'handles-reset', onclick: reset }, words.reset),
    ),
  ];
}
