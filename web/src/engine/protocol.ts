// What the page may ask of the core: the types of docs/dev/api.md, and the one interface from which client and worker follow.

import type { Contact, FieldworkCalls, WorksheetRequest, WrittenWorksheets } from './fieldwork-protocol';
import type { HandsCalls, LockCalls, Locked, UnlockCalls } from './hands-protocol';
import type { MinutesCalls, OpenedProject, Seal, SealedFile } from './minutes-protocol';
import type { OlderTables, PlaceFilter, PlanningCalls, VillageMatch, WorkbookRequest } from './planning-protocol';
import type { LogState, ReviewCalls } from './review-protocol';
import type { SettingsCalls } from './settings-protocol';
import type { FindingRow, UnifiedCalls } from './unified-protocol';

export type Empty = Record<string, never>;

export interface Column {
  index: number;
  header: string;
  field: string;
  confidence: number;
  reason: string;
  filled: number;
  samples: string[];
}

export interface Issue {
  code: string;
  count: number;
  lines: number[];
}

export interface Source {
  id: number | string;
  file: string;
  sheet: string;
  name: string;
  layout: string;
  confidence: number;
  kind: string;
  owner: string;
  level: string;
  data_date: string;
  valid_from: string;
  valid_until: string;
  fiscal_year: string;
  duplicates: boolean;
  shape: string; // that lists with the same headers share; empty where nothing may be remembered
  read_by: 'recognition' | 'officer' | 'memory'; // who said how it is to be read
  header_line: number;
  rows_read: number;
  rows: number;
  set_aside: Record<string, number>;
  columns: Column[];
  issues: Issue[];
  quality: Record<string, number>;
  joined: Joined;
}

/** Whether a file is a part of a list with others (`list`), and why or why not: `like` is a file of the same shape and name. */
export interface Joined {
  list: string;
  why: 'alone' | 'joined' | 'same_people' | 'other_date';
  like: string;
  in_both: number;
  by_officer: boolean;
}

/** How lists of one shape are to be read: headers and what they mean (none: as recognised), nothing of any row. */
export interface Reading {
  shape: string;
  mapping: Record<string, string>;
  layout?: string;
}

export type SourceId = Source['id'];

export interface SourcePatch {
  source: SourceId;
  header_line?: number;
  mapping?: Record<string, string>;
  layout?: string;
  owner?: string;
  list?: string; // one of its own parts the file from others; empty lets padan see for itself
  kind?: string;
  level?: string;
  data_date?: string;
  valid_from?: string;
  valid_until?: string;
  fiscal_year?: string;
  duplicates?: boolean;
}

export type PreviewState = 'data' | 'title' | 'header' | 'blank' | 'total' | 'block';

export interface Preview {
  rows: { line: number; cells: string[]; state: PreviewState }[];
  total: number;
}

/** The first list of a file as far as its first rows tell, before the file has been read. */
export interface FileHead {
  source: Source;
  rows: Preview['rows'];
}

/** A figure of a list's profile; its place in ListProfile.remarks leads to its rows. */
export interface Remark {
  code: string;
  grade: 'good' | 'note' | 'fault';
  column: number | null; // of ListProfile.columns; null: of the whole row
  value: number; // birth.decade: its first year
  rows: number;
  groups: number; // different numbers or persons, where rows belong together
  largest: number;
  title: string;
  meaning: string;
  advice: string;
}

export interface ListProfile {
  rows: number;
  matchable: number;
  columns: { header: string; field: string; filled: number; good: number; damaged: number; missing: number }[];
  remarks: Remark[];
  home: { code: number; name: string; from: 'unknown' | 'names' | 'codes' | 'nik'; share: number };
  codes: {
    column: number;
    rows: number;
    village: number;
    system: 'unclear' | 'kemendagri' | 'bps';
    share: number;
    sure: boolean;
  }[];
  names: {
    column: number;
    rows: number;
    found: number;
    unknown_names: number;
    unknown: { text: string; rows: number }[];
  }[];
}

export interface ProfileProgress {
  done: number;
  total: number;
  finished: boolean;
}

export interface RemarkRow {
  line: number;
  sheet: string;
  cells: Cell[];
}

export interface Estimate {
  rows: number;
  pairs: number;
  rules: { name: string; pairs: number; oversize: number }[];
  lists: { source: Source['id']; bytes: number }[]; // what the run needs less without it
  bytes: { lists: number; run: number; helper: number };
  ms: { alone: number; shared: number }; // on the machine of bench/README.md
}

export const kStages = ['prepare', 'plan', 'train', 'score', 'cluster', 'families', 'resolve'] as const;
export type Stage = (typeof kStages)[number] | 'finished';

export interface Step {
  stage: Stage;
  done: number;
  total: number;
  finished: boolean;
}

export interface Histogram {
  from: number;
  step: number;
  counts: number[];
  review: number;
  accept: number;
}

export interface Summary {
  counts: { rows: number; set_aside: number; persons: number; families: number; review_pairs: number };
  sources: {
    name: string;
    files?: string[]; // names of their parts, where files are parts of one list
    layout: string;
    rows: number;
    set_aside: number;
    persons: number;
    duplicates: number;
    companions?: { named: number; found: number }; // other people in its rows
  }[];
  pairs_scored?: number;
  histogram?: Histogram;
  timings_ms?: Record<string, number>;
  model?: { saved?: string[] }; // comparisons that a saved model gave
}

export type ViewKind = 'persons' | 'families' | 'rows' | 'pairs' | 'findings';

export interface ViewQuery {
  kind: ViewKind;
  search?: string;
  sources?: { all?: string[]; any?: string[]; exact?: string[] };
  village?: string; // "?": what no list tells
  district?: string;
  regency?: string;
  lokus?: boolean; // only the villages of the lokus
  flag?: string;
  finding?: string;
  conflict?: string; // a field about which lists contradict each other
  civil_status?: string;
  action?: string; // "pkh:check"
  official?: boolean;
  lists?: { min: number; max: number };
  person?: number;
  family?: number;
  sort?: string;
}

export interface PersonRow {
  index: number;
  id: string;
  family: number;
  name: string;
  nik: string;
  kk: string;
  birth_date: string;
  sex: string;
  village: string;
  district: string;
  rows: number;
  sources: string[];
  programmes: string[];
  flags: string[];
}

export interface FamilyRow {
  index: number;
  id: string;
  kk: string;
  head: string;
  members: number;
  village: string;
  district: string;
  sources: string[];
  programmes: string[];
  flags: string[]; // expired_basis
}

export interface DataRow {
  index: number;
  source: string;
  row: number;
  line: number;
  person: number;
  family: number;
  status: string;
  name: string;
  nik: string;
  kk: string;
  birth_date: string;
  village: string;
}

export interface PairRow {
  index: number;
  accepted: boolean; // taken as one person until somebody decides
  weight: number;
  probability: number;
  left: DataRow;
  right: DataRow;
  levels: Record<string, string>;
}

export type ViewRow = PersonRow | FamilyRow | DataRow | PairRow | FindingRow;

export interface Cell {
  header: string;
  field: string;
  value: string;
}

export interface PersonField {
  field: string;
  value: string;
  source: string;
  row: number;
  rule: string;
  basis: string; // of the rule of authority; empty where none decided
  dissenters: { value: string; source: string; row: number }[];
}

/** Somebody whom a row names beside its own person; `person` where the lists have that person. */
export interface Companion {
  role: string;
  name: string;
  nik: string;
  birth: string;
  person?: number;
  id?: string;
}

export interface PersonDetail extends Omit<PersonRow, 'rows'> {
  fields: PersonField[];
  rows: (DataRow & { cells: Cell[]; companions: Companion[] })[];
  /** Rows of other people that name the person, and what the person is there. */
  named: { role: string; row: DataRow }[];
}

export interface WaterfallStep {
  comparison: string;
  level: string;
  left: string;
  right: string;
  weight: number;
  rarity: number;
}

export interface PairDetail {
  left: DataRow;
  right: DataRow;
  weight: number;
  probability: number;
  prior: number;
  steps: WaterfallStep[];
}

export interface Overlap {
  sources: string[];
  combinations: { sources: string[]; count: number; low: number; high: number }[];
  matrix: number[][];
}

export interface Place {
  code: string;
  district: string;
  village: string;
  persons: number;
  families: number;
}

export interface Facets {
  flags: { flag: string; persons: number }[];
  findings: { code: string; count: number }[];
}

/** Every JSON call of the core: arguments and value. */
export interface CoreCalls
  extends ReviewCalls,
    HandsCalls,
    SettingsCalls,
    UnifiedCalls,
    PlanningCalls,
    FieldworkCalls,
    MinutesCalls {
  'file.drop': { args: { file: string }; value: unknown };
  sources: { args: Empty; value: Source[] };
  'source.preview': { args: { source: SourceId; from: number; to: number }; value: Preview };
  'source.set': { args: SourcePatch; value: Source };
  lists: { args: Empty; value: (Joined & { source: number })[] };
  'source.forget': { args: { source: SourceId }; value: Source };
  'profile.start': { args: { source: SourceId }; value: ProfileProgress };
  'profile.step': { args: { units: number }; value: ProfileProgress };
  'profile.cancel': { args: Empty; value: unknown };
  'source.profile': { args: { source: SourceId; language: 'id' | 'en' }; value: ListProfile };
  'source.remark': {
    args: { source: SourceId; remark: number; from: number; to: number };
    value: { rows: RemarkRow[]; total: number };
  };
  estimate: { args: Empty; value: Estimate };
  'run.cancel': { args: Empty; value: unknown };
  summary: { args: Empty; value: Summary };
  'view.open': { args: ViewQuery; value: { view: number; total: number } };
  'view.rows': { args: { view: number; from: number; to: number; mask?: boolean }; value: { rows: ViewRow[] } };
  'view.close': { args: { view: number }; value: unknown };
  person: { args: { index: number }; value: PersonDetail };
  pair: { args: { index: number }; value: PairDetail };
  overlap: { args: PlaceFilter & { unit: 'persons' | 'families' }; value: Overlap };
  facets: { args: Empty; value: Facets };
  places: { args: Empty; value: Place[] };
  project: { args: Empty; value: { fieldwork?: object } };
  'model.load': { args: Record<string, unknown>; value: { comparisons: string[] } };
  'model.drop': { args: Empty; value: unknown };
  'project.load': { args: Record<string, unknown>; value: { absent_files: string[]; absent_columns: string[] } };
}

export type CoreMethod = keyof CoreCalls;

/** What is known before a file is read. */
export interface Knowledge {
  passwords: readonly string[]; // each is tried where the file is locked
  readings: readonly Reading[]; // the first that fits holds
}

export interface SampleRecipe {
  people: number;
  seed: number;
  errors: 'light' | 'medium' | 'heavy';
}

export interface ExportRequest {
  kind:
    | 'persons'
    | 'families'
    | 'rows'
    | 'pairs'
    | 'findings'
    | 'corrections'
    | 'civil_check'
    | 'actions'
    | 'overlap'
    | 'priorities';
  format: 'csv' | 'xlsx' | 'zip';
  mask: boolean;
  language?: 'id' | 'en'; // of the data dictionary and the metadata
  only?: string; // of corrections an owner, of actions a programme
  template?: string; // of persons: in the layout of an application
}

export interface ProfileRequest {
  source: SourceId;
  language: 'id' | 'en';
  mask: boolean;
}

export interface Progress {
  stage: Stage | 'read' | 'seal';
  done: number;
  total: number;
}

/** The whole protocol. The client turns each method into a message and back; the worker implements it. */
export interface EngineApi {
  call<M extends CoreMethod>(method: M, args: CoreCalls[M]['args']): CoreCalls[M]['value'];
  /** Reads a file in slices; progress counts bytes. */
  addFile(file: File, knowledge: Knowledge): Source[];
  /** Looks at a few pieces of the file only; at once, also while other files are read. Nothing for a file without a head. */
  head(file: File): FileHead | undefined;
  /** Takes in a file that a helper has read, or refuses it with request.invalid: then it is to be read here. */
  takeFile(parts: Uint8Array[]): Source[];
  /** Makes the sample regency; the files are returned so that they can be kept and read again. */
  makeSample(recipe: SampleRecipe): File[];
  /** Runs to the end; progress names the stage. workers counts the engine itself. */
  run(options: { workers: number; asOf: string }): Summary;
  exportFile(request: ExportRequest): { name: string; blob: Blob };
  /** The profile of a list as a workbook for its owner. */
  saveProfile(request: ProfileRequest): { name: string; blob: Blob };
  /** The model of the result, as the file that model.load takes. */
  saveModel(): Blob;
  /** Puts another log in the place of the one at hand, or refuses it whole. */
  loadDecisions(log: Blob): LogState;
  /** The log, as the file decisions.jsonl. */
  saveDecisions(): Blob;
  /** A file locked with a passphrase; its random bytes come from the browser. */
  lock<M extends keyof LockCalls>(method: M, args: LockCalls[M]['args']): Locked<M>;
  /** Takes in a locked file. */
  unlock<M extends keyof UnlockCalls>(method: M, passphrase: string, box: Blob): UnlockCalls[M]['value'];
  /** Clusters anew with all decisions, without scoring again. */
  applyDecisions(): Summary;
  /** The villages that a file names; it becomes no list. */
  matchVillages(file: File): VillageMatch[];
  workbook(request: WorkbookRequest): Blob;
  /** A table of an earlier result, or an archive of such; it becomes no list. */
  takeOlder(file: File): OlderTables;
  /** Makes the result anew that settings.set has dropped. */
  remakeResult(): Summary;
  /** A batch of worksheets, one workbook a village, in one archive; progress counts villages. */
  writeWorksheets(request: WorksheetRequest): WrittenWorksheets;
  /** Reads a file that came back; it is set against the batches by returns.take. final: without asking for a password. */
  addReturn(file: File, options: { passwords: readonly string[]; final: boolean }): number;
  /** New proposals of the last intake, as a list that joins the next run. */
  saveProposals(): { name: string; rows: number; blob: Blob };
  /** The escalation sheet of the last intake. */
  saveEscalation(request: { language: 'id' | 'en'; contacts: Contact[] }): { name: string; blob: Blob };
  /** Seals the result at hand. keep: gives all of its files, too, in the order of the seal, the summary last. */
  seal(options: { keep: boolean }): Seal & { files: SealedFile[] };
  /** The project as one file; locked where there is a passphrase. */
  packProject(passphrase: string): Blob;
  /** Puts a project in the place of the one at hand, or refuses it whole. */
  unpackProject(file: Blob, passphrase: string): OpenedProject;
  /** A file of the frozen version as text; empty when it has none. */
  versionFile(version: number, name: string): string;
  /** SHA-256 of a file, in hexadecimal. */
  hashFile(file: Blob): string;
  /** Row by row: a table of a sealed result against what the result at hand gives. Into verify.finish. */
  compareTable(name: string, table: Blob): void;
  /** Milliseconds of a fixed piece of work: how fast this machine is. */
  calibrate(): number;
}

export type EngineMethod = keyof EngineApi;

export type ErrorParams = Record<string, string>;

export type ToWorker =
  | { kind: 'role'; role: 'engine' }
  | { kind: 'role'; role: 'helper'; port: MessagePort }
  | { kind: 'helpers'; ports: MessagePort[] } // for the next run
  | { kind: 'request'; id: number; method: EngineMethod; args: unknown[] }
  | { kind: 'abort'; id: number };

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'broken'; message: string }
  | { kind: 'answer'; id: number; value: unknown }
  | { kind: 'error'; id: number; code: string; params: ErrorParams }
  | { kind: 'progress'; id: number; progress: Progress };

export type ToHelper =
  | { kind: 'read'; name: string; bytes: Blob; knowledge: Knowledge }
  | { kind: 'image'; bytes: Uint8Array; last: boolean }
  | { kind: 'score'; partition: number; bytes: Uint8Array }
  | { kind: 'close' };
export type FromHelper =
  | { kind: 'reading'; done: number } // bytes
  | { kind: 'file'; parts: Uint8Array<ArrayBuffer>[] }
  | { kind: 'ready' }
  | { kind: 'scores'; partition: number; bytes: Uint8Array }
  | { kind: 'failed'; message: string };

/** A refusal of the core: a code with parameters; its sentence is found in i18n. */
export class PadanError extends Error {
  override readonly name = 'PadanError';
  constructor(
    readonly code: string,
    readonly params: ErrorParams = {},
  ) {
    super(code);
  }
}

/** The caller gave up; not a fault. */
export const kAborted = 'aborted';
