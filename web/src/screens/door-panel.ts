// The side panel of the planning screens: the names behind a number, the members of a family, one person with all source rows.
// All of it stands in the address: door (what was asked), family, person.

import type { App } from '../app';
import { DataGrid } from '../components/data-grid';
import type { SidePanel } from '../components/side-panel';
import type { PlanningCalls, PlanUnit } from '../engine/planning-protocol';
import type { CoreCalls, FamilyRow, PersonRow } from '../engine/protocol';
import { errorSentence, fill, number, t, term } from '../i18n';
import { el } from '../lib/dom';
import { withParams } from '../state/route';
import { familyColumns, personColumns } from './names-panel';
import { personView } from './person-view';

export type DoorMethod = 'people.open' | 'priority.open' | 'programmes.try.open' | 'extract.open';

/** What stands behind a number, and the sentence that names it: a key of plan.doors with its values. */
export interface PlanDoor<M extends DoorMethod = DoorMethod> {
  method: M;
  args: PlanningCalls[M]['args'];
  unit: PlanUnit;
  title: string;
  values?: Record<string, string>; // "need:sick", "fund:apbn", "sex:P" are shown by their words, digits as numbers
}

export function openDoor<M extends DoorMethod>(app: App, door: PlanDoor<M>): void {
  app.actions.go(withParams(app.store.state.route, { door: JSON.stringify(door), family: '', person: '' }));
}

/** A number as a button that opens its names. 0 opens nothing. */
export function doorNumber<M extends DoorMethod>(
  app: App,
  value: number,
  door: PlanDoor<M>,
  testId = 'door',
): HTMLElement {
  if (value === 0) {
    return el('span', {}, number(0));
  }
  return el(
    'button',
    {
      type: 'button',
      class: 'link door',
      'data-testid': testId,
      'data-value': value,
      title: doorTitle(door),
      onclick: () => openDoor(app, door),
    },
    number(value),
  );
}

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

function parseDoor(text: string): PlanDoor | undefined {
  try {
    const door = JSON.parse(text) as PlanDoor;
    return typeof door === 'object' && door !== null && typeof door.title === 'string' ? door : undefined;
  } catch {
    return undefined; // written by hand
  }
}

export function followDoors(app: App, panel: SidePanel, signal: AbortSignal): void {
  let life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });
  app.store.select(
    (s) => [s.route.params.person, s.route.params.family, s.route.params.door].join(' '),
    () => {
      life.abort();
      life = new AbortController();
      void show(app, panel, life.signal);
    },
    signal,
  );
}

async function show(app: App, panel: SidePanel, signal: AbortSignal): Promise<void> {
  const { person = '', family = '', door: text = '' } = app.store.state.route.params;
  const door = parseDoor(text);
  const go = (params: Record<string, string>): void => app.actions.go(withParams(app.store.state.route, params));
  const close = (): void => go({ door: '', family: '', person: '' });
  const back = (params: Record<string, string>): HTMLElement =>
    el('button', { type: 'button', class: 'link', onclick: () => go(params) }, `← ${t().frame.back}`);
  try {
    if (person !== '') {
      const detail = await app.engine.call('person', { index: Number(person) }, { signal });
      if (signal.aborted) {
        return;
      }
      panel.classList.add('wide');
      const openFamily = (): void => go({ person: '', family: String(detail.family) });
      panel.open(
        fill(t().unified.personDetail, { id: detail.id }),
        t().frame.close,
        [
          ...(door || family !== '' ? [back({ person: '' })] : []),
          ...personView(detail, app.store.state.masked, openFamily, (index) => go({ person: String(index) })),
        ],
        close,
      );
    } else if (family !== '') {
      const opened = await app.engine.call('view.open', { kind: 'persons', family: Number(family) });
      names(app, panel, opened, 'persons', t().plan.familyMembers, door ? [back({ family: '' })] : [], signal, close);
    } else if (door) {
      const args = door.args as CoreCalls[DoorMethod]['args'];
      const opened = await app.engine.call(door.method, args as never);
      names(app, panel, opened as { view: number; total: number }, door.unit, doorTitle(door), [], signal, close);
    } else {
      panel.close();
    }
  } catch (error) {
    if (!signal.aborted) {
      panel.open(t().unified.names, t().frame.close, [el('p', { class: 'bad' }, errorSentence(error).what)], close);
    }
  }
}

function names(
  app: App,
  panel: SidePanel,
  { view, total }: { view: number; total: number },
  unit: PlanUnit,
  title: string,
  before: HTMLElement[],
  signal: AbortSignal,
  close: () => void,
): void {
  const release = (): void => void app.engine.call('view.close', { view }).catch(() => undefined);
  if (signal.aborted) {
    release();
    return;
  }
  signal.addEventListener('abort', release, { once: true });
  const { unified, grid: words } = t();
  const { masked, route } = app.store.state;
  const grid = new DataGrid();
  grid.id = 'door-grid';
  const found = el(
    'p',
    { class: 'muted', 'data-testid': 'door-total', 'data-value': total },
    fill(unified.foundAll, { n: number(total), unit: unified[unit].toLowerCase() }),
  );
  panel.classList.remove('wide');
  panel.open(title, t().frame.close, [...before, found, grid], close);
  const common = {
    total,
    maxRows: 16,
    labels: {
      table: `${title}. ${words.rowsLabel}`,
      empty: words.empty,
      failed: words.failed,
      up: words.sortedUp,
      down: words.sortedDown,
    },
  };
  const rows = async <Row>(from: number, to: number): Promise<readonly Row[]> =>
    (await app.engine.call('view.rows', { view, from, to })).rows as unknown as Row[];
  if (unit === 'persons') {
    grid.show<PersonRow>({
      ...common,
      rows,
      columns: personColumns(masked),
      open: (row) => app.actions.go(withParams(route, { person: String(row.index) })),
    });
  } else {
    grid.show<FamilyRow>({
      ...common,
      rows,
      columns: familyColumns(masked),
      open: (row) => app.actions.go(withParams(route, { family: String(row.index) })),
    });
  }
}
