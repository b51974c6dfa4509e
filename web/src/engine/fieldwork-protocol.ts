// Worksheets out, returns in: docs/dev/api.md, "Fieldwork".

import type { Live, Signature } from './review-protocol';

export type Scope = 'check' | 'all';

export const kVisitResults = [
  'eligible',
  'ineligible',
  'dead',
  'moved',
  'not_found',
  'duplicate',
  'refused',
  'correction',
  'no_document',
  'proposal',
  'not_visited',
] as const;
export type VisitResult = (typeof kVisitResults)[number];

export interface VisitTally {
  rows: number;
  answered: number;
  repaired: number; // rows of which something was set right
  results: Record<VisitResult, number>;
}

/** figures.json, "fieldwork": over all batches, each row once. */
export interface FieldworkFigures extends VisitTally {
  batches: number;
  villages: number;
  done: number; // villages with every row answered
  proposals: number; // rows of lists of new proposals in the result
  repairs: Record<'nik' | 'kk' | 'name' | 'birth_date', number>;
  by_village: (VisitTally & { code: string; district: string; village: string })[];
}

export interface SheetVillage {
  key: string;
  village: string;
  district: string;
  persons: number;
  to_check: number;
}

export interface Contact {
  level: 'village' | 'district' | 'regency' | 'province';
  office: string;
  name: string;
  phone: string;
}

export interface WorksheetRequest {
  scope: Scope;
  villages: string[]; // keys; none: all
  mask: boolean;
  made: string; // ISO
  deadline: string; // ISO, or nothing
  workers: Record<string, string>; // by key of the village
  contacts: Contact[];
  passphrase: string;
  random: string;
  language: 'id' | 'en';
}

export interface BoardVillage {
  key: string;
  village: string;
  district: string;
  worker: string;
  rows: number;
  answered: number;
  late: boolean;
}

export interface BoardBatch {
  number: number;
  scope: Scope;
  masked: boolean;
  made: string;
  deadline: string;
  rows: number;
  answered: number;
  villages: BoardVillage[];
  done: number; // villages
  started: number; // villages
  days: number;
  pace: number; // rows a day
  forecast: string; // ISO day, or nothing
  results: Record<VisitResult, number>;
  by_day: { day: string; answered: number }[];
}

export interface FieldRow {
  code: string;
  village: string;
  result: VisitResult | '';
  visit_date: string;
  file?: string; // of a row that came back
  line?: number; // in the file; 0: it is not in there
  person?: number;
  name?: string;
  nik?: string;
}

export interface IntakeRemark {
  code: string;
  refuses: boolean;
  line: number;
  rows: number;
  opens: boolean; // whether its rows can be named
  level: 'village' | 'regency' | 'province';
  sentence: string;
}

export interface IntakeFile {
  file: string;
  key: string;
  village: string;
  district: string;
  remarks: IntakeRemark[];
}

export interface IntakeConflict {
  conflict: number;
  code: string;
  village: string;
  district: string;
  sides: { file: string; line: number; result: VisitResult; text: string }[];
  stored: VisitResult | '';
  decisions: number[];
  person?: number;
  name?: string;
}

export interface Intake {
  answered: number;
  unchanged: number;
  proposals: number;
  files: IntakeFile[];
  conflicts: IntakeConflict[];
}

type Empty = Record<string, never>;

export interface FieldworkCalls {
  'fieldwork.villages': { args: Empty; value: SheetVillage[] };
  'fieldwork.board': { args: { today: string }; value: { project: string; batches: BoardBatch[] } };
  'fieldwork.rows': {
    args: {
      batch?: number; // none: all, each row once
      village?: string;
      district?: string;
      state?: 'answered' | 'open';
      result?: string;
      repaired?: string; // a field, or "any"
      from: number;
      to: number;
    };
    value: { rows: FieldRow[]; total: number };
  };
  /** Whom the next batch would ask about. */
  'fieldwork.planned': {
    args: { scope: Scope; village?: string; from: number; to: number };
    value: { rows: FieldRow[]; total: number };
  };
  /** Of the last intake; file and remark are places in its files. */
  'returns.rows': {
    args: {
      what: 'answered' | 'fresh' | 'conflicts' | 'proposals' | 'remark';
      file?: number;
      remark?: number;
      from: number;
      to: number;
    };
    value: { rows: FieldRow[]; total: number };
  };
  'returns.take': {
    args: { today: string; at: string; language: 'id' | 'en' };
    value: Intake & { events: number; live: Live };
  };
  'returns.state': { args: { language: 'id' | 'en' }; value: Intake };
  /** Without a side: what is there already holds. */
  'returns.decide': {
    args: { conflict: number; side?: number; today: string } & Signature;
    value: { seq?: number; left: number; live: Live };
  };
  'returns.clear': { args: Empty; value: unknown };
}

export interface WrittenWorksheets {
  name: string;
  blob: Blob;
  number: number;
  villages: number;
  rows: number;
}
