// The people who are there by age and sex, as a picture and as a table.

import type { App } from '../../app';
import { agePyramid } from '../../components/age-pyramid';
import type { AgeBand, Selection } from '../../engine/planning-protocol';
import { number, t } from '../../i18n';
import { el, redraw } from '../../lib/dom';
import { doorAttributes, doorNumber, doorTitle, openDoor, type PlanDoor } from '../doors';
import { failed, placeOf } from '../plan-parts';

type Sex = 'L' | 'P' | 'unknown';

export function pyramid(app: App, signal: AbortSignal): HTMLElement {
  const { prioritas } = t();
  const place = el('div', {}, el('p', { class: 'muted' }, t().plan.loading));
  const load = async (): Promise<void> => {
    const select: Selection = { presence: 'there', ...placeOf(app.store.state.route) };
    try {
      const bands = await app.engine.call('pyramid', { select });
      if (!signal.aborted) {
        draw(place, app, select, bands);
      }
    } catch (error) {
      redraw(place, failed(error));
    }
  };
  app.store.select(
    (s) => [s.route.params.village, s.route.params.district, s.route.params.lokus].join(' '),
    () => void load(),
    signal,
  );
  return el(
    'section',
    { class: 'picture', 'data-testid': 'pyramid' },
    el('h2', {}, prioritas.pyramid),
    el('p', { class: 'muted small' }, prioritas.pyramidHint),
    place,
  );
}

function doorOf(select: Selection, band: AgeBand, sex: Sex): PlanDoor<'people.open'> {
  const age =
    band.from === null
      ? { unknown: true as const }
      : band.to === null
        ? { min: band.from }
        : { min: band.from, max: band.to };
  return {
    method: 'people.open',
    args: { unit: 'persons', select: { ...select, age, sex } },
    unit: 'persons',
    title: band.from === null ? 'ageUnknown' : band.to === null ? 'ageOver' : 'age',
    values: { from: String(band.from), to: String(band.to), sex: `sex:${sex}` },
  };
}

function bandLabel(band: AgeBand): string {
  const { prioritas } = t();
  return band.from === null ? prioritas.ageUnknown : band.to === null ? `${band.from}+` : `${band.from}–${band.to}`;
}

function draw(place: HTMLElement, app: App, select: Selection, bands: readonly AgeBand[]): void {
  const { plan, prioritas } = t();
  const known = bands.filter((band) => band.from !== null);
  const label = (band: AgeBand, sex: 'L' | 'P'): string =>
    `${doorTitle(doorOf(select, band, sex))}: ${number(band[sex])}`;
  const barAt = (i: number, side: 'left' | 'right'): [AgeBand | undefined, 'L' | 'P'] => [
    known[i],
    side === 'left' ? 'L' : 'P',
  ];
  const picture = agePyramid({
    label: prioritas.pyramid,
    leftTitle: plan.sexes.L,
    rightTitle: plan.sexes.P,
    bands: known.map((band) => ({
      label: bandLabel(band),
      left: band.L,
      right: band.P,
      leftText: band.L === 0 ? '' : number(band.L),
      rightText: band.P === 0 ? '' : number(band.P),
      leftLabel: label(band, 'L'),
      rightLabel: label(band, 'P'),
    })),
    onBar: (i, side) => {
      const [band, sex] = barAt(i, side);
      if (band) {
        openDoor(app, doorOf(select, band, sex));
      }
    },
    attributes: (i, side) => {
      const [band, sex] = barAt(i, side);
      return band ? doorAttributes(band[sex], doorOf(select, band, sex)) : {};
    },
  });
  const sexes: Sex[] = ['L', 'P', 'unknown'];
  const table = el(
    'table',
    { class: 'plain plan-table' },
    el(
      'thead',
      {},
      el(
        'tr',
        {},
        el('th', { scope: 'col' }, prioritas.age),
        ...sexes.map((sex) => el('th', { scope: 'col', class: 'numeric' }, plan.sexes[sex])),
      ),
    ),
    el(
      'tbody',
      {},
      ...bands.map((band) =>
        el(
          'tr',
          {},
          el('th', { scope: 'row' }, bandLabel(band)),
          ...sexes.map((sex) => el('td', { class: 'numeric' }, doorNumber(app, band[sex], doorOf(select, band, sex)))),
        ),
      ),
    ),
  );
  redraw(
    place,
    el('div', { class: 'scroll-x', tabindex: 0, role: 'group', 'aria-label': prioritas.pyramid }, picture),
    el('details', {}, el('summary', {}, plan.table), el('div', { class: 'scroll-x' }, table)),
  );
}
