// Worksheets out, returns in: how far the villages are, what could not be read, what a person has to decide.

import type { App } from '../../app';
import { FileDrop } from '../../components/file-drop';
import { icon } from '../../components/icons';
import type { BoardBatch } from '../../engine/fieldwork-protocol';
import { date, fill, number, t } from '../../i18n';
import { el, redraw, rich } from '../../lib/dom';
import { today } from '../../lib/today';
import { formatRoute, withParams } from '../../state/route';
import type { RunState } from '../../state/state';
import { namesPanel } from '../names-panel';
import { batchShown, board } from './board';
import { intakeSection, refreshIntake, troubleSection } from './intake';
import { madeSentence, makeForm } from './make-form';
import { report } from './report';
import { takeFiles } from './take-files';
import { visitFigure } from './visit-doors';
import { visitsPanel } from './visits-panel';

export function verval(root: HTMLElement, app: App, signal: AbortSignal): void {
  const body = el('div', { class: 'verval' });
  const panels = [visitsPanel(app, signal), namesPanel(app, signal)];
  root.append(el('h1', {}, t().verval.title), el('div', { class: 'with-panel' }, body, ...panels));
  let life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  const draw = (): void => {
    life.abort();
    life = new AbortController();
    drawBody(body, app, life.signal);
  };
  app.store.select((s) => `${standing(s.run)} ${s.route.params.batch ?? ''}`, draw, signal);
  app.fieldwork.store.select((s) => s.batches, draw, signal);
  if (app.fieldwork.store.state.intake) {
    void refreshIntake(app).catch(() => undefined); // drawn anew in another language: so are the sentences of the core
  }
}

/** While answers are applied the result at hand is made anew; what villages have said stands meanwhile. */
function standing(run: RunState): 'result' | 'applying' | 'none' {
  return run.phase === 'done' ? 'result' : run.phase === 'running' && run.again ? 'applying' : 'none';
}

function drawBody(body: HTMLElement, app: App, signal: AbortSignal): void {
  const { verval: words } = t();
  const now = standing(app.store.state.run);
  if (now === 'applying') {
    const place = el('p', { role: 'status', class: 'muted', 'data-testid': 'applying' }, words.applying);
    body.querySelector('[data-testid="applying"]')?.remove();
    body.prepend(place);
    return;
  }
  if (now === 'none') {
    redraw(
      body,
      el(
        'div',
        { class: 'empty' },
        el('p', { class: 'empty-title' }, words.needRun),
        el('a', { class: 'button primary', href: '#/padankan' }, words.toMatch),
      ),
    );
    return;
  }
  const batch = batchShown(app);
  if (!batch) {
    redraw(body, makeForm(app, true, signal));
    return;
  }
  const { made } = app.fieldwork.store.state;
  const status = el(
    'p',
    { class: 'muted', role: 'status', 'data-testid': 'returns-status' },
    made ? madeSentence(made) : '',
  );
  const asks = el('div', { class: 'locked-returns' });
  const drop = new FileDrop().setUp({ choose: words.take, drop: words.takeDrop }, true);
  drop.addEventListener('files', (event) => {
    void takeFiles(app, (event as CustomEvent<File[]>).detail, status, asks);
  });
  redraw(
    body,
    el('div', { class: 'headline' }, answer(app, batch), el('div', { class: 'next' }, drop)),
    status,
    asks,
    chooser(app, batch),
    intakeSection(app, signal),
    board(app, batch),
    troubleSection(app, signal),
    report(batch),
    el(
      'details',
      { class: 'make-more' },
      el('summary', { 'data-testid': 'make-more', 'data-key': 'make-more' }, words.makeMore),
      makeForm(app, false, signal),
    ),
  );
}

/** Where things stand, in one sentence; every number in it opens. */
function answer(app: App, batch: BoardBatch): HTMLElement {
  const { verval: words } = t();
  const late = batch.villages.filter((village) => village.late).length;
  const deadline = date(batch.deadline);
  const of = { batch: batch.number };
  const parts = {
    done: visitFigure(app, batch.done, { show: 'villages', ...of, state: 'done' }),
    villages: visitFigure(app, batch.villages.length, { show: 'villages', ...of }),
    answered: visitFigure(app, batch.answered, { show: 'rows', ...of, state: 'answered' }),
    rows: visitFigure(app, batch.rows, { show: 'rows', ...of }),
  };
  const pace =
    batch.answered === batch.rows
      ? words.allDone
      : batch.answered === 0
        ? batch.deadline === ''
          ? ''
          : fill(words.noPace, { deadline })
        : `${fill(words.pace, { pace: number(batch.pace, batch.pace < 10 ? 1 : 0) })} ${fill(
            batch.deadline === '' ? words.forecastFree : words.forecast,
            { day: date(batch.forecast), deadline },
          )}`;
  return el(
    'div',
    { class: 'answer' },
    el(
      'p',
      {
        'data-testid': 'coverage',
        'data-value': batch.answered,
        'data-villages': batch.done,
      },
      ...rich(words.answer, parts),
    ),
    pace !== '' && el('p', { class: 'muted', 'data-testid': 'pace' }, pace),
    late > 0 &&
      el(
        'p',
        { class: 'bad', 'data-testid': 'late' },
        icon('warn'),
        ...rich(words.late, {
          late: visitFigure(app, late, { show: 'villages', ...of, state: 'late' }),
          deadline,
        }),
      ),
  );
}

function chooser(app: App, batch: BoardBatch): HTMLElement | false {
  const { verval: words } = t();
  const { batches } = app.fieldwork.store.state;
  const name = (one: BoardBatch): string =>
    fill(words.batchName, {
      n: number(one.number),
      scope: words.scopes[one.scope],
      made: date(one.made || today()),
      rows: number(one.rows),
    });
  if (batches.length < 2) {
    return el('p', { class: 'muted' }, `${words.batch} ${name(batch)}.`);
  }
  const select = el(
    'select',
    {
      'data-testid': 'batch',
      'data-key': 'batch',
      onchange: () => {
        location.hash = formatRoute(withParams(app.store.state.route, { batch: select.value, visits: '' }));
      },
    },
    ...batches.map((one) =>
      el('option', { value: one.number, ...(one.number === batch.number ? { selected: true } : {}) }, name(one)),
    ),
  );
  return el('label', { class: 'inline batch-choice' }, `${words.batch} `, select);
}
