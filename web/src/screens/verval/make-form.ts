// A batch of worksheets: who is checked, where, by whom, until when.

import type { App } from '../../app';
import type { Contact, Scope, SheetVillage, WrittenWorksheets } from '../../engine/fieldwork-protocol';
import { errorSentence, fill, list, number, size, t } from '../../i18n';
import { el, redraw, rich } from '../../lib/dom';
import { download } from '../../lib/download';
import { today } from '../../lib/today';
import { findVillages, inTwoDays, readWorkers } from './villages';
import { visitFigure } from './visit-doors';

const kLevels = ['village', 'district', 'regency', 'province'] as const;

/** alone: nothing has gone out yet, so this is what the screen is about. */
export function makeForm(app: App, alone: boolean, signal: AbortSignal): HTMLElement {
  const place = el('div', { class: 'make' });
  void Promise.all([app.engine.call('fieldwork.villages', {}), lokusText(app)]).then(
    ([villages, lokus]) => {
      if (!signal.aborted) {
        redraw(place, ...drawn(app, villages, lokus, alone));
      }
    },
    (error) => redraw(place, el('p', { class: 'bad' }, errorSentence(error).what)),
  );
  return place;
}

/** Priority villages that were chosen on the screen of that name, one a line; nothing where none were. */
async function lokusText(app: App): Promise<string> {
  const { villages } = await app.engine.call('lokus', {});
  return villages
    .filter(({ order }) => order > 0)
    .sort((a, b) => a.order - b.order)
    .map(({ key, village }) => (/^\d{10}$/.test(key) ? `${key} ${village}` : village))
    .join('\n');
}

function sum(villages: readonly SheetVillage[], key: 'persons' | 'to_check'): number {
  return villages.reduce((all, village) => all + village[key], 0);
}

function drawn(app: App, villages: readonly SheetVillage[], chosen: string, alone: boolean): HTMLElement[] {
  const { verval: words } = t();
  const radio = (name: string, value: string, label: string, checked: boolean): HTMLElement =>
    el(
      'label',
      { class: 'inline' },
      el('input', {
        type: 'radio',
        name,
        value,
        'data-testid': `${name}-${value}`,
        ...(checked ? { checked: true } : {}),
      }),
      ` ${label}`,
    );
  const lokus = el(
    'textarea',
    { rows: 4, name: 'lokus', 'data-testid': 'lokus', hidden: true, 'aria-label': words.whereSome },
    chosen,
  );
  const known = el('p', { class: 'muted' });
  const workers = el('textarea', { rows: 3, name: 'workers', 'data-testid': 'workers' });
  const status = el('p', { class: 'muted', role: 'status', 'data-testid': 'make-status' });
  const button = el(
    'button',
    { type: 'submit', class: alone ? 'button primary' : 'button', 'data-testid': 'make' },
    words.makeGo,
  );
  const form = el(
    'form',
    { class: 'make-form' },
    el('p', { class: 'muted' }, words.makeHint),
    el(
      'fieldset',
      {},
      el('legend', {}, words.who),
      radio('scope', 'check', fill(words.whoCheck, { n: number(sum(villages, 'to_check')) }), true),
      radio('scope', 'all', fill(words.whoAll, { n: number(sum(villages, 'persons')) }), false),
    ),
    el(
      'fieldset',
      {},
      el('legend', {}, words.where),
      radio('where', 'all', fill(words.whereAll, { n: number(villages.length) }), chosen === ''),
      radio('where', 'some', words.whereSome, chosen !== ''),
      lokus,
      known,
    ),
    el(
      'div',
      { class: 'facts' },
      el(
        'label',
        { class: 'field' },
        el('span', {}, words.deadline),
        el('input', { type: 'date', name: 'deadline', value: inTwoDays(today()), 'data-testid': 'deadline' }),
      ),
      el(
        'label',
        { class: 'field' },
        el('span', {}, words.passphrase),
        el('input', {
          type: 'password',
          name: 'passphrase',
          autocomplete: 'new-password',
          title: words.passphraseHint,
          'data-testid': 'passphrase',
        }),
      ),
      el(
        'label',
        { class: 'inline' },
        el('input', { type: 'checkbox', name: 'mask', 'data-testid': 'make-mask' }),
        ` ${words.mask}`,
      ),
    ),
    el(
      'label',
      { class: 'field' },
      el('span', {}, words.workers),
      workers,
      el('span', { class: 'muted' }, words.workersHint),
    ),
    contacts(),
    el('div', { class: 'export-line' }, button),
    status,
  );
  const follow = (): void => {
    const some = new FormData(form).get('where') === 'some';
    lokus.hidden = !some;
    const { found, unknown } = findVillages(lokus.value, villages);
    known.textContent = some
      ? [
          fill(words.whereHint, { n: number(found.length) }),
          unknown.length > 0 ? fill(words.whereUnknown, { names: list(unknown.slice(0, 5)) }) : '',
        ].join(' ')
      : '';
  };
  form.addEventListener('input', follow);
  follow();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    button.disabled = true;
    void make(app, form, villages, status).finally(() => {
      button.disabled = false;
    });
  });
  const intro = rich(words.none, {
    check: visitFigure(app, sum(villages, 'to_check'), { show: 'planned', scope: 'check' }),
    villages: visitFigure(app, villages.filter((village) => village.to_check > 0).length, {
      show: 'planned_villages',
      scope: 'check',
    }),
  });
  return alone
    ? [el('div', { class: 'headline' }, el('div', { class: 'answer' }, el('p', {}, ...intro))), form]
    : [form];
}

function contacts(): HTMLElement {
  const { verval: words } = t();
  const input = (level: string, part: string, label: string): HTMLElement =>
    el('input', {
      type: 'text',
      name: `${level}-${part}`,
      'aria-label': label,
      placeholder: label,
      autocomplete: 'off',
    });
  return el(
    'details',
    {},
    el('summary', {}, words.contactsTitle),
    ...kLevels.map((level) =>
      el(
        'div',
        { class: 'contact' },
        el('span', {}, words.levels[level]),
        input(level, 'office', `${words.levels[level]}: ${words.office}`),
        input(level, 'name', `${words.levels[level]}: ${words.person}`),
        input(level, 'phone', `${words.levels[level]}: ${words.phone}`),
      ),
    ),
  );
}

function randomText(): string {
  return [...crypto.getRandomValues(new Uint8Array(48))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What went out last, and what to do so that it can come back. */
export function madeSentence({ number: n, villages, rows, name, blob }: WrittenWorksheets): string {
  const { verval: words } = t();
  const said = fill(words.made, {
    n: number(n),
    villages: number(villages),
    rows: number(rows),
    name,
    size: size(blob.size),
  });
  return `${said} ${words.saveReminder}`;
}

async function make(
  app: App,
  form: HTMLFormElement,
  villages: readonly SheetVillage[],
  status: HTMLElement,
): Promise<void> {
  const { verval: words } = t();
  const data = new FormData(form);
  const text = (name: string): string => String(data.get(name) ?? '').trim();
  const chosen = text('where') === 'some' ? findVillages(text('lokus'), villages).found : [];
  const given: Contact[] = kLevels
    .map((level) => ({
      level,
      office: text(`${level}-office`),
      name: text(`${level}-name`),
      phone: text(`${level}-phone`),
    }))
    .filter(({ office, name, phone }) => `${office}${name}${phone}` !== '');
  status.className = 'muted';
  try {
    const written = await app.engine.writeWorksheets(
      {
        scope: text('scope') as Scope,
        villages: chosen.map(({ key }) => key),
        mask: data.get('mask') !== null,
        made: today(),
        deadline: text('deadline'),
        workers: readWorkers(text('workers'), villages),
        contacts: given,
        passphrase: text('passphrase'),
        random: randomText(),
        language: app.store.state.language,
      },
      {
        onProgress: ({ done, total }) => {
          status.textContent = fill(words.making, { done: number(done), total: number(total) });
        },
      },
    );
    download(written.blob, written.name);
    status.textContent = madeSentence(written);
    app.fieldwork.made(written);
    await app.fieldwork.changed();
  } catch (error) {
    const sentence = errorSentence(error);
    status.className = 'bad';
    status.textContent = `${sentence.what} ${sentence.act}`;
  }
}
