// The page's end of the engine: every request is a promise, may be aborted, and fails with a PadanError.

import type { Contact, WorksheetRequest } from './fieldwork-protocol';
import type { WorkbookRequest } from './planning-protocol';
import type { LockCalls, Locked, UnlockCalls } from './hands-protocol';
import {
  type CoreCalls,
  type CoreMethod,
  type EngineApi,
  type EngineMethod,
  type ExportRequest,
  type FileHead,
  type FromWorker,
  type Knowledge,
  kAborted,
  PadanError,
  type ProfileRequest,
  type Progress,
  type SampleRecipe,
  type Source,
} from './protocol';
import { type Parts, Readers, startHelper, type WorkerLike } from './readers';

export interface CallOptions {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

export interface ReadingOptions extends CallOptions, Partial<Knowledge> {
  workers?: number; // that may read files at one time
  onHead?: (head: FileHead) => void; // before the file has been read, if it is a large one that has a head
}

const kWorthHead = 4 << 20; // bytes; what is smaller has been read before a head could be looked at

interface Pending {
  resolve: (value: unknown) => void;
  reject: (error: PadanError) => void;
  onProgress: CallOptions['onProgress'];
}

type Answer<K extends EngineMethod> = Promise<ReturnType<EngineApi[K]>>;

export class EngineClient {
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;
  private worker: WorkerLike;
  private ready = false;
  private readonly readers: Readers;
  private taken: Promise<unknown> = Promise.resolve(); // every file that was asked for before

  /** onBroken: the worker died (out of memory, a bug); a new one has been started and holds no files yet. */
  constructor(
    private readonly spawn: () => WorkerLike,
    private readonly onBroken: (message: string) => void,
  ) {
    this.readers = new Readers(spawn);
    this.worker = this.start();
  }

  call<M extends CoreMethod>(
    method: M,
    args: CoreCalls[M]['args'],
    options?: CallOptions,
  ): Promise<CoreCalls[M]['value']> {
    return this.request('call', [method, args], options) as Promise<CoreCalls[M]['value']>;
  }

  /** Files come into the engine in the order of the calls, whoever reads them. */
  addFile(file: File, options: ReadingOptions = {}): Promise<Source[]> {
    const { workers = 1, passwords = [], readings = [], signal, onProgress } = options;
    const knowledge = { passwords, readings };
    const onBytes = (done: number): void => onProgress?.({ stage: 'read', done, total: file.size });
    const read = workers > 1 ? this.readers.read(file, { workers, knowledge, onBytes, signal }) : undefined;
    const head = file.size < kWorthHead ? undefined : this.showHead(file, options);
    const before = Promise.all([this.taken, head]);
    const adding = this.addInTurn(file, knowledge, before, read, options);
    this.taken = adding.catch(() => undefined);
    return adding;
  }

  makeSample(recipe: SampleRecipe, options?: CallOptions): Answer<'makeSample'> {
    return this.request('makeSample', [recipe], options) as Answer<'makeSample'>;
  }

  exportFile(request: ExportRequest, options?: CallOptions): Answer<'exportFile'> {
    return this.request('exportFile', [request], options) as Answer<'exportFile'>;
  }

  saveProfile(request: ProfileRequest, options?: CallOptions): Answer<'saveProfile'> {
    return this.request('saveProfile', [request], options) as Answer<'saveProfile'>;
  }

  saveModel(options?: CallOptions): Answer<'saveModel'> {
    return this.request('saveModel', [], options) as Answer<'saveModel'>;
  }

  loadDecisions(log: Blob): Answer<'loadDecisions'> {
    return this.request('loadDecisions', [log]) as Answer<'loadDecisions'>;
  }

  saveDecisions(): Answer<'saveDecisions'> {
    return this.request('saveDecisions', []) as Answer<'saveDecisions'>;
  }

  lock<M extends keyof LockCalls>(method: M, args: LockCalls[M]['args']): Promise<Locked<M>> {
    return this.request('lock', [method, args]) as Promise<Locked<M>>;
  }

  unlock<M extends keyof UnlockCalls>(method: M, passphrase: string, box: Blob): Promise<UnlockCalls[M]['value']> {
    return this.request('unlock', [method, passphrase, box]) as Promise<UnlockCalls[M]['value']>;
  }

  applyDecisions(options?: CallOptions): Answer<'applyDecisions'> {
    return this.request('applyDecisions', [], options) as Answer<'applyDecisions'>;
  }

  matchVillages(file: File): Answer<'matchVillages'> {
    return this.request('matchVillages', [file]) as Answer<'matchVillages'>;
  }

  takeOlder(file: File): Answer<'takeOlder'> {
    return this.request('takeOlder', [file]) as Answer<'takeOlder'>;
  }

  workbook(request: WorkbookRequest): Answer<'workbook'> {
    return this.request('workbook', [request]) as Answer<'workbook'>;
  }

  remakeResult(options?: CallOptions): Answer<'remakeResult'> {
    return this.request('remakeResult', [], options) as Answer<'remakeResult'>;
  }

  writeWorksheets(request: WorksheetRequest, options?: CallOptions): Answer<'writeWorksheets'> {
    return this.request('writeWorksheets', [request], options) as Answer<'writeWorksheets'>;
  }

  addReturn(file: File, options: { passwords: readonly string[]; final: boolean }): Answer<'addReturn'> {
    return this.request('addReturn', [file, options]) as Answer<'addReturn'>;
  }

  saveProposals(): Answer<'saveProposals'> {
    return this.request('saveProposals', []) as Answer<'saveProposals'>;
  }

  saveEscalation(request: { language: 'id' | 'en'; contacts: Contact[] }): Answer<'saveEscalation'> {
    return this.request('saveEscalation', [request]) as Answer<'saveEscalation'>;
  }

  seal(keep: boolean, options?: CallOptions): Answer<'seal'> {
    return this.request('seal', [{ keep }], options) as Answer<'seal'>;
  }

  packProject(passphrase: string): Answer<'packProject'> {
    return this.request('packProject', [passphrase]) as Answer<'packProject'>;
  }

  unpackProject(file: Blob, passphrase: string): Answer<'unpackProject'> {
    return this.request('unpackProject', [file, passphrase]) as Answer<'unpackProject'>;
  }

  versionFile(version: number, name: string): Answer<'versionFile'> {
    return this.request('versionFile', [version, name]) as Answer<'versionFile'>;
  }

  hashFile(file: Blob, options?: CallOptions): Answer<'hashFile'> {
    return this.request('hashFile', [file], options) as Answer<'hashFile'>;
  }

  compareTable(name: string, table: Blob): Answer<'compareTable'> {
    return this.request('compareTable', [name, table]) as Answer<'compareTable'>;
  }

  calibrate(options?: CallOptions): Answer<'calibrate'> {
    return this.request('calibrate', [], options) as Answer<'calibrate'>;
  }

  /** workers counts the engine itself; the others are started for this run only. */
  async run(workers: number, asOf: string, options?: CallOptions): Answer<'run'> {
    const helpers = this.startHelpers(workers - 1);
    try {
      return (await this.request('run', [{ workers, asOf }], options)) as Awaited<Answer<'run'>>;
    } finally {
      for (const helper of helpers) {
        helper.terminate();
      }
    }
  }

  /** Lets go of the engine and of everything it holds. */
  stop(): void {
    this.worker.terminate();
  }

  private start(): WorkerLike {
    const worker = this.spawn();
    this.ready = false;
    worker.onmessage = (event) => this.receive(event.data);
    worker.onerror = (event) => this.restart(event.message);
    worker.postMessage({ kind: 'role', role: 'engine' });
    return worker;
  }

  private async addInTurn(
    file: File,
    knowledge: Knowledge,
    before: Promise<unknown>,
    read: Promise<Parts | undefined> | undefined,
    options: CallOptions,
  ): Promise<Source[]> {
    await before;
    const parts = await read;
    if (parts) {
      const buffers = parts.map((part) => part.buffer);
      try {
        return (await this.request('takeFile', [parts], options, buffers)) as Source[];
      } catch (error) {
        if (!(error instanceof PadanError && error.code === 'request.invalid')) {
          throw error;
        }
      }
    }
    return (await this.request('addFile', [file, knowledge], options)) as Source[];
  }

  /** A head that does not come is missed by nobody: reading the file will say what is the matter with it. */
  private async showHead(file: File, { signal, onHead }: ReadingOptions): Promise<void> {
    const head = (await this.request('head', [file]).catch(() => undefined)) as FileHead | undefined;
    if (head && !signal?.aborted) {
      onHead?.(head);
    }
  }

  private startHelpers(count: number): WorkerLike[] {
    const helpers = Array.from({ length: count }, () => startHelper(this.spawn));
    if (count > 0) {
      const ports = helpers.map(({ port }) => port);
      this.worker.postMessage({ kind: 'helpers', ports }, ports);
    }
    return helpers.map(({ worker }) => worker);
  }

  private request(
    method: EngineMethod,
    args: unknown[],
    options: CallOptions = {},
    transfer: Transferable[] = [],
  ): Promise<unknown> {
    const { signal, onProgress } = options;
    if (signal?.aborted) {
      return Promise.reject(new PadanError(kAborted));
    }
    const id = ++this.lastId;
    const abort = (): void => this.worker.postMessage({ kind: 'abort', id });
    signal?.addEventListener('abort', abort, { once: true });
    return new Promise<unknown>((resolve, reject) => {
      this.pending.set(id, { resolve, reject, onProgress });
      this.worker.postMessage({ kind: 'request', id, method, args }, transfer);
    }).finally(() => signal?.removeEventListener('abort', abort));
  }

  private receive(message: FromWorker): void {
    if (message.kind === 'ready') {
      this.ready = true;
      return;
    }
    if (message.kind === 'broken') {
      this.restart(message.message);
      return;
    }
    const waiting = this.pending.get(message.id);
    if (message.kind === 'progress') {
      waiting?.onProgress?.(message.progress);
      return;
    }
    this.pending.delete(message.id);
    if (message.kind === 'answer') {
      waiting?.resolve(message.value);
    } else {
      waiting?.reject(new PadanError(message.code, message.params));
    }
  }

  private restart(message: string): void {
    this.worker.terminate();
    const lost = [...this.pending.values()];
    this.pending.clear();
    if (this.ready) {
      this.worker = this.start(); // one that never came up would not come up the second time either
    }
    const code = /memory|alloc/i.test(message) ? 'memory.exhausted' : 'bug';
    for (const waiting of lost) {
      waiting.reject(new PadanError(code, { message }));
    }
    this.onBroken(message);
  }
}
