// The frame around every screen: top bar, rail, the place of the screen, and the proof that nothing leaves.

import type { App, Screen } from '../app';
import { icon } from '../components/icons';
import { fill, number, t } from '../i18n';
import { el, redraw } from '../lib/dom';
import { beranda } from '../screens/beranda/beranda';
import { beritaAcara } from '../screens/berita-acara/berita-acara';
import { berkas } from '../screens/berkas/berkas';
import { padankan } from '../screens/padankan/padankan';
import { prioritas } from '../screens/prioritas/prioritas';
import { program } from '../screens/program/program';
import { riwayat } from '../screens/riwayat/riwayat';
import { satuData } from '../screens/satu-data/satu-data';
import { tinjau } from '../screens/tinjau/tinjau';
import { verval } from '../screens/verval/verval';
import { formatRoute, type ScreenName } from '../state/route';
import type { AppState } from '../state/state';
import { printFoot, projectName, projectPanel } from './project';
import { proofPanel } from './proof';

const kScreens: Record<ScreenName, Screen> = {
  beranda,
  berkas,
  padankan,
  tinjau,
  'satu-data': satuData,
  prioritas,
  program,
  verval,
  'berita-acara': beritaAcara,
  riwayat,
};

/** Draws the whole page and follows the state; a change of language or masking draws everything anew. */
export function mountFrame(root: HTMLElement, app: App): void {
  let life = new AbortController();
  const draw = (): void => {
    const scroll = window.scrollY;
    life.abort();
    life = new AbortController();
    drawFrame(root, app, life.signal);
    window.scrollTo(0, scroll);
  };
  const forever = new AbortController().signal;
  app.store.select((s) => `${s.language} ${s.masked}`, draw, forever);
}

function drawFrame(root: HTMLElement, app: App, signal: AbortSignal): void {
  const rail = el('nav', { class: 'rail', 'aria-label': t().frame.rail });
  const notice = el('div', { class: 'notices' });
  const main = el('main', { id: 'main', tabindex: -1 });
  const proof = el('div', { class: 'proof-place' });
  const saving = el('div', { class: 'proof-place' });
  const print = printFoot(app, signal);
  redraw(
    root,
    el('a', { class: 'skip', href: '#main', onclick: (event: Event) => skip(event, main) }, t().frame.skip),
    topBar(app, saving, signal),
    el('div', { class: 'body' }, rail, el('div', { class: 'stage-area' }, notice, main), proof, saving),
    print,
  );
  app.store.select(railKey, () => drawRail(rail, app), signal);
  app.review.store.select(
    () => reviewState(app),
    () => drawRail(rail, app),
    signal,
  );
  app.fieldwork.store.select(
    () => fieldworkState(app),
    () => drawRail(rail, app),
    signal,
  );
  app.minutes.store.select(
    (s) => s.versions,
    () => drawRail(rail, app),
    signal,
  );
  app.decisions.store.select(
    () => historyState(app),
    () => drawRail(rail, app),
    signal,
  );
  app.store.select(
    (s) => s.engineBroken,
    (broken) => drawNotice(notice, app, broken),
    signal,
  );
  app.store.select(
    (s) => s.proofOpen,
    (open) => proofPanel(proof, app, open),
    signal,
  );
  mountScreen(main, app, signal);
}

function skip(event: Event, main: HTMLElement): void {
  event.preventDefault(); // the hash names the view
  main.focus();
}

function mountScreen(main: HTMLElement, app: App, signal: AbortSignal): void {
  let life = new AbortController();
  let first = true;
  signal.addEventListener('abort', () => life.abort(), { once: true });
  const show = (name: ScreenName): void => {
    life.abort();
    life = new AbortController();
    main.replaceChildren();
    main.className = `screen screen-${name}`;
    main.dataset.testid = `screen-${name}`;
    document.title = name === 'beranda' ? 'padan' : `${labelOf(name)} – padan`;
    kScreens[name](main, app, life.signal);
    if (!first) {
      window.scrollTo(0, 0);
      main.focus({ preventScroll: true });
    }
    first = false;
  };
  app.store.select((s) => s.route.screen, show, signal);
}

function topBar(app: App, saving: HTMLElement, signal: AbortSignal): HTMLElement {
  const { frame } = t();
  const { state } = app.store;
  const other = state.language === 'id' ? 'en' : 'id';
  const offline = el(
    'button',
    {
      type: 'button',
      class: 'quiet offline',
      'data-testid': 'offline',
      onclick: () => app.actions.showProof(!app.store.state.proofOpen),
    },
    icon('lock'),
    frame.offline,
  );
  app.store.select(
    (s) => s.proofOpen,
    (open) => offline.setAttribute('aria-expanded', String(open)),
    signal,
  );
  return el(
    'header',
    { class: 'top' },
    el('a', { class: 'brand', href: '#/beranda' }, frame.product),
    projectName(app, signal),
    el('span', { class: 'grow' }),
    offline,
    el(
      'button',
      {
        type: 'button',
        class: 'quiet',
        'data-testid': 'mask',
        'data-key': 'mask',
        'aria-pressed': String(state.masked),
        title: frame.maskedHint,
        onclick: () => app.actions.toggleMask(),
      },
      icon('eye'),
      frame.masked,
    ),
    el(
      'button',
      {
        type: 'button',
        class: 'quiet language',
        'data-testid': 'language',
        'data-key': 'language',
        title: frame.language,
        onclick: () => app.actions.setLanguage(other),
      },
      el('span', { class: 'visually-hidden' }, `${frame.language} `),
      el('span', { class: state.language === 'id' ? 'on' : '' }, 'ID'),
      ' / ',
      el('span', { class: state.language === 'en' ? 'on' : '' }, 'EN'),
    ),
    el(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-testid': 'project-save',
        'data-key': 'project-save',
        onclick: () => projectPanel(saving, app, signal),
      },
      t().minutes.project.save,
    ),
  );
}

function labelOf(name: ScreenName): string {
  const { frame } = t();
  const labels: Record<ScreenName, string> = {
    beranda: frame.home,
    berkas: frame.files,
    padankan: frame.match,
    tinjau: frame.review,
    'satu-data': frame.unified,
    prioritas: frame.priority,
    program: frame.programmes,
    verval: frame.fieldwork,
    'berita-acara': frame.minutes,
    riwayat: frame.history,
  };
  return labels[name];
}

function railKey(state: AppState): string {
  return `${state.route.screen} ${fileState(state)} ${matchState(state)}`;
}

function reviewState(app: App): string {
  const { phase, left } = app.review.store.state;
  return phase !== 'ready' ? '' : left > 0 ? `${number(left)} !` : '✓';
}

function historyState(app: App): string {
  const { in_force } = app.decisions.store.state.log;
  return in_force > 0 ? number(in_force) : '';
}

/** Villages done of all, of the last batch. */
function fieldworkState(app: App): string {
  const batch = app.fieldwork.last;
  return batch ? `${number(batch.done)}/${number(batch.villages.length)}` : '';
}

function fileState(state: AppState): string {
  const ready = state.files.filter((entry) => entry.phase === 'ready').length;
  const failed = state.files.some((entry) => entry.phase === 'failed');
  return state.files.length === 0 ? '' : `${number(ready)} ${failed ? '!' : '✓'}`;
}

function matchState(state: AppState): string {
  const { run } = state;
  return run.phase === 'running' ? '…' : run.phase === 'failed' ? '!' : run.phase === 'done' ? '✓' : '';
}

function drawRail(rail: HTMLElement, app: App): void {
  const { state } = app.store;
  const marks: Record<ScreenName, string> = {
    beranda: '',
    berkas: fileState(state),
    padankan: matchState(state),
    tinjau: reviewState(app),
    verval: fieldworkState(app),
    riwayat: historyState(app),
    'satu-data': matchState(state) === '✓' ? '✓' : '',
    prioritas: '',
    program: '',
    'berita-acara': app.minutes.store.state.versions.length > 0 ? '✓' : '',
  };
  const entry = (name: ScreenName, step: string): HTMLElement =>
    el(
      'li',
      {},
      el(
        'a',
        {
          href: formatRoute({ screen: name, params: {} }),
          'data-testid': `nav-${name}`,
          'data-key': `nav-${name}`,
          ...(state.route.screen === name ? { 'aria-current': 'page' } : {}),
        },
        el('span', { class: 'step', 'aria-hidden': 'true' }, step),
        el('span', {}, labelOf(name)),
        marks[name] !== '' &&
          el('span', { class: 'mark', role: 'img', 'aria-label': markText(name, marks[name]) }, marks[name]),
      ),
    );
  redraw(
    rail,
    el(
      'ul',
      {},
      entry('beranda', ''),
      entry('berkas', '1'),
      entry('padankan', '2'),
      entry('tinjau', '3'),
      entry('satu-data', '4'),
      entry('prioritas', '5'),
      entry('program', '6'),
      entry('verval', '7'),
      entry('berita-acara', '8'),
      entry('riwayat', ''),
    ),
  );
}

function markText(name: ScreenName, mark: string): string {
  const { frame } = t();
  if (name === 'tinjau' && mark.endsWith(' !')) {
    return fill(frame.toDecide, { n: mark.slice(0, -2) });
  }
  if (name === 'verval') {
    return fill(frame.villagesDone, { n: mark });
  }
  if (name === 'riwayat') {
    return fill(frame.decisions, { n: mark });
  }
  return mark.replace('✓', frame.done).replace('…', frame.running).replace('!', frame.problem);
}

function drawNotice(notice: HTMLElement, app: App, broken: boolean): void {
  const close = el(
    'button',
    { type: 'button', class: 'quiet', onclick: () => app.store.update(() => ({ engineBroken: false })) },
    t().frame.close,
  );
  redraw(
    notice,
    broken &&
      el('div', { class: 'notice bad', role: 'alert' }, icon('warn'), el('p', {}, t().frame.engineBroken), close),
  );
}
