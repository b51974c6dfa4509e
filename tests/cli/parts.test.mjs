// A list in several files gives the result of the list in one, row by row.
import { expect, test } from 'vitest';
import { makeFolder, padan, rowsOf } from './support.mjs';

function regency() {
  const folder = makeFolder();
  padan(['synth', '--people', '1500', '--seed', '3', '--out', folder.path('in'), '--quiet']);
  const others = ['dukcapil', 'pbi', 'pip'].map((name) => folder.path('in', `${name}.csv`));
  const lines = folder.read('in', 'dtks.csv').split(/(?<=\n)/);
  const half = Math.floor(lines.length / 2);
  const whole = folder.path('in', 'dtks.csv');
  const parts = [lines.slice(0, half), [lines[0], ...lines.slice(half)]].map((part, i) =>
    folder.write(`dtks part ${i + 1}.csv`, part.join('')),
  );
  const reconcile = (out, files, more = []) => {
    const done = padan(['reconcile', ...files, ...others, '--out', folder.path(out), '--as-of', '2026-11-22', ...more]);
    return {
      ...done,
      summary: JSON.parse(folder.read(out, 'summary.json')),
      rows: rowsOf(folder.read(out, 'rows.csv')),
    };
  };
  return { folder, whole, parts, half, reconcile };
}

test('parts are one list in all counts, and rows keep their files', () => {
  const { folder, whole, parts, half, reconcile } = regency();
  const one = reconcile('one', [whole]);
  const two = reconcile('two', [...parts].reverse());
  expect(two.code).toBe(0);
  expect(two.stderr).toContain('dtks part 1.csv, dtks part 2.csv');
  expect(two.summary.counts).toEqual({ ...one.summary.counts, set_aside: one.summary.counts.set_aside + 1 });
  expect(two.summary.sources.map(({ name, files }) => [name, files])).toContainEqual([
    'dtks',
    ['dtks part 1', 'dtks part 2'],
  ]);
  const listOf = ({ summary }) => summary.sources.find(({ name }) => name === 'dtks');
  expect(listOf(two).persons).toBe(listOf(one).persons);
  expect(listOf(two).duplicates).toBe(listOf(one).duplicates);
  expect(two.summary.overlap).toEqual(one.summary.overlap);
  const person = ({ rows }, source, row) =>
    rows.find((each) => each.source === source && each.row === String(row)).person_id;
  for (const row of [1, half - 1]) expect(person(two, 'dtks part 1', row)).toBe(person(one, 'dtks', row));
  expect(person(two, 'dtks part 2', 1)).toBe(person(one, 'dtks', half));
  expect(folder.read('two', 'persons.csv')).toContain('dtks');
});

test('a project parts what padan would join, and its result can be verified', () => {
  const { folder, parts, reconcile } = regency();
  const sources = [1, 2].map((n) => ({ file: `dtks part ${n}.csv`, list: `dtks part ${n}` }));
  const project = folder.write('project.json', JSON.stringify({ version: 1, sources }));
  const parted = reconcile('parted', parts, ['--project', project]);
  expect(parted.summary.sources.map(({ name }) => name)).toContain('dtks part 2');
  expect(
    JSON.parse(folder.read('parted', 'project.json')).sources.find(({ name }) => name === 'dtks part 1').list,
  ).toBe('dtks part 1');
  reconcile('two', parts);
  const inputs = [...parts, ...['dukcapil', 'pbi', 'pip'].map((name) => folder.path('in', `${name}.csv`))];
  expect(padan(['verify', folder.path('two'), ...inputs]).code).toBe(0);
});

test('two versions of a list stay two lists and the terminal says so', () => {
  const { folder, whole, reconcile } = regency();
  const again = folder.write('dtks 2.csv', folder.read('in', 'dtks.csv'));
  const versions = reconcile('versions', [whole, again]);
  expect(versions.stderr).toContain('two versions');
  expect(versions.summary.sources.map(({ name }) => name)).toContain('dtks 2');
});
