// Seals, frozen versions, checking again, and the numbers that minutes state: the types of docs/dev/api.md for them.

import type { FieldworkFigures } from './fieldwork-protocol';
import type { Empty } from './protocol';
import type { AuthorityRule } from './unified-protocol';

export interface Units {
  persons: number;
  families: number;
}

/** figures.json: every number that minutes may state. */
export interface MinutesFigures {
  as_of: string;
  official?: Units & { by_registers: boolean }; // the one number; else by all lists but the civil registry. Early versions lack it
  counts: Units & {
    rows: number;
    set_aside: number;
    excluded: number;
    open_pairs: number;
    receiving: number;
    decisions: number;
  };
  sources: {
    name: string;
    file: string;
    sheet: string;
    layout: string;
    kind: string;
    owner: string;
    level: string;
    data_date: string;
    valid_until: string;
    fiscal_year: string;
    rows: number;
    set_aside: number;
    excluded: number;
    persons: number;
    duplicates: number;
  }[];
  by_lists: (Units & { lists: number })[];
  regencies: (Units & { code: string; regency: string })[];
  districts: (Units & {
    regency: string;
    district: string;
    villages: (Units & { code: string; village: string })[];
  })[];
  findings: { code: string; severity: string; subject: string; count: number }[];
  fieldwork?: FieldworkFigures; // once worksheets have gone out
}

export interface HashedFile {
  name: string;
  sha256: string;
}

export interface SealStep {
  done: number;
  total: number;
  finished: boolean;
  file?: string; // whose part is in bytes
  seal?: string; // these three in the end
  inputs?: HashedFile[];
  outputs?: HashedFile[];
}

export interface Seal {
  seal: string; // 64 hexadecimal digits
  inputs: HashedFile[];
  outputs: HashedFile[];
}

export interface SealedFile {
  name: string;
  blob: Blob;
}

export interface Version {
  name: string;
  year: string;
  at: string;
  by: string;
  capacity: string;
  seal: string;
  as_of: string;
  counts: MinutesFigures['counts'];
}

export interface VersionDetail extends Version {
  figures: MinutesFigures;
  authority: AuthorityRule[]; // of the sealed project, those in force on its day
  inputs: HashedFile[];
  outputs: HashedFile[];
}

export type FileState = 'same' | 'changed' | 'absent' | 'unknown';

export interface FileCheck {
  name: string;
  given: string;
  state: FileState;
}

export interface TableCheck {
  name: string;
  same: boolean;
  headers_differ: boolean; // then it differs, and nothing else is known
  removed: number;
  added: number;
  changed: number;
  examples: { kind: 'removed' | 'added' | 'changed'; key: string; column: string; before: string; after: string }[];
}

export interface Verification {
  same: boolean;
  seal: string;
  summary_whole: boolean;
  inputs: FileCheck[];
  outputs: FileCheck[];
  computed: boolean;
  tables: TableCheck[];
}

/** What was sealed, as texts, beside the hashes of everything that was given. */
export interface CheckRequest {
  summary: string;
  project?: string;
  decisions?: string;
  model?: string;
  given: HashedFile[]; // lists
  folder: HashedFile[]; // of the sealed result, by their names in the seal
}

export interface WantedFile {
  file: string;
  sha256: string;
  state: 'same' | 'changed' | 'absent';
}

export interface OpenedProject {
  absent_files: string[];
  absent_columns: string[];
  comparisons: number; // of its model; 0 without one
  decisions: number;
  versions: number;
}

export interface MinutesCalls {
  'authority.in_force': { args: Empty; value: AuthorityRule[] };
  figures: { args: Empty; value: MinutesFigures };
  versions: { args: Empty; value: Version[] };
  'versions.freeze': {
    args: { name: string; year?: string; at: string; by: string; capacity: string };
    value: { version: number };
  };
  'versions.figures': { args: { version: number }; value: VersionDetail };
  'versions.drop': { args: { version: number }; value: unknown };
  'project.files': { args: Empty; value: WantedFile[] };
  'verify.open': {
    args: CheckRequest;
    value: { seal: string; summary_whole: boolean; as_of: string; inputs: FileCheck[] };
  };
  'verify.tables': { args: Empty; value: { compare: string[] } };
  'verify.finish': { args: Empty; value: Verification };
}
