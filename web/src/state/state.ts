// Everything the page knows, except rows: those stay in the engine and come by windows.

import type { ErrorParams, Estimate, FileHead, Progress, Reading, Source, Stage, Summary } from '../engine/protocol';
import type { Language } from '../i18n';
import type { Route } from './route';

export interface Failure {
  code: string;
  params: ErrorParams;
}

export interface FileEntry {
  key: number;
  file: File; // kept, so that a new engine can read it again
  phase: 'waiting' | 'reading' | 'ready' | 'failed';
  done: number; // bytes
  head?: FileHead | undefined; // until it is read
  sources: readonly Source[];
  failure?: Failure | undefined;
}

export interface StageTime {
  began: number; // ms, performance.now()
  ended?: number;
  done: number;
  total: number;
}

export type RunState =
  | { phase: 'none'; dropped?: boolean } // dropped: there was a result, until the files changed
  | {
      phase: 'running';
      began: number;
      stage: Stage;
      stages: Readonly<Partial<Record<Stage, StageTime>>>;
      cancelling: boolean;
      again?: true; // only its last stages, over a result that was at hand
    }
  | { phase: 'cancelled' }
  | { phase: 'failed'; failure: Failure }
  | { phase: 'done'; summary: Summary; took: number; workers: number };

export interface SavedModel {
  name: string; // of its file
  content: Record<string, unknown>; // kept for a new engine
  comparisons: number;
}

export interface AppState {
  language: Language;
  masked: boolean;
  route: Route;
  files: readonly FileEntry[];
  readings: readonly Reading[]; // remembered, the latest first
  run: RunState;
  estimate: Estimate | undefined;
  estimateFailure: Failure | undefined;
  model: SavedModel | undefined; // instead of learning, from the next run on
  modelFailure: Failure | undefined;
  slowness: number | undefined; // how many times longer this machine takes than that of bench/README.md
  makingSample: boolean;
  engineBroken: boolean;
  proofOpen: boolean;
}

export function initialState(language: Language, route: Route, readings: readonly Reading[] = []): AppState {
  return {
    language,
    masked: false,
    route,
    files: [],
    readings,
    run: { phase: 'none' },
    estimate: undefined,
    estimateFailure: undefined,
    model: undefined,
    modelFailure: undefined,
    slowness: undefined,
    makingSample: false,
    engineBroken: false,
    proofOpen: false,
  };
}

/** Sources of the files that could be read, in the order of the files. */
export function readySources(files: readonly FileEntry[]): Source[] {
  return files.flatMap((entry) => (entry.phase === 'ready' ? entry.sources : []));
}

/** How many lists the sources are: files that are parts of one list count once. */
export function listCount(sources: readonly Source[]): number {
  return new Set(sources.map(({ id, joined }) => (joined.list === '' ? id : joined.list))).size;
}

/** Whether what an officer said of the list is kept for the next one of its shape. */
export function isRemembered(readings: readonly Reading[], source: Source): boolean {
  return source.read_by !== 'recognition' && readings.some(({ shape }) => shape === source.shape);
}

/** Whether a file waits for its password. */
export function isLocked(entry: FileEntry): boolean {
  return entry.failure?.code === 'file.encrypted' || entry.failure?.code === 'file.password';
}

/** Whether some file has yet to be read. */
export function isReading(files: readonly FileEntry[]): boolean {
  return files.some((entry) => entry.phase === 'waiting' || entry.phase === 'reading');
}

/** The summary of the last finished run. */
export function lastSummary(run: RunState): Summary | undefined {
  return run.phase === 'done' ? run.summary : undefined;
}

/** The state of a run after one more progress report at the time now (ms). */
export function advanced(run: RunState, progress: Progress, now: number): RunState {
  if (run.phase !== 'running' || progress.stage === 'read' || progress.stage === 'seal') {
    return run;
  }
  const stages: Partial<Record<Stage, StageTime>> = { ...run.stages };
  if (progress.stage !== run.stage) {
    const left = stages[run.stage];
    if (left) {
      stages[run.stage] = { ...left, done: left.total, ended: now };
    }
  }
  const began = stages[progress.stage]?.began ?? now;
  stages[progress.stage] = { began, done: progress.done, total: progress.total };
  return { ...run, stage: progress.stage, stages };
}
