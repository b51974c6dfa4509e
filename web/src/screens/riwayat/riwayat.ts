// History: every decision with who, in what capacity, when and why; each can be undone in any order.

import type { App } from '../../app';
import { SidePanel } from '../../components/side-panel';
import { fill, number, t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import { savedWorkOffer } from '../saved-work';
import { historyTable } from './history-table';
import { logFiles } from './log-files';

export function riwayat(root: HTMLElement, app: App, signal: AbortSignal): void {
  const { review } = t();
  const panel = new SidePanel();
  panel.hidden = true;
  panel.dataset.testid = 'event-panel';
  const answer = el('div', { class: 'answer' });
  const table = el('div');
  root.append(
    el('h1', {}, review.history),
    savedWorkOffer(app, signal),
    el('div', { class: 'headline' }, answer),
    el('div', { class: 'with-panel' }, table, panel),
    logFiles(app, signal),
  );
  app.decisions.store.select(
    (s) => s.log,
    () => drawAnswer(answer, app),
    signal,
  );
  app.decisions.store.select(
    (s) => s.log.events > 0,
    (some) => redraw(table, some && historyTable(app, panel, signal)),
    signal,
  );
}

function drawAnswer(place: HTMLElement, app: App): void {
  const { review } = t();
  const { events, in_force, lost } = app.decisions.store.state.log;
  if (events === 0) {
    redraw(place, el('p', {}, review.historyNone), el('p', { class: 'muted' }, review.historyNoneHint));
    return;
  }
  redraw(
    place,
    el(
      'p',
      { 'data-testid': 'history-count', 'data-value': in_force },
      fill(review.historyAnswer, { n: number(in_force), all: number(events) }),
    ),
    lost > 0 && el('p', { class: 'bad', 'data-testid': 'history-lost' }, fill(review.historyLost, { n: number(lost) })),
  );
}
