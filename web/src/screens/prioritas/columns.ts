// The columns of the ranking: rank and points, reasons in words, what is not known.

import type { GridColumn } from '../../components/data-grid';
import type { Need, RankedFamily, RankedPerson } from '../../engine/planning-protocol';
import { fill, number, t } from '../../i18n';
import { el } from '../../lib/dom';

type Line = RankedPerson | RankedFamily;

/** Where somebody stands; above the line with a sign. */
export function rankColumns<Row extends Line>(quota: number): GridColumn<Row>[] {
  const { prioritas } = t();
  return [
    {
      key: 'rank',
      label: prioritas.rank,
      width: '6.25rem',
      numeric: true,
      cell: (row) =>
        row.place <= quota
          ? el('span', {}, el('span', { class: 'sign', 'aria-label': prioritas.above }, '▲ '), number(row.rank))
          : number(row.rank),
    },
    {
      key: 'points',
      label: prioritas.points,
      width: '5.5rem',
      numeric: true,
      cell: (row) =>
        row.possible > row.points
          ? fill(prioritas.between, { low: number(row.points), high: number(row.possible) })
          : number(row.points),
    },
  ];
}

/** Why, and what nobody knows. */
export function reasonColumns<Row extends Line>(): GridColumn<Row>[] {
  const { prioritas, plan } = t();
  return [
    { key: 'village', label: prioritas.place, width: '8rem', cell: (row) => row.village },
    {
      key: 'reasons',
      label: prioritas.reasons,
      width: '22rem',
      cell: (row) => el('span', { title: reasonText(row) }, reasonText(row)),
    },
    {
      key: 'unknown',
      label: prioritas.missing,
      width: '14rem',
      cell: (row) =>
        [...(row.decile === null ? [plan.decile] : []), ...row.unknown.map((need: Need) => plan.needs[need])].join(
          ', ',
        ),
    },
  ];
}

/** "desil 1 (40), lanjut usia 71 tahun (20)": what gave the points. */
export function reasonText(row: Line): string {
  const { plan } = t();
  const decile =
    row.decile === null ? [] : [`${fill(plan.decileN, { n: number(row.decile) })} (${number(row.decile_points)})`];
  return [...decile, ...row.reasons.map(({ need, points }) => `${plan.needs[need]} (${number(points)})`)].join(', ');
}
