// One bar per stage. Numbers change often, so only the bars are redrawn and nothing here is announced; the screen says the stage.

import { el } from '../lib/dom';

export interface StageBar {
  key: string;
  label: string;
  share: number; // 0..1
  state: 'waiting' | 'running' | 'done';
  detail: string;
}

export function progressBars(bars: readonly StageBar[]): HTMLElement {
  return el(
    'ol',
    { class: 'stages' },
    ...bars.map((bar) =>
      el(
        'li',
        { class: `stage ${bar.state}`, ...(bar.state === 'running' ? { 'aria-current': 'step' } : {}) },
        el('span', { class: 'stage-name' }, bar.label),
        el(
          'span',
          {
            class: 'stage-bar',
            role: 'progressbar',
            'aria-label': bar.label,
            'aria-valuemin': 0,
            'aria-valuemax': 100,
            'aria-valuenow': Math.round(bar.share * 100),
          },
          el('span', { style: `width:${(bar.share * 100).toFixed(1)}%` }),
        ),
        el('span', { class: 'stage-detail' }, bar.detail),
      ),
    ),
  );
}
