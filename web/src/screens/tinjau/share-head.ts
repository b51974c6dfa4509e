// While a share is open: whose it is, how far it is answered, the way of the answers home, and the way out.

import type { App } from '../../app';
import { errorSentence, fill, number, t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import { download } from '../../lib/download';

export function shareHead(app: App, signal: AbortSignal): HTMLElement {
  const words = t().hands;
  const line = el('p', { 'data-testid': 'share-line' });
  const status = el('p', { class: 'muted', role: 'status', 'data-testid': 'share-status' });
  const draw = (): void => {
    const { share } = app.hands.store.state;
    if (share) {
      const { hand, hands, to, from, questions } = share;
      const { phase, left } = app.review.store.state;
      const answered = questions - (phase === 'ready' ? left : share.left);
      const named = { to: to || words.unnamed, from: from || words.unnamed };
      const counts = { hand: number(hand), hands: number(hands), questions: number(questions) };
      redraw(line, fill(words.share, { ...named, ...counts, answered: number(answered) }));
    }
  };
  const save = async (): Promise<void> => {
    try {
      const { name, blob, answers } = await app.hands.saveAnswers();
      download(blob, name);
      const from = app.hands.store.state.share?.from || words.unnamed;
      redraw(status, fill(words.answersSaved, { name, n: number(answers), from }));
    } catch (error) {
      redraw(status, errorSentence(error).what);
    }
  };
  app.hands.store.select((s) => s.share, draw, signal);
  app.review.store.select((s) => `${s.phase} ${s.left}`, draw, signal);
  const button = (id: string, style: string, text: string, onclick: () => void): HTMLElement =>
    el('button', { type: 'button', class: style, 'data-testid': id, 'data-key': id, onclick }, text);
  return el(
    'div',
    { class: 'notice share-head', 'data-testid': 'share-head' },
    el('div', { class: 'grow' }, line, el('p', { class: 'muted' }, words.shareLocal), status),
    button('share-save', 'button primary', words.saveAnswers, () => void save()),
    button('share-close', 'quiet', words.close, () => void app.hands.closeShare()),
  );
}
