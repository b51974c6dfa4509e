// The one list: who is on which list, the names, and everything known about one of them.

import type { App } from '../../app';
import { SidePanel } from '../../components/side-panel';
import { number, t } from '../../i18n';
import { el, redraw, rich } from '../../lib/dom';
import { lastSummary } from '../../state/state';
import { exportBar } from '../export-bar';
import { facets } from './facets';
import { namesTable } from './names-table';
import { overlapParts } from './overlap-section';
import { followPanel } from './panel';

export function satuData(root: HTMLElement, app: App, signal: AbortSignal): void {
  const body = el('div');
  root.append(el('h1', {}, t().unified.title), body);
  let life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  app.store.select(
    (s) => lastSummary(s.run),
    (summary) => {
      life.abort();
      life = new AbortController();
      redraw(body, summary ? content(app, life.signal) : nothing());
    },
    signal,
  );
}

function nothing(): HTMLElement {
  const { unified } = t();
  return el(
    'div',
    { class: 'empty' },
    el('p', { class: 'empty-title' }, unified.none),
    el('p', { class: 'muted' }, unified.noneHint),
    el('a', { class: 'button primary', href: '#/padankan' }, unified.toMatch),
  );
}

function content(app: App, signal: AbortSignal): HTMLElement {
  const panel = new SidePanel();
  panel.hidden = true;
  panel.dataset.testid = 'names-panel';
  const answer = el('div', { class: 'answer' });
  const overlap = overlapParts(app, signal, (several) => drawAnswer(answer, app, several));
  followPanel(app, panel, signal);
  return el(
    'div',
    { class: 'with-panel' },
    el(
      'div',
      { class: 'unified' },
      el('div', { class: 'headline' }, answer),
      overlap.upset,
      el('section', { class: 'names', 'aria-label': t().unified.names }, facets(app, signal), namesTable(app, signal)),
      overlap.matrix,
      exportBar(app, signal),
    ),
    panel,
  );
}

function drawAnswer(place: HTMLElement, app: App, several: number): void {
  const summary = lastSummary(app.store.state.run);
  if (summary) {
    const { counts } = summary;
    const bold = (value: number): HTMLElement => el('b', {}, number(value));
    const sentence = rich(t().unified.answer, {
      persons: bold(counts.persons),
      families: bold(counts.families),
      rows: bold(counts.rows),
      sources: bold(summary.sources.length),
      several: el('a', { href: '#/satu-data?lists=2%2B' }, number(several)),
    });
    redraw(place, el('p', {}, ...sentence));
  }
}
