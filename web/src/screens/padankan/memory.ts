// How much memory a run needs, part by part; and when that is too much, which lists could be left out.

import type { App } from '../../app';
import type { Estimate } from '../../engine/protocol';
import { fill, number, size, t } from '../../i18n';
import { el } from '../../lib/dom';
import { deviceMemory, excess, memoryParts } from '../../state/cost';

export function memorySection(app: App, estimate: Estimate): HTMLElement {
  const { match } = t();
  const { workers } = app.actions;
  const parts = memoryParts(estimate, workers);
  const part = (name: string, bytes: number): HTMLElement =>
    el('tr', {}, el('th', { scope: 'row' }, name), el('td', { class: 'numeric' }, size(bytes)));
  return el(
    'section',
    {},
    tooMuch(app, estimate),
    el(
      'details',
      {},
      el('summary', {}, match.memoryParts),
      el(
        'table',
        { class: 'plain' },
        el(
          'tbody',
          {},
          part(match.memoryTab, parts.tab),
          part(match.memoryLists, parts.lists),
          part(match.memoryRun, parts.run),
          workers > 1 && part(fill(match.memoryHelpers, { helpers: number(workers - 1) }), parts.helpers),
        ),
      ),
    ),
  );
}

function tooMuch(app: App, estimate: Estimate): HTMLElement | false {
  const over = excess(estimate, app.actions.workers, deviceMemory());
  if (over === 0) {
    return false;
  }
  const { match } = t();
  return el(
    'div',
    { class: 'notice bad', role: 'alert', 'data-testid': 'memory-notice' },
    el('p', {}, fill(match.memoryHigh, { over: size(over) })),
    el('ul', { class: 'choices' }, ...largestFirst(app, estimate).map((list) => leaveOut(app, list))),
  );
}

interface List {
  key: number; // of its file
  file: string;
  bytes: number;
}

/** Files rather than lists: a workbook comes and goes as a whole. */
function largestFirst(app: App, estimate: Estimate): List[] {
  const bytesOf = new Map(estimate.lists.map(({ source, bytes }) => [source, bytes]));
  return app.store.state.files
    .map(({ key, file, sources }) => ({
      key,
      file: file.name,
      bytes: sources.reduce((sum, { id }) => sum + (bytesOf.get(id) ?? 0), 0),
    }))
    .filter(({ bytes }) => bytes > 0)
    .sort((a, b) => b.bytes - a.bytes);
}

function leaveOut(app: App, { key, file, bytes }: List): HTMLElement {
  const { match } = t();
  return el(
    'li',
    {},
    el(
      'button',
      { type: 'button', class: 'button', 'data-key': `leave-out-${key}`, onclick: () => app.actions.removeFile(key) },
      fill(match.leaveOut, { file }),
    ),
    el('span', { class: 'muted' }, fill(match.leaveOutSaves, { size: size(bytes) })),
  );
}
