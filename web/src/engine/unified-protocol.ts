// What Satu data asks of the core: docs/dev/api.md, "One list".

import type { PlaceFilter } from './planning-protocol';
import type { Empty, PersonRow, ViewQuery } from './protocol';
import type { Decided, Signature } from './review-protocol';

export interface Range {
  count: number;
  low: number;
  high: number;
}

export interface VillageName {
  code: string; // "?" where no list tells
  village: string;
  district: string;
  regency: string; // four digits
  regency_name: string;
}

export interface Official {
  as_of: string;
  by_registers: boolean; // else no list is a register, and every list but the civil registry counts
  lists: { name: string; owner: string; data_date: string }[];
  persons: Range;
  families: Range;
  places: (VillageName & { persons: Range; families: Range })[];
}

export interface Tile extends VillageName {
  units: number;
  hits: number;
}

export interface FindingEntry {
  code: string;
  severity: 'notice' | 'fault' | 'grave';
  subject_kind: 'row' | 'person' | 'family' | 'source';
  count: number;
  sentence: string; // with {n}
  meaning: string;
  basis: string;
  mended_by: string;
  remedy: string;
}

export interface FindingRow {
  code: string;
  severity: string;
  subject_kind: FindingEntry['subject_kind'];
  subject: string;
  subject_index: number;
  person: number | null;
  name: string;
  village: string;
  source: string;
  row: number;
  evidence: string;
  owner: string;
}

export interface Conflict {
  field: string;
  open: number;
  decided: number;
  basis: string; // of the rule of authority; empty where none holds
}

export interface Saying {
  value: string;
  sources: string[];
  row: number; // index of a row that says so
  in_use: boolean;
}

export interface ConflictRow extends PersonRow {
  rule: string;
  sayings: Saying[];
}

export interface CivilLine {
  status: string;
  answer: number; // the registry's own code, 0 where it has none
  lists: { source: string; rows: number }[];
}

/** Who decides; at least one part is given. */
export interface Authority {
  owner?: string;
  kind?: string;
  layout?: string;
}

export interface AuthorityRule {
  topic: string;
  order: Authority[];
  basis: string;
  valid_from?: string;
  valid_until?: string;
}

/** A column of persons, or a text that stands in every row. */
export interface TemplateColumn {
  header: string;
  from?: string;
  text?: string;
}

export interface ExportTemplate {
  name: string;
  columns: TemplateColumn[];
}

export const kActions = ['keep', 'add', 'remove', 'mend', 'check'] as const;
export type Action = (typeof kActions)[number];
export type ProgrammeActions = { programme: string } & Record<Action, number>;
/** Why somebody stands on the list of a programme: codes of findings, and those of core/include/padan/engine/actions.hpp. */
export type ActionRow = PersonRow & { reasons: string[] };

export interface LockEvent {
  what: 'lock' | 'unlock';
  by: string;
  capacity: string;
  at: string;
  reason: string;
  hash: string;
}

export interface LockState {
  locked: boolean; // the result as it is now
  changed: boolean; // somebody locked another one
  hash: string;
  events: LockEvent[];
}

type LockRequest = Pick<LockEvent, 'by' | 'capacity' | 'at' | 'reason'>;

export interface UnifiedCalls {
  official: { args: Empty; value: Official };
  tiles: { args: Omit<ViewQuery, 'kind'> & { unit: 'persons' | 'families' }; value: Tile[] };
  findings: { args: PlaceFilter & { language: 'id' | 'en' }; value: FindingEntry[] };
  conflicts: { args: Empty; value: Conflict[] };
  'conflict.rows': {
    args: { view: number; field: string; from: number; to: number };
    value: { rows: ConflictRow[] };
  };
  civil: { args: Empty; value: CivilLine[] };
  'decisions.append': {
    args: Signature & { kind: 'value'; left: number; field: string; value: string; scope: 'person' };
    value: Decided;
  };
  actions: { args: Empty; value: ProgrammeActions[] };
  'action.rows': {
    args: { view: number; programme: string; from: number; to: number };
    value: { rows: ActionRow[] };
  };
  'lock.state': { args: Empty; value: LockState };
  lock: { args: LockRequest; value: LockState };
  unlock: { args: LockRequest; value: LockState };
  'export.columns': { args: Empty; value: string[] };
  'correction.owners': { args: Empty; value: { owner: string; lines: number }[] };
}
