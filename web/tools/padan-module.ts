// Puts the WASM module into the worker: the glue without its own idea of where the .wasm lies, and the bytes as gzip in base64.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const kGlue = root('build/wasm/wasm/padan.js');
const kWasm = root('build/wasm/wasm/padan.wasm');
const kWasmId = '\0padan-wasm';

/** loader: the file behind "padan-module"; tests put another one there. */
export function padanModule(loader = root('web/src/engine/module.ts')): Plugin {
  const targets: Record<string, string> = { 'padan-module': loader, 'padan-glue': kGlue, 'padan-wasm': kWasmId };
  return {
    name: 'padan-module',
    enforce: 'pre',
    resolveId: (id) => targets[id],
    load: (id) => (id === kWasmId ? wasmModule() : undefined),
    transform: (code, id) => (id === kGlue ? withoutAddress(code) : undefined),
  };
}

function wasmModule(): string {
  const packed = gzipSync(readFileSync(kWasm), { level: 9 }).toString('base64');
  return `export const wasmGzipBase64 = "${packed}";`;
}

/** Vite would follow `new URL("padan.wasm", import.meta.url)` and inline the file a second time. */
function withoutAddress(code: string): string {
  const found = /new URL\(\s*['"]padan\.wasm['"]\s*,\s*import\.meta\.url\s*\)(\.href|\.toString\(\))?/g;
  return code.replace(found, '"padan.wasm"').replace(/import\.meta\.url/g, '""');
}
