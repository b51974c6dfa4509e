// Where things stand with the seal, in one sentence, and the next thing to do.

import type { App } from '../../app';
import { errorSentence, fill, number, percent, t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import { lastSummary } from '../../state/state';
import { authorForm } from '../tinjau/author-form';
import { shortSeal } from './paper';

export function answerLine(app: App, signal: AbortSignal): HTMLElement {
  const answer = el('div', { class: 'answer' });
  const next = el('div', { class: 'next' });
  let asking = false;
  const draw = (): void => {
    const running = app.store.state.run.phase === 'running';
    redraw(answer, ...sentences(app), asking && sealForm(app, () => ask(false)));
    redraw(next, !asking && !running && nextButton(app, () => ask(true)));
  };
  const ask = (now: boolean): void => {
    asking = now;
    draw();
  };
  app.minutes.store.select((s) => s.sealing, draw, signal);
  app.minutes.store.select((s) => s.chosen, draw, signal);
  app.minutes.store.select((s) => s.current, draw, signal);
  app.minutes.store.select((s) => s.failure, draw, signal);
  app.decisions.store.select((s) => s.author, draw, signal);
  app.store.select((s) => s.run.phase, draw, signal);
  return el('div', { class: 'headline', 'data-testid': 'minutes-answer' }, answer, next);
}

function sentences(app: App): HTMLElement[] {
  const words = t().minutes;
  const { chosen, current, sealing, failure } = app.minutes.store.state;
  const result = lastSummary(app.store.state.run);
  const lines: HTMLElement[] = [];
  if (sealing !== undefined) {
    lines.push(el('p', { role: 'status' }, fill(words.sealing, { share: percent(sealing) })));
  } else if (chosen) {
    const { name, seal, counts } = chosen;
    const values = { name, seal: shortSeal(seal), persons: number(counts.persons), families: number(counts.families) };
    lines.push(el('p', { 'data-testid': 'minutes-seal', 'data-value': seal }, fill(words.sealed, values)));
  } else {
    lines.push(el('p', {}, result ? words.notSealed : words.noResult));
  }
  if (sealing === undefined && chosen && result && current !== chosen.seal) {
    lines.push(el('p', { class: 'muted' }, current === '' ? words.resultNewer : words.resultOther));
  }
  if (failure) {
    const sentence = errorSentence(failure);
    lines.push(el('p', { class: 'bad', role: 'alert' }, `${sentence.what} ${sentence.act}`));
  }
  return lines;
}

function nextButton(app: App, ask: () => void): HTMLElement | false {
  const words = t().minutes;
  const { current, sealing } = app.minutes.store.state;
  if (sealing !== undefined) {
    return false;
  }
  if (!lastSummary(app.store.state.run)) {
    return el('a', { class: 'button primary', href: '#/padankan' }, words.toMatch);
  }
  const attributes = { type: 'button', 'data-testid': 'seal', 'data-key': 'seal', onclick: ask };
  return el('button', { ...attributes, class: current === '' ? 'button primary' : 'button' }, words.sealNow);
}

/** A seal has a name and somebody who set it. */
function sealForm(app: App, done: () => void): HTMLElement {
  const words = t().minutes;
  const { author } = app.decisions.store.state;
  if (!author) {
    return authorForm(app);
  }
  const { versions } = app.minutes.store.state;
  const year = el('input', {
    type: 'text',
    inputmode: 'numeric',
    value: app.project.store.state.about.year,
    'data-testid': 'seal-year',
  });
  const name = el('input', {
    type: 'text',
    required: true,
    value: fill(words.versionN, { n: number(versions.length + 1) }),
    'data-testid': 'seal-name',
    'data-key': 'seal-name',
  });
  const submit = (event: Event): void => {
    event.preventDefault();
    done();
    void app.minutes.freeze(name.value.trim(), year.value.trim(), author);
  };
  return el(
    'form',
    { class: 'seal-form', onsubmit: submit },
    el('label', { class: 'field' }, el('span', {}, words.sealName), name),
    el('label', { class: 'field' }, el('span', {}, words.sealYear), year),
    el('button', { type: 'submit', class: 'button primary', 'data-testid': 'seal-set' }, words.sealSet),
    el('button', { type: 'button', class: 'quiet', onclick: done }, t().frame.close),
  );
}
