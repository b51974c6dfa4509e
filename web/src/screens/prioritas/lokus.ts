// Priority villages: counted from the lists or laid down by somebody, and what the lists say of every village.

import type { App } from '../../app';
import { DataGrid } from '../../components/data-grid';
import { partBars } from '../../components/part-bars';
import type { LokusFigures, LokusSettings, LokusVillage } from '../../engine/planning-protocol';
import { fill, list, number, percent, t } from '../../i18n';
import { el, redraw, rich } from '../../lib/dom';
import { doorAttributes, doorNumber, doorTitle, openDoor, type PlanDoor } from '../doors';
import { failed } from '../plan-parts';
import { lokusFields } from './lokus-fields';

const kBars = 25; // that fit a screen; the table has them all

export function lokus(app: App, signal: AbortSignal): HTMLElement {
  const answer = el('div', { class: 'answer', role: 'status', 'data-testid': 'lokus-answer' });
  const fields = el('section', { class: 'weights', 'aria-label': t().prioritas.mode });
  const main = el('div', { class: 'plan-main' }, el('p', { class: 'muted' }, t().plan.loading));
  const refresh = async (): Promise<void> => {
    try {
      const [figures, { lokus: settings }] = await Promise.all([
        app.engine.call('lokus', {}),
        app.engine.call('settings', {}),
      ]);
      if (!signal.aborted) {
        drawAnswer(answer, figures, settings);
        redraw(fields, ...lokusFields(app, settings, () => void refresh()));
        drawVillages(main, app, figures, settings);
      }
    } catch (error) {
      redraw(answer, failed(error));
    }
  };
  void refresh();
  return el('div', {}, el('div', { class: 'headline' }, answer), el('div', { class: 'plan-split' }, fields, main));
}

function drawAnswer(place: HTMLElement, { chosen, absent }: LokusFigures, settings: LokusSettings): void {
  const { prioritas } = t();
  const { villages, districts } = settings.expected;
  const expected = villages > 0 || districts > 0;
  const fits = (villages === 0 || villages === chosen.villages) && (districts === 0 || districts === chosen.districts);
  redraw(
    place,
    el(
      'p',
      {},
      ...(settings.mode === 'none'
        ? [prioritas.lokusNone]
        : rich(prioritas.lokusAnswer, {
            villages: el(
              'b',
              { 'data-testid': 'lokus-villages', 'data-value': chosen.villages },
              number(chosen.villages),
            ),
            districts: el('b', {}, number(chosen.districts)),
          })),
    ),
    settings.mode !== 'none' &&
      expected &&
      el(
        'p',
        { class: fits ? 'small good' : 'small bad', 'data-testid': 'lokus-expected' },
        `${fits ? '✓' : '✕'} ${fill(prioritas.lokusExpected, { villages: number(villages), districts: number(districts) })} `,
        fits ? prioritas.lokusFits : prioritas.lokusDiffers,
      ),
    absent.length > 0 &&
      el(
        'p',
        { class: 'small bad' },
        fill(prioritas.absent, {
          n: number(absent.length),
          villages: list(absent.slice(0, 10).map((each) => (each.village === '' ? each.key : each.village))),
        }),
      ),
  );
}

type Column = 'families' | 'poor' | 'unaided' | 'unknown';

function doorOf(village: LokusVillage, column: Column, decile: number): PlanDoor<'people.open'> {
  const titles = { families: 'village', poor: 'villagePoor', unaided: 'villageUnaided', unknown: 'villageUnknown' };
  return {
    method: 'people.open',
    args: {
      unit: 'families',
      select: {
        presence: 'there',
        village: village.key === '' ? '?' : village.key, // "?": what no list tells
        ...((column === 'poor' || column === 'unaided') && { decile: { min: 1, max: decile } }),
        ...(column === 'unknown' && { decile: { unknown: true as const } }),
        ...(column === 'unaided' && { programmes: { max: 0 } }),
      },
    },
    unit: 'families',
    title: titles[column],
    values: { village: village.key === '' ? t().plan.unknownVillage : village.village, decile: String(decile) },
  };
}

const kNotKnown = '–';

/** Where no family has a decile, nobody is known to be poor, and nobody is known not to be. */
export function knowsDeciles({ families, unknown }: Pick<LokusVillage, 'families' | 'unknown'>): boolean {
  return unknown < families;
}

function shareOf(village: LokusVillage, byPopulation: boolean): number {
  const [part, whole] = byPopulation ? [village.poor_persons, village.population] : [village.poor, village.families];
  return whole === 0 ? 0 : part / whole;
}

function drawVillages(place: HTMLElement, app: App, figures: LokusFigures, settings: LokusSettings): void {
  const { prioritas, plan, grid: words } = t();
  const { decile } = settings;
  const known = figures.villages.filter((village) => village.key !== '');
  const rank = (village: LokusVillage): number => (village.order === 0 ? Infinity : village.order);
  const sorted = [...known].sort((a, b) => (rank(a) === rank(b) ? b.poor - a.poor : rank(a) - rank(b)));
  const nowhere = figures.villages.filter((village) => village.key === '');
  const rows = [...sorted, ...nowhere];
  const grid = new DataGrid();
  grid.id = 'lokus-grid';
  grid.dataset.testid = 'lokus-table';
  const count = (column: Column, label: string, width: string) => ({
    key: column,
    label,
    width,
    numeric: true,
    cell: (village: LokusVillage) =>
      (column === 'poor' || column === 'unaided') && !knowsDeciles(village)
        ? kNotKnown
        : doorNumber(app, village[column], doorOf(village, column, decile), `village-${column}`),
  });
  const top = sorted.filter((village) => village.poor > 0).slice(0, kBars);
  redraw(
    place,
    el('h2', {}, prioritas.villages),
    el('p', { class: 'muted small' }, figures.by_population ? prioritas.sharePopulation : prioritas.shareFamilies),
    settings.references.length > 0 &&
      el(
        'dl',
        { class: 'references' },
        ...settings.references.flatMap(({ name, value }) => [el('dt', {}, name), el('dd', {}, value)]),
      ),
    grid,
    el('h2', {}, prioritas.bars),
    el('p', { class: 'muted small' }, prioritas.barsHint),
    el(
      'div',
      { class: 'scroll-x', tabindex: 0, role: 'group', 'aria-label': prioritas.bars },
      partBars({
        label: prioritas.bars,
        bars: top.map((village) => ({
          name: village.village,
          whole: village.poor,
          part: village.unaided,
          wholeText: number(village.poor),
          wholeLabel: `${doorTitle(doorOf(village, 'poor', decile))}: ${number(village.poor)}`,
          partLabel: `${doorTitle(doorOf(village, 'unaided', decile))}: ${number(village.unaided)}`,
          marked: village.order > 0,
          wholeAttributes: doorAttributes(village.poor, doorOf(village, 'poor', decile)),
          partAttributes: doorAttributes(village.unaided, doorOf(village, 'unaided', decile)),
        })),
        onWhole: (i) => top[i] && openDoor(app, doorOf(top[i], 'poor', decile)),
        onPart: (i) => top[i] && openDoor(app, doorOf(top[i], 'unaided', decile)),
      }),
    ),
  );
  grid.show<LokusVillage>({
    total: rows.length,
    rows: async (from, to) => rows.slice(from, to),
    maxRows: 12,
    rowClass: (village) => (village.order > 0 ? 'above-line' : ''),
    columns: [
      {
        key: 'order',
        label: prioritas.order,
        width: '4.5rem',
        numeric: true,
        cell: (village) => (village.order > 0 ? `★ ${number(village.order)}` : ''),
      },
      {
        key: 'village',
        label: prioritas.place,
        width: '9rem',
        cell: (village) => (village.key === '' ? plan.unknownVillage : village.village),
      },
      { key: 'district', label: plan.district, width: '7.5rem', cell: (village) => village.district },
      count('families', prioritas.families, '5.5rem'),
      count('poor', prioritas.poor, '6rem'),
      {
        key: 'share',
        label: prioritas.share,
        width: '6rem',
        numeric: true,
        cell: (village) => (knowsDeciles(village) ? percent(shareOf(village, figures.by_population), 1) : kNotKnown),
      },
      count('unaided', prioritas.unaided, '8.5rem'),
      count('unknown', prioritas.unknownDecile, '7.5rem'),
    ],
    labels: {
      table: `${prioritas.villages}. ${words.rowsLabel}`,
      empty: words.empty,
      failed: words.failed,
      up: words.sortedUp,
      down: words.sortedDown,
    },
  });
}
