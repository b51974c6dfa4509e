// What the page may ask about decisions, questions and the audit: the chapters "Decisions" and "Review" of docs/dev/api.md.

import type { DataRow, Empty, WaterfallStep } from './protocol';

export type Answer = 'same' | 'not_same' | 'unsure';
export const kAnswers = ['same', 'not_same', 'unsure'] as const;

/** Who decides, when, and why. */
export interface Signature {
  at: string; // ISO time
  by: string;
  capacity: string;
  reason?: string;
  note?: string;
}

export type DecisionKind = Answer | 'undo' | 'value' | 'status' | 'exclude';

/** The result with all decisions so far; families are an estimate until they are applied. */
export interface Live {
  persons?: number; // not where a share is answered
  families?: number;
  questions: number;
  pending: number;
}

export interface LogState {
  events: number;
  in_force: number;
  lost: number; // decisions in force whose rows are in no list at hand
  pending: number; // decisions that the result at hand does not know
}

export interface NamedRow {
  source: string;
  row: number;
  found: boolean;
  index?: number;
  name?: string;
  nik?: string;
  village?: string;
}

export interface HistoryEvent {
  seq: number;
  at: string;
  by: string;
  capacity: string;
  kind: DecisionKind;
  left?: NamedRow;
  right?: NamedRow;
  field?: string;
  value?: string;
  undoes?: number;
  group?: number;
  reason?: string;
  note?: string;
  in_force: boolean;
  overtaken: boolean;
  contested?: boolean; // hands contradict each other
  size: number;
}

export interface HistoryQuery {
  from: number;
  to: number;
  by?: string;
  kind?: DecisionKind;
  in_force?: boolean;
  search?: string;
}

export const kFigures = [
  'persons',
  'families',
  'inside',
  'outside',
  'deceased_receiving',
  'poorest_without_aid',
] as const;
export type Figure = (typeof kFigures)[number];

export interface Range {
  figure: Figure;
  count: number;
  low: number;
  high: number;
}

/** A question: two rows, or a person whose rows may not belong together. */
export interface Case {
  case: number;
  kind: 'pair' | 'cluster';
  accepted?: boolean;
  weight?: number;
  probability?: number;
  suspicions: string[];
  change?: Partial<Record<Figure, number>>;
}

export interface ReviewFilter {
  order?: 'effect' | 'weight';
  source?: string;
  village?: string;
  state?: 'open' | 'unsure';
}

export interface Queue {
  total: number;
  left: number;
  cases: Case[];
  range: Range[];
  after: Range[];
}

export interface Piece {
  text: string;
  same: boolean;
}

export interface CaseField {
  field: string;
  values: string[];
  differs: boolean;
  parts: Piece[][];
}

export interface Evidence {
  comparison: string;
  level: string;
  bits: number;
  side: 'for' | 'against';
}

export interface CaseFamily {
  person: number;
  family: number;
  id: string;
  kk: string;
  members: { person: number; name: string; relation: string; birth_date: string; shared: boolean }[];
}

/** What a person is shown before judging; the audit shows no more. */
export interface Sight {
  rows: DataRow[];
  fields: CaseField[];
  damage: { row: number; field: string; code: string }[];
  families: CaseFamily[];
}

export interface CaseDetail extends Case, Sight {
  state: 'open' | 'unsure' | 'done';
  evidence: Evidence[];
  steps: WaterfallStep[];
  weight: number;
  probability: number;
  prior: number;
  links: { left: number; right: number; weight: number }[];
  weakest?: { left: number; right: number; weight: number };
}

export interface Decided {
  seq: number;
  live: Live;
}

/** Without a result there are no numbers to tell. */
export type Undone = Pick<Decided, 'seq'> & Partial<Decided>;

export interface Pattern {
  pattern: number | string;
  levels: Record<string, string>;
  cases: number;
  accepted: number;
  weight: number;
  probability: number;
  samples: number[];
}

export interface Expected {
  expected: number;
  low: number;
  high: number;
}

export interface Handles {
  accept: number;
  review: number;
  exact: boolean;
  persons: number;
  families: number;
  review_pairs: number;
  false_links: Expected;
  missed_links: Expected;
}

export interface AuditItem extends Sight {
  item: number;
}

export interface AuditResult {
  answers: number;
  strata: {
    stratum: number | string;
    accepted: boolean;
    pairs: number;
    asked: number;
    same: number;
    low: number;
    high: number;
  }[];
  precision: { value: number; low: number; high: number } | null;
  recall: { value: number; low: number; high: number } | null;
}

export interface ReviewCalls {
  'decisions.state': { args: Empty; value: LogState };
  'decisions.undo': { args: { seq: number } & Signature; value: Undone };
  'decisions.history': { args: HistoryQuery; value: { total: number; events: HistoryEvent[] } };
  'review.queue': { args: { from: number; to: number } & ReviewFilter; value: Queue };
  'review.case': { args: { case: number }; value: CaseDetail };
  'review.decide': { args: { case: number; answer: Answer } & Signature; value: Decided };
  'review.group': { args: { parts: number[][] } & Signature; value: Decided };
  'review.patterns': {
    args: { from: number; to: number; source?: string };
    value: { total: number; patterns: Pattern[] };
  };
  'review.decide_pattern': {
    args: { pattern: Pattern['pattern']; answer: Answer } & Signature;
    value: Decided & { decided: number };
  };
  'review.handles': { args: { accept?: number; review?: number }; value: Handles };
  'review.thresholds': { args: { accept: number; review: number }; value: unknown };
  'review.options': { args: { learn_from_decisions?: boolean }; value: { learn_from_decisions: boolean } };
  'audit.start': { args: { seed: number; size: number }; value: { total: number } };
  'audit.next': { args: Empty; value: { left: number; item: AuditItem | null } };
  'audit.answer': { args: { item: number; answer: Answer } & Signature; value: { seq: number; left: number } };
  'audit.result': { args: Empty; value: AuditResult };
}
