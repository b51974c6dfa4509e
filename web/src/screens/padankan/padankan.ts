// Matching: before, during and after.

import type { App } from '../../app';
import { icon } from '../../components/icons';
import { errorSentence, fill, t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import { type RunState, readySources } from '../../state/state';
import { savedWorkOffer } from '../saved-work';
import { before } from './before';
import { during } from './during';
import { modelSection } from './model';
import { result } from './result';

export function padankan(root: HTMLElement, app: App, signal: AbortSignal): void {
  const body = el('div', { class: 'phases' });
  const live = el('p', { class: 'visually-hidden', role: 'status' });
  root.append(el('h1', {}, t().match.title), live, savedWorkOffer(app, signal), body);
  let life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  const draw = (): void => {
    life.abort();
    life = new AbortController();
    drawPhase(body, app, life.signal);
  };
  app.store.select(phaseKey, draw, signal);
  app.store.select(
    (s) => (s.run.phase === 'running' ? s.run.stage : s.run.phase),
    () => announce(live, app.store.state.run),
    signal,
  );
}

function phaseKey(state: App['store']['state']): string {
  const { run } = state;
  return `${run.phase} ${run.phase === 'done' ? run.took : ''} ${readySources(state.files).length}`;
}

function drawPhase(body: HTMLElement, app: App, signal: AbortSignal): void {
  const { run, files } = app.store.state;
  if (run.phase === 'running') {
    redraw(body, during(app, signal));
  } else if (run.phase === 'done') {
    redraw(body, result(app, run, signal));
  } else if (readySources(files).length === 0) {
    redraw(body, problem(run), nothing());
  } else {
    redraw(body, problem(run), before(app, signal), modelSection(app, signal));
  }
}

function nothing(): HTMLElement {
  const { match } = t();
  return el(
    'div',
    { class: 'empty' },
    el('p', { class: 'empty-title' }, match.beforeNone),
    el('p', { class: 'muted' }, match.beforeNoneHint),
    el('a', { class: 'button primary', href: '#/berkas' }, match.toFiles),
  );
}

function problem(run: RunState): HTMLElement | false {
  if (run.phase === 'cancelled') {
    return el('div', { class: 'notice', 'data-testid': 'cancelled' }, el('p', {}, t().match.cancelled));
  }
  if (run.phase === 'none' && run.dropped) {
    return el('div', { class: 'notice' }, icon('warn'), el('p', {}, t().match.dropped));
  }
  if (run.phase === 'failed') {
    const sentence = errorSentence(run.failure);
    return el(
      'div',
      { class: 'notice bad', role: 'alert' },
      icon('warn'),
      el('p', {}, `${sentence.what} ${sentence.act}`),
    );
  }
  return false;
}

/** Only a change of stage is read out; the numbers between would never end. */
function announce(live: HTMLElement, run: RunState): void {
  const { stages } = t().terms;
  live.textContent =
    run.phase === 'running'
      ? `${stages[run.stage]} …`
      : run.phase === 'done'
        ? stages.finished
        : run.phase === 'cancelled'
          ? fill(t().match.cancelled, {})
          : '';
}
