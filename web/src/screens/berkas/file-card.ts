// One file: a line per list (sheet) in it, or the sentence that says why it cannot be used.

import type { App } from '../../app';
import { icon } from '../../components/icons';
import { qualityBar } from '../../components/quality-bar';
import type { Source } from '../../engine/protocol';
import { date, errorSentence, fill, number, percent, size, t, term } from '../../i18n';
import { type Child, el } from '../../lib/dom';
import { today } from '../../lib/today';
import { withParams } from '../../state/route';
import { type FileEntry, isLocked, isRemembered } from '../../state/state';
import { filePreview } from './file-preview';
import { listNote } from './list-note';
import { sourceDetail } from './source-detail';

/** Brings the card of a file that is being read up to date; the rest of the card stays, so that it can be scrolled and clicked. */
export function showProgress(entry: FileEntry): void {
  const place = document.getElementById(progressId(entry));
  const share = entry.file.size === 0 ? 0 : Math.min(1, entry.done / entry.file.size);
  const words =
    entry.phase === 'waiting'
      ? t().files.waiting
      : share >= 1
        ? t().files.understanding
        : fill(t().files.reading, { percent: percent(share) });
  place?.replaceChildren(
    el('span', { class: 'stage-bar' }, el('span', { style: `width:${(share * 100).toFixed(1)}%` })),
    el('span', { class: 'muted' }, words),
  );
}

function progressId(entry: FileEntry): string {
  return `progress-${entry.key}`;
}

export function fileCard(app: App, entry: FileEntry, open: string, locked: boolean, signal: AbortSignal): Child[] {
  if (entry.phase === 'failed') {
    return [isLocked(entry) ? lockedCard(app, entry, locked) : failedCard(app, entry)];
  }
  if (entry.phase !== 'ready') {
    return [readingCard(app, entry, locked)];
  }
  return entry.sources.map((source) => sourceCard(app, entry, source, String(source.id) === open, locked, signal));
}

/** The first line of a card without lists. */
function refusedLine(app: App, entry: FileEntry, mark: 'cross' | 'lock'): HTMLElement {
  return el(
    'div',
    { class: 'card-line' },
    icon(mark),
    el('h2', { class: 'file-name' }, entry.file.name),
    el('span', { class: 'grow' }),
    removeButton(app, entry),
  );
}

function failedCard(app: App, entry: FileEntry): HTMLElement {
  const sentence = errorSentence(entry.failure, entry.file.name);
  return el(
    'section',
    { class: 'card failed', 'data-testid': 'file-card', 'data-state': 'failed', 'data-file': entry.file.name },
    refusedLine(app, entry, 'cross'),
    el(
      'p',
      { class: 'bad', role: 'alert', 'data-testid': 'file-error' },
      `${sentence.what} `,
      el('span', {}, sentence.act),
    ),
  );
}

/** Asks for the password of a workbook. */
function lockedCard(app: App, entry: FileEntry, locked: boolean): HTMLElement {
  const { files } = t();
  const sentence = errorSentence(entry.failure, entry.file.name);
  const wrong = entry.failure?.code === 'file.password';
  const [fieldId, sentenceId] = [`password-${entry.key}`, `locked-${entry.key}`];
  const field = el('input', {
    id: fieldId,
    type: 'password',
    'data-testid': 'file-password',
    autocomplete: 'off',
    required: true,
    disabled: locked,
    'aria-describedby': sentenceId,
    'aria-invalid': String(wrong),
  });
  const open = (event: Event): void => {
    event.preventDefault();
    app.actions.unlock(entry.key, field.value);
  };
  if (wrong) {
    requestAnimationFrame(() => document.activeElement === document.body && field.focus()); // unless a person went on elsewhere
  }
  return el(
    'section',
    { class: 'card locked', 'data-testid': 'file-card', 'data-state': 'locked', 'data-file': entry.file.name },
    refusedLine(app, entry, 'lock'),
    el(
      'p',
      { class: wrong ? 'bad' : '', id: sentenceId, role: 'alert', 'data-testid': 'file-error' },
      `${sentence.what} `,
      el('span', {}, sentence.act),
    ),
    el(
      'form',
      { class: 'password', onsubmit: open },
      el('label', { for: fieldId }, files.password, el('span', { class: 'visually-hidden' }, ` ${entry.file.name}`)),
      field,
      el('button', { class: 'button', 'data-testid': 'file-unlock', disabled: locked }, files.unlock),
    ),
  );
}

function readingCard(app: App, entry: FileEntry, locked: boolean): HTMLElement {
  const { head, file } = entry;
  return el(
    'section',
    { class: 'card reading', 'data-testid': 'file-card', 'data-state': entry.phase, 'data-file': file.name },
    el(
      'div',
      { class: 'card-line' },
      icon('file'),
      el('h2', { class: 'file-name', title: file.name }, file.name),
      el('span', { class: 'muted' }, size(file.size)),
      el('span', { class: 'reading-progress grow', id: progressId(entry) }),
      removeButton(app, entry, locked),
    ),
    head && filePreview(head, app.store.state.masked),
  );
}

function sourceCard(
  app: App,
  entry: FileEntry,
  source: Source,
  open: boolean,
  locked: boolean,
  signal: AbortSignal,
): HTMLElement {
  const { files } = t();
  const id = String(source.id);
  const name = source.sheet === '' || entry.sources.length === 1 ? source.file : `${source.file} › ${source.sheet}`;
  const toggle = el(
    'button',
    {
      type: 'button',
      class: 'quiet',
      'data-testid': 'file-open',
      'data-key': `open-${id}`,
      'aria-expanded': String(open),
      onclick: () => app.actions.go(withParams(app.store.state.route, { open: open ? '' : id, rows: '' }), true),
    },
    open ? files.fold : files.open,
    el('span', { class: 'visually-hidden' }, ` ${name}`),
  );
  return el(
    'section',
    {
      class: `card ${open ? 'open' : ''}`,
      'data-testid': 'file-card',
      'data-state': 'ready',
      'data-file': source.file,
    },
    el(
      'div',
      { class: 'card-line' },
      icon('file'),
      el(
        'div',
        { class: 'file-what' },
        el('h2', { class: 'file-name', title: name }, name),
        el('p', { class: 'muted' }, ...recognised(source)),
      ),
      el('div', { class: 'file-quality' }, ...quality(source)),
      el('p', { class: 'file-origin muted' }, ...origin(source)),
      el('div', { class: 'card-buttons' }, toggle, removeButton(app, entry, locked)),
    ),
    isRemembered(app.store.state.readings, source) && memoryNote(app, source, locked),
    listNote(app, source, locked),
    open && sourceDetail(app, source, locked, signal),
  );
}

/** Says that what an officer said of this shape is kept, and lets go of it. */
function memoryNote(app: App, source: Source, locked: boolean): HTMLElement {
  const { files } = t();
  const wasRecalled = source.read_by === 'memory';
  return el(
    'p',
    { class: 'file-memory muted', 'data-testid': 'file-memory' },
    wasRecalled ? files.recalled : files.remembered,
    ' ',
    el(
      'button',
      {
        type: 'button',
        class: 'quiet',
        'data-testid': 'file-forget',
        'data-key': `forget-${source.id}`,
        disabled: locked && wasRecalled,
        title: locked && wasRecalled ? files.locked : '',
        onclick: () => void app.actions.forgetReading(source.shape),
      },
      files.forget,
      el('span', { class: 'visually-hidden' }, ` ${source.name}`),
    ),
  );
}

function recognised(source: Source): Child[] {
  const { files, terms } = t();
  const sure = source.confidence >= 0.85 ? files.sure : source.confidence >= 0.6 ? files.fairly : files.check;
  const className = source.confidence >= 0.6 ? '' : 'bad';
  return [
    term(terms.layouts, source.layout),
    ' · ',
    el('b', { 'data-testid': 'file-rows', 'data-value': source.rows }, fill(files.rows, { rows: number(source.rows) })),
    ' · ',
    el('span', { class: className }, sure),
  ];
}

function quality(source: Source): Child[] {
  const { files } = t();
  const good = source.quality.nik_good ?? 0;
  const damaged = source.quality.nik_damaged ?? 0;
  const missing = source.quality.nik_missing ?? 0;
  const total = good + damaged + missing;
  if (total === 0 || !source.columns.some((column) => column.field === 'nik')) {
    return [el('span', { class: 'muted' }, files.noNik)];
  }
  const share = (part: number): string => percent(part / total);
  const text = fill(files.qualityText, { good: share(good), damaged: share(damaged), missing: share(missing) });
  return [
    qualityBar(
      [
        { kind: 'good', share: good / total },
        { kind: 'damaged', share: damaged / total },
        { kind: 'missing', share: missing / total },
      ],
      text,
    ),
    el('span', { class: 'quality-words muted' }, `${files.nikGood} ${share(good)}`),
  ];
}

const kSoon = 60 * 24 * 3600 * 1000; // time enough to ask for a newer version

/** Its last day is over. */
export function isExpired({ valid_until }: Source): boolean {
  return valid_until !== '' && valid_until < today();
}

function origin(source: Source): Child[] {
  const { files } = t();
  const parts = [source.owner === '' ? files.unknownOwner : source.owner];
  if (source.data_date !== '') {
    parts.push(fill(files.dataOf, { date: date(source.data_date) }));
  }
  const until = source.valid_until;
  const past = isExpired(source);
  const soon = until !== '' && !past && until < new Date(Date.now() + kSoon).toISOString().slice(0, 10);
  return [
    parts.join(' · '),
    until !== '' && ' · ',
    until !== '' &&
      el(
        'span',
        {
          class: past || soon ? 'bad' : '',
          'data-testid': 'file-validity',
          title: past || soon ? t().list.expiredNote : '',
        },
        fill(past ? files.expired : soon ? t().list.expiresSoon : files.validUntilShort, { date: date(until) }),
      ),
  ];
}

function removeButton(app: App, entry: FileEntry, locked = false): HTMLElement {
  const { files } = t();
  return el(
    'button',
    {
      type: 'button',
      class: 'quiet',
      'data-testid': 'file-remove',
      'data-key': `remove-${entry.key}`,
      disabled: locked,
      title: locked ? files.locked : '',
      onclick: () => app.actions.removeFile(entry.key),
    },
    files.remove,
    el('span', { class: 'visually-hidden' }, ` ${entry.file.name}`),
  );
}
