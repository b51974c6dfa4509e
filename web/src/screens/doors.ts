// Every number is a door: the question behind a figure, as it stands in the address, and the button that opens it.

import type { App } from '../app';
import type { ViewKind, ViewQuery } from '../engine/protocol';
import { number } from '../i18n';
import { el } from '../lib/dom';
import { withParams } from '../state/route';

/** What a figure counts. The panel shows exactly these names. */
export type Door = ViewQuery & { kind: Exclude<ViewKind, 'pairs'> };

export function formatDoor(door: Door): string {
  return JSON.stringify(door);
}

/** Nothing for a text that is no door; what the core does not understand it refuses itself. */
export function parseDoor(text: string): Door | undefined {
  try {
    const door: unknown = JSON.parse(text);
    const kinds: readonly unknown[] = ['persons', 'families', 'rows', 'findings'];
    return typeof door === 'object' && door !== null && 'kind' in door && kinds.includes(door.kind)
      ? (door as Door)
      : undefined;
  } catch {
    return undefined;
  }
}

export function openDoor(app: App, door: Door): void {
  app.actions.go(withParams(app.store.state.route, { names: formatDoor(door), person: '' }));
}

/** For elements that are drawn elsewhere: with these attributes the crawler of the tests finds the figure and what it opens. */
export function doorAttributes(count: number, door: Door): Record<string, string | number> {
  return { 'data-figure': count, 'data-door': formatDoor(door) };
}

/** The figure itself as a button. Nothing opens behind a zero. */
export function figure(app: App, count: number, door: Door, label: string, text = number(count)): HTMLElement {
  if (count === 0) {
    return el('span', { class: 'figure none' }, text);
  }
  return el(
    'button',
    {
      type: 'button',
      class: 'link figure',
      'aria-label': label.includes(text) ? label : `${text}. ${label}`, // who speaks to the page says what is written
      'data-key': `door-${formatDoor(door)}`,
      ...doorAttributes(count, door),
      onclick: () => openDoor(app, door),
    },
    text,
  );
}
