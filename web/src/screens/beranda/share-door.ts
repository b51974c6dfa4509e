// A share of questions from a colleague: opened without any list, answered on Tinjau.

import type { App } from '../../app';
import { errorSentence, t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import { passphraseField } from '../tinjau/hands';

export function shareDoor(app: App): HTMLElement {
  const words = t().hands;
  const file = el('input', { type: 'file', accept: '.padan', required: true, 'data-testid': 'share-file' });
  const { field, input } = passphraseField('share-passphrase');
  const trouble = el('div', { role: 'alert', 'data-testid': 'share-error' });
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const [box] = file.files ?? [];
    if (!box) {
      return;
    }
    try {
      await app.hands.openShare(box, input.value);
      app.actions.go({ screen: 'tinjau', params: {} });
    } catch (error) {
      const { what, act } = errorSentence(error, box.name);
      redraw(trouble, el('p', { class: 'bad' }, `${what} ${act}`));
    }
  };
  return el(
    'details',
    { class: 'share-door' },
    el('summary', { 'data-testid': 'share-door' }, words.open),
    el('p', { class: 'muted' }, words.openHint),
    el(
      'form',
      { class: 'hands-form', onsubmit: (event: Event) => void submit(event) },
      el('label', { class: 'field' }, el('span', {}, words.openFile), file),
      field,
      el('button', { type: 'submit', class: 'button', 'data-testid': 'share-open' }, words.openGo),
    ),
    trouble,
  );
}
