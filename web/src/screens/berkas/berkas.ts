// The files: what was read, how sure padan is, what is wrong with each; open one to correct how it is read.

import type { App } from '../../app';
import { FileDrop } from '../../components/file-drop';
import { SidePanel } from '../../components/side-panel';
import { duration, fill, list, number, t } from '../../i18n';
import { el, KeyedList, redraw, rich } from '../../lib/dom';
import { type AppState, type FileEntry, isLocked, isReading, listCount, readySources } from '../../state/state';
import { projectWants } from '../project-door';
import { savedWorkOffer } from '../saved-work';
import { fileCard, isExpired, showProgress } from './file-card';
import { followRows } from './profile-panel';

interface Item {
  entry: FileEntry;
  open: string; // id of the open source, if it is one of this file
  locked: boolean;
  readings: AppState['readings'];
}

export function berkas(root: HTMLElement, app: App, signal: AbortSignal): void {
  const answer = el('div', { class: 'answer', role: 'status' });
  const next = el('div', { class: 'next' });
  const locked = el('p', { class: 'notice', hidden: true }, t().files.locked);
  const cards = el('div', { class: 'cards' });
  const empty = el('div', { class: 'empty' });
  const panel = new SidePanel();
  panel.hidden = true;
  panel.dataset.testid = 'rows-panel';
  root.append(
    el('h1', {}, t().files.title),
    el('div', { class: 'headline' }, answer, next),
    projectWants(app, signal),
    savedWorkOffer(app, signal),
    locked,
    el('div', { class: 'with-panel' }, el('div', {}, cards, empty, addFiles(app)), panel),
  );
  followRows(app, panel, signal);

  const list = new KeyedList<Item>(
    cards,
    (item) => String(item.entry.key),
    looksSame,
    (item) => fileCard(app, item.entry, item.open, item.locked, signal),
  );
  const update = (): void => {
    const { state } = app.store;
    locked.hidden = state.run.phase !== 'running';
    list.update(state.files.map((entry) => itemOf(entry, state)));
    for (const entry of state.files) {
      showProgress(entry);
    }
    drawAnswer(answer, state);
    drawNext(next, app);
    drawEmpty(empty, app);
  };
  app.store.select((s) => s.files, update, signal);
  app.store.select((s) => s.route.params.open, update, signal);
  app.store.select((s) => s.run.phase, update, signal);
  app.store.select((s) => s.readings, update, signal);
  app.store.select(
    (s) => s.estimate,
    () => drawNext(next, app),
    signal,
  );
  app.store.select(
    (s) => s.slowness,
    () => drawNext(next, app),
    signal,
  );
  app.store.select(
    (s) => s.makingSample,
    () => drawEmpty(empty, app),
    signal,
  );
}

function itemOf(entry: FileEntry, state: AppState): Item {
  const wanted = state.route.params.open ?? '';
  const open = entry.sources.some((source) => String(source.id) === wanted) ? wanted : '';
  return { entry, open, locked: state.run.phase === 'running', readings: state.readings };
}

/** How much has been read is no matter here: showProgress says it, and the card holds still under the mouse. */
function looksSame(a: Item, b: Item): boolean {
  const sameFile = (['phase', 'sources', 'failure', 'head', 'file'] as const).every(
    (key) => a.entry[key] === b.entry[key],
  );
  return sameFile && a.open === b.open && a.locked === b.locked && a.readings === b.readings;
}

function addFiles(app: App): HTMLElement {
  const drop = new FileDrop().setUp({ choose: t().files.choose, drop: t().files.drop }, false);
  drop.addEventListener('files', (event) => app.actions.addFiles((event as CustomEvent<File[]>).detail));
  return el('div', { class: 'add-files' }, drop, el('p', { class: 'muted' }, t().files.dropHint));
}

function drawAnswer(place: HTMLElement, state: AppState): void {
  const { files } = t();
  const sources = readySources(state.files);
  const rows = sources.reduce((sum, source) => sum + source.rows, 0);
  const reading = state.files.filter((entry) => entry.phase === 'waiting' || entry.phase === 'reading').length;
  const asking = state.files.filter(isLocked).length;
  const failed = state.files.filter((entry) => entry.phase === 'failed').length - asking;
  const expired = [...new Set(sources.filter(isExpired).map(({ name }) => name))];
  const numbers = {
    rows: number(rows),
    sources: number(listCount(sources)),
    reading: number(reading),
    failed: number(failed),
    locked: number(asking),
  };
  const ready =
    sources.length === 0
      ? state.files.length === 0
        ? files.answerNone
        : ''
      : listCount(sources) === 1
        ? files.answerOne
        : files.answer;
  redraw(
    place,
    ready !== '' &&
      el('p', {}, ...rich(ready, { rows: el('b', {}, numbers.rows), sources: el('b', {}, numbers.sources) })),
    expired.length > 0 && el('p', { 'data-testid': 'expired' }, fill(files.answerExpired, { lists: list(expired) })),
    reading > 0 && el('p', { class: 'muted' }, fill(files.answerReading, numbers)),
    asking > 0 && el('p', {}, fill(files.answerLocked, numbers)),
    failed > 0 && el('p', { class: 'bad' }, fill(files.answerFailed, numbers)),
  );
}

function drawNext(place: HTMLElement, app: App): void {
  const { state } = app.store;
  const { files } = t();
  const sources = listCount(readySources(state.files));
  const reading = isReading(state.files);
  const running = state.run.phase === 'running';
  const why = running ? files.nextRunning : reading ? files.nextReading : sources === 0 ? files.nextNone : '';
  const time = app.actions.estimatedTime;
  const start = (): void => {
    app.actions.go({ screen: 'padankan', params: {} });
    void app.actions.startRun();
  };
  if (state.files.length === 0) {
    place.replaceChildren(); // nothing to match yet: the one thing to do is to choose files
    return;
  }
  redraw(
    place,
    el(
      'button',
      {
        type: 'button',
        class: 'button primary',
        'data-testid': 'run',
        'data-key': 'run',
        disabled: why !== '',
        'aria-describedby': 'next-why',
        onclick: start,
      },
      fill(files.next, { sources: number(sources) }),
    ),
    el('p', { class: 'muted', id: 'next-why' }, why !== '' ? why : time === undefined ? '' : duration(time)),
  );
}

function drawEmpty(place: HTMLElement, app: App): void {
  const making = app.store.state.makingSample;
  if (app.store.state.files.length > 0) {
    place.replaceChildren();
    return;
  }
  redraw(
    place,
    el('p', { class: 'empty-title' }, making ? t().home.sampleMaking : t().files.emptyTitle),
    el(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-testid': 'sample-data',
        'data-key': 'sample',
        disabled: making,
        onclick: () => void app.actions.makeSample(),
      },
      making ? t().home.sampleMaking : t().home.sample,
    ),
  );
}
