// Helper workers that read files, so that the engine only has to take them in. Each reads whole files in an engine of its own
// and hands them over as bytes. What a helper cannot read, for whatever reason, is left to the engine, which then says why.

import type { FromHelper, FromWorker, Knowledge, ToHelper, ToWorker } from './protocol';

export interface WorkerLike {
  postMessage(message: ToWorker, transfer?: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface ReadOptions {
  workers: number; // helpers that may read at one time
  knowledge: Knowledge;
  onBytes: (done: number) => void;
  signal: AbortSignal | undefined;
}

/** What `file.put` wants, in order. */
export type Parts = Uint8Array<ArrayBuffer>[];

interface Job extends ReadOptions {
  file: File;
  resolve: (parts: Parts | undefined) => void;
}

const kWorthHelpers = 16 << 20; // bytes; below, the engine has read them before a helper is there

/** A worker and the page's end of its port. */
export function startHelper(spawn: () => WorkerLike): { worker: WorkerLike; port: MessagePort } {
  const channel = new MessageChannel();
  const worker = spawn();
  worker.postMessage({ kind: 'role', role: 'helper', port: channel.port1 }, [channel.port1]);
  return { worker, port: channel.port2 };
}

export class Readers {
  private readonly waiting: Job[] = [];
  private busy = 0;

  constructor(private readonly spawn: () => WorkerLike) {}

  /** Nothing when the engine has to read the file itself. */
  read(file: File, options: ReadOptions): Promise<Parts | undefined> {
    return new Promise((resolve) => {
      this.waiting.push({ ...options, file, resolve });
      queueMicrotask(() => this.assign()); // files that are dropped together are looked at together
    });
  }

  private assign(): void {
    const bytes = this.waiting.reduce((sum, job) => sum + job.file.size, 0);
    if (this.busy === 0 && (this.waiting.length < 2 || bytes < kWorthHelpers)) {
      for (const job of this.waiting.splice(0)) {
        job.resolve(undefined);
      }
    }
    for (let job = this.waiting[0]; job && this.busy < job.workers; job = this.waiting[0]) {
      this.start();
    }
  }

  /** One helper, until nothing waits any more, a file fails or the caller gives up. */
  private start(): void {
    const { worker, port } = startHelper(this.spawn);
    let job: Job | undefined;
    this.busy += 1;
    const stop = (): void => {
      port.onmessage = worker.onmessage = worker.onerror = null;
      port.close();
      worker.terminate();
      job?.signal?.removeEventListener('abort', stop);
      job?.resolve(undefined);
      this.busy -= 1;
      this.assign();
    };
    const next = (): void => {
      job = this.waiting.shift();
      if (!job || job.signal?.aborted) {
        stop();
        return;
      }
      job.signal?.addEventListener('abort', stop);
      const { file, knowledge } = job;
      port.postMessage({ kind: 'read', name: file.name, bytes: file, knowledge } satisfies ToHelper);
    };
    port.onmessage = ({ data }: MessageEvent<FromHelper>) => {
      if (data.kind === 'reading') {
        job?.onBytes(data.done);
      } else if (data.kind === 'file') {
        job?.signal?.removeEventListener('abort', stop);
        job?.resolve(data.parts);
        next();
      } else {
        stop();
      }
    };
    worker.onmessage = stop; // a helper speaks through its port only, except to say that it is broken
    worker.onerror = stop;
    next();
  }
}
