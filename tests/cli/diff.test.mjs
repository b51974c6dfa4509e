import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeFolder, padan, rowsOf } from './support.mjs';

const header = 'NIK,No KK,Nama,Tanggal Lahir,Jenis Kelamin,Desa,Kecamatan,Desil,PKH,Status Hidup';
const families = [
  '8801011203700001,8801010101100001,SITI AMINAH,12-03-1970,P,Sukamaju,Mekar,2,ya,HIDUP',
  '8801010506680002,8801010101100001,BUDI SANTOSO,05-06-1968,L,Sukamaju,Mekar,2,ya,HIDUP',
  '8801011707900003,8801010101100002,RINA WATI,17-07-1990,P,Cibogo,Mekar,3,,HIDUP',
  '8801012208550004,8801010101100003,KARSO WIJAYA,22-08-1955,L,Cibogo,Mekar,1,ya,HIDUP',
  '8801014911620005,8801010101100004,WARSIH,09-11-1962,P,Cibogo,Mekar,4,,HIDUP',
];

function reconcile(folder, out, lists, ...more) {
  const files = Object.entries(lists).map(([name, lines]) =>
    folder.write(`${out}-lists/${name}.csv`, `${[header, ...lines].join('\n')}\n`),
  );
  const as = ['--as-of', '2026-11-22', '--out', folder.path(out), '--quiet'];
  expect(padan(['reconcile', ...files, ...as, ...more]).code).toBe(0);
  return folder.path(out);
}

const diff = (folder, before, after) => padan(['diff', before, after, '--out', folder.path('d')]);

/** {name: changes} of everybody of whom something changed. */
const changesOf = (folder) =>
  Object.fromEntries(rowsOf(folder.read('d/changes.csv')).map((row) => [row.name, row.changes]));

describe('diff', () => {
  test('finds nothing between a result and itself', () => {
    const folder = makeFolder();
    const before = reconcile(folder, 'a', { dtks: families });
    const { code, stderr } = diff(folder, before, before);
    expect([code, stderr]).toEqual([0, expect.stringMatching(/5 → 5 people: 0 entered, 0 left/)]);
    expect(rowsOf(folder.read('d/changes.csv'))).toEqual([]);
    expect(rowsOf(folder.read('d/family_changes.csv'))).toEqual([]);
  });

  test('tells who came, went, moved, died and rose from what was only mended', () => {
    const folder = makeFolder();
    const before = reconcile(folder, 'a', { dtks: families });
    const after = reconcile(folder, 'b', {
      dtks: [
        families[0].replace('8801011203700001', '8801015203700001').replace('AMINAH', 'AMINNAH'), // a woman's NIK
        families[1].replace(',2,ya,HIDUP', ',6,,'),
        families[2].replace('Cibogo', 'Sukamaju'),
        families[3].replace('HIDUP', 'MENINGGAL'),
        '8801010101850009,8801010101100009,AGUS SARMIN,01-01-1985,L,Cibogo,Mekar,1,,HIDUP',
      ],
    });
    const { code, stderr } = diff(folder, before, after);
    expect([code, stderr]).toEqual([4, expect.stringMatching(/5 → 5 people: 1 entered, 1 left/)]);
    expect(stderr).toMatch(/By NIK alone 2 would seem to have entered and 2 to have left/);
    expect(changesOf(folder)).toEqual({
      'SITI AMINNAH': 'mended',
      'BUDI SANTOSO': 'graduated|programmes',
      'RINA WATI': 'moved',
      'KARSO WIJAYA': 'died',
      WARSIH: 'left',
      'AGUS SARMIN': 'entered',
    });
    const summary = JSON.parse(folder.read('d/summary.json'));
    expect(summary.persons).toMatchObject({
      change: 0,
      real: 0,
      only_data: 0,
      graduated: 1,
      moved: 1,
      died: 1,
      mended: 1,
    });
    expect(summary.families).toMatchObject({ change: 0, entered: 1, left: 1, merged: 0, split: 0 });
    const details = rowsOf(folder.read('d/changes.csv')).find(({ name }) => name === 'BUDI SANTOSO').details;
    expect(details).toBe('decile=2>6|programmes=pkh>');
  });

  test('counts an entry that a decision joined as merged, and its return as split', () => {
    const folder = makeFolder();
    const lists = { dtks: families, pbi: ['8801010101650007,,SUPARMAN,01-02-1965,L,Cibogo,Mekar,,,HIDUP'] };
    const name = (source, row) => ({ source, row });
    const decision = { seq: 1, kind: 'same', left: name('dtks', 4), right: name('pbi', 1) };
    const decisions = folder.write('d.jsonl', `${JSON.stringify(decision)}\n`);
    const apart = reconcile(folder, 'a', lists);
    const joined = reconcile(folder, 'b', lists, '--decisions', decisions);
    expect(diff(folder, apart, joined).code).toBe(4);
    let { persons } = JSON.parse(folder.read('d/summary.json'));
    expect(persons).toMatchObject({ change: -1, real: 0, only_data: -1, merged: 1, entered: 0, left: 0 });
    expect(diff(folder, joined, apart).code).toBe(4);
    ({ persons } = JSON.parse(folder.read('d/summary.json')));
    expect(persons).toMatchObject({ change: 1, real: 0, only_data: 1, split: 1, entered: 0, left: 0 });
  });

  test('adds up on a whole regency that lost one of its lists', () => {
    const folder = makeFolder();
    padan(['synth', '--people', '1500', '--seed', '7', '--out', folder.path('regency')]);
    const files = readdirSync(folder.path('regency'))
      .filter((name) => name !== 'truth')
      .map((name) => folder.path('regency', name));
    const out = (name, some) => {
      expect(padan(['reconcile', ...some, '--out', folder.path(name), '--quiet']).code).toBe(0);
      return folder.path(name);
    };
    expect(
      diff(
        folder,
        out('a', files),
        out(
          'b',
          files.filter((file) => !file.includes('dukcapil')),
        ),
      ).code,
    ).toBe(4);
    const { old, new: now, persons, families: homes } = JSON.parse(folder.read('d/summary.json'));
    for (const [unit, balance] of [
      ['persons', persons],
      ['families', homes],
    ]) {
      expect(balance.change).toBe(now[unit] - old[unit]);
      expect(balance.change).toBe(balance.entered + balance.split - balance.left - balance.merged);
      expect(balance.change).toBe(balance.real + balance.only_data);
    }
    expect(persons.entered).toBe(0);
    expect(persons.left).toBeGreaterThan(0);
  });

  test('needs two results and a folder of its own', () => {
    const folder = makeFolder();
    const before = reconcile(folder, 'a', { dtks: families });
    expect(padan(['diff', before, '--out', folder.path('d')]).code).toBe(2);
    expect(padan(['diff', before, before]).code).toBe(2);
    expect(diff(folder, before, folder.path('tak-ada'))).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('tak-ada'),
    });
    folder.write('c/summary.json', '{"counts":{"rows":1}}');
    expect(diff(folder, before, folder.path('c'))).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('counts.persons'),
    });
    expect(padan(['diff', before, before, '--out', before]).code).toBe(2);
  });
});
