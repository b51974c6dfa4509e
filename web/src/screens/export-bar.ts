// Saves the result as files: persons or rows, as a workbook or as CSV. Used where a result is shown.

import type { App } from '../app';
import { icon } from '../components/icons';
import type { ExportRequest } from '../engine/protocol';
import { errorSentence, fill, size, t } from '../i18n';
import { el } from '../lib/dom';
import { download } from '../lib/download';

export function exportBar(app: App, signal: AbortSignal): HTMLElement {
  const { unified } = t();
  const format = el(
    'select',
    { 'data-testid': 'export-format', 'data-key': 'export-format' },
    el('option', { value: 'xlsx' }, 'Excel (.xlsx)'),
    el('option', { value: 'csv' }, 'CSV (.csv)'),
    el('option', { value: 'zip' }, t().list.package),
  );
  const status = el('p', { class: 'muted', role: 'status', 'data-testid': 'export-status' });
  const button = (kind: 'persons' | 'rows' | 'overlap', label: string): HTMLButtonElement =>
    el(
      'button',
      { type: 'button', class: 'button', 'data-testid': `export-${kind}`, onclick: () => void save(kind) },
      icon('down'),
      label,
    );
  const buttons = [
    button('persons', unified.exportPersons),
    button('rows', unified.exportRows),
    button('overlap', t().list.exportOverlap),
  ];
  const save = async (kind: 'persons' | 'rows' | 'overlap'): Promise<void> => {
    status.className = 'muted';
    status.textContent = unified.exporting;
    for (const each of buttons) {
      each.disabled = true;
    }
    try {
      const { masked: mask, language } = app.store.state;
      const request = { kind, format: format.value as ExportRequest['format'], mask, language };
      const { name, blob } = await app.engine.exportFile(request, { signal });
      download(blob, name);
      status.textContent = fill(unified.exported, { name, size: size(blob.size) });
    } catch (error) {
      const sentence = errorSentence(error);
      status.className = 'bad';
      status.textContent = `${sentence.what} ${sentence.act}`;
    } finally {
      for (const each of buttons) {
        each.disabled = false;
      }
    }
  };
  return el(
    'section',
    { class: 'export-bar' },
    el('h2', {}, unified.exportTitle),
    el(
      'div',
      { class: 'export-line' },
      ...buttons,
      el('label', { class: 'inline' }, `${unified.exportFormat} `, format),
    ),
    app.store.state.masked && el('p', { class: 'muted' }, unified.exportMaskedNote),
    status,
  );
}
