// The project in the frame: what it is called, the panel that saves it, and the foot of every printed page.

import type { App } from '../app';
import { SidePanel } from '../components/side-panel';
import type { About } from '../engine/settings-protocol';
import { errorSentence, fill, size, t } from '../i18n';
import { el, redraw } from '../lib/dom';
import { download } from '../lib/download';
import { shortSeal } from '../screens/berita-acara/paper';
import { fileStem } from '../state/project';

/** "Kab. Cimandala – Rakor Nov 2026" */
function named({ name, region, meeting }: About): string {
  return [region === '' ? name : region, meeting].filter((each) => each !== '').join(' – ');
}

export function projectName(app: App, signal: AbortSignal): HTMLElement {
  const place = el('span', { class: 'work-name', 'data-testid': 'project-name' });
  app.project.store.select(
    (s) => s.about,
    (about) => redraw(place, named(about) || t().minutes.project.none),
    signal,
  );
  return place;
}

/** What the paper is, of where, and by which seal its numbers can be checked. */
export function printFoot(app: App, signal: AbortSignal): HTMLElement {
  const foot = el('p', { class: 'print-foot' });
  const draw = (): void => {
    const { current } = app.minutes.store.state;
    const printed = fill(t().frame.printed, { date: new Date().toLocaleDateString(t().locale) });
    const seal = current === '' ? t().frame.unsealed : fill(t().frame.sealed, { seal: shortSeal(current) });
    redraw(foot, [named(app.project.store.state.about), printed, seal].filter((each) => each !== '').join(' · '));
  };
  app.minutes.store.select((s) => s.current, draw, signal);
  app.project.store.select((s) => s.about, draw, signal);
  return foot;
}

export function projectPanel(place: HTMLElement, app: App, signal: AbortSignal): void {
  const words = t().minutes.project;
  const panel = new SidePanel();
  panel.dataset.testid = 'project-panel';
  panel.hidden = true;
  redraw(place, panel);
  const close = (): void => {
    panel.close();
    redraw(place);
  };
  signal.addEventListener('abort', close, { once: true });
  panel.open(words.saveTitle, t().frame.close, [saveForm(app)], close);
}

function saveForm(app: App): HTMLElement {
  const words = t().minutes.project;
  const { about } = app.project.store.state;
  const input = (key: keyof About): HTMLInputElement =>
    el('input', { type: 'text', value: about[key], 'data-testid': `project-${key}` });
  const fields = { name: input('name'), region: input('region'), meeting: input('meeting'), year: input('year') };
  const passphrase = el('input', {
    type: 'password',
    autocomplete: 'new-password',
    'data-testid': 'project-passphrase',
  });
  const status = el('p', { role: 'status', class: 'muted', 'data-testid': 'project-status' });
  const value = (key: keyof About): string => fields[key].value.trim();
  const save = async (): Promise<void> => {
    status.className = 'muted';
    status.textContent = passphrase.value === '' ? '' : words.locking;
    try {
      const now = { name: value('name'), region: value('region'), meeting: value('meeting'), year: value('year') };
      await app.project.name(now);
      const blob = await app.project.pack(passphrase.value);
      const name = `${fileStem(now)}.padan`;
      download(blob, name);
      status.textContent = fill(words.saved, { name, size: size(blob.size) });
    } catch (error) {
      const sentence = errorSentence(error);
      status.className = 'bad';
      status.textContent = `${sentence.what} ${sentence.act}`;
    }
  };
  const field = (label: string, control: HTMLElement): HTMLElement =>
    el('label', { class: 'field' }, el('span', {}, label), control);
  return el(
    'form',
    {
      class: 'project-form',
      onsubmit: (event: Event) => {
        event.preventDefault();
        void save();
      },
    },
    el('p', { class: 'muted' }, words.saveHint),
    field(words.name, fields.name),
    field(words.region, fields.region),
    field(words.meeting, fields.meeting),
    field(words.year, fields.year),
    field(words.passphrase, passphrase),
    el('p', { class: 'muted' }, words.passphraseHint),
    el('button', { type: 'submit', class: 'button primary', 'data-testid': 'project-save-now' }, words.saveNow),
    status,
  );
}
