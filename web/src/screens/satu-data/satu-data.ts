// The one list: the number, who is on which list, the names, and what is wrong with it, part by part.

import type { App } from '../../app';
import { number, t } from '../../i18n';
import { el, redraw, rich } from '../../lib/dom';
import { withParams } from '../../state/route';
import { lastSummary } from '../../state/state';
import { figure, kClosed } from '../doors';
import { exportBar } from '../export-bar';
import { namesPanel } from '../names-panel';
import { actions } from './actions';
import { authority } from './authority';
import { civil } from './civil';
import { conflicts } from './conflicts';
import { facets } from './facets';
import { findings } from './findings';
import { namesTable } from './names-table';
import { official, officialLine } from './official';
import { overlapParts } from './overlap-section';
import { templates } from './templates';
import { tiles } from './tiles';

const kParts = ['overview', 'findings', 'map', 'conflicts', 'civil', 'actions', 'number', 'authority'] as const;
type Part = (typeof kParts)[number];

const kContents: Record<Part, (app: App, signal: AbortSignal) => HTMLElement> = {
  overview,
  findings,
  map: tiles,
  conflicts,
  civil,
  actions,
  number: official,
  authority,
};

export function satuData(root: HTMLElement, app: App, signal: AbortSignal): void {
  const body = el('div');
  root.append(el('h1', {}, t().unified.title), body);
  let life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  app.store.select(
    (s) => (s.run.phase === 'running' ? 'running' : lastSummary(s.run)),
    (summary) => {
      life.abort();
      life = new AbortController();
      redraw(body, summary === 'running' ? making() : summary ? content(app, life.signal) : nothing());
    },
    signal,
  );
}

function making(): HTMLElement {
  return el('p', { class: 'muted', role: 'status' }, t().list.making);
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

function partOf(app: App): Part {
  return kParts.find((part) => part === app.store.state.route.params.part) ?? 'overview';
}

function content(app: App, signal: AbortSignal): HTMLElement {
  const place = el('div');
  let life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  app.store.select(
    () => partOf(app),
    (part) => {
      life.abort();
      life = new AbortController();
      redraw(
        place,
        tabs(app, part),
        el(
          'div',
          { role: 'tabpanel', id: 'list-part', 'aria-label': t().list.parts[part] },
          kContents[part](app, life.signal),
        ),
      );
    },
    signal,
  );
  return el(
    'div',
    { class: 'with-panel' },
    el('div', { class: 'unified' }, el('div', { class: 'headline' }, answer(app, signal)), place),
    namesPanel(app, signal),
  );
}

function overview(app: App, signal: AbortSignal): HTMLElement {
  const overlap = overlapParts(app, signal);
  return el(
    'div',
    { class: 'unified' },
    overlap.upset,
    el('section', { class: 'names', 'aria-label': t().unified.names }, facets(app, signal), namesTable(app, signal)),
    overlap.matrix,
    exportBar(app, signal),
    templates(app, signal),
  );
}

/** Where things stand, and the one number. */
function answer(app: App, signal: AbortSignal): HTMLElement {
  const place = el('div', { class: 'answer' });
  const summary = lastSummary(app.store.state.run);
  if (!summary) {
    return place;
  }
  const { counts } = summary;
  const { unified } = t();
  const several = el('span', {}, '…');
  const line = rich(unified.answer, {
    persons: figure(app, counts.persons, { kind: 'persons' }, `${unified.persons}: ${number(counts.persons)}`),
    families: figure(app, counts.families, { kind: 'families' }, `${unified.families}: ${number(counts.families)}`),
    rows: figure(app, counts.rows, { kind: 'rows' }, `${unified.rows}: ${number(counts.rows)}`),
    sources: el('a', { href: '#/berkas' }, number(summary.sources.length)),
    several,
  });
  redraw(place, el('p', {}, ...line), officialLine(app, signal));
  void app.engine.call('facets', {}).then(({ flags }) => {
    const count = flags.find(({ flag }) => flag === 'several_lists')?.persons ?? 0;
    if (!signal.aborted) {
      several.replaceWith(figure(app, count, { kind: 'persons', flag: 'several_lists' }, unified.severalLabel));
    }
  });
  return place;
}

function tabs(app: App, current: Part): HTMLElement {
  const { list: words } = t();
  const choose = (part: Part): void =>
    app.actions.go(withParams(app.store.state.route, { ...kClosed, part: part === 'overview' ? '' : part }));
  const move = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    const next = kParts[(kParts.indexOf(current) + by + kParts.length) % kParts.length];
    if (by !== 0 && next) {
      event.preventDefault();
      choose(next);
      queueMicrotask(() => document.querySelector<HTMLElement>(`[data-testid="part-${next}"]`)?.focus());
    }
  };
  return el(
    'div',
    { role: 'tablist', class: 'tabs part-tabs', 'aria-label': words.partsLabel, onkeydown: move },
    ...kParts.map((part) =>
      el(
        'button',
        {
          type: 'button',
          role: 'tab',
          'aria-selected': String(part === current),
          'aria-controls': 'list-part',
          tabindex: part === current ? 0 : -1,
          'data-testid': `part-${part}`,
          'data-key': `part-${part}`,
          onclick: () => choose(part),
        },
        words.parts[part],
      ),
    ),
  );
}
