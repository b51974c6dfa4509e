// Files that came back: read one after the other, asked for a password where one is locked, then set against the batches.

import type { App } from '../../app';
import { PadanError } from '../../engine/protocol';
import { errorSentence, fill, number, t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import { today } from '../../lib/today';

let passwords: readonly string[] = []; // that opened a file: in memory only, tried on the next one

export async function takeFiles(
  app: App,
  files: readonly File[],
  status: HTMLElement,
  asks: HTMLElement,
): Promise<void> {
  const { verval: words } = t();
  status.className = 'muted';
  status.textContent = fill(words.taking, { n: number(files.length) });
  try {
    await app.engine.call('returns.clear', {});
    for (const file of files) {
      await readOne(app, file, asks);
    }
    const intake = await app.engine.call('returns.take', {
      today: today(),
      at: new Date().toISOString(),
      language: app.store.state.language,
    });
    app.fieldwork.took(intake);
    app.decisions.took({ live: intake.live });
    status.textContent = '';
    await app.fieldwork.changed();
  } catch (error) {
    const sentence = errorSentence(error);
    status.className = 'bad';
    status.textContent = `${sentence.what} ${sentence.act}`;
  }
}

async function readOne(app: App, file: File, asks: HTMLElement): Promise<void> {
  for (let final = false; ; ) {
    try {
      await app.engine.addReturn(file, { passwords, final });
      return;
    } catch (error) {
      const locked = error instanceof PadanError && ['file.encrypted', 'file.password'].includes(error.code);
      if (!locked || final) {
        throw error;
      }
      const password = await ask(asks, file.name);
      final = password === '';
      passwords = final ? passwords : [password, ...passwords];
    }
  }
}

/** The password, or nothing when this file is to be left aside. */
function ask(asks: HTMLElement, name: string): Promise<string> {
  const { verval: words } = t();
  return new Promise((resolve) => {
    const input = el('input', { type: 'password', autocomplete: 'off', 'data-testid': 'return-password' });
    const done = (password: string): void => {
      asks.replaceChildren();
      resolve(password);
    };
    redraw(
      asks,
      el(
        'form',
        {
          class: 'export-line',
          onsubmit: (event: Event) => {
            event.preventDefault();
            done(input.value);
          },
        },
        el('label', { class: 'inline' }, `${fill(words.locked, { file: name })} `, input),
        el('button', { type: 'submit', class: 'button' }, words.unlock),
        el('button', { type: 'button', class: 'button', onclick: () => done('') }, words.skip),
      ),
    );
    input.focus();
  });
}
