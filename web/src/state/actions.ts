// Everything a person can do to the work. Screens call these; nothing else changes the state.

import type { CallOptions, EngineClient } from '../engine/client';
import {
  kAborted,
  PadanError,
  type Reading,
  type SampleRecipe,
  type Source,
  type SourcePatch,
  type Stage,
  type Summary,
} from '../engine/protocol';
import type { Settings } from '../engine/settings-protocol';
import { type Language, setLanguage } from '../i18n';
import { today } from '../lib/today';
import { deviceMemory, workerCount, workMs } from './cost';
import { loadSlowness, saveLanguage, saveReadings, saveSlowness, withReading } from './preferences';
import { formatRoute, parseRoute, type Route } from './route';
import { type AppState, advanced, type Failure, type FileEntry, isReading, readySources } from './state';
import type { Store } from './store';

export const kSample: SampleRecipe = { people: 6000, seed: 2026, errors: 'medium' };

const kReferenceMs = 17.4; // that calibrate() takes on the machine of bench/README.md

export function failureOf(error: unknown): Failure {
  return error instanceof PadanError
    ? { code: error.code, params: error.params }
    : { code: 'bug', params: { message: String(error) } };
}

export class Actions {
  private lastKey = 0;
  private readonly reading = new Map<number, AbortController>(); // by key of the file
  private passwords: readonly string[] = []; // that opened a file: in memory only, tried on the next locked one
  private runAbort: AbortController | undefined;

  constructor(
    private readonly store: Store<AppState>,
    private readonly engine: EngineClient,
  ) {}

  get workers(): number {
    return workerCount(navigator.hardwareConcurrency, deviceMemory(), this.store.state.estimate);
  }

  /** Milliseconds that matching will take on this machine; undefined while it is not known. */
  get estimatedTime(): number | undefined {
    const { estimate, slowness } = this.store.state;
    return estimate && slowness ? workMs(estimate, this.workers) * slowness : undefined;
  }

  setLanguage(language: Language): void {
    setLanguage(language);
    saveLanguage(language);
    document.documentElement.lang = language;
    this.store.update(() => ({ language }));
  }

  toggleMask(): void {
    this.store.update((s) => ({ masked: !s.masked }));
  }

  showProof(proofOpen: boolean): void {
    this.store.update(() => ({ proofOpen }));
  }

  go(route: Route, replace = false): void {
    if (replace) {
      history.replaceState(null, '', formatRoute(route));
      this.store.update(() => ({ route }));
    } else {
      location.hash = formatRoute(route); // the listener in main.ts does the rest
    }
  }

  hashChanged(): void {
    this.store.update(() => ({ route: parseRoute(location.hash) }));
  }

  /** While a run is going nothing is added: the engine would let go of its result. The screen says so. */
  addFiles(files: readonly File[]): void {
    if (this.store.state.run.phase === 'running') {
      return;
    }
    const taken = new Set(this.store.state.files.map((entry) => entry.file.name));
    for (const file of files) {
      const again = this.store.state.files.find((entry) => isSameFile(entry.file, file));
      if (again) {
        this.removeFile(again.key);
        taken.delete(file.name);
      }
      const named = withFreeName(file, taken);
      taken.add(named.name);
      this.enqueue({ key: ++this.lastKey, file: named, phase: 'waiting', done: 0, sources: [] });
    }
  }

  removeFile(key: number): void {
    const entry = this.store.state.files.find((each) => each.key === key);
    this.reading.get(key)?.abort();
    this.store.update((s) => ({ files: s.files.filter((each) => each.key !== key) }));
    if (entry?.phase === 'ready') {
      this.dropUnlessReplaced(entry.file.name);
      this.filesChanged();
    }
  }

  /** Reads a locked file again. */
  unlock(key: number, password: string): void {
    const entry = this.store.state.files.find((each) => each.key === key);
    if (entry && this.store.state.run.phase !== 'running') {
      this.change(key, { phase: 'waiting', done: 0, failure: undefined });
      void this.read(entry, password);
    }
  }

  async setSource(patch: SourcePatch): Promise<void> {
    const before = readySources(this.store.state.files).find(({ id }) => id === patch.source);
    const source = await this.engine.call('source.set', patch);
    this.replace(source);
    if (patch.header_line !== undefined || patch.mapping !== undefined || patch.layout !== undefined) {
      const known = this.store.state.readings.find(({ shape }) => shape === source.shape);
      const outdated = before?.read_by === 'officer' ? before.shape : ''; // the officer has moved on from there
      this.remember(outdated, readingOf(source, patch.layout ?? known?.layout));
    }
    this.filesChanged();
  }

  /** Lets go of what is remembered of a shape; lists that were read by it are read anew. */
  async forgetReading(shape: string): Promise<void> {
    this.remember(shape, undefined);
    const readByIt = readySources(this.store.state.files).filter(
      (source) => source.shape === shape && source.read_by === 'memory',
    );
    for (const { id } of readByIt) {
      this.replace(await this.engine.call('source.forget', { source: id }));
    }
    if (readByIt.length > 0) {
      this.filesChanged();
    }
  }

  async makeSample(): Promise<void> {
    this.store.update(() => ({ makingSample: true }));
    try {
      this.addFiles(await this.engine.makeSample(kSample));
    } finally {
      this.store.update(() => ({ makingSample: false }));
    }
  }

  async useModel(file: File): Promise<void> {
    try {
      const content = await readJson(file, 'model.invalid');
      const { comparisons } = await this.engine.call('model.load', content);
      const model = { name: file.name, content, comparisons: comparisons.length };
      this.store.update(() => ({ model, modelFailure: undefined }));
    } catch (error) {
      const { code, params } = failureOf(error);
      this.store.update(() => ({ modelFailure: { code, params: { ...params, file: file.name } } }));
    }
  }

  /** After a project was opened: its lists are read as it says, and a result is of no use any more. */
  async followProject(): Promise<void> {
    const sources = await this.engine.call('sources', {});
    this.store.update((s) => ({
      files: s.files.map((entry) => ({
        ...entry,
        sources: entry.phase === 'ready' ? sources.filter((each) => each.file === entry.file.name) : entry.sources,
      })),
    }));
    this.filesChanged();
  }

  async leaveModel(): Promise<void> {
    await this.engine.call('model.drop', {});
    this.store.update(() => ({ model: undefined, modelFailure: undefined }));
  }

  async startRun(): Promise<void> {
    if (this.store.state.run.phase === 'running' || isReading(this.store.state.files)) {
      return;
    }
    const began = performance.now();
    const workers = this.workers;
    this.runAbort = new AbortController();
    this.store.update(() => ({
      run: { phase: 'running', began, stage: 'prepare', stages: {}, cancelling: false },
      modelFailure: undefined, // it was read
    }));
    try {
      const summary = await this.engine.run(workers, today(), {
        signal: this.runAbort.signal,
        onProgress: (progress) => this.store.update((s) => ({ run: advanced(s.run, progress, performance.now()) })),
      });
      const took = performance.now() - began;
      this.learnSlowness(took, workers);
      this.store.update(() => ({ run: { phase: 'done', summary, took, workers } }));
    } catch (error) {
      const failure = failureOf(error);
      this.store.update(() => ({
        run: failure.code === kAborted ? { phase: 'cancelled' } : { phase: 'failed', failure },
      }));
    }
  }

  /** Clusters anew with all decisions so far; nothing is scored again. */
  async applyDecisions(): Promise<void> {
    await this.again('cluster', (options) => this.engine.applyDecisions(options));
  }

  /** Takes sections of the project over; the result at hand follows. Throws what the core refuses: then nothing has changed. */
  async applySettings(sections: Partial<Settings>): Promise<void> {
    const { again } = await this.engine.call('settings.set', sections);
    if (again) {
      await this.again('resolve', (options) => this.engine.remakeResult(options));
    }
  }

  /** The last part of a finished run once more, from a stage on. */
  private async again(stage: Stage, work: (options: CallOptions) => Promise<Summary>): Promise<void> {
    const { run } = this.store.state;
    if (run.phase !== 'done') {
      return;
    }
    const began = performance.now();
    this.store.update(() => ({ run: { phase: 'running', began, stage, stages: {}, cancelling: false, again: true } }));
    try {
      const summary = await work({
        onProgress: (progress) => this.store.update((s) => ({ run: advanced(s.run, progress, performance.now()) })),
      });
      this.store.update(() => ({ run: { ...run, summary } }));
    } catch (error) {
      this.store.update(() => ({ run: { phase: 'failed', failure: failureOf(error) } }));
    }
  }

  cancelRun(): void {
    this.runAbort?.abort();
    this.store.update((s) => (s.run.phase === 'running' ? { run: { ...s.run, cancelling: true } } : {}));
  }

  /** The engine was started anew and holds nothing: read the files again. */
  recover(): void {
    const files = this.store.state.files;
    this.store.update((s) => ({
      files: [],
      engineBroken: true,
      run: s.run.phase === 'running' || s.run.phase === 'done' ? { phase: 'none' } : s.run,
    }));
    const { model } = this.store.state;
    if (model) {
      void this.engine.call('model.load', model.content).catch(() => undefined);
    }
    for (const { key, file } of files) {
      this.reading.get(key)?.abort();
      this.enqueue({ key: ++this.lastKey, file, phase: 'waiting', done: 0, sources: [] });
    }
  }

  private enqueue(entry: FileEntry): void {
    this.store.update((s) => ({ files: [...s.files, entry] }));
    void this.read(entry);
  }

  /** Files are read several at one time, as many as there are workers; they come into the engine in their order. */
  private async read(entry: FileEntry, password?: string): Promise<void> {
    const change = (part: Partial<FileEntry>): void => this.change(entry.key, part);
    const abort = new AbortController();
    this.reading.set(entry.key, abort);
    try {
      const sources = await this.engine.addFile(entry.file, {
        workers: this.workers,
        passwords: password === undefined ? this.passwords : [password],
        readings: this.store.state.readings,
        signal: abort.signal,
        onHead: (head) => change({ head }),
        onProgress: ({ done }) => change({ phase: 'reading', done }),
      });
      if (abort.signal.aborted) {
        this.dropUnlessReplaced(entry.file.name); // taken out when it was as good as read
        return;
      }
      if (password !== undefined) {
        this.passwords = [...this.passwords, password];
      }
      change({ phase: 'ready', sources, head: undefined });
      this.filesChanged();
    } catch (error) {
      const failure = failureOf(error);
      const unasked = failure.code === 'file.password' && password === undefined; // those of other files do not fit
      change({ phase: 'failed', head: undefined, failure: unasked ? { ...failure, code: 'file.encrypted' } : failure });
      this.estimateWhenIdle();
    } finally {
      this.reading.delete(entry.key);
    }
  }

  private change(key: number, part: Partial<FileEntry>): void {
    this.store.update((s) => ({ files: s.files.map((each) => (each.key === key ? { ...each, ...part } : each)) }));
  }

  private replace(source: Source): void {
    this.store.update((s) => ({ files: s.files.map((entry) => withSource(entry, source)) }));
  }

  private remember(without: string, reading: Reading | undefined): void {
    const readings = withReading(this.store.state.readings, without, reading);
    saveReadings(readings);
    this.store.update(() => ({ readings }));
  }

  private dropUnlessReplaced(file: string): void {
    if (!this.store.state.files.some((each) => each.file.name === file)) {
      void this.engine.call('file.drop', { file }).catch(() => undefined);
    }
  }

  /** The engine lets go of a result as soon as its sources change. */
  private filesChanged(): void {
    this.store.update((s) => ({ run: s.run.phase === 'done' ? { phase: 'none', dropped: true } : s.run }));
    this.estimateWhenIdle();
  }

  private estimateWhenIdle(): void {
    if (!isReading(this.store.state.files)) {
      void this.refreshEstimate();
      void this.refreshLists().catch(() => undefined);
    }
  }

  /** A file that comes or goes may change which others are parts of one list. */
  private async refreshLists(): Promise<void> {
    const lists = new Map((await this.engine.call('lists', {})).map(({ source, ...joined }) => [source, joined]));
    this.store.update((s) => ({
      files: s.files.map((entry) => ({
        ...entry,
        sources: entry.sources.map((each) => ({ ...each, joined: lists.get(Number(each.id)) ?? each.joined })),
      })),
    }));
  }

  private async refreshEstimate(): Promise<void> {
    if (readySources(this.store.state.files).length === 0) {
      this.store.update(() => ({ estimate: undefined, estimateFailure: undefined }));
      return;
    }
    try {
      const estimate = await this.engine.call('estimate', {});
      this.store.update(() => ({ estimate, estimateFailure: undefined }));
      if (this.store.state.slowness === undefined) {
        const measured = loadSlowness() ?? (await this.engine.calibrate()) / kReferenceMs;
        this.store.update(() => ({ slowness: measured }));
      }
    } catch (error) {
      this.store.update(() => ({ estimate: undefined, estimateFailure: failureOf(error) }));
    }
  }

  private learnSlowness(took: number, workers: number): void {
    const { estimate } = this.store.state;
    if (estimate && took > 500) {
      const slowness = took / workMs(estimate, workers);
      saveSlowness(slowness);
      this.store.update(() => ({ slowness }));
    }
  }
}

/** Only what was said: columns that nobody spoke of are recognised in the next list, too. */
function readingOf({ shape, columns }: Source, layout: string | undefined): Reading | undefined {
  const said = columns.filter(({ reason }) => reason === 'mapping');
  const mapping = Object.fromEntries(said.map(({ header, field }) => [header, field]));
  return shape === '' ? undefined : { shape, mapping, ...(layout === undefined ? {} : { layout }) };
}

function withSource(entry: FileEntry, source: Source): FileEntry {
  const known = entry.sources.some((each) => each.id === source.id);
  return known ? { ...entry, sources: entry.sources.map((each) => (each.id === source.id ? source : each)) } : entry;
}

function isSameFile(a: File, b: File): boolean {
  return a.name === b.name && a.size === b.size && a.lastModified === b.lastModified;
}

/** The engine knows files by name; two different files of one name get a number. */
export function withFreeName(file: File, taken: ReadonlySet<string>): File {
  const dot = file.name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [file.name.slice(0, dot), file.name.slice(dot)] : [file.name, ''];
  let name = file.name;
  for (let n = 2; taken.has(name); ++n) {
    name = `${stem} (${n})${ending}`;
  }
  return name === file.name ? file : new File([file], name, { lastModified: file.lastModified });
}

const kMostJsonBytes = 16 << 20; // no model or recipe is as large as a list chosen by mistake

async function readJson(file: File, code: string): Promise<Record<string, unknown>> {
  try {
    const content: unknown = file.size > kMostJsonBytes ? undefined : JSON.parse(await file.text());
    if (typeof content === 'object' && content !== null && !Array.isArray(content)) {
      return content as Record<string, unknown>;
    }
  } catch {
    // no JSON, or moved since it was chosen: of no use either way
  }
  throw new PadanError(code);
}
