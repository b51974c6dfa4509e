import { expect, test } from 'vitest';
import { judgeImport } from '../../tools/check/imports.mjs';
import { judgeInclude, readArrows } from '../../tools/check/includes.mjs';
import { judgePrivacy } from '../../tools/check/privacy.mjs';

const rooms =
  'padan_room(base LINKS a::b)\npadan_room(text DEPENDS base)\npadan_room(model\n  DEPENDS text LINKS c::d)\n';
const arrows = readArrows([rooms]);

test('a room reaches what its rooms reach', () => {
  expect([...arrows.get('model')].sort()).toEqual(['base', 'model', 'text']);
  expect([...arrows.get('base')]).toEqual(['base']);
});

test('includes go along the arrows only', () => {
  const include = (header, path) => judgeInclude(`#include "${header}"`, path, arrows);
  expect(include('padan/base/error.hpp', 'core/src/model/em.cpp')).toBeUndefined();
  expect(include('padan/model/em.hpp', 'core/include/padan/text/fold.hpp')).toBe('text must not include model');
});

test('headers with an owner stay with it', () => {
  const include = (header, path) => judgeInclude(`#include <${header}>`, path, arrows);
  expect(include('iostream', 'core/src/base/error.cpp')).toMatch('cli');
  expect(include('nlohmann/json.hpp', 'cli/src/main.cpp')).toMatch('codec');
  expect(include('emscripten/bind.h', 'codec/src/api.cpp')).toMatch('wasm');
  expect(include('thread', 'cli/src/workers.cpp')).toBeUndefined();
  expect(include('vector', 'core/src/base/error.cpp')).toBeUndefined();
});

test('imports go along the arrows only', () => {
  expect(judgeImport("import { el } from '../../lib/dom';", 'web/src/components/grid/grid.ts')).toBeUndefined();
  expect(judgeImport("import { store } from '../../state/store';", 'web/src/components/grid/grid.ts')).toMatch('state');
  expect(judgeImport("import { el } from 'vite';", 'web/src/lib/dom.ts')).toBeUndefined();
});

test('no folder of a machine, no address in the page', () => {
  expect(judgePrivacy(`read("${'/home'}/siti/data.csv")`, 'cli/src/main.cpp')).toMatch('machine');
  expect(judgePrivacy("fetch('https://example.org/x')", 'web/src/main.ts')).toMatch('address');
  expect(judgePrivacy('see https://example.org/x', 'docs/dev/notes.md')).toBeUndefined();
  expect(judgePrivacy("'http://www.w3.org/2000/svg'", 'web/src/lib/dom.ts')).toBeUndefined();
});
