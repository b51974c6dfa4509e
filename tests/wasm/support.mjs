// The shipped module in Node, and the few steps that every test of it takes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = process.env.PADAN_WASM ?? join(root, 'build/wasm/wasm');

export async function loadModule() {
  const { default: createPadan } = await import(pathToFileURL(join(folder, 'padan.js')).href);
  return createPadan({ wasmBinary: readFileSync(join(folder, 'padan.wasm')) });
}

export function ask(padan, method, args = {}) {
  return JSON.parse(padan.call(method, JSON.stringify(args)));
}

/** The value of an answer; a refusal is thrown. */
export function value(padan, method, args = {}) {
  const answer = ask(padan, method, args);
  if (!answer.ok) throw new Error(`${method}: ${JSON.stringify(answer.error)}`);
  return answer.value;
}

export function addFile(padan, name, bytes, slice = 1 << 20) {
  padan.openFile(name);
  for (let from = 0; from < bytes.length; from += slice) {
    const part = bytes.subarray(from, from + slice);
    padan.buffer(part.length).set(part);
    padan.feed(part.length);
  }
  return ask(padan, 'file.close');
}

export function give(padan, method, args, bytes) {
  padan.buffer(bytes.length).set(bytes);
  padan.take(bytes.length);
  return value(padan, method, args);
}

/** Files of the made-up regency as [name, bytes]. */
export function sampleFiles(padan, people, seed = 7) {
  return value(padan, 'sample', { people, seed, errors: 'medium' }).files.map(({ name }, index) => {
    value(padan, 'sample.file', { index });
    return [name, padan.bytes().slice()];
  });
}

export function run(padan) {
  value(padan, 'run.start', { workers: 1, as_of: '2026-11-22' });
  while (!value(padan, 'run.step', { units: 100_000 }).finished);
}

export function exported(padan, kind) {
  const { parts } = value(padan, 'export.start', { kind, format: 'csv' });
  const pieces = Array.from({ length: parts }, (_, index) => {
    value(padan, 'export.part', { index });
    return padan.bytes().slice();
  });
  return Buffer.concat(pieces);
}
