// Answers the page. Calls of the core are answered at once, also between the steps of a run; long operations (reading, running,
// exporting) wait for each other.

import { today } from '../lib/today';
import { Core, type PadanHandle } from './core';
import type { WorksheetRequest, WrittenWorksheets } from './fieldwork-protocol';
import type { OpenedProject, Seal, SealedFile, SealStep } from './minutes-protocol';
import { Pace } from './pace';
import type { OlderTables, VillageMatch } from './planning-protocol';
import { Pool } from './pool';
import {
  type CoreMethod,
  type EngineApi,
  type ExportRequest,
  type FromWorker,
  type Knowledge,
  kAborted,
  PadanError,
  type ProfileRequest,
  type Progress,
  type SampleRecipe,
  type Source,
  type Step,
  type Summary,
  type ToWorker,
} from './protocol';
import type { LogState } from './review-protocol';

const kBoxRandom = 28; // bytes that a locked file takes
const kHashSlice = 4 << 20;

type Message = Exclude<ToWorker, { kind: 'role' }>;

interface Task {
  progress(progress: Progress): void;
  check(): void; // throws when the caller has given up
}

type Long = { [K in Exclude<keyof EngineApi, 'call'>]: (task: Task, ...args: Parameters<EngineApi[K]>) => unknown };

export class Server {
  private readonly core: Core;
  private readonly aborted = new Set<number>();
  private helpers: readonly MessagePort[] = [];
  private queue: Promise<void> = Promise.resolve();
  private heads: Promise<void> = Promise.resolve(); // a queue of their own: they are shown while the other is busy

  private readonly long: Long = {
    addFile: (task, file, knowledge) => this.addFile(task, file, knowledge),
    head: (_, file) => this.core.head(file),
    takeFile: (task, parts) => this.takeFile(task, parts),
    makeSample: (task, recipe) => this.makeSample(task, recipe),
    run: (task, options) => this.run(task, options),
    exportFile: (task, request) => this.exportFile(task, request),
    saveProfile: (_, request) => this.saveProfile(request),
    saveModel: () => this.left('model'),
    loadDecisions: (_, log) => this.loadDecisions(log),
    saveDecisions: () => this.left('decisions.export'),
    lock: (_, method, args) => this.lock(method, args),
    unlock: (_, method, passphrase, box) => this.unlock(method, passphrase, box),
    applyDecisions: (task) => this.applyDecisions(task),
    matchVillages: (task, file) => this.fed<VillageMatch[]>(task, file, 'lokus.file'),
    takeOlder: (task, file) => this.fed<OlderTables>(task, file, 'change.take'),
    workbook: (_, { method, args }) => this.left(method, args),
    remakeResult: (task) => this.remakeResult(task),
    writeWorksheets: (task, request) => this.writeWorksheets(task, request),
    addReturn: (task, file, options) => this.addReturn(task, file, options),
    saveProposals: () => this.saveProposals(),
    saveEscalation: (_, request) => this.named('returns.report', { ...request, today: today() }),
    seal: (task, options) => this.seal(task, options),
    packProject: (_, passphrase) => this.packProject(passphrase),
    unpackProject: (_, file, passphrase) => this.unpackProject(file, passphrase),
    versionFile: (_, version, name) => this.left('versions.file', { version, name }).text(),
    hashFile: (task, file) => this.hashFile(task, file),
    compareTable: (_, name, table) => this.compareTable(name, table),
    calibrate: () => calibrate(),
  };

  constructor(
    padan: PadanHandle,
    private readonly post: (message: FromWorker) => void,
  ) {
    this.core = new Core(padan);
  }

  receive(message: Message): void {
    if (message.kind === 'abort') {
      this.aborted.add(message.id);
    } else if (message.kind === 'helpers') {
      this.helpers = message.ports;
    } else if (message.method === 'call') {
      const [method, args] = message.args as [CoreMethod, never];
      void this.answer(message.id, () => this.core.call(method, args));
    } else {
      const work = this.long[message.method] as (task: Task, ...args: unknown[]) => unknown;
      const task = this.task(message.id);
      const queue = message.method === 'head' ? 'heads' : 'queue';
      this[queue] = this[queue].then(() => this.answer(message.id, () => work(task, ...message.args)));
    }
  }

  private task(id: number): Task {
    return {
      progress: (progress) => this.post({ kind: 'progress', id, progress }),
      check: () => {
        if (this.aborted.has(id)) {
          throw new PadanError(kAborted);
        }
      },
    };
  }

  private async answer(id: number, work: () => unknown): Promise<void> {
    try {
      if (this.aborted.has(id)) {
        throw new PadanError(kAborted);
      }
      this.post({ kind: 'answer', id, value: await work() });
    } catch (error) {
      if (!(error instanceof PadanError)) {
        this.post({ kind: 'broken', message: String(error) }); // a trap of the module: it cannot be used any more
        return;
      }
      this.post({ kind: 'error', id, code: error.code, params: error.params });
    } finally {
      this.aborted.delete(id);
    }
  }

  private async addFile(task: Task, file: File, knowledge: Knowledge): Promise<Source[]> {
    const report = (done: number): void => task.progress({ stage: 'read', done, total: file.size });
    await this.core.feed(file.name, file, report, () => task.check());
    return sourcesOf(this.core.raw('file.close', knowledge));
  }

  private async takeFile(task: Task, parts: Uint8Array[]): Promise<Source[]> {
    for (let part = parts.shift(); part; part = parts.shift()) {
      this.core.give('file.put', {}, part); // and is free: the file is never here twice
      await breathe();
      task.check();
    }
    return sourcesOf(this.core.raw('file.take', {}));
  }

  private async makeSample(task: Task, recipe: SampleRecipe): Promise<File[]> {
    const { files } = this.core.raw('sample', recipe) as { files: { name: string }[] };
    const made: File[] = [];
    for (const [index, file] of files.entries()) {
      this.core.raw('sample.file', { index });
      made.push(new File([this.core.bytes()], file.name));
      task.progress({ stage: 'read', done: index + 1, total: files.length });
      await breathe();
      task.check();
    }
    return made;
  }

  private async run(task: Task, options: { workers: number; asOf: string }): Promise<Summary> {
    const pool = this.helpers.length > 0 ? new Pool(this.core, this.helpers) : undefined;
    this.helpers = [];
    try {
      this.core.raw('run.start', { workers: options.workers, as_of: options.asOf });
      await this.steps(task, pool);
      return this.core.call('summary', {});
    } catch (error) {
      if (error instanceof PadanError && error.code === kAborted) {
        this.core.call('run.cancel', {});
      }
      throw error;
    } finally {
      pool?.stop();
    }
  }

  private async steps(task: Task, pool: Pool | undefined): Promise<void> {
    const pace = new Pace();
    let helping = false;
    for (;;) {
      const began = performance.now();
      const step = this.core.raw('run.step', { units: pace.units }) as Step;
      pace.took(performance.now() - began);
      task.progress({ stage: step.stage, done: step.done, total: step.total });
      if (step.finished) {
        return;
      }
      if (pool && helping !== (step.stage === 'score')) {
        helping = !helping;
        helping ? pool.start() : pool.stop(); // only candidates that wait to be scored can be given out
      }
      await breathe();
      task.check();
    }
  }

  private async writeWorksheets(task: Task, request: WorksheetRequest): Promise<WrittenWorksheets> {
    const started = this.core.raw('fieldwork.start', request) as Omit<WrittenWorksheets, 'blob'> & { parts: number };
    const { parts, ...facts } = started;
    const pieces: BlobPart[] = [];
    for (let index = 0; index < parts; ++index) {
      this.core.raw('fieldwork.part', { index });
      pieces.push(this.core.bytes());
      task.progress({ stage: 'read', done: index + 1, total: parts });
      await breathe();
      task.check();
    }
    return { ...facts, blob: new Blob(pieces, { type: 'application/zip' }) };
  }

  private async addReturn(
    task: Task,
    file: File,
    options: { passwords: readonly string[]; final: boolean },
  ): Promise<number> {
    await this.core.feed(
      file.name,
      file,
      () => undefined,
      () => task.check(),
    );
    const { files } = this.core.raw('returns.close', { today: today(), ...options }) as { files: number };
    return files;
  }

  private saveProposals(): { name: string; rows: number; blob: Blob } {
    const { name, rows } = this.core.raw('returns.proposals', {}) as { name: string; rows: number };
    return { name, rows, blob: new Blob([this.core.bytes()], { type: 'text/csv' }) };
  }

  /** What a call leaves in bytes under the name that it answers. */
  private named(method: string, args: unknown): { name: string; blob: Blob } {
    const { name } = this.core.raw(method, args) as { name: string };
    return { name, blob: new Blob([this.core.bytes()]) };
  }

  private saveProfile(request: ProfileRequest): { name: string; blob: Blob } {
    const { name } = this.core.raw('source.workbook', { ...request, as_of: today() }) as { name: string };
    return { name, blob: new Blob([this.core.bytes()]) };
  }

  /** What a call leaves in bytes. */
  private left(method: string, args: unknown = {}): Blob {
    this.core.raw(method, args);
    return new Blob([this.core.bytes()]);
  }

  private async loadDecisions(log: Blob): Promise<LogState> {
    return this.core.give('decisions.load', {}, new Uint8Array(await log.arrayBuffer())) as LogState;
  }

  private lock(method: string, args: object): { name: string; blob: Blob } {
    const random = crypto.getRandomValues(new Uint8Array(kBoxRandom));
    const made = this.core.give(method, args, random) as { name: string };
    return { ...made, blob: new Blob([this.core.bytes()]) };
  }

  private async unlock(method: string, passphrase: string, box: Blob): Promise<unknown> {
    return this.core.give(method, { passphrase }, new Uint8Array(await box.arrayBuffer()));
  }

  private async seal(task: Task, { keep }: { keep: boolean }): Promise<Seal & { files: SealedFile[] }> {
    this.core.raw('seal.start', {});
    const parts = new Map<string, BlobPart[]>(); // by file
    for (;;) {
      const step = this.core.raw('seal.step', {}) as SealStep;
      task.progress({ stage: 'seal', done: step.done, total: step.total });
      if (step.finished) {
        const { seal = '', inputs = [], outputs = [] } = step;
        const files = [...parts].map(([name, pieces]) => ({ name, blob: new Blob(pieces) }));
        return { seal, inputs, outputs, files };
      }
      if (keep && step.file !== undefined) {
        const pieces = parts.get(step.file) ?? [];
        pieces.push(this.core.bytes());
        parts.set(step.file, pieces);
      }
      await breathe();
      task.check();
    }
  }

  private packProject(passphrase: string): Blob {
    const random = crypto.getRandomValues(new Uint8Array(kBoxRandom));
    this.core.give('project.pack', passphrase === '' ? {} : { passphrase }, random);
    return new Blob([this.core.bytes()]);
  }

  private async unpackProject(file: Blob, passphrase: string): Promise<OpenedProject> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    return this.core.give('project.unpack', { passphrase }, bytes) as OpenedProject;
  }

  private async hashFile(task: Task, file: Blob): Promise<string> {
    this.core.raw('hash.start', {});
    for (let from = 0; from < file.size; from += kHashSlice) {
      this.core.give('hash.put', {}, new Uint8Array(await file.slice(from, from + kHashSlice).arrayBuffer()));
      task.progress({ stage: 'read', done: Math.min(from + kHashSlice, file.size), total: file.size });
      task.check();
    }
    return (this.core.raw('hash.finish', {}) as { sha256: string }).sha256;
  }

  private async compareTable(name: string, table: Blob): Promise<void> {
    this.core.give('verify.table', { name }, new Uint8Array(await table.arrayBuffer()));
  }

  private async applyDecisions(task: Task): Promise<Summary> {
    this.core.raw('review.apply', {});
    return this.remakeResult(task);
  }

  /** What a method makes of a file that becomes no list. */
  private async fed<T>(task: Task, file: File, method: string): Promise<T> {
    const ignore = (): void => undefined;
    await this.core.feed(file.name, file, ignore, () => task.check());
    return this.core.raw(method, {}) as T;
  }

  private async remakeResult(task: Task): Promise<Summary> {
    await this.steps(task, undefined);
    return this.core.call('summary', {});
  }

  private async exportFile(task: Task, request: ExportRequest): Promise<{ name: string; blob: Blob }> {
    const { name, parts } = this.core.raw('export.start', request) as { name: string; parts: number };
    const pieces: BlobPart[] = [];
    for (let index = 0; index < parts; ++index) {
      this.core.raw('export.part', { index });
      pieces.push(this.core.bytes());
      await breathe();
      task.check();
    }
    return { name, blob: new Blob(pieces) };
  }
}

function sourcesOf(answer: unknown): Source[] {
  return (answer as { sources: Source[] }).sources;
}

/** Lets waiting messages (cancel, helper results, questions of the page) in; quicker than setTimeout, which is clamped to 4 ms. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}

/** Milliseconds for a fixed mix of integer work and memory reads, the best of three. */
function calibrate(): number {
  const table = new Uint32Array(1 << 16).map((_, i) => Math.imul(i, 2654435761) >>> 0);
  let best = Infinity;
  for (let round = 0; round < 3; ++round) {
    const began = performance.now();
    let sum = 0;
    for (let i = 0; i < 4_000_000; ++i) {
      sum = (Math.imul(sum ^ i, 16777619) + (table[sum & 0xffff] ?? 0)) >>> 0;
    }
    best = Math.min(best, performance.now() - began + (sum === 1 ? 1e-9 : 0)); // sum is used: the loop stays
  }
  return best;
}
