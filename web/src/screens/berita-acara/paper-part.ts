// The paper beside the form, and the ways to take it along.

import type { App } from '../../app';
import { icon } from '../../components/icons';
import { errorSentence, fill, size, t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import { download } from '../../lib/download';
import { lastSummary } from '../../state/state';
import { openDoor } from '../doors';
import { openVisits } from '../verval/visit-doors';
import { compose } from './compose';
import { paperDocx } from './paper-docx';
import { drawPaper, type OpenDoor } from './paper-html';
import { zipOf } from './zip';

export function paperPart(app: App, signal: AbortSignal): HTMLElement {
  const words = t().minutes;
  const sheet = el('div', { class: 'sheet' });
  const status = el('p', { class: 'muted', role: 'status', 'data-testid': 'minutes-status' });
  const save = async (): Promise<void> => {
    status.className = 'muted';
    status.textContent = words.making;
    try {
      const { draft, chosen, authority } = app.minutes.store.state;
      const blob = await paperDocx(compose(draft, chosen, authority));
      const name = `${fileName(draft.preset, draft.date)}.docx`;
      download(blob, name);
      status.textContent = fill(t().unified.exported, { name, size: size(blob.size) });
    } catch (error) {
      const sentence = errorSentence(error);
      status.className = 'bad';
      status.textContent = `${sentence.what} ${sentence.act}`;
    }
  };
  const open: OpenDoor = (door) => ('names' in door ? openDoor(app, door.names) : openVisits(app, door.visits));
  const draw = (): void => {
    const { draft, chosen, current, authority } = app.minutes.store.state;
    const live = chosen !== undefined && chosen.seal === current && lastSummary(app.store.state.run) !== undefined;
    redraw(sheet, drawPaper(compose(draft, chosen, authority), live ? open : undefined));
  };
  app.minutes.store.select((s) => s.draft, draw, signal);
  app.minutes.store.select((s) => s.chosen, draw, signal);
  app.minutes.store.select((s) => s.current, draw, signal);
  app.minutes.store.select((s) => s.authority, draw, signal);
  void app.minutes.refreshAuthority();
  return el(
    'div',
    { class: 'paper-place' },
    el(
      'div',
      { class: 'export-line' },
      el(
        'button',
        { type: 'button', class: 'button', 'data-testid': 'minutes-docx', onclick: () => void save() },
        icon('down'),
        words.docx,
      ),
      el(
        'button',
        { type: 'button', class: 'button', 'data-testid': 'minutes-print', onclick: () => window.print() },
        words.print,
      ),
      sealedButton(app, status),
    ),
    app.store.state.masked && el('p', { class: 'muted' }, words.maskedNote),
    status,
    sheet,
  );
}

/** The whole sealed result: what `padan verify` checks row by row. */
function sealedButton(app: App, status: HTMLElement): HTMLElement {
  const words = t().minutes;
  const save = async (): Promise<void> => {
    const files = await app.minutes.sealedFiles();
    if (files) {
      const blob = await zipOf(files);
      const name = `${words.sealedFile}.zip`;
      download(blob, name);
      status.textContent = fill(t().unified.exported, { name, size: size(blob.size) });
    }
  };
  const button = el(
    'button',
    { type: 'button', class: 'button', 'data-testid': 'sealed-save', onclick: () => void save() },
    icon('down'),
    words.saveSealed,
  );
  button.hidden = lastSummary(app.store.state.run) === undefined;
  return button;
}

function fileName(preset: string, date: string): string {
  const kind = preset === 'sptjm' ? 'sptjm' : `berita-acara-${preset}`;
  return date === '' ? kind : `${kind}-${date}`;
}
