// The filters at the left of the names.

import type { App } from '../../app';
import type { Facets } from '../../engine/protocol';
import { fill, number, t, term } from '../../i18n';
import { type Child, el, redraw } from '../../lib/dom';
import { type Route, withParams } from '../../state/route';
import { lastSummary } from '../../state/state';
import { kClosed } from '../doors';
import { filtersOf, isFiltered } from './filters';
import { type KnownRegion, knownRegion, regionFilter } from './region-filter';

const kNowhere: KnownRegion = { places: [], hasLokus: false };

export function facets(app: App, signal: AbortSignal): HTMLElement {
  const place = el('form', {
    class: 'facets',
    role: 'search',
    'aria-label': t().unified.filters,
    onsubmit: (event: Event) => event.preventDefault(),
  });
  let known: { region: KnownRegion; facets: Facets | undefined } = { region: kNowhere, facets: undefined };
  const draw = (): void => redraw(place, ...controls(app, known.region, known.facets));
  app.store.select((s) => s.route, draw, signal);
  void Promise.all([knownRegion(app).catch(() => kNowhere), app.engine.call('facets', {}).catch(() => undefined)]).then(
    ([region, found]) => {
      known = { region, facets: found };
      if (!signal.aborted) {
        draw();
      }
    },
  );
  return place;
}

function controls(app: App, region: KnownRegion, found: Facets | undefined): Child[] {
  const { unified, terms } = t();
  const { state } = app.store;
  const filters = filtersOf(state.route);
  const sources = lastSummary(state.run)?.sources.map((source) => source.name) ?? [];
  const change = (part: Record<string, string>): void => app.actions.go(changed(state.route, part), true);
  const search = el('input', {
    type: 'search',
    value: filters.search,
    'data-key': 'search',
    'data-testid': 'search',
    autocomplete: 'off',
    onchange: (event: Event) => change({ q: (event.target as HTMLInputElement).value.trim() }),
  });
  const select = (
    key: string,
    label: string,
    any: string,
    value: string,
    options: readonly [string, string][],
  ): HTMLElement =>
    el(
      'label',
      { class: 'field' },
      el('span', {}, label),
      el(
        'select',
        {
          'data-key': key,
          'data-testid': `filter-${key}`,
          onchange: (event: Event) => change({ [key]: (event.target as HTMLSelectElement).value }),
        },
        ...[['', any] as const, ...options].map(([option, word]) =>
          el('option', { value: option, selected: option === value }, word),
        ),
      ),
    );
  const flags = (found?.flags ?? []).map((each): [string, string] => [
    each.flag,
    `${term(terms.flags, each.flag)} (${number(each.persons)})`,
  ]);
  const findings = (found?.findings ?? [])
    .filter((each) => each.count > 0)
    .map((each): [string, string] => [each.code, `${term(terms.findings, each.code)} (${number(each.count)})`]);
  return [
    el('label', { class: 'field' }, el('span', {}, unified.search), search),
    select(
      'source',
      unified.source,
      unified.anySource,
      filters.source,
      sources.map((name): [string, string] => [name, name]),
    ),
    ...regionFilter(app, region, 'field'),
    filters.unit !== 'rows' &&
      select('lists', unified.lists, unified.anyLists, filters.lists, listOptions(sources.length)),
    filters.unit === 'persons' &&
      flags.length > 0 &&
      select('flag', unified.flag, unified.anyFlag, filters.flag, flags),
    filters.unit === 'persons' &&
      findings.length > 0 &&
      select('finding', unified.finding, unified.anyFlag, filters.finding, findings),
    isFiltered(filters) &&
      el(
        'button',
        {
          type: 'button',
          class: 'link',
          'data-testid': 'clear',
          onclick: () =>
            change({ q: '', source: '', village: '', district: '', lokus: '', lists: '', flag: '', finding: '' }),
        },
        unified.clear,
      ),
  ];
}

/** A new filter closes what was opened from the old list. */
function changed(route: Route, part: Record<string, string>): Route {
  return withParams(route, { ...kClosed, ...part });
}

function listOptions(sources: number): [string, string][] {
  const { unified } = t();
  const exact = Array.from({ length: sources }, (_, i): [string, string] => [
    String(i + 1),
    fill(unified.listsN, { n: number(i + 1) }),
  ]);
  const more = Array.from({ length: Math.max(0, sources - 2) }, (_, i): [string, string] => [
    `${i + 2}+`,
    fill(unified.listsMore, { n: number(i + 2) }),
  ]);
  return [...exact, ...more];
}
