// The model: what a run learned of its lists, saved as a file, and a saved one used instead of learning.

import type { App } from '../../app';
import { icon } from '../../components/icons';
import type { Summary } from '../../engine/protocol';
import { errorSentence, fill, number, size, t } from '../../i18n';
import { type Child, el, redraw } from '../../lib/dom';
import { download } from '../../lib/download';

const kName = 'model.json';

/** summary: of the result whose model can be saved; none before a run. */
export function modelSection(app: App, signal: AbortSignal, summary?: Summary): HTMLElement {
  const { match } = t();
  const choice = el('div', { class: 'export-line' });
  const status = el('p', { class: 'muted', role: 'status', 'data-testid': 'model-status' });
  const draw = (): void => {
    redraw(choice, summary !== undefined && saveButton(app, status), ...chooser(app));
    tell(status, app, summary);
  };
  app.store.select((s) => s.model, draw, signal);
  app.store.select((s) => s.modelFailure, draw, signal);
  return el(
    'section',
    {},
    el('h2', {}, match.model),
    el('p', { class: 'muted' }, match.modelHint),
    choice,
    learning(app, status),
    status,
  );
}

/** Decisions are labels only when the officer agrees. */
function learning(app: App, status: HTMLElement): HTMLElement {
  const box = el('input', { type: 'checkbox', 'data-testid': 'learn', 'data-key': 'learn' });
  const set = async (change: { learn_from_decisions?: boolean }): Promise<void> => {
    try {
      box.checked = (await app.engine.call('review.options', change)).learn_from_decisions;
    } catch (error) {
      complain(status, error);
    }
  };
  box.addEventListener('change', () => void set({ learn_from_decisions: box.checked }));
  void set({});
  return el('p', {}, el('label', { class: 'inline' }, box, ` ${t().review.learn}`));
}

function saveButton(app: App, status: HTMLElement): HTMLElement {
  const save = async (): Promise<void> => {
    try {
      const blob = await app.engine.saveModel();
      download(blob, kName);
      say(status, fill(t().unified.exported, { name: kName, size: size(blob.size) }));
    } catch (error) {
      complain(status, error);
    }
  };
  return el(
    'button',
    {
      type: 'button',
      class: 'button',
      'data-testid': 'model-save',
      'data-key': 'model-save',
      onclick: () => void save(),
    },
    icon('down'),
    t().match.modelSave,
  );
}

function chooser(app: App): Child[] {
  const { match } = t();
  const input = el('input', {
    type: 'file',
    accept: '.json',
    id: 'model-file',
    class: 'visually-hidden',
    'data-testid': 'model-file',
    'data-key': 'model-file',
    onchange: () => {
      const file = input.files?.[0];
      if (file) {
        void app.actions.useModel(file);
      }
      input.value = ''; // the same file may be chosen again
    },
  });
  const leave = el(
    'button',
    {
      type: 'button',
      class: 'quiet',
      'data-testid': 'model-leave',
      'data-key': 'model-leave',
      onclick: () => void app.actions.leaveModel(),
    },
    match.modelLeave,
  );
  return [input, el('label', { class: 'button', for: 'model-file' }, match.modelUse), app.store.state.model && leave];
}

function tell(status: HTMLElement, app: App, summary: Summary | undefined): void {
  const { match } = t();
  const { model, modelFailure } = app.store.state;
  if (modelFailure) {
    complain(status, modelFailure);
    return;
  }
  const was = summary?.model?.saved ? `${match.modelWas} ` : '';
  say(status, was + (model ? fill(match.modelUsed, { name: model.name, n: number(model.comparisons) }) : ''));
}

function say(status: HTMLElement, text: string): void {
  status.className = 'muted';
  status.textContent = text;
}

function complain(status: HTMLElement, error: unknown): void {
  const sentence = errorSentence(error);
  status.className = 'bad';
  status.textContent = `${sentence.what} ${sentence.act}`;
}
