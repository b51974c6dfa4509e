// What each programme's list might do with whom; the lists themselves leave only after somebody has locked the result.

import type { App } from '../../app';
import { icon } from '../../components/icons';
import { kActions, type LockState, type ProgrammeActions } from '../../engine/unified-protocol';
import { errorSentence, fill, number, programmeName, size, t } from '../../i18n';
import { type Child, el, redraw } from '../../lib/dom';
import { download } from '../../lib/download';
import { kNoWhy } from '../../state/decisions';
import { figure } from '../doors';
import { when } from '../riwayat/words';
import { authorForm, authorLine } from '../tinjau/author-form';
import { loaded } from './loaded';

export function actions(app: App, signal: AbortSignal): HTMLElement {
  return loaded(
    app,
    signal,
    (s) => s.language,
    async () => {
      const [lines, lock] = await Promise.all([app.engine.call('actions', {}), app.engine.call('lock.state', {})]);
      const place = el('div', { class: 'part' });
      const draw = (state: LockState): void => redraw(place, ...contents(app, lines, state, draw, signal));
      draw(lock);
      app.decisions.store.select(
        (s) => s.author,
        () => void app.engine.call('lock.state', {}).then(draw, () => undefined),
        signal,
      );
      return [place];
    },
  );
}

function contents(
  app: App,
  lines: readonly ProgrammeActions[],
  lock: LockState,
  draw: (state: LockState) => void,
  signal: AbortSignal,
): Child[] {
  const { list: words } = t();
  if (lines.length === 0) {
    return [el('p', { class: 'empty-title' }, words.noProgrammes), el('p', { class: 'muted' }, words.noProgrammesHint)];
  }
  return [
    el('p', { class: 'muted' }, words.actionsHint),
    table(app, lines, lock, signal),
    el('h2', {}, words.lockTitle),
    lockStanding(lock),
    lockForm(app, lock, draw),
    history(lock),
  ];
}

function table(app: App, lines: readonly ProgrammeActions[], lock: LockState, signal: AbortSignal): HTMLElement {
  const { list: words } = t();
  const status = el('p', { class: 'muted', role: 'status', 'data-testid': 'action-status' });
  const row = (line: ProgrammeActions): HTMLElement => {
    const name = programmeName(line.programme);
    return el(
      'tr',
      {},
      el('th', { scope: 'row' }, name),
      ...kActions.map((action) =>
        el(
          'td',
          { class: 'numeric' },
          figure(
            app,
            line[action],
            { kind: 'persons', action: `${line.programme}:${action}` },
            `${name}: ${words.actions[action]} ${number(line[action])}`,
          ),
        ),
      ),
      el(
        'td',
        {},
        lock.locked &&
          el(
            'button',
            {
              type: 'button',
              class: 'quiet',
              'data-testid': 'action-list',
              'aria-label': fill(words.saveActions, { programme: name }),
              onclick: () => void save(app, line.programme, status, signal),
            },
            icon('down'),
            words.save,
          ),
      ),
    );
  };
  return el(
    'div',
    {},
    el(
      'div',
      { class: 'scroll-x', tabindex: 0, role: 'group', 'aria-label': words.parts.actions },
      el(
        'table',
        { class: 'civil', 'data-testid': 'actions' },
        el(
          'thead',
          {},
          el(
            'tr',
            {},
            el('th', { scope: 'col' }, words.programme),
            ...kActions.map((action) => el('th', { scope: 'col', class: 'numeric' }, words.actions[action])),
            el('td'),
          ),
        ),
        el('tbody', {}, ...lines.map(row)),
      ),
    ),
    status,
  );
}

async function save(app: App, programme: string, status: HTMLElement, signal: AbortSignal): Promise<void> {
  const { unified } = t();
  status.className = 'muted';
  status.textContent = unified.exporting;
  try {
    const { masked: mask, language } = app.store.state;
    const request = { kind: 'actions', format: 'xlsx', only: programme, mask, language } as const;
    const { name, blob } = await app.engine.exportFile(request, { signal });
    const file = name.replace(/(\.\w+)$/, `-${programme}$1`);
    download(blob, file);
    status.textContent = fill(unified.exported, { name: file, size: size(blob.size) });
  } catch (error) {
    const sentence = errorSentence(error);
    status.className = 'bad';
    status.textContent = `${sentence.what} ${sentence.act}`;
  }
}

function lockStanding(lock: LockState): HTMLElement {
  const { list: words } = t();
  const last = lock.events.at(-1);
  const text =
    lock.locked && last
      ? fill(words.lockedBy, { by: last.by, at: when(last.at) })
      : lock.changed
        ? words.lockChanged
        : words.lockOpen;
  return el(
    'p',
    {
      'data-testid': 'lock-state',
      'data-locked': String(lock.locked),
      class: lock.locked ? 'good' : lock.changed ? 'bad' : 'muted',
    },
    text,
  );
}

function lockForm(app: App, lock: LockState, draw: (state: LockState) => void): HTMLElement {
  const { list: words } = t();
  const { author } = app.decisions.store.state;
  if (!author) {
    return authorForm(app);
  }
  const problem = el('p', { class: 'bad', role: 'alert' });
  const reason = el('input', { type: 'text', required: true, 'data-testid': 'lock-reason', autocomplete: 'off' });
  const standing = lock.locked || lock.changed;
  const send = async (method: 'lock' | 'unlock'): Promise<void> => {
    const text = reason.value.trim();
    if (text === '') {
      problem.textContent = words.reasonNeeded;
      reason.focus();
      return;
    }
    try {
      const { at, by, capacity } = app.decisions.sign(kNoWhy);
      draw(await app.engine.call(method, { at, by, capacity, reason: text }));
    } catch (error) {
      problem.textContent = errorSentence(error).what;
    }
  };
  const button = (method: 'lock' | 'unlock', style: string): HTMLElement =>
    el(
      'button',
      { type: 'button', class: style, 'data-testid': method, onclick: () => void send(method) },
      method === 'lock' ? words.lock : words.unlock,
    );
  return el(
    'div',
    { class: 'lock-form' },
    authorLine(app, author),
    el('label', { class: 'field' }, el('span', {}, words.lockReason), reason),
    !lock.locked && button('lock', 'button primary'),
    standing && button('unlock', 'button'),
    problem,
  );
}

function history(lock: LockState): HTMLElement | false {
  const { list: words } = t();
  return (
    lock.events.length > 0 &&
    el(
      'ul',
      { class: 'lock-history' },
      ...[...lock.events]
        .reverse()
        .map((event) =>
          el(
            'li',
            {},
            `${event.what === 'lock' ? words.lock : words.unlock}: ${event.by}${event.capacity === '' ? '' : `, ${event.capacity}`}, ${when(event.at)}. ${event.reason}`,
            el('code', { class: 'muted' }, ` ${event.hash.slice(0, 12)}`),
          ),
        ),
    )
  );
}
