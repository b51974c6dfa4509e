// Samples of a pattern, one in sight, and the one answer for all of its pairs: asked twice, because it is many at once.

import type { App } from '../../app';
import type { Answer, Pattern } from '../../engine/review-protocol';
import { errorSentence, fill, number, t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import { answerButtons } from './answer-bar';
import { authorForm } from './author-form';
import { evidenceView } from './evidence';
import { sightTable } from './sight';
import { WhyFields } from './why';

export function openPattern(app: App, pattern: Pattern, signal: AbortSignal): HTMLElement {
  const sample = el('div');
  const decision = el('div', { class: 'pattern-decision' });
  void showSample(app, pattern, 0, sample);
  app.decisions.store.select(
    (s) => s.author,
    (author) => redraw(decision, author ? ask(app, pattern, decision) : authorForm(app)),
    signal,
  );
  return el('div', {}, sample, decision);
}

async function showSample(app: App, pattern: Pattern, at: number, place: HTMLElement): Promise<void> {
  const { review } = t();
  const total = pattern.samples.length;
  const id = pattern.samples[at];
  if (id === undefined) {
    return;
  }
  const go = (by: number): void => void showSample(app, pattern, (at + by + total) % total, place);
  const turn = (key: string, text: string, by: number): HTMLElement =>
    el('button', { type: 'button', class: 'quiet', 'data-key': key, onclick: () => go(by) }, text);
  try {
    const detail = await app.review.detailOf(id);
    redraw(
      place,
      el(
        'p',
        { class: 'sample-line' },
        fill(review.patternSamples, { n: number(at + 1), total: number(total) }),
        turn('sample-previous', `← ${review.previous}`, -1),
        turn('sample-next', `${review.following} →`, 1),
      ),
      el('div', { class: 'question' }, sightTable(detail, app.store.state.masked), evidenceView(detail)),
    );
  } catch (error) {
    redraw(place, el('p', { class: 'bad', role: 'alert' }, errorSentence(error).what));
  }
}

function ask(app: App, pattern: Pattern, place: HTMLElement): HTMLElement {
  const { review } = t();
  const why = new WhyFields();
  const n = number(pattern.cases);
  return el(
    'div',
    {},
    el('p', {}, fill(review.patternDecide, { n })),
    answerButtons({
      words: review.answer,
      answer: (answer) => redraw(place, confirm(app, pattern, answer, why, place)),
    }),
    why.element,
  );
}

function confirm(app: App, pattern: Pattern, answer: Answer, why: WhyFields, place: HTMLElement): HTMLElement {
  const { review } = t();
  const words = { n: number(pattern.cases), answer: review.answer[answer].toLowerCase() };
  const failed = (error: unknown): void =>
    redraw(place, el('p', { class: 'bad', role: 'alert' }, errorSentence(error).what));
  return el(
    'div',
    { class: 'answers' },
    el(
      'button',
      {
        type: 'button',
        class: 'button primary',
        'data-testid': 'pattern-sure',
        onclick: () => void app.review.decidePattern(pattern.pattern, answer, why.take()).catch(failed),
      },
      fill(review.patternSure, words),
    ),
    el(
      'button',
      { type: 'button', class: 'button', onclick: () => redraw(place, ask(app, pattern, place)) },
      review.patternCancel,
    ),
  );
}
