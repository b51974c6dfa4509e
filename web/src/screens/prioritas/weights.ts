// The weights at the side: a slider a reason and a decile, the quota, the age of the elderly.

import type { App } from '../../app';
import { kNeeds } from '../../engine/planning-protocol';
import { errorSentence, fill, number, t } from '../../i18n';
import { type Child, el } from '../../lib/dom';
import { numberField } from '../plan-parts';
import type { Draft } from './draft';
import { unitOf } from './ranking';

const kMost = 100; // of a slider; a project may say more, then it reaches so far

/** Drawn once for a unit: who drags a slider must not lose it. onReset: everything was put back. */
export function weightFields(app: App, draft: Draft, signal: AbortSignal, onReset: () => void): Child[] {
  const { plan, prioritas } = t();
  const { tried } = draft.store.state;
  if (!tried) {
    return [el('p', { class: 'muted' }, plan.loading)];
  }
  const unit = unitOf(app.store.state.route);
  const reset = el(
    'button',
    {
      type: 'button',
      class: 'quiet',
      'data-testid': 'priority-reset',
      onclick: () => {
        draft.reset();
        onReset();
      },
    },
    plan.reset,
  );
  draft.store.select(
    () => draft.changed,
    (changed) => {
      reset.hidden = !changed;
    },
    signal,
  );
  const status = el('p', { class: 'small', role: 'status', 'data-testid': 'priority-status' });
  const apply = async (): Promise<void> => {
    try {
      await draft.apply();
      status.className = 'small good';
      status.textContent = plan.saved;
    } catch (error) {
      status.className = 'small bad';
      status.textContent = errorSentence(error).what;
    }
  };
  return [
    numberField(
      'quota',
      `${prioritas.quota} (${plan[unit]})`,
      tried.quota[unit],
      { hint: prioritas.quotaHint },
      (quota) => draft.setQuota(unit, quota),
    ),
    el('h2', {}, prioritas.weights),
    el('p', { class: 'muted small' }, prioritas.weightsHint),
    ...kNeeds.map((need) =>
      slider(`weight-${need}`, plan.needs[need], tried.weights[need], (points) => draft.setWeight(need, points)),
    ),
    el(
      'details',
      { open: true },
      el('summary', {}, prioritas.deciles),
      ...tried.deciles.map((points, i) =>
        slider(`decile-${i + 1}`, fill(plan.decileN, { n: number(i + 1) }), points, (changed) =>
          draft.setDecile(i, changed),
        ),
      ),
    ),
    numberField('elderly-from', prioritas.elderlyFrom, tried.elderly_from, { least: 1, most: 120 }, (elderly_from) =>
      draft.change({ elderly_from }),
    ),
    el(
      'p',
      { class: 'choices-line' },
      el(
        'button',
        {
          type: 'button',
          class: 'button primary',
          'data-key': 'priority-apply',
          'data-testid': 'priority-apply',
          onclick: () => void apply(),
        },
        plan.save,
      ),
      reset,
    ),
    status,
  ];
}

function slider(key: string, label: string, value: number, change: (value: number) => void): HTMLElement {
  const output = el('output', {}, number(value));
  const input = el('input', {
    type: 'range',
    min: 0,
    max: Math.max(kMost, value),
    step: 5,
    value: String(value),
    'data-key': key,
    'data-testid': key,
    'aria-label': label,
    oninput: () => {
      output.textContent = number(Number(input.value));
      change(Number(input.value));
    },
  });
  return el('label', { class: 'slider' }, el('span', {}, label), input, output);
}
