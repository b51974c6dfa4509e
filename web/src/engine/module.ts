// Loads the real module. The bytes of the WebAssembly travel inside the script (gzip, base64), so that the page needs no
// connection at all, not even to its own server.

import createPadan from 'padan-glue';
import { wasmGzipBase64 } from 'padan-wasm';
import type { PadanModule } from './core';

export async function loadModule(): Promise<PadanModule> {
  return createPadan({ wasmBinary: await unpack(wasmGzipBase64) });
}

async function unpack(base64: string): Promise<ArrayBuffer> {
  const text = atob(base64);
  const packed = Uint8Array.from(text, (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}
