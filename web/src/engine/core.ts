// The Padan class of the WASM module, with its envelopes opened: values come back, refusals are thrown as PadanError.

import {
  type CoreCalls,
  type CoreMethod,
  type ErrorParams,
  type FileHead,
  type Knowledge,
  PadanError,
} from './protocol';

export interface PadanHandle {
  call(method: string, json: string): string;
  openFile(name: string): void;
  buffer(size: number): Uint8Array;
  feed(size: number): void;
  bytes(): Uint8Array;
  take(size: number): void;
  delete(): void;
}

export interface PadanModule {
  Padan: new () => PadanHandle;
}

type Envelope = { ok: true; value: unknown } | { ok: false; error: { code: string; params?: ErrorParams } };
type HeadAnswer = { from: number; to: number } | FileHead | { source?: never };

const kSlice = 4 << 20; // bytes per slice of a file

export class Core {
  constructor(private readonly padan: PadanHandle) {}

  /** Any method of the core by name; CoreCalls types those that the page uses. */
  raw(method: string, args: unknown): unknown {
    const envelope = JSON.parse(this.padan.call(method, JSON.stringify(args))) as Envelope;
    if (!envelope.ok) {
      throw new PadanError(envelope.error.code, envelope.error.params ?? {});
    }
    return envelope.value;
  }

  call<M extends CoreMethod>(method: M, args: CoreCalls[M]['args']): CoreCalls[M]['value'] {
    return this.raw(method, args) as CoreCalls[M]['value'];
  }

  /** A copy of the bytes that the last call left: the view itself dies with the next call. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.padan.bytes().slice();
  }

  /** The file that was fed, for another engine, in parts that file.put takes. */
  image(knowledge: Knowledge): Uint8Array<ArrayBuffer>[] {
    const { parts } = this.raw('file.image', knowledge) as { parts: number };
    return Array.from({ length: parts }, (_, index) => {
      this.raw('file.part', { index });
      return this.bytes();
    });
  }

  /** A call that takes bulk bytes: file.put, image.put, score, scores.put. */
  give(method: string, args: unknown, bytes: Uint8Array): unknown {
    this.fill(bytes);
    this.padan.take(bytes.byteLength);
    return this.raw(method, args);
  }

  /** The pieces of the file that the core asks for, one after the other, and what comes of them. */
  async head(file: File): Promise<FileHead | undefined> {
    let answer = this.raw('head.open', { file: file.name, size: file.size }) as HeadAnswer;
    while ('to' in answer) {
      const piece = await readPiece(file.name, file, answer.from, answer.to);
      answer = this.give('head.put', {}, piece) as HeadAnswer;
    }
    return answer.source ? answer : undefined;
  }

  private fill(bytes: Uint8Array): void {
    const room = this.padan.buffer(bytes.byteLength);
    if (room.byteLength < bytes.byteLength) {
      throw new PadanError('memory.exhausted');
    }
    room.set(bytes);
  }

  /** Feeds a file slice by slice, so that a file larger than memory allows fails with a sentence and not with the tab. What comes
      of it is asked for by `file.close` or `file.image`. */
  async feed(name: string, bytes: Blob, onBytes: (done: number) => void, check: () => void): Promise<void> {
    this.padan.openFile(name);
    let next: Promise<Uint8Array> | undefined; // comes while the one before it is read
    for (let from = 0; from < bytes.size; from += kSlice) {
      const slice = await (next ?? readPiece(name, bytes, from, from + kSlice));
      check();
      const to = from + kSlice;
      next = to < bytes.size ? readPiece(name, bytes, to, to + kSlice) : undefined;
      this.fill(slice);
      this.padan.feed(slice.byteLength);
      onBytes(from + slice.byteLength);
    }
  }
}

async function readPiece(name: string, bytes: Blob, from: number, to: number): Promise<Uint8Array> {
  try {
    return new Uint8Array(await bytes.slice(from, to).arrayBuffer());
  } catch {
    throw new PadanError('file.unreadable', { file: name }); // moved, changed or locked since it was chosen
  }
}
