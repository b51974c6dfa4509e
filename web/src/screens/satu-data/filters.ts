// What the address says about the list that is wanted, and the query that follows from it.

import type { ViewQuery } from '../../engine/protocol';
import type { Route } from '../../state/route';

export const kUnits = ['persons', 'families', 'rows'] as const;
export type Unit = (typeof kUnits)[number];

export interface Filters {
  unit: Unit;
  search: string;
  source: string;
  village: string;
  district: string;
  lokus: string; // "1": the priority villages alone
  lists: string; // "2", or "4+" for four and more
  flag: string;
  finding: string;
  sort: string;
}

export function filtersOf(route: Route): Filters {
  const { params } = route;
  const unit = kUnits.find((each) => each === params.unit) ?? 'persons';
  const text = (key: string): string => params[key] ?? '';
  return {
    unit,
    search: text('q'),
    source: text('source'),
    village: text('village'),
    district: text('district'),
    lokus: text('lokus'),
    lists: text('lists'),
    flag: text('flag'),
    finding: text('finding'),
    sort: text('sort'),
  };
}

export function isFiltered(filters: Filters): boolean {
  const { unit: _unit, sort: _sort, ...chosen } = filters;
  return Object.values(chosen).some((value) => value !== '');
}

/** Only what is asked for goes into the query: an absent key means "any". */
export function queryOf(filters: Filters): ViewQuery & { kind: Unit } {
  const lists = /^(\d+)(\+?)$/.exec(filters.lists);
  const min = Number(lists?.[1] ?? 0);
  return {
    kind: filters.unit,
    ...(filters.search !== '' && { search: filters.search }),
    ...(filters.source !== '' && { sources: { any: [filters.source] } }),
    ...(filters.village !== '' && { village: filters.village }),
    ...(filters.district !== '' && { district: filters.district }),
    ...(filters.lokus !== '' && { lokus: true }),
    ...(filters.flag !== '' && { flag: filters.flag }),
    ...(filters.finding !== '' && { finding: filters.finding }),
    ...(lists && { lists: { min, max: lists[2] === '+' ? 1000 : min } }),
    ...(filters.sort !== '' && { sort: filters.sort }),
  };
}
