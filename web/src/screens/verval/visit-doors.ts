// Figures of Verval, and those of minutes that villages answer for, as doors: what is behind them stands in the address.

import type { App } from '../../app';
import type { Scope, VisitResult } from '../../engine/fieldwork-protocol';
import { number } from '../../i18n';
import { el } from '../../lib/dom';
import { withParams } from '../../state/route';

/** What a figure counts. batch: its number; none: over all batches, each row once. */
export type VisitDoor =
  | {
      show: 'rows';
      batch?: number;
      village?: string; // key
      district?: string;
      state?: 'answered' | 'open';
      result?: VisitResult;
      repaired?: 'nik' | 'kk' | 'name' | 'birth_date' | 'any';
    }
  | { show: 'planned'; scope: Scope; village?: string } // whom the next batch would ask about
  | { show: 'planned_villages'; scope: Scope }
  | { show: 'villages'; batch?: number; district?: string; state?: 'done' | 'late' | 'open' }
  | { show: 'intake'; what: 'answered' | 'fresh' | 'conflicts' | 'proposals' } // of the files that were dropped last
  | { show: 'remark'; file: number; remark: number };

const kShows: readonly unknown[] = ['rows', 'planned', 'planned_villages', 'villages', 'intake', 'remark'];

/** Nothing for a text that is no door; what the core does not understand it refuses itself. */
export function parseVisitDoor(text: string): VisitDoor | undefined {
  try {
    const door: unknown = JSON.parse(text);
    return typeof door === 'object' && door !== null && 'show' in door && kShows.includes(door.show)
      ? (door as VisitDoor)
      : undefined;
  } catch {
    return undefined;
  }
}

export function openVisits(app: App, door: VisitDoor): void {
  app.actions.go(withParams(app.store.state.route, { visits: JSON.stringify(door), names: '', person: '' }));
}

/** With these the crawler of the tests finds the figure and what it opens. */
export function visitAttributes(count: number, door: VisitDoor): Record<string, string | number> {
  return { 'data-figure': count, 'data-door': JSON.stringify(door) };
}

/** The figure as a button. Nothing opens behind a zero. */
export function visitFigure(
  app: App,
  count: number,
  door: VisitDoor,
  text = number(count),
  attributes: Record<string, string | number> = {},
): HTMLElement {
  if (count === 0) {
    return el('span', { class: 'figure none', ...attributes }, text);
  }
  return el(
    'button',
    {
      type: 'button',
      class: 'link figure',
      'data-key': `visits-${JSON.stringify(door)}`,
      ...visitAttributes(count, door),
      ...attributes,
      onclick: () => openVisits(app, door),
    },
    text,
  );
}
