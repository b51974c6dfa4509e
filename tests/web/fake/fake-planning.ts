// The fake's planning: made-up deciles, reasons and programmes by the number of a person, counted honestly, so that a figure and the
// names behind it can be held against each other.

import {
  type AgeBand,
  kNeeds,
  type LokusSettings,
  type LokusVillage,
  type Need,
  type PlaceFilter,
  type PlanUnit,
  type PriorityRequest,
  type PrioritySettings,
  type ProgrammeFigures,
  type ProgrammePlan,
  type Ranked,
  type Selection,
  type TrialDoor,
  type TrialRequest,
} from '../../../web/src/engine/planning-protocol';
import type { FamilyRow, PersonRow, Place } from '../../../web/src/engine/protocol';
import type { FakeResult } from './fake-result';

type Args = Record<string, unknown>;
type Row = PersonRow | FamilyRow;

interface Situation {
  row: Row;
  decile: number; // 0: not known
  yes: Need[];
  unknown: Need[];
  programmes: string[];
  age: number | undefined;
  sex: 'L' | 'P' | 'unknown';
  there: boolean;
}

export const kFakePriority: PrioritySettings = {
  weights: { sick: 20, elderly: 20, alone: 20, no_aid: 30, disability: 15, stunting: 15, female_head: 10 },
  deciles: [40, 30, 20, 10, 0, 0, 0, 0, 0, 0],
  elderly_from: 60,
  quota: { persons: 0, families: 0 },
};
export const kFakeLokus: LokusSettings = {
  mode: 'computed',
  villages: [],
  n: 2,
  by: 'both',
  decile: 1,
  expected: { villages: 0, districts: 0 },
  references: [],
  population: {},
};
export const kFakeProgrammes = ['pbi', 'pkh'];
const kBand = 20;

export class FakePlanning {
  constructor(
    private readonly results: FakeResult,
    private readonly places: readonly Place[],
    private readonly settings: () => { priority?: PrioritySettings; programmes?: { list: ProgrammePlan[] } },
    private readonly open: (rows: (Row | (Row & Ranked))[]) => { view: number; total: number },
  ) {}

  /** Nothing for a method that is not about planning. */
  handler(method: string, args: Args): (() => unknown) | undefined {
    const unit = (args.unit ?? 'families') as PlanUnit;
    const handlers: Record<string, () => unknown> = {
      'people.open': () => this.open(this.select(unit, args.select as Selection).map(({ row }) => row)),
      priority: () => this.priority(args as unknown as PriorityRequest),
      'priority.open': () => this.openPriority(args as unknown as PriorityRequest & { select?: Selection }),
      pyramid: () => this.pyramid(args.select as Selection),
      lokus: () => this.lokus(),
      programmes: () => this.programmes(args as PlaceFilter),
      'programmes.try': () => this.trial(args as unknown as TrialRequest).figures,
      'programmes.try.open': () => {
        const tried = this.trial(args as unknown as TrialRequest);
        return this.open(tried[args.which as TrialDoor].map(({ row }) => row));
      },
      'extract.open': () => ({ unit: 'families', ...this.open(this.all('families').map(({ row }) => row)) }),
    };
    return handlers[method];
  }

  private all(unit: PlanUnit): Situation[] {
    const persons = this.results.persons.map((row, i): Situation => {
      const age = row.birth_date === '' ? undefined : 2026 - Number(row.birth_date.slice(0, 4));
      const programmes = kFakeProgrammes.filter((_, k) => i % (7 + 4 * k) === 0);
      const yes = kNeeds.filter((need, k) => (need === 'elderly' ? (age ?? 0) >= 60 : (i + k) % 11 === 0));
      return {
        row,
        decile: (i * 7) % 11,
        yes,
        unknown: kNeeds.filter((need, k) => !yes.includes(need) && (i + k) % 13 === 0),
        programmes,
        age,
        sex: i % 17 === 0 ? 'unknown' : i % 2 === 0 ? 'L' : 'P',
        there: i % 37 !== 1,
      };
    });
    if (unit === 'persons') return persons;
    return this.results.families.map((row): Situation => {
      const members = persons.filter((each) => (each.row as PersonRow).family === row.index);
      const deciles = members.map(({ decile }) => decile).filter((decile) => decile > 0);
      const union = <T>(of: (each: Situation) => T[]): T[] => [...new Set(members.flatMap(of))];
      const yes = union((each) => each.yes);
      return {
        row,
        decile: deciles.length > 0 ? Math.min(...deciles) : 0,
        yes,
        unknown: union((each) => each.unknown).filter((need) => !yes.includes(need)),
        programmes: union((each) => each.programmes),
        age: Math.max(0, ...members.map(({ age }) => age ?? 0)),
        sex: 'unknown',
        there: members.some(({ there }) => there),
      };
    });
  }

  private select(unit: PlanUnit, select: Selection): Situation[] {
    const bounds = (value: number | undefined, asked?: { min?: number; max?: number; unknown?: true }): boolean =>
      !asked ||
      (asked.unknown
        ? value === undefined
        : value !== undefined && value >= (asked.min ?? 0) && value <= (asked.max ?? 999));
    const { programmes = {}, needs = [] } = select;
    return this.all(unit).filter(
      (each) =>
        (select.village === undefined || each.row.village === select.village) &&
        (select.presence === undefined || each.there === (select.presence === 'there')) &&
        (select.sex === undefined || each.sex === select.sex) &&
        needs.every((need) => each.yes.includes(need)) &&
        bounds(each.decile === 0 ? undefined : each.decile, select.decile) &&
        bounds(each.age, select.age) &&
        (programmes.all ?? []).every((name) => each.programmes.includes(name)) &&
        !(programmes.none ?? []).some((name) => each.programmes.includes(name)) &&
        bounds(each.programmes.length, { min: programmes.min ?? 0, max: programmes.max ?? 999 }),
    );
  }

  private ranking({ unit, village, ...request }: PriorityRequest): (Situation & { points: number })[] {
    const { weights, deciles } = request.try ?? this.settings().priority ?? kFakePriority;
    const points = ({ yes, decile }: Situation): number =>
      yes.reduce((sum, need) => sum + weights[need], deciles[decile - 1] ?? 0);
    return this.select(unit, { presence: 'there', ...(village !== undefined && { village }) })
      .map((each) => ({ ...each, points: points(each) }))
      .sort((a, b) => b.points - a.points || a.row.index - b.row.index);
  }

  private priority(request: PriorityRequest): unknown {
    const ranking = this.ranking(request);
    const count = (test: (each: Situation) => boolean): number => ranking.filter(test).length;
    return {
      total: ranking.length,
      gone: this.select(request.unit, { presence: 'gone' }).length,
      most: 200,
      needs: kNeeds.map((need) => ({
        need,
        asked: true,
        yes: count(({ yes }) => yes.includes(need)),
        unknown: count(({ unknown }) => unknown.includes(need)),
      })),
      deciles: Array.from({ length: 11 }, (_, decile) => count((each) => each.decile === decile)),
      line: null,
    };
  }

  private openPriority(request: PriorityRequest & { select?: Selection }): unknown {
    const ranking = this.ranking(request);
    const rows = ranking.map((each, i) => ({
      ...each.row,
      rank: 1 + ranking.findIndex(({ points }) => points === each.points),
      place: i + 1,
      tied: ranking.filter(({ points }) => points === each.points).length,
      points: each.points,
      possible: each.points,
      decile: each.decile || null,
      decile_points: 0,
      age: each.age ?? null,
      reasons: each.yes.map((need) => ({ need, points: kFakePriority.weights[need] })),
      unknown: each.unknown,
    }));
    return this.open(rows);
  }

  private pyramid(select: Selection): AgeBand[] {
    const found = this.select('persons', select);
    const band = (from: number | null, to: number | null, test: (age: number | undefined) => boolean): AgeBand => {
      const here = found.filter(({ age }) => test(age));
      const count = (sex: Situation['sex']): number => here.filter((each) => each.sex === sex).length;
      return { from, to, L: count('L'), P: count('P'), unknown: count('unknown') };
    };
    const closed = Array.from({ length: 4 }, (_, i) =>
      band(i * kBand, (i + 1) * kBand - 1, (age) => age !== undefined && Math.floor(age / kBand) === i),
    );
    return [
      ...closed,
      band(4 * kBand, null, (age) => age !== undefined && age >= 4 * kBand),
      band(null, null, (age) => age === undefined),
    ];
  }

  private lokus(): unknown {
    const villages = this.places.map(({ code, village, district }, i): LokusVillage => {
      const here: Selection = { village: code, presence: 'there' };
      const count = (more: Selection): number => this.select('families', { ...here, ...more }).length;
      const poor: Selection = { decile: { min: 1, max: 1 } };
      return {
        key: code,
        village,
        district,
        families: count({}),
        persons: this.select('persons', here).length,
        poor: count(poor),
        poor_persons: this.select('persons', { ...here, ...poor }).length,
        unknown: count({ decile: { unknown: true } }),
        unaided: count({ ...poor, programmes: { max: 0 } }),
        population: 0,
        order: i < 2 ? i + 1 : 0,
      };
    });
    return { villages, chosen: { villages: 2, districts: 1 }, absent: [], by_population: false };
  }

  private plans(): ProgrammePlan[] {
    const said = this.settings().programmes?.list ?? [];
    return kFakeProgrammes.map(
      (name) =>
        said.find((plan) => plan.name === name) ?? {
          name,
          title: '',
          agency: '',
          fund: 'apbn',
          year: '',
          quota: null,
          amount: 0,
          unit: 'families',
          ceiling: name === 'pkh' ? 4 : 0,
        },
    );
  }

  private programmes(place: PlaceFilter): unknown {
    const figures = this.plans().map((plan): ProgrammeFigures => {
      const count = (select: Selection): number => this.select(plan.unit, { ...place, ...select }).length;
      const receiving: Selection = { programmes: { all: [plan.name] } };
      const within: Selection = { presence: 'there', decile: { min: 1, max: plan.ceiling } };
      const ceiling = (select: Selection): number => (plan.ceiling === 0 ? 0 : count(select));
      return {
        ...plan,
        said: false,
        receivers: count(receiving),
        by_decile: Array.from({ length: 11 }, (_, decile) =>
          count({ ...receiving, decile: decile === 0 ? { unknown: true } : { min: decile, max: decile } }),
        ),
        gone: count({ ...receiving, presence: 'gone' }),
        unknown: count({ ...receiving, presence: 'there', decile: { unknown: true } }),
        above: ceiling({ ...receiving, presence: 'there', decile: { min: plan.ceiling + 1 } }),
        eligible: ceiling(within),
        gap: ceiling({ ...within, programmes: { none: [plan.name] } }),
        nothing: ceiling({ ...within, programmes: { max: 0 } }),
        cost: null,
        budget: null,
      };
    });
    const families = this.select('families', place);
    const both = (a: string, b: string): number =>
      families.filter(({ programmes }) => programmes.includes(a) && programmes.includes(b)).length;
    return {
      programmes: figures,
      funds: [],
      known: kFakeProgrammes,
      counts: [0, 1, 2, 3, 4].map((n) => families.filter(({ programmes }) => programmes.length === n).length),
      pairs: kFakeProgrammes.flatMap((a) => kFakeProgrammes.map((b) => both(a, b))),
    };
  }

  private trial({ name, ceiling = 0, quota, ...place }: TrialRequest): {
    figures: unknown;
    targeted: Situation[];
    entered: Situation[];
    left: Situation[];
    stayed: Situation[];
  } {
    const there = this.ranking({ unit: 'families', ...place });
    const eligible = there.filter(({ decile }) => ceiling === 0 || (decile > 0 && decile <= ceiling));
    const targeted = eligible.slice(0, quota ?? eligible.length);
    const receivers = this.select('families', { ...place, programmes: { all: [name] } });
    const receives = ({ row }: Situation): boolean => receivers.some((each) => each.row.index === row.index);
    const is = ({ row }: Situation): boolean => targeted.some((each) => each.row.index === row.index);
    const entered = targeted.filter((each) => !receives(each));
    const left = receivers.filter((each) => !is(each));
    const stayed = targeted.filter(receives);
    return {
      targeted,
      entered,
      left,
      stayed,
      figures: {
        unit: 'families',
        eligible: eligible.length,
        unknown: there.filter(({ decile }) => decile === 0).length,
        receivers: receivers.length,
        targeted: targeted.length,
        entered: entered.length,
        left: left.length,
        stayed: stayed.length,
        cost: null,
        cost_after: null,
      },
    };
  }
}
