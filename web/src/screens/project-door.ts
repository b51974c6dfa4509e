// Opens a project file, asks for its passphrase where it is locked, and says which lists it wants. On Beranda and Berkas.

import type { App } from '../app';
import { errorSentence, fill, number, t } from '../i18n';
import { el, redraw } from '../lib/dom';

export function projectDoor(app: App): HTMLElement {
  const words = t().minutes.project;
  const below = el('div', { class: 'project-door-below' });
  const open = async (file: File, passphrase: string): Promise<void> => {
    try {
      await app.project.open(file, passphrase);
      app.actions.go({ screen: 'berkas', params: {} });
    } catch (error) {
      const code = (error as { code?: string }).code;
      const asks = code === 'file.encrypted' || code === 'box.passphrase';
      const sentence = errorSentence(error, file.name);
      redraw(
        below,
        code !== 'file.encrypted' &&
          el('p', { class: 'bad', role: 'alert', 'data-testid': 'project-error' }, `${sentence.what} ${sentence.act}`),
        asks && passphraseForm(file, (given) => void open(file, given)),
      );
      below.querySelector('input')?.focus();
    }
  };
  const input = el('input', {
    type: 'file',
    accept: '.padan,.json',
    id: 'project-file',
    class: 'visually-hidden',
    'data-testid': 'project-file',
    'data-key': 'project-file',
    onchange: () => {
      const file = input.files?.[0];
      if (file) {
        void open(file, '');
      }
      input.value = ''; // the same file may be chosen again
    },
  });
  return el(
    'div',
    { class: 'project-door' },
    input,
    el('label', { class: 'button', for: 'project-file' }, words.open),
    el('p', { class: 'muted' }, words.openHint),
    below,
  );
}

function passphraseForm(file: File, unlock: (passphrase: string) => void): HTMLElement {
  const words = t().minutes.project;
  const input = el('input', { type: 'password', autocomplete: 'off', required: true, 'data-testid': 'project-unlock' });
  const submit = (event: Event): void => {
    event.preventDefault();
    unlock(input.value);
  };
  return el(
    'form',
    { class: 'seal-form', onsubmit: submit },
    el('label', { class: 'field' }, el('span', {}, fill(words.asks, { file: file.name })), input),
    el('button', { type: 'submit', class: 'button', 'data-testid': 'project-unlock-now' }, words.unlock),
  );
}

/** Which lists the opened project was made from, and whether they are at hand. */
export function projectWants(app: App, signal: AbortSignal): HTMLElement {
  const place = el('div', { 'data-testid': 'project-wants' });
  const draw = (): void => {
    const words = t().minutes.project;
    const { opened, wanted } = app.project.store.state;
    if (!opened) {
      redraw(place);
      return;
    }
    const { file, decisions, versions } = opened;
    const counts = { file, decisions: number(decisions), versions: number(versions) };
    const all = wanted.length > 0 && wanted.every(({ state }) => state === 'same');
    redraw(
      place,
      el(
        'div',
        { class: 'notice' },
        el(
          'div',
          {},
          el('p', {}, fill(words.opened, counts)),
          wanted.length > 0 && el('p', {}, all ? words.wantsAll : words.wants),
          !all &&
            el(
              'ul',
              { class: 'check-list' },
              ...wanted.map(({ file: name, state }) =>
                el(
                  'li',
                  { class: state === 'changed' ? 'bad' : '', 'data-state': state },
                  `${state === 'same' ? '✓' : state === 'changed' ? '✕' : '…'} ${name}: ${words.wantStates[state]}`,
                ),
              ),
            ),
        ),
      ),
    );
  };
  app.project.store.select((s) => s.wanted, draw, signal);
  app.project.store.select((s) => s.opened, draw, signal);
  return place;
}
