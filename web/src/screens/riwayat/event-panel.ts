// One decision in full, and the way to take it back.

import type { App } from '../../app';
import type { SidePanel } from '../../components/side-panel';
import type { HistoryEvent } from '../../engine/review-protocol';
import { errorSentence, fill, number, t } from '../../i18n';
import { el } from '../../lib/dom';
import { authorForm } from '../tinjau/author-form';
import { kindWords, reasonWords, rowWords, stateWords, when } from './words';

export function openEvent(app: App, panel: SidePanel, event: HistoryEvent): void {
  const { review, frame } = t();
  const close = (): void => panel.close();
  const draw = (): void =>
    panel.open(fill(review.event, { seq: number(event.seq) }), frame.close, content(app, event, close, draw), close);
  draw();
}

function content(app: App, event: HistoryEvent, close: () => void, draw: () => void): HTMLElement[] {
  const { review } = t();
  const { masked } = app.store.state;
  const problem = el('p', { class: 'bad', role: 'alert' });
  const capacity = event.capacity === '' ? '' : ` ${fill(review.capacity, { capacity: event.capacity })}`;
  const facts: [string, string][] = [
    [review.head.kind, kindWords(event)],
    [review.head.left, rowWords(event.left, masked)],
    [review.head.right, rowWords(event.right, masked)],
    [review.head.by, `${event.by}${capacity}`],
    [review.head.at, when(event.at)],
    [review.head.reason, reasonWords(event)],
    [review.head.state, stateWords(event)],
  ];
  const undo = async (): Promise<void> => {
    try {
      await app.review.undo(event.seq);
      close();
    } catch (error) {
      problem.textContent = errorSentence(error).what;
    }
  };
  return [
    el(
      'dl',
      { class: 'event-facts' },
      ...facts
        .filter(([, value]) => value !== '')
        .flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]),
    ),
    ...(event.in_force
      ? [
          signed(
            app,
            undoButton(event, () => void undo()),
            draw,
          ),
        ]
      : []),
    problem,
  ];
}

/** Taking back is a decision, too: nobody does it without a name. */
function signed(app: App, button: HTMLElement, draw: () => void): HTMLElement {
  return app.decisions.store.state.author ? button : authorForm(app, draw);
}

function undoButton(event: HistoryEvent, undo: () => void): HTMLElement {
  const { review } = t();
  const words =
    event.kind === 'undo'
      ? review.eventRedo
      : event.size > 1
        ? fill(review.eventUndoMany, { n: number(event.size) })
        : review.eventUndo;
  return el('button', { type: 'button', class: 'button', 'data-testid': 'event-undo', onclick: undo }, words);
}
