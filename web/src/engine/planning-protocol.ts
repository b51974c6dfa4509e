// Priorities, lokus and programmes: docs/dev/api.md, "Planning".

import type { FamilyRow, PersonRow } from './protocol';

export const kNeeds = ['sick', 'elderly', 'alone', 'no_aid', 'disability', 'stunting', 'female_head'] as const;
export type Need = (typeof kNeeds)[number];
export type PlanUnit = 'persons' | 'families';

/** The section "priority" of a project. deciles: points of decile 1 to 10. A quota of 0 draws no line. */
export interface PrioritySettings {
  weights: Record<Need, number>;
  deciles: number[];
  elderly_from: number;
  quota: { persons: number; families: number };
}

export interface LokusSettings {
  mode: 'none' | 'list' | 'computed';
  villages: string[];
  n: number;
  by: 'both' | 'share' | 'number';
  decile: number;
  expected: { villages: number; districts: number };
  references: { name: string; value: string }[];
  population: Record<string, number>;
}

export const kFunds = ['', 'apbn', 'apbd', 'apbdes', 'csr', 'zakat', 'other'] as const;
export type Fund = (typeof kFunds)[number];

export interface ProgrammePlan {
  name: string;
  title: string;
  agency: string;
  fund: Fund;
  year: string;
  quota: number | null;
  amount: number; // rupiah a receiver and year; 0: not known
  unit: PlanUnit;
  ceiling: number; // highest decile that may receive; 0: no rule
}

export interface PlaceFilter {
  village?: string;
  district?: string;
  lokus?: boolean;
}

/** Persons or families that fit all of it; what is left out asks nothing. */
export interface Selection extends PlaceFilter {
  needs?: Need[];
  without?: Need[];
  unknown?: Need[];
  decile?: { min?: number; max?: number; unknown?: true };
  age?: { min?: number; max?: number; unknown?: true };
  sex?: 'L' | 'P' | 'unknown';
  presence?: 'there' | 'gone';
  programmes?: { all?: string[]; any?: string[]; none?: string[]; min?: number; max?: number };
  funds?: { any?: Fund[]; none?: Fund[] };
}

/** Another section "priority" instead of that in force. */
export interface PriorityRequest extends PlaceFilter {
  unit: PlanUnit;
  try?: PrioritySettings;
}

export interface PriorityLine {
  quota: number;
  points: number; // of the last one above the line
  tied_above: number; // with these points, above the line, that one included
  tied_below: number;
  possible: number; // below the line, who would be above it if all that is unknown were so
  entered: number; // against the settings in force
  left: number;
  stayed: number;
}

export interface PriorityFigures {
  total: number;
  gone: number; // dead or moved: they are not ranked
  most: number; // points that anybody can have
  needs: { need: Need; asked: boolean; yes: number; unknown: number }[];
  deciles: number[]; // [0]: not known
  line: PriorityLine | null;
}

export type PriorityDoor = 'possible' | 'tied' | 'entered' | 'left' | 'stayed';

export interface Ranked {
  rank: number; // equal points share it
  place: number;
  tied: number; // with these points
  points: number;
  possible: number;
  decile: number | null;
  decile_points: number;
  age: number | null;
  reasons: { need: Need; points: number }[];
  unknown: Need[];
}
export type RankedPerson = PersonRow & Ranked;
export type RankedFamily = FamilyRow & Ranked;

export interface LokusVillage {
  key: string;
  village: string;
  district: string;
  families: number;
  persons: number;
  poor: number;
  poor_persons: number;
  unknown: number;
  unaided: number;
  population: number;
  order: number; // of choice, 0: not chosen
}

export interface LokusFigures {
  villages: LokusVillage[];
  chosen: { villages: number; districts: number };
  absent: { key: string; village: string; district: string }[];
  by_population: boolean;
}

export interface VillageMatch {
  entry: number;
  text: string;
  key: string;
  village: string;
  district: string;
  trouble: '' | 'unknown' | 'ambiguous' | 'no_people' | 'twice';
}

export interface ProgrammeFigures extends ProgrammePlan {
  said: boolean; // by somebody, not merely usual
  receivers: number;
  by_decile: number[]; // [0]: not known
  gone: number;
  unknown: number;
  above: number;
  eligible: number;
  gap: number;
  nothing: number;
  cost: number | null;
  budget: number | null;
}

export interface FundFigures {
  fund: Fund;
  programmes: string[];
  families: number;
  persons: number;
  cost: number;
  budget: number;
  unpriced: number; // programmes without an amount: their cost is not in the sum
  unlimited: number;
}

export interface ProgrammesAnswer {
  programmes: ProgrammeFigures[];
  funds: FundFigures[];
  known: string[]; // of the lists, in the order of pairs
  counts: number[]; // families that receive 0, 1, 2, 3, 4 and more
  pairs: number[]; // known × known, families that receive both
}

export interface TrialRequest extends PlaceFilter {
  name: string;
  ceiling?: number;
  quota?: number;
  amount?: number;
}

export interface Trial {
  unit: PlanUnit;
  eligible: number;
  unknown: number;
  receivers: number;
  targeted: number;
  entered: number;
  left: number;
  stayed: number;
  cost: number | null;
  cost_after: number | null;
}

export type TrialDoor = 'targeted' | 'entered' | 'left' | 'stayed';

export interface AgeBand {
  from: number | null; // null: not known
  to: number | null; // null: and older
  L: number;
  P: number;
  unknown: number;
}

export type ExtractRequest = PlaceFilter &
  (
    | { kind: 'priority'; unit: PlanUnit }
    | { kind: 'agency'; agency: string }
    | { kind: 'donor' | 'rkpdes'; decile: number }
  );

export interface Sheet {
  name: string;
  headers: string[];
  rows: (string | number)[][];
}

/** What leaves as a workbook: an extract of the core, in these words, or tables of the page. */
export type WorkbookRequest =
  | { method: 'extract'; args: ExtractRequest & { mask: boolean; words: Record<string, string> } }
  | { method: 'sheets'; args: { sheets: Sheet[] } };

export const kChanges = [
  'entered',
  'left',
  'merged',
  'split',
  'died',
  'moved',
  'graduated',
  'poorer',
  'programmes',
  'card',
  'mended',
] as const;
export type Change = (typeof kChanges)[number];

interface Balance {
  change: number; // = real + only_data
  real: number;
  only_data: number; // comes of entries that were merged or split
  entered: number;
  left: number;
  merged: number;
  split: number;
}

export interface ChangeFigures {
  old: { persons: number; families: number; rows: number };
  new: { persons: number; families: number; rows: number };
  persons: Balance & Record<Change, number> & { stayed: number };
  families: Balance;
  by_nik_alone: { entered: number; left: number };
}

export interface ChangeRow {
  changes: string; // codes joined with "|"
  old_person_id: string;
  new_person_id: string;
  name: string;
  nik: string;
  village: string;
  district: string;
  details: string; // "decile=2>5|…"
}

/** Which tables of an earlier result are open. */
export interface OlderTables {
  persons: boolean;
  rows: boolean;
}

type Opened = { view: number; total: number };

export interface PlanningCalls {
  priority: { args: PriorityRequest; value: PriorityFigures };
  'priority.open': { args: PriorityRequest & { select?: Selection; which?: PriorityDoor }; value: Opened };
  'priority.rows': {
    args: { view: number; from: number; to: number };
    value: { rows: (RankedPerson | RankedFamily)[] };
  };
  'people.open': { args: { unit: PlanUnit; select: Selection }; value: Opened };
  pyramid: { args: { select: Selection }; value: AgeBand[] };
  lokus: { args: Record<string, never>; value: LokusFigures };
  'lokus.match': { args: { entries: string[][] }; value: VillageMatch[] };
  programmes: { args: PlaceFilter; value: ProgrammesAnswer };
  'programmes.try': { args: TrialRequest; value: Trial };
  'change.drop': { args: Record<string, never>; value: unknown };
  change: { args: Record<string, never>; value: ChangeFigures };
  'change.rows': {
    args: { unit: PlanUnit; change?: Change; from: number; to: number };
    value: { rows: ChangeRow[]; total: number };
  };
  'extract.open': { args: ExtractRequest; value: Opened & { unit: PlanUnit } };
  'programmes.try.open': { args: TrialRequest & { which: TrialDoor }; value: Opened };
}
