// What hands answered differently, one after the other, as the meeting goes through it; printable.

import type { App } from '../../app';
import type { Disagreement, HandAnswer } from '../../engine/hands-protocol';
import { kAnswers } from '../../engine/review-protocol';
import { errorSentence, fill, number, t, term } from '../../i18n';
import { display } from '../../i18n/display';
import { type Child, el, redraw } from '../../lib/dom';
import { authorForm, authorLine } from './author-form';
import { rowName, sightTable } from './sight';

export function disagreements(app: App, signal: AbortSignal): HTMLElement {
  const words = t().hands;
  const place = el('div');
  const draw = (): void => {
    const { disagreements: items, open } = app.hands.store.state;
    const { author } = app.decisions.store.state;
    if (items.length === 0) {
      redraw(place, el('p', { class: 'muted' }, words.disagreementsNone));
      return;
    }
    const counts = { open: number(open), total: number(items.length) };
    redraw(
      place,
      el(
        'p',
        { 'data-testid': 'disagreements-open', 'data-value': open },
        fill(words.disagreementsOpen, counts),
        ' ',
        el('button', { type: 'button', class: 'quiet no-print', onclick: () => window.print() }, words.print),
      ),
      author ? authorLine(app, author) : authorForm(app),
      el('ol', { class: 'disagreements' }, ...items.map((item, at) => itemView(app, item, at))),
    );
  };
  app.hands.store.select((s) => s.disagreements, draw, signal);
  app.decisions.store.select((s) => s.author, draw, signal);
  return el('section', { class: 'disagreement-list' }, el('h2', {}, words.disagreements), place);
}

function itemView(app: App, item: Disagreement, at: number): HTMLElement {
  const words = t().hands;
  const sight = el('div', {}, namesOf(app, item));
  if (item.case !== null) {
    void app.review.detailOf(item.case).then(
      (detail) => redraw(sight, sightTable(detail, app.store.state.masked)),
      () => undefined, // the names of the rows stay
    );
  }
  return el(
    'li',
    { 'data-testid': 'disagreement', 'data-open': String(item.meeting === null) },
    el('h3', {}, fill(words.item, { n: number(at + 1) })),
    sight,
    el('ul', { class: 'hand-answers' }, ...item.answers.map(saysLine)),
    item.meeting ? settledLine(app, item.meeting) : app.decisions.store.state.author && choices(app, item),
  );
}

/** Where the question is no more: the rows that it was about. */
function namesOf(app: App, item: Disagreement): HTMLElement {
  const said = item.answers[0]?.said ?? [];
  const line = (row: (typeof said)[number]['left']): string =>
    `${rowName(row)}${row.name === undefined ? '' : ` – ${display('name', row.name, app.store.state.masked)}`}`;
  return el('p', {}, said.map(({ left, right }) => `${line(left)}; ${line(right)}`).join('; '));
}

function answerWords(answer: HandAnswer): string {
  const { review } = t();
  const parts = new Set(answer.said.map(({ kind }) => kind));
  return (parts.size > 1 ? review.answer.parts : review.answer[answer.answer]).toLowerCase();
}

function saysLine(answer: HandAnswer): HTMLElement {
  const { hands: words, review } = t();
  const capacity = answer.capacity === '' ? '' : fill(words.capacity, { capacity: answer.capacity });
  const by = answer.by === '' ? words.unnamed : answer.by;
  const why = [
    answer.reason !== '' && fill(words.why, { reason: term(review.reasons, answer.reason) }),
    answer.note !== '' && `"${answer.note}"`,
  ].filter((each) => each !== false);
  const says = fill(words.says, { by, capacity, answer: answerWords(answer) });
  return el('li', {}, [says, ...why].join('; '));
}

function settledLine(app: App, meeting: HandAnswer): HTMLElement {
  const words = t().hands;
  const at = new Date(meeting.at).toLocaleString(t().locale, { dateStyle: 'medium', timeStyle: 'short' });
  const note = meeting.note === '' ? '' : ` "${meeting.note}"`;
  const undo = {
    type: 'button',
    class: 'quiet no-print',
    onclick: () => void app.hands.unsettle(meeting.seq),
  } as const;
  return el(
    'p',
    { class: 'settled' },
    fill(words.meeting, { answer: answerWords(meeting), by: meeting.by, at }) + note,
    ' ',
    el('button', { ...undo, 'data-testid': 'disagreement-undo' }, words.undo),
  );
}

/** Of two rows all three answers are possible; of more, what one of the hands said, or that it is not known. */
function choices(app: App, item: Disagreement): HTMLElement {
  const { hands: words, review } = t();
  const note = el('input', { type: 'text', maxlength: 300, 'data-testid': 'disagreement-note' });
  const trouble = el('span', { role: 'alert', class: 'bad' });
  const settle = (as: Parameters<typeof app.hands.settle>[1]): void =>
    void app.hands.settle(item, as, note.value.trim()).catch((error: unknown) => {
      redraw(trouble, errorSentence(error).what);
    });
  const button = (text: string, id: string, as: Parameters<typeof settle>[0]): Child =>
    el('button', { type: 'button', class: 'button', 'data-testid': `settle-${id}`, onclick: () => settle(as) }, text);
  const ofTwoRows = item.answers.every(({ said }) => said.length === 1);
  const buttons = ofTwoRows
    ? kAnswers.map((answer) => button(review.answer[answer], answer, { answer }))
    : [
        ...item.answers.map(({ by, hand }) => button(fill(words.follow, { by }), `like-${hand}`, { like: hand })),
        button(review.answer.unsure, 'unsure', { answer: 'unsure' }),
      ];
  return el(
    'div',
    { class: 'answers no-print' },
    ...buttons,
    el('label', { class: 'inline grow' }, `${words.meetingNote} `, note),
    trouble,
  );
}
