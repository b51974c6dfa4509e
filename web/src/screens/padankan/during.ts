// A bar per stage, the speed, the time left, and the way out.

import type { App } from '../../app';
import { progressBars, type StageBar } from '../../components/progress-bars';
import { kStages, type Stage } from '../../engine/protocol';
import { duration, elapsed, fill, number, percent, t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import type { RunState, StageTime } from '../../state/state';

type Running = Extract<RunState, { phase: 'running' }>;

export function during(app: App, signal: AbortSignal): HTMLElement {
  const bars = el('div', {
    class: 'progress-place',
    role: 'group',
    'aria-label': t().match.progress,
    'data-testid': 'progress',
  });
  const answer = el('div', { class: 'answer' });
  const next = el('div', { class: 'next' });
  app.store.select(
    (s) => (s.run.phase === 'running' ? s.run.cancelling : false),
    (cancelling) => drawCancel(next, app, cancelling),
    signal,
  );
  app.store.select(
    (s) => s.run,
    (run) => {
      if (run.phase === 'running') {
        const now = performance.now();
        redraw(answer, ...headline(app.actions.estimatedTime, run, now));
        redraw(bars, progressBars(kStages.map((stage) => barOf(stage, run, now))));
      }
    },
    signal,
  );
  return el('div', {}, el('div', { class: 'headline' }, answer, next), bars);
}

function drawCancel(place: HTMLElement, app: App, cancelling: boolean): void {
  redraw(
    place,
    el(
      'button',
      {
        type: 'button',
        class: 'button',
        'data-testid': 'cancel',
        'data-key': 'cancel',
        disabled: cancelling,
        onclick: () => app.actions.cancelRun(),
      },
      cancelling ? t().match.cancelling : t().match.cancel,
    ),
  );
}

function headline(estimate: number | undefined, run: Running, now: number): HTMLElement[] {
  const { match, terms } = t();
  const current = run.stages[run.stage];
  const passed = now - run.began;
  const words = fill(match.during, { stage: terms.stages[run.stage], percent: percent(shareOf(current)) });
  const left = Math.max(stageLeft(current, now), (estimate ?? 0) - passed);
  const facts = [
    fill(match.elapsed, { time: elapsed(passed) }),
    left > 0 ? fill(match.left, { time: duration(left) }) : '',
  ];
  return [el('p', {}, words), el('p', { class: 'muted' }, facts.filter((fact) => fact !== '').join(' · '))];
}

function shareOf(stage: StageTime | undefined): number {
  return stage && stage.total > 0 ? Math.min(1, stage.done / stage.total) : 0;
}

/** Milliseconds left in the running stage at its speed so far. */
function stageLeft(stage: StageTime | undefined, now: number): number {
  return stage && stage.done > 0 ? ((now - stage.began) * (stage.total - stage.done)) / stage.done : 0;
}

function barOf(stage: (typeof kStages)[number], run: Running, now: number): StageBar {
  const time = run.stages[stage];
  const passed = kStages.indexOf(stage) < stageIndex(run.stage);
  const state = passed ? 'done' : stage === run.stage ? 'running' : 'waiting';
  return {
    key: stage,
    label: t().terms.stages[stage],
    share: passed ? 1 : state === 'running' ? shareOf(time) : 0,
    state,
    detail: time ? detailOf(stage, time, state === 'done', now) : '',
  };
}

function stageIndex(stage: Stage): number {
  return stage === 'finished' ? kStages.length : kStages.indexOf(stage);
}

/** Only preparation is counted in rows; the other stages count rules, parts of the work or one. */
function detailOf(stage: Stage, time: StageTime, done: boolean, now: number): string {
  const took = (time.ended ?? now) - time.began;
  if (done) {
    return `${number(time.total)} · ${elapsed(took)}`;
  }
  const speed =
    stage === 'prepare' && took > 200
      ? ` · ${fill(t().match.speed, { rows: number(Math.round((time.done / took) * 1000)) })}`
      : '';
  return `${number(time.done)} / ${number(time.total)}${speed}`;
}
