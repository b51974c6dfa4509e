// The region as a grid: one tile a village, grouped by district, coloured by the share of its people that a question concerns.

import type { App } from '../../app';
import type { Facets, ViewQuery } from '../../engine/protocol';
import type { Tile } from '../../engine/unified-protocol';
import { fill, number, percent, t, term } from '../../i18n';
import { type Child, el } from '../../lib/dom';
import { withParams } from '../../state/route';
import { lastSummary } from '../../state/state';
import { type Door, doorAttributes, kClosed, openDoor } from '../doors';
import { lokusField, placeOf } from '../plan-parts';
import { loaded } from './loaded';
import { knownRegion } from './region-filter';

type Measure = Omit<ViewQuery, 'kind'>;

export function tiles(app: App, signal: AbortSignal): HTMLElement {
  return loaded(
    app,
    signal,
    ({ language, route: { params } }) => [language, params.of, params.measure, params.lokus].join(' '),
    async () => {
      const unit = app.store.state.route.params.of === 'families' ? 'families' : 'persons';
      const measure = measureOf(app);
      const { lokus } = placeOf(app.store.state.route);
      const [found, facets, { hasLokus }] = await Promise.all([
        app.engine.call('tiles', { unit, ...measure, ...(lokus && { lokus }) }),
        app.engine.call('facets', {}),
        knownRegion(app),
      ]);
      return [choices(app, unit, facets, hasLokus || lokus === true), ...map(app, unit, measure, found)];
    },
  );
}

/** "flag:aided", "finding:nik_shared", "list:dtks", "both:dtks|pbi"; without one: on several lists. */
function measureOf(app: App): Measure {
  const [kind = '', value = ''] = (app.store.state.route.params.measure ?? '').split(/:(.*)/s);
  switch (kind) {
    case 'flag':
      return { flag: value };
    case 'finding':
      return { finding: value };
    case 'list':
      return { sources: { any: [value] } };
    case 'both':
      return { sources: { all: value.split('|').map(decodeURIComponent) } };
    default:
      return { flag: 'several_lists' };
  }
}

function choices(app: App, unit: 'persons' | 'families', facets: Facets, hasLokus: boolean): HTMLElement {
  const { unified, terms, list: words } = t();
  const { params } = app.store.state.route;
  const change = (part: Record<string, string>): void =>
    app.actions.go(withParams(app.store.state.route, { ...kClosed, ...part }), true);
  const names = lastSummary(app.store.state.run)?.sources.map(({ name }) => name) ?? [];
  const current = params.measure ?? 'flag:several_lists';
  const option = (value: string, text: string): HTMLElement =>
    el('option', { value, selected: value === current }, text);
  const pairs = names.flatMap((a, i) => names.slice(i + 1).map((b): [string, string] => [a, b]));
  const group = (label: string, options: HTMLElement[]): HTMLElement | false =>
    options.length > 0 && el('optgroup', { label }, ...options);
  return el(
    'div',
    { class: 'part-line' },
    el(
      'label',
      { class: 'inline' },
      `${words.measure} `,
      el(
        'select',
        {
          'data-testid': 'measure',
          'data-key': 'measure',
          onchange: (event: Event) => change({ measure: (event.target as HTMLSelectElement).value }),
        },
        group(
          unified.flag,
          facets.flags.map(({ flag }) => option(`flag:${flag}`, term(terms.flags, flag))),
        ),
        group(
          unified.finding,
          facets.findings
            .filter(({ count }) => count > 0)
            .map(({ code }) => option(`finding:${code}`, term(terms.findings, code))),
        ),
        group(
          unified.source,
          names.map((name) => option(`list:${name}`, name)),
        ),
        group(
          words.onBoth,
          pairs.map((pair) => option(`both:${pair.map(encodeURIComponent).join('|')}`, pair.join(' + '))),
        ),
      ),
    ),
    el(
      'label',
      { class: 'inline' },
      `${words.count} `,
      el(
        'select',
        {
          'data-testid': 'map-unit',
          'data-key': 'map-unit',
          onchange: (event: Event) => change({ of: (event.target as HTMLSelectElement).value }),
        },
        ...(['persons', 'families'] as const).map((each) =>
          el('option', { value: each, selected: each === unit }, unified[each]),
        ),
      ),
    ),
    hasLokus && lokusField(app),
  );
}

function map(app: App, unit: 'persons' | 'families', measure: Measure, found: readonly Tile[]): Child[] {
  const { list: words, unified } = t();
  const hits = found.reduce((sum, tile) => sum + tile.hits, 0);
  const units = found.reduce((sum, tile) => sum + tile.units, 0);
  const most = Math.max(0.0001, ...found.map((tile) => tile.hits / tile.units));
  const districts = [...new Set(found.map((tile) => (tile.code === '?' ? '?' : tile.district)))];
  return [
    el(
      'p',
      { class: 'answer', 'data-testid': 'map-answer' },
      fill(words.mapAnswer, {
        hits: number(hits),
        units: number(units),
        of: unified[unit].toLowerCase(),
        share: percent(units === 0 ? 0 : hits / units, 1),
      }),
    ),
    hits > 0 && el('p', { class: 'muted' }, fill(words.mapHint, { most: percent(most, 1) })),
    ...districts.map((district) => {
      const inside = found.filter((tile) => (tile.code === '?' ? '?' : tile.district) === district);
      return el(
        'section',
        { class: 'tile-district' },
        el('h2', {}, district === '?' || district === '' ? words.unknownVillage : district),
        el(
          'div',
          { class: 'village-tiles', 'data-testid': 'tiles' },
          ...inside.map((tile) => tileOf(app, unit, measure, tile, most)),
        ),
      );
    }),
  ];
}

function tileOf(app: App, unit: 'persons' | 'families', measure: Measure, tile: Tile, most: number): HTMLElement {
  const { list: words } = t();
  const name = tile.code === '?' ? words.unknownVillage : tile.village;
  const share = tile.hits / tile.units;
  const door: Door = { kind: unit, ...measure, village: tile.code };
  const text = fill(words.tile, { hits: number(tile.hits), units: number(tile.units) });
  return el(
    'button',
    {
      type: 'button',
      class: 'village-tile',
      style: `--share:${(share / most).toFixed(3)}`,
      'data-key': `tile-${tile.code}`,
      ...doorAttributes(tile.hits, door),
      onclick: () => openDoor(app, door),
    },
    el('span', { class: 'village-tile-name' }, name),
    el('b', {}, percent(share)),
    el('span', { class: 'village-tile-count' }, text),
  );
}
