// The log of decisions as a file of the officer's own: saved, and opened again. The project as a whole: project-panel.ts.

import type { App } from '../../app';
import { icon } from '../../components/icons';
import { errorSentence, fill, number, size, t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import { download } from '../../lib/download';

export function logFiles(app: App, signal: AbortSignal): HTMLElement {
  const { review } = t();
  const status = el('p', { class: 'muted', role: 'status', 'data-testid': 'log-status' });
  const say = (text: string): void => {
    status.className = 'muted';
    status.textContent = text;
  };
  const complain = (error: unknown): void => {
    const sentence = errorSentence(error);
    status.className = 'bad';
    status.textContent = `${sentence.what} ${sentence.act}`;
  };
  const attempt = (work: () => Promise<string>): void => void work().then(say, complain);
  const doors = el('div', { class: 'export-line' });
  app.decisions.store.select(
    (s) => s.log.events > 0,
    (some) =>
      redraw(
        doors,
        some && button('log-save', review.saveLog, () => attempt(() => saveLog(app))),
        ...chooser('log-file', '.jsonl', review.openLog, (file) => attempt(() => openLog(app, file))),
      ),
    signal,
  );
  return el(
    'section',
    { class: 'log-files' },
    el('h2', {}, review.logFiles),
    el('p', { class: 'muted' }, review.logHint),
    doors,
    status,
  );
}

function button(id: string, label: string, onclick: () => void): HTMLElement {
  return el(
    'button',
    { type: 'button', class: 'button', 'data-testid': id, 'data-key': id, onclick },
    icon('down'),
    label,
  );
}

function chooser(id: string, accept: string, label: string, chosen: (file: File) => void): HTMLElement[] {
  const input = el('input', {
    type: 'file',
    accept,
    id,
    class: 'visually-hidden',
    'data-testid': id,
    'data-key': id,
    onchange: () => {
      const file = input.files?.[0];
      if (file) {
        chosen(file);
      }
      input.value = ''; // the same file may be chosen again
    },
  });
  return [input, el('label', { class: 'button', for: id }, label)];
}

function saved(blob: Blob, name: string): string {
  download(blob, name);
  return fill(t().unified.exported, { name, size: size(blob.size) });
}

async function saveLog(app: App): Promise<string> {
  return saved(await app.engine.saveDecisions(), 'decisions.jsonl');
}

async function openLog(app: App, file: File): Promise<string> {
  if (!(await app.decisions.load(file, file.name))) {
    throw app.decisions.store.state.failure;
  }
  const { events, in_force } = app.decisions.store.state.log;
  await app.actions.applyDecisions();
  return fill(t().review.logOpened, { n: number(events), file: file.name, force: number(in_force) });
}
