// The ranking: weights at the side, what they do at the quota line, the names in order.

import type { App } from '../../app';
import { DataGrid } from '../../components/data-grid';
import {
  kNeeds,
  type PlanUnit,
  type PriorityDoor,
  type PriorityFigures,
  type PriorityRequest,
  type RankedFamily,
  type RankedPerson,
  type Selection,
} from '../../engine/planning-protocol';
import type { Place } from '../../engine/protocol';
import { fill, list, number, t } from '../../i18n';
import { display } from '../../i18n/display';
import { el, redraw, rich } from '../../lib/dom';
import { type Route, withParams } from '../../state/route';
import { doorNumber, kClosed, type PlanDoor } from '../doors';
import { changeRoute, failed, placeFields, placeOf, selectField } from '../plan-parts';
import { rankColumns, reasonColumns } from './columns';
import { Draft } from './draft';
import { pyramid } from './pyramid';
import { weightFields } from './weights';

const kDrafts = new WeakMap<App, Draft>();

function draftOf(app: App): Draft {
  const known = kDrafts.get(app) ?? new Draft(app);
  kDrafts.set(app, known);
  return known;
}

export function unitOf(route: Route): PlanUnit {
  return route.params.unit === 'persons' ? 'persons' : 'families';
}

/** Which reason the names are narrowed to: "sick", or "?sick" where it is not known. */
function selectOf(route: Route): Selection {
  const text = route.params.need ?? '';
  const need = kNeeds.find((each) => each === text.replace('?', ''));
  return need === undefined ? {} : text.startsWith('?') ? { unknown: [need] } : { needs: [need] };
}

export function ranking(app: App, signal: AbortSignal): HTMLElement {
  const draft = draftOf(app);
  const answer = el('div', { class: 'answer', role: 'status', 'data-testid': 'priority-answer' });
  const preview = el('div', { class: 'preview', 'data-testid': 'priority-preview', 'aria-live': 'polite' });
  const filters = el('form', { class: 'facets wide', role: 'search', 'aria-label': t().prioritas.search });
  filters.addEventListener('submit', (event) => event.preventDefault());
  const weights = el('section', { class: 'weights', 'aria-label': t().prioritas.weights });
  const found = el('p', { class: 'muted', role: 'status', 'data-testid': 'found' });
  const grid = new DataGrid();
  grid.id = 'ranking-grid';
  grid.dataset.testid = 'ranking';
  let places: readonly Place[] = [];
  let hasLokus = false;
  let asked = 0;
  let life = new AbortController();
  signal.addEventListener('abort', () => life.abort(), { once: true });

  const refresh = async (): Promise<void> => {
    const { tried } = draft.store.state;
    if (!tried || signal.aborted) {
      return;
    }
    const mine = ++asked;
    const { route } = app.store.state;
    const request: PriorityRequest = { unit: unitOf(route), ...placeOf(route), try: tried };
    try {
      const figures = await app.engine.call('priority', request);
      if (mine !== asked || signal.aborted) {
        return; // a later one is under way
      }
      drawAnswer(answer, app, request, figures);
      drawPreview(preview, app, request, figures, draft.changed);
      drawFilters(filters, app, places, hasLokus, figures);
      life.abort();
      life = new AbortController();
      await showNames(app, request, selectOf(route), figures, grid, found, life.signal);
    } catch (error) {
      if (mine === asked) {
        redraw(answer, failed(error));
      }
    }
  };

  let drawn = new AbortController();
  const drawWeights = (): void => {
    drawn.abort();
    drawn = new AbortController();
    redraw(weights, ...weightFields(app, draft, drawn.signal, drawWeights));
  };
  signal.addEventListener('abort', () => drawn.abort(), { once: true });
  draft.store.select(
    (s) => s.tried,
    () => void refresh(),
    signal,
  );
  app.store.select((s) => unitOf(s.route), drawWeights, signal);
  app.store.select(
    ({ route: { params } }) => [params.unit, params.village, params.district, params.lokus, params.need].join(' '),
    () => void refresh(),
    signal,
  );
  void Promise.all([app.engine.call('places', {}), app.engine.call('settings', {}), draft.load()]).then(
    ([known, settings]) => {
      places = known;
      hasLokus = settings.lokus.mode !== 'none';
      if (!signal.aborted) {
        drawWeights();
        void refresh();
      }
    },
    (error) => redraw(answer, failed(error)),
  );
  return el(
    'div',
    {},
    el('div', { class: 'headline' }, answer),
    el(
      'div',
      { class: 'plan-split' },
      weights,
      el(
        'div',
        { class: 'plan-main' },
        preview,
        filters,
        found,
        grid,
        el('p', { class: 'muted small' }, t().prioritas.tieRule),
      ),
    ),
    pyramid(app, signal),
  );
}

function unitWord(unit: PlanUnit): string {
  return t().plan[unit];
}

function drawAnswer(place: HTMLElement, app: App, request: PriorityRequest, figures: PriorityFigures): void {
  const { prioritas, plan } = t();
  const { unit } = request;
  const select: Selection = { presence: 'there', ...placesOf(request) };
  const total = doorNumber(app, figures.total, {
    method: 'priority.open',
    args: { ...request },
    unit,
    title: unit,
  } as PlanDoor<'priority.open'>);
  const bold = (value: number): HTMLElement => el('b', {}, number(value));
  const values = {
    total,
    unit: unitWord(unit),
    most: bold(figures.most),
    quota: bold(figures.line?.quota ?? 0),
    points: bold(figures.line?.points ?? 0),
  };
  const silent = figures.needs.filter((each) => !each.asked).map((each) => plan.needs[each.need]);
  redraw(
    place,
    el(
      'p',
      {},
      ...(figures.total === 0
        ? [prioritas.answerNobody]
        : rich(figures.line ? prioritas.answer : prioritas.answerNoLine, values)),
    ),
    el(
      'p',
      { class: 'muted small' },
      ...(figures.gone > 0
        ? rich(prioritas.gone, {
            n: doorNumber(app, figures.gone, {
              method: 'people.open',
              args: { unit, select: { ...select, presence: 'gone' } },
              unit,
              title: 'gone',
            }),
          })
        : []),
      silent.length > 0 && ` ${fill(prioritas.notAsked, { needs: list(silent) })}`,
    ),
  );
}

function placesOf({ village, district, lokus }: PriorityRequest): Selection {
  return {
    ...(village !== undefined && { village }),
    ...(district !== undefined && { district }),
    ...(lokus !== undefined && { lokus }),
  };
}

function drawPreview(
  place: HTMLElement,
  app: App,
  request: PriorityRequest,
  { line }: PriorityFigures,
  changed: boolean,
): void {
  const { prioritas } = t();
  if (!line) {
    redraw(place);
    return;
  }
  const door = (which: PriorityDoor, value: number): HTMLElement =>
    doorNumber(
      app,
      value,
      { method: 'priority.open', args: { ...request, which }, unit: request.unit, title: which },
      `line-${which}`,
    );
  const tied = line.tied_above + line.tied_below;
  redraw(
    place,
    changed &&
      el(
        'p',
        { class: 'shift' },
        `${prioritas.against} `,
        ...rich(prioritas.entered, { n: door('entered', line.entered) }),
        ' · ',
        ...rich(prioritas.left, { n: door('left', line.left) }),
        ' · ',
        ...rich(prioritas.stayed, { n: door('stayed', line.stayed) }),
      ),
    line.tied_below > 0 &&
      el(
        'p',
        { class: 'small' },
        ...rich(prioritas.tied, {
          n: door('tied', tied),
          unit: unitWord(request.unit),
          points: number(line.points),
          above: number(line.tied_above),
        }),
      ),
    line.possible > 0 &&
      el('p', { class: 'small' }, ...rich(prioritas.possible, { n: door('possible', line.possible) })),
  );
}

function drawFilters(
  place: HTMLElement,
  app: App,
  places: readonly Place[],
  hasLokus: boolean,
  figures: PriorityFigures,
): void {
  const { plan, prioritas } = t();
  const { route } = app.store.state;
  const needs = figures.needs.filter((each) => each.asked);
  const options: [string, string][] = [
    ['', prioritas.anyNeed],
    ...needs.map((each): [string, string] => [each.need, `${plan.needs[each.need]} (${number(each.yes)})`]),
    ...needs
      .filter((each) => each.unknown > 0)
      .map((each): [string, string] => [
        `?${each.need}`,
        `${fill(prioritas.needUnknown, { need: plan.needs[each.need] })} (${number(each.unknown)})`,
      ]),
  ];
  const units: [string, string][] = [
    ['families', plan.families],
    ['persons', plan.persons],
  ];
  redraw(
    place,
    selectField('unit', plan.unit, unitOf(route), units, (unit) => changeRoute(app, { unit })),
    ...placeFields(app, places, hasLokus),
    selectField('need', prioritas.need, route.params.need ?? '', options, (need) => changeRoute(app, { need })),
  );
}

async function showNames(
  app: App,
  request: PriorityRequest,
  select: Selection,
  figures: PriorityFigures,
  grid: DataGrid,
  found: HTMLElement,
  signal: AbortSignal,
): Promise<void> {
  const { prioritas, grid: words } = t();
  const { view, total } = await app.engine.call('priority.open', { ...request, select });
  const close = (): void => void app.engine.call('view.close', { view }).catch(() => undefined);
  if (signal.aborted) {
    close();
    return;
  }
  signal.addEventListener('abort', close, { once: true });
  found.textContent = fill(prioritas.found, { n: number(total), unit: unitWord(request.unit) });
  const { masked } = app.store.state;
  const quota = figures.line?.quota ?? 0;
  const common = {
    total,
    maxRows: 15,
    rowClass: (row: RankedPerson | RankedFamily) => (row.place <= quota ? 'above-line' : ''),
    labels: {
      table: `${prioritas.list}. ${words.rowsLabel}`,
      empty: prioritas.nothing,
      failed: words.failed,
      up: words.sortedUp,
      down: words.sortedDown,
    },
  };
  const rows = async <Row>(from: number, to: number): Promise<readonly Row[]> =>
    (await app.engine.call('priority.rows', { view, from, to })).rows as unknown as Row[];
  const go = (params: Record<string, string>): void =>
    app.actions.go(withParams(app.store.state.route, { ...kClosed, ...params }));
  if (request.unit === 'persons') {
    grid.show<RankedPerson>({
      ...common,
      rows,
      columns: [
        ...rankColumns<RankedPerson>(quota),
        { key: 'name', label: prioritas.name, width: '12rem', cell: (row) => display('name', row.name, masked) },
        ...reasonColumns<RankedPerson>(),
      ],
      open: (row) => go({ person: String(row.index) }),
    });
  } else {
    grid.show<RankedFamily>({
      ...common,
      rows,
      columns: [
        ...rankColumns<RankedFamily>(quota),
        { key: 'head', label: prioritas.head, width: '12rem', cell: (row) => display('head', row.head, masked) },
        {
          key: 'members',
          label: prioritas.members,
          width: '5.75rem',
          numeric: true,
          cell: (row) => number(row.members),
        },
        ...reasonColumns<RankedFamily>(),
      ],
      open: (row) => go({ family: String(row.index) }),
    });
  }
}
