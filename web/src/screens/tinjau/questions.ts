// One question at a time, by keyboard: the bar with the answers stays where it is, everything above it changes.

import type { App } from '../../app';
import type { Answer } from '../../engine/review-protocol';
import { errorSentence, fill, number, t } from '../../i18n';
import { display } from '../../i18n/display';
import { el, redraw } from '../../lib/dom';
import { answerButtons } from './answer-bar';
import { authorForm, authorLine } from './author-form';
import { onKeys } from './keys';
import { placeOf, progressLine, rangeLine } from './progress';
import { questionView } from './question';
import { rowName } from './sight';
import { WhyFields } from './why';

export function questions(app: App, signal: AbortSignal): HTMLElement {
  const place = el('div');
  let life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  const draw = (): void => {
    life.abort();
    life = new AbortController();
    const known = app.decisions.store.state.author !== undefined;
    const unknown = nothingLeft(app) ? finished(app) : authorForm(app);
    redraw(place, known ? asking(app, life.signal) : unknown);
    if (!known) {
      queueMicrotask(() => place.querySelector('input')?.focus()); // after the frame has given the screen the focus
    }
  };
  app.decisions.store.select((s) => s.author, draw, signal);
  const drawUnknown = (): void => {
    if (!app.decisions.store.state.author) {
      draw();
    }
  };
  app.review.store.select(() => nothingLeft(app), drawUnknown, signal);
  return place;
}

/** Then nobody needs to say who decides. */
function nothingLeft(app: App): boolean {
  const { phase, left } = app.review.store.state;
  return phase === 'ready' && left === 0;
}

function asking(app: App, signal: AbortSignal): HTMLElement {
  const { review } = t();
  const head = el('div', { class: 'question-head' });
  const range = el('div');
  const body = el('div', { class: 'question-place' });
  const bar = el('div', { class: 'answer-bar' });
  const live = el('p', { class: 'visually-hidden', role: 'status' });
  const why = new WhyFields();
  const act = actions(app, why, live);
  const drawHead = (): void =>
    isThrough(app) ? redraw(head) : redraw(head, el('h2', {}, questionWords(app)), progressLine(app));
  const drawBody = (): void => {
    redraw(body, ...content(app, act.parts));
    announce(app, live);
  };
  const drawBar = (): void => redraw(bar, ...barContent(app, act, why));
  app.review.store.select(
    (s) => `${s.phase} ${s.position} ${s.fitting} ${s.detail?.case} ${s.tempo.took.length}`,
    drawHead,
    signal,
  );
  app.review.store.select(
    (s) => s.range,
    () => redraw(range, rangeLine(app.review.store.state)),
    signal,
  );
  app.review.store.select((s) => s.detail, drawBody, signal);
  app.review.store.select((s) => `${s.phase} ${s.failure?.code} ${s.order.length === s.position}`, drawBody, signal);
  app.review.store.select((s) => `${s.detail?.case} ${s.answers.get(s.detail?.case ?? -1)}`, drawBar, signal);
  onKeys(act.keys, signal);
  const { author } = app.decisions.store.state;
  return el(
    'div',
    { class: 'asking' },
    head,
    range,
    live,
    body,
    bar,
    author && authorLine(app, author),
    el('p', { class: 'muted keys-hint' }, review.keys),
  );
}

interface Act {
  answer: (answer: Answer) => void;
  parts: (parts: number[][]) => void;
  step: (by: number) => void;
  undo: () => void;
  keys: Record<string, () => void>;
}

function actions(app: App, why: WhyFields, live: HTMLElement): Act {
  const answer = (given: Answer): void => {
    if (app.review.store.state.detail) {
      void app.review.decide(given, why.take());
    }
  };
  const parts = (given: number[][]): void => void app.review.decideParts(given, why.take());
  const step = (by: number): void => void app.review.step(by);
  const undo = async (): Promise<void> => {
    const { review } = t();
    try {
      live.textContent = (await app.review.undoLast()) ? review.undone : review.nothingToUndo;
    } catch (error) {
      live.textContent = errorSentence(error).what;
    }
  };
  const keys = {
    s: () => answer('same'),
    b: () => answer('not_same'),
    t: () => answer('unsure'),
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    u: () => void undo(),
    a: () => why.focus(),
  };
  return { answer, parts, step, undo: () => void undo(), keys };
}

function questionWords(app: App): string {
  const { review } = t();
  const rows = app.review.store.state.detail?.rows.length ?? 2;
  return rows > 2 ? fill(review.questionCluster, { n: number(rows) }) : review.question;
}

function content(app: App, decideParts: (parts: number[][]) => void): HTMLElement[] {
  const { review } = t();
  const { failure, detail } = app.review.store.state;
  const trouble = failure ? [el('p', { class: 'bad', role: 'alert' }, problem(failure))] : [];
  if (isThrough(app)) {
    return [...trouble, finished(app)];
  }
  if (!detail) {
    return failure ? trouble : [el('p', { class: 'muted' }, review.loading)];
  }
  return [...trouble, questionView(detail, app.store.state.masked, decideParts)];
}

function problem(failure: { code: string; params: Record<string, string> }): string {
  const sentence = errorSentence(failure);
  return `${sentence.what} ${sentence.act}`;
}

/** Behind the last question. */
function isThrough(app: App): boolean {
  const { phase, order, position } = app.review.store.state;
  return phase === 'ready' && position >= order.length;
}

function finished(app: App): HTMLElement {
  const { review } = t();
  const decided = app.decisions.store.state.log.in_force > 0;
  return el(
    'div',
    { class: 'empty', 'data-testid': 'review-done' },
    el('p', { class: 'empty-title' }, decided ? review.done : review.nothing),
    decided && el('p', { class: 'muted' }, `${review.doneHint} ${review.doneUnsure}`),
    decided && el('a', { class: 'button', href: '#/riwayat' }, review.toHistory),
  );
}

function barContent(app: App, act: Act, why: WhyFields): HTMLElement[] {
  const { review } = t();
  const { detail, answers } = app.review.store.state;
  const given = detail && (answers.get(detail.case) ?? (detail.state === 'unsure' ? 'unsure' : undefined));
  const words = detail && detail.rows.length > 2 ? review.answerCluster : review.answer;
  const quiet = (key: string, text: string, onclick: () => void): HTMLElement =>
    el('button', { type: 'button', class: 'quiet', 'data-testid': key, 'data-key': key, onclick }, text);
  return [
    answerButtons({
      words,
      keys: true,
      given,
      answer: act.answer,
      more: [
        el(
          'span',
          { class: 'grow muted' },
          given && fill(review.given, { answer: review.answer[given].toLowerCase() }),
        ),
        quiet('review-previous', `← ${review.previous}`, () => act.step(-1)),
        quiet('review-next', `${review.next} →`, () => act.step(1)),
        quiet('review-undo', `U ${review.undo}`, act.undo),
      ],
    }),
    why.element,
  ];
}

/** The names are enough to know that another question is there; the table says the rest. */
function announce(app: App, live: HTMLElement): void {
  const { detail } = app.review.store.state;
  const [left, right] = detail?.rows ?? [];
  if (left && right) {
    const { masked } = app.store.state;
    const said = (row: typeof left): string => `${display('name', row.name, masked)}, ${rowName(row)}`;
    const { place, total } = placeOf(app.review.store.state);
    live.textContent = fill(t().review.announce, {
      n: number(place),
      total: number(total),
      left: said(left),
      right: said(right),
    });
  }
}
