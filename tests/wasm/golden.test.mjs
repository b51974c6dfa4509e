// The browser's engine and the command line give the same bytes, with helpers and without.
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { padan as commandLine, makeFolder } from '../cli/support.mjs';
import { addFile, exported, give, loadModule, run, sampleFiles, value } from './support.mjs';

const tables = ['rows', 'persons', 'families', 'pairs', 'findings', 'priorities'];
const people = 1200;

async function engineWithSample() {
  const module = await loadModule();
  const engine = new module.Padan();
  const files = sampleFiles(engine, people);
  for (const [name, bytes] of files) expect(addFile(engine, name, bytes, 4099).ok).toBe(true);
  return { module, engine, files };
}

test('native and WASM agree byte for byte', async () => {
  const { engine, files } = await engineWithSample();
  run(engine);
  const folder = makeFolder();
  const paths = files.map(([name, bytes]) => folder.write(name, bytes));
  const { code } = commandLine(['reconcile', ...paths, '--out', folder.path('out'), '--as-of', '2026-11-22']);
  expect(code).toBe(0);
  for (const table of tables) {
    const bytes = exported(engine, table).toString('utf8');
    expect(bytes.startsWith('\uFEFF'), 'spreadsheets want a byte order mark').toBe(true);
    expect(bytes.slice(1) === folder.read('out', `${table}.csv`), table).toBe(true);
  }
  engine.delete();
});

test('the profile of a list is the same natively and in WASM, figures, words and workbook', async () => {
  const { engine, files } = await engineWithSample();
  const folder = makeFolder();
  const paths = files.map(([name, bytes]) => folder.write(name, bytes));
  const { stdout } = commandLine(['profile', ...paths, '--json', '--as-of', '2026-11-22', '--quiet']);
  const { code } = commandLine(['profile', ...paths, '--out', folder.path('out'), '--as-of', '2026-11-22', '--quiet']);
  expect(code).toBe(0);
  const native = JSON.parse(stdout).sources;
  expect(native).toHaveLength(files.length);
  for (const { id, name } of value(engine, 'sources')) {
    const own = value(engine, 'source.profile', { source: id, language: 'en' });
    expect(own, name).toEqual(native.find((source) => source.name === name).profile);
    const book = value(engine, 'source.workbook', { source: id, language: 'en', as_of: '2026-11-22' });
    expect(Buffer.from(engine.bytes()).equals(folder.bytes('out', book.name)), book.name).toBe(true);
    own.remarks.forEach((remark, index) => {
      const { rows, total } = value(engine, 'source.remark', { source: id, remark: index, from: 0, to: 1000 });
      expect([total, rows.length]).toEqual([remark.rows, Math.min(remark.rows, 1000)]);
    });
  }
  engine.delete();
});

test('what was decided in the page gives the same bytes on the command line', async () => {
  const { engine, files } = await engineWithSample();
  run(engine);
  const author = { at: '2026-11-22T08:00:00Z', by: 'Rina', capacity: 'operator' };
  const { cases } = value(engine, 'review.queue', { from: 0, to: 30 });
  expect(cases.length).toBeGreaterThan(0);
  for (const { case: index, accepted } of cases)
    value(engine, 'review.decide', { ...author, case: index, answer: accepted ? 'not_same' : 'same' });
  value(engine, 'decisions.append', { ...author, kind: 'not_same', left: 5, right: 700 });
  value(engine, 'decisions.append', { ...author, kind: 'value', left: 9, field: 'name', value: 'NAMA BENAR' });
  value(engine, 'decisions.append', { ...author, kind: 'exclude', left: 12, scope: 'person' });
  value(engine, 'decisions.append', { ...author, kind: 'exclude', left: 30 });
  value(engine, 'review.apply');
  while (!value(engine, 'run.step', { units: 100_000 }).finished);
  value(engine, 'decisions.export');
  const folder = makeFolder();
  const log = folder.write('decisions.jsonl', Buffer.from(engine.bytes()));
  const paths = files.map(([name, bytes]) => folder.write(name, bytes));
  const out = ['--out', folder.path('out'), '--as-of', '2026-11-22', '--decisions', log];
  expect(commandLine(['reconcile', ...paths, ...out]).code).toBe(0);
  for (const table of tables)
    expect(exported(engine, table).toString('utf8').slice(1) === folder.read('out', `${table}.csv`), table).toBe(true);
  expect(folder.read('out', 'persons.csv')).toContain('NAMA BENAR');
  engine.delete();
});

/** Lines of a CSV file as objects. */
function linesOf(csv) {
  const cells = (line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
      quoted === undefined ? plain : quoted.replaceAll('""', '"'),
    );
  const [header, ...lines] = csv.trimEnd().split('\r\n').map(cells);
  return lines.map((line) => Object.fromEntries(header.map((name, at) => [name, line[at]])));
}

test('who comes first, and what a locked result asks of programmes, is the same in the page and in files', async () => {
  const { engine, files } = await engineWithSample();
  const pkh = { name: 'pkh', fund: 'apbn', unit: 'families', ceiling: 3 };
  value(engine, 'settings.set', {
    priority: { weights: { sick: 55, alone: 40 }, elderly_from: 65 },
    programmes: { list: [pkh] },
  });
  run(engine);
  const at = '2026-11-22T09:00:00Z';
  value(engine, 'lock', { by: 'Ani', capacity: 'Dinsos', at, reason: 'Hasil rakor' });
  const folder = makeFolder();
  const paths = files.map(([name, bytes]) => folder.write(name, bytes));
  const project = folder.write('project.json', JSON.stringify(value(engine, 'project')));
  const reconcile = (...more) =>
    commandLine(['reconcile', ...paths, '--project', project, '--out', folder.path('out'), ...more]);
  expect(reconcile('--as-of', '2026-11-22').code).toBe(0);
  for (const table of ['priorities', 'actions'])
    expect(exported(engine, table).toString('utf8').slice(1) === folder.read('out', `${table}.csv`), table).toBe(true);

  expect(folder.read('out', 'actions.csv')).toMatch(/^pkh,add,.*within_ceiling,/m);

  const { view, total } = value(engine, 'priority.open', { unit: 'persons' });
  const shown = [];
  for (let from = 0; from < total; from += 1000)
    shown.push(...value(engine, 'priority.rows', { view, from, to: from + 1000 }).rows);
  const text = (number) => (number === null ? '' : String(number));
  const lines = linesOf(folder.read('out', 'priorities.csv'));
  expect(
    lines.map((line) => [line.person_id, line.rank, line.tied, line.points, line.possible_points, line.decile]),
  ).toEqual(shown.map((row) => [row.id, ...[row.rank, row.tied, row.points, row.possible, row.decile].map(text)]));
  expect(lines.map(({ reasons }) => reasons)).toEqual(
    shown.map((row) => row.reasons.map(({ need }) => need).join('|')),
  );
  expect(lines.map(({ unknown }) => unknown)).toEqual(
    shown.map((row) => [...(row.decile === null ? ['decile'] : []), ...row.unknown].join('|')),
  );

  const outputs = () => JSON.parse(folder.read('out', 'summary.json')).outputs.map(({ name }) => name);
  expect(outputs()).toEqual(expect.arrayContaining(['priorities.csv', 'actions.csv']));
  const { code, stderr } = reconcile('--as-of', '2026-11-23');
  expect([code, stderr]).toEqual([0, expect.stringContaining('no longer the one that was locked')]);
  expect(outputs()).not.toContain('actions.csv');
  expect(existsSync(folder.path('out', 'actions.csv')), 'what was locked is no longer so').toBe(false);
  engine.delete();
});

test('a helper engine in another instance changes nothing', async () => {
  const { engine } = await engineWithSample();
  run(engine);
  const alone = exported(engine, 'rows');
  const helper = new (await loadModule()).Padan();
  value(engine, 'run.start', { workers: 2, as_of: '2026-11-22' });
  while (value(engine, 'run.step', { units: 1000 }).stage !== 'score');
  const { parts } = value(engine, 'run.image');
  for (let index = 0; index < parts; ++index) {
    value(engine, 'run.part', { index });
    give(helper, 'image.put', {}, engine.bytes().slice());
  }
  value(helper, 'image.load');
  const { count } = value(engine, 'run.partitions');
  for (let partition = count - 1; partition >= count / 2; --partition) {
    value(engine, 'run.partition', { index: partition });
    give(helper, 'score', {}, engine.bytes().slice());
    give(engine, 'scores.put', { partition }, helper.bytes().slice());
  }
  while (!value(engine, 'run.step', { units: 100_000 }).finished);
  expect(exported(engine, 'rows').equals(alone)).toBe(true);
  helper.delete();
  engine.delete();
});
