// Every number is a door: the question behind a figure, as it stands in the address, and the button that opens it.

import type { App } from '../app';
import type { PlanningCalls, PlanUnit } from '../engine/planning-protocol';
import type { ViewKind, ViewQuery } from '../engine/protocol';
import { fill, number, t, term } from '../i18n';
import { el } from '../lib/dom';
import { withParams } from '../state/route';

/** Names of the one list. */
export type ViewDoor = ViewQuery & { kind: Exclude<ViewKind, 'pairs'> };

const kPlanMethods = ['people.open', 'priority.open', 'programmes.try.open', 'extract.open'] as const;
type PlanMethod = (typeof kPlanMethods)[number];

/** Names that planning finds, and the sentence that says who they are: a key of plan.doors with its values. */
export interface PlanDoor<M extends PlanMethod = PlanMethod> {
  method: M;
  args: PlanningCalls[M]['args'];
  unit: PlanUnit;
  title: string;
  values?: Record<string, string>; // "need:sick", "fund:apbn", "sex:P" are shown by their words, digits as numbers
}

/** What a figure counts. The panel shows exactly these names. */
export type Door = ViewDoor | PlanDoor;

/** Nothing is open: what the panel shows stands in these parameters of the address. */
export const kClosed = { names: '', family: '', person: '' } as const;

export function formatDoor(door: Door): string {
  return JSON.stringify(door);
}

/** Nothing for a text that is no door; what the core does not understand it refuses itself. */
export function parseDoor(text: string): Door | undefined {
  try {
    const door: unknown = JSON.parse(text);
    const kinds: readonly unknown[] = ['persons', 'families', 'rows', 'findings'];
    const methods: readonly unknown[] = kPlanMethods;
    const known =
      typeof door === 'object' &&
      door !== null &&
      (('kind' in door && kinds.includes(door.kind)) ||
        ('method' in door && methods.includes(door.method) && 'title' in door && typeof door.title === 'string'));
    return known ? (door as Door) : undefined;
  } catch {
    return undefined;
  }
}

export function openDoor(app: App, door: Door): void {
  app.actions.go(withParams(app.store.state.route, { ...kClosed, names: formatDoor(door) }));
}

/** The sentence of a door of planning. */
export function doorTitle({ title, values = {} }: Pick<PlanDoor, 'title' | 'values'>): string {
  const { doors, needs, funds, sexes } = t().plan;
  const words: Record<string, Record<string, string>> = { need: needs, fund: funds, sex: sexes };
  const shown = Object.entries(values).map(([key, value]) => {
    const [kind = '', rest] = value.split(/:(.*)/s);
    const known = rest === undefined ? undefined : words[kind];
    return [key, known ? term(known, rest ?? '') : /^\d+$/.test(value) ? number(Number(value)) : value] as const;
  });
  return fill(term(doors, title), Object.fromEntries(shown));
}

/** For elements that are drawn elsewhere: with these attributes the crawler of the tests finds the figure and what it opens. */
export function doorAttributes(count: number, door: Door): Record<string, string | number> {
  return { 'data-figure': count, 'data-door': formatDoor(door) };
}

/** Whether the number stands in the label by itself: 1 does not in "decile 10". */
function saysNumber(label: string, text: string): boolean {
  return label.split(/[^\d.,]+/).some((word) => word.replace(/[.,]$/, '') === text);
}

/** The figure itself as a button. Nothing opens behind a zero. */
export function figure(
  app: App,
  count: number,
  door: Door,
  label: string,
  text = number(count),
  testId?: string,
): HTMLElement {
  if (count === 0) {
    return el('span', { class: 'figure none' }, text);
  }
  return el(
    'button',
    {
      type: 'button',
      class: 'link figure',
      'aria-label': saysNumber(label, text) ? label : `${text}. ${label}`, // who speaks to the page says what is written
      'data-key': `door-${formatDoor(door)}`,
      ...(testId !== undefined && { 'data-testid': testId }),
      ...doorAttributes(count, door),
      onclick: () => openDoor(app, door),
    },
    text,
  );
}

/** The same for a figure of planning, whose door says itself what it counts. */
export function doorNumber(app: App, count: number, door: PlanDoor, testId = 'door'): HTMLElement {
  return figure(app, count, door, doorTitle(door), number(count), testId);
}
