// The surface of build/wasm/wasm/padan.js. Written by hand; tests/wasm/surface.test.mjs compares it with the module.

/** One engine: everything that docs/dev/api.md describes. It lives outside the garbage collector: call delete(). */
export interface Padan {
  /** Answers with an envelope: {"ok":true,"value":…} or {"ok":false,"error":{"code":…,"params":{…}}}. Never throws. */
  call(method: string, json: string): string;
  openFile(name: string): void;
  /** A view to fill, valid until the next call into the module; of length 0 when there is no memory for it. */
  buffer(size: number): Uint8Array;
  feed(size: number): void;
  take(size: number): void;
  /** What the last call left, valid until the next call into the module: slice() it. */
  bytes(): Uint8Array;
  delete(): void;
}

export interface PadanModule {
  Padan: new () => Padan;
  version(): string;
}

// biome-ignore lint/style/noDefaultExport: Emscripten writes it so.
export default function createPadan(options?: { wasmBinary?: ArrayBuffer | Uint8Array }): Promise<PadanModule>;
