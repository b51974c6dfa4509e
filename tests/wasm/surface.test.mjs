import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { addFile, ask, loadModule, sampleFiles, value } from './support.mjs';

let module;
beforeAll(async () => {
  module = await loadModule();
});

test('the hand-written types name what the module has', () => {
  const text = readFileSync(new URL('../../wasm/types/padan.d.ts', import.meta.url), 'utf8');
  const body = (name) => text.match(new RegExp(`interface ${name} \\{([\\s\\S]*?)\\n\\}`))[1];
  const declared = [...body('Padan').matchAll(/^ {2}(\w+)\(/gm)].map(([, name]) => name);
  const embind = ['clone', 'deleteLater', 'isAliasOf', 'isDeleted', 'constructor'];
  const own = Object.getOwnPropertyNames(module.Padan.prototype).filter((name) => !embind.includes(name));
  expect([...declared].sort()).toEqual([...own, 'delete'].sort());
  expect(module.version()).toMatch(/^\d+\.\d+\.\d+$/);
});

test('engines share nothing and may be freed', () => {
  const one = new module.Padan();
  const two = new module.Padan();
  addFile(one, 'a.csv', Buffer.from('NIK,Nama\n8801011203700001,SITI AMINAH\n'));
  expect(value(one, 'sources')).toHaveLength(1);
  expect(value(two, 'sources')).toHaveLength(0);
  one.delete();
  expect(value(two, 'sources')).toHaveLength(0);
  two.delete();
});

test('a view dies with the next call that grows memory; what was sliced lives on', () => {
  const padan = new module.Padan();
  const view = padan.buffer(16).fill(65);
  const copy = view.slice();
  padan.buffer(256 << 20);
  expect(view.length).toBe(0);
  expect(copy.every((byte) => byte === 65)).toBe(true);
  padan.delete();
});

test('memory that runs out is an answer, and the engine goes on', () => {
  const padan = new module.Padan();
  expect(padan.buffer(0xfff00000).length).toBe(0);
  expect(addFile(padan, 'a.csv', Buffer.from('NIK,Nama\n8801011203700001,SITI AMINAH\n')).ok).toBe(true);
  padan.delete();
});

test('a broken request is an answer', () => {
  const padan = new module.Padan();
  expect(ask(padan, 'no.such').error.code).toBe('request.unknown');
  expect(JSON.parse(padan.call('sources', '{')).error.code).toBe('request.invalid');
  expect(addFile(padan, 'a.csv', Buffer.alloc(0)).error.code).toBe('file.empty');
  padan.delete();
});

test('workbooks are read too', () => {
  const padan = new module.Padan();
  const [, bytes] = sampleFiles(padan, 50)[0];
  addFile(padan, 'a.csv', bytes);
  value(padan, 'run.start', {});
  while (!value(padan, 'run.step', { units: 100_000 }).finished);
  value(padan, 'export.start', { kind: 'rows', format: 'xlsx' });
  value(padan, 'export.part', { index: 0 });
  const workbook = padan.bytes().slice();
  const closed = addFile(padan, 'again.xlsx', workbook);
  expect(closed.ok || closed.error.code).toBe('file.no_known_column'); // read, and rightly found to name nobody
  padan.delete();
});
