// What the figures of programmes open.

import type { PlaceFilter, ProgrammePlan, Selection } from '../../engine/planning-protocol';
import { programmeName } from '../../i18n';
import type { PlanDoor } from '../doors';

export function titleOf({ title, name }: Pick<ProgrammePlan, 'title' | 'name'>): string {
  return title === '' ? programmeName(name) : title;
}

export type Figure = 'receivers' | 'gone' | 'unknown' | 'above' | 'eligible' | 'gap' | 'nothing';

/** The selection behind a figure, as core/include/padan/analyse/aid.hpp defines it. */
function selectionOf({ name, ceiling }: ProgrammePlan, figure: Figure): Selection {
  const within: Selection = { presence: 'there', decile: { min: 1, max: ceiling } };
  const receiving: Selection = { programmes: { all: [name] } };
  switch (figure) {
    case 'receivers':
      return receiving;
    case 'gone':
      return { ...receiving, presence: 'gone' };
    case 'unknown':
      return { ...receiving, presence: 'there', decile: { unknown: true } };
    case 'above':
      return { ...receiving, presence: 'there', decile: { min: ceiling + 1 } };
    case 'eligible':
      return within;
    case 'gap':
      return { ...within, programmes: { none: [name] } };
    case 'nothing':
      return { ...within, programmes: { max: 0 } };
  }
}

const kTitles: Record<Figure, string> = {
  receivers: 'receivers',
  gone: 'goneReceivers',
  unknown: 'receiversUnknown',
  above: 'above',
  eligible: 'eligible',
  gap: 'gap',
  nothing: 'nothing',
};

export function figureDoor(
  plan: ProgrammePlan,
  figure: Figure,
  place: PlaceFilter,
  known: readonly string[],
): PlanDoor<'people.open'> {
  const select = { ...selectionOf(plan, figure), ...place };
  const planned = !known.includes(plan.name); // nobody receives it, so its name can be asked for in no list
  return {
    method: 'people.open',
    args: { unit: plan.unit, select: planned && figure === 'gap' ? { ...select, programmes: {} } : select },
    unit: plan.unit,
    title: kTitles[figure],
    values: { programme: titleOf(plan) },
  };
}

/** Who is there within a limit that is tried; without one everybody is. */
export function eligibleDoor(plan: ProgrammePlan, ceiling: number, place: PlaceFilter): PlanDoor<'people.open'> {
  return {
    method: 'people.open',
    args: {
      unit: plan.unit,
      select: { ...place, presence: 'there', ...(ceiling > 0 && { decile: { min: 1, max: ceiling } }) },
    },
    unit: plan.unit,
    title: ceiling > 0 ? 'eligible' : plan.unit,
    values: { programme: titleOf(plan) },
  };
}

/** Who is there and whose decile no list tells. */
export function unknownDoor(plan: ProgrammePlan, place: PlaceFilter): PlanDoor<'people.open'> {
  return {
    method: 'people.open',
    args: { unit: plan.unit, select: { ...place, presence: 'there', decile: { unknown: true } } },
    unit: plan.unit,
    title: 'decileUnknown',
  };
}

export function decileDoor(plan: ProgrammePlan, decile: number, place: PlaceFilter): PlanDoor<'people.open'> {
  return {
    method: 'people.open',
    args: {
      unit: plan.unit,
      select: {
        ...place,
        programmes: { all: [plan.name] },
        decile: decile === 0 ? { unknown: true } : { min: decile, max: decile },
      },
    },
    unit: plan.unit,
    title: decile === 0 ? 'receiversUnknown' : 'receiversDecile',
    values: { programme: titleOf(plan), n: String(decile) },
  };
}

/** Families that receive so many programmes; with `more` that many or more. */
export function countDoor(n: number, more: boolean, place: PlaceFilter): PlanDoor<'people.open'> {
  return {
    method: 'people.open',
    args: { unit: 'families', select: { ...place, programmes: more ? { min: n } : { min: n, max: n } } },
    unit: 'families',
    title: more ? 'countMore' : 'count',
    values: { n: String(n) },
  };
}
