import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dtks, makeFolder, padan } from './support.mjs';

describe('words', () => {
  test('help and version go to stdout', () => {
    expect(padan(['--version'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/^padan \d+\.\d+\.\d+\n$/) });
    for (const words of [[], ['--help'], ['reconcile', '--help']]) {
      expect(padan(words)).toMatchObject({ code: 0, stdout: expect.stringContaining('padan reconcile') });
    }
  });

  test.each([
    [['frobnicate']],
    [['reconcile']],
    [['reconcile', 'a.csv']],
    [['reconcile', 'a.csv', '--out']],
    [['reconcile', 'a.csv', '--out', 'x', '--workers', '0']],
    [['reconcile', 'a.csv', '--out', 'x', '--workers', 'two']],
    [['reconcile', 'a.csv', '--out', 'x', '--as-of', '2026-02-30']],
    [['reconcile', 'a.csv', '--out', 'x', '--colour', 'red']],
    [['reconcile', 'a.csv', '--out=x', '--quiet=yes']],
    [['profile']],
    [['profile', 'a.csv', '--out']],
    [['profile', 'a.csv', '--workers', '2']],
    [['synth', '--people', '-5', '--out', 'x']],
    [['synth', '--people', '10', '--errors', 'grave', '--out', 'x']],
    [['synth', '--people', '10', '--regencies', '9', '--out', 'x']],
    [['synth', '--people', '10', '--p3ke-until', '2024-02-30', '--out', 'x']],
    [['synth', '--people', '10']],
    [['synth', 'a.csv', '--people', '10', '--out', 'x']],
  ])('%j is wrong usage', (words) => {
    const { code, stdout, stderr } = padan(words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^padan: .+ See padan --help\.\n$/);
  });

  test('speaks Indonesian where the machine does', () => {
    expect(padan(['reconcile'], { LC_ALL: 'id_ID.UTF-8' }).stderr).toContain('Sebutkan setidaknya satu berkas');
    expect(padan(['--help'], { LC_ALL: '', LANG: 'id_ID.UTF-8' }).stdout).toContain('memadankan');
  });

  test('quiet is silent, also about what went well', () => {
    const folder = makeFolder();
    const { code, stdout, stderr } = padan([
      'reconcile',
      folder.write('dtks.csv', dtks),
      `--out=${folder.path('out')}`,
      '--quiet',
    ]);
    expect([code, stdout, stderr]).toEqual([0, '', '']);
  });
});

describe('synth', () => {
  test('makes the same regency from the same seed, with its truth', () => {
    const folder = makeFolder();
    const make = (name, seed) => padan(['synth', '--people', '300', '--seed', seed, '--out', folder.path(name)]).code;
    expect([make('a', '1'), make('b', '1'), make('c', '2')]).toEqual([0, 0, 0]);
    expect(folder.read('a/truth/truth.csv')).toMatch(/^source,row,person_id,family_id,damage/);
    const read = (name) =>
      readdirSync(folder.path(name))
        .filter((file) => file !== 'truth')
        .map((file) => folder.read(name, file));
    expect(read('a')).toEqual(read('b'));
    expect(read('a')).not.toEqual(read('c'));
  });

  test('makes a province, priority villages and a year later besides', () => {
    const folder = makeFolder();
    const made = padan([
      ...['synth', '--people', '600', '--seed', '1', '--errors', 'none', '--regencies', '2', '--later'],
      ...['--lokus', '3', '--p3ke-until', '2024-12-31', '--out', folder.path('a')],
    ]);
    expect(made.code).toBe(0);
    expect(folder.read('a/p3ke_wanakerta.csv')).toContain('BERLAKU SAMPAI DENGAN 31 DESEMBER 2024');
    expect(folder.read('a/lokus/lokus.csv').trimEnd().split('\r\n')).toHaveLength(4 + 3);
    expect(folder.read('a/truth/truth.csv')).toMatch(/^dtks_cimandala,1,P\d{7},K\d{7},$/m);
    expect(folder.read('a/later/truth/truth.csv')).toMatch(/^pip_wanakerta,1,/m);
    expect(folder.read('a/truth/truth_change.csv')).toMatch(/^P\d{7},born,/m);
  });

  test('writes over its own regency only', () => {
    const folder = makeFolder();
    folder.write('mine/notes.txt', 'x');
    expect(padan(['synth', '--people', '50', '--out', folder.path('mine')]).code).toBe(2);
  });
});

describe('profile', () => {
  test('counts what is filled, good, damaged and missing in each column', () => {
    const folder = makeFolder();
    const file = folder.write(
      'odd.csv',
      'NIK,Nama,Tanggal Lahir\n8801011203700001,SITI AMINAH,12-03-1970\n880101120370,BUDI SANTOSO,31-02-1970\n,-,\n8801010101700009,RINA WATI,17-07-1990\n',
    );
    const { code, stdout } = padan(['profile', file, '--json']);
    expect(code).toBe(0);
    const [source] = JSON.parse(stdout).sources;
    const column = (header) => source.columns.find((each) => each.header === header);
    expect(column('NIK')).toMatchObject({ filled: 3, good: 2, damaged: 1, missing: 1 });
    expect(column('Nama')).toMatchObject({ filled: 4, good: 3, damaged: 0, missing: 1 });
    expect(column('Tanggal Lahir')).toMatchObject({ filled: 3, good: 2, damaged: 1, missing: 1 });
    const text = padan(['profile', file]).stdout;
    expect(text).toMatch(/odd \(odd\.csv\).*4 rows/);
    expect(text).toMatch(/NIK +nik +75\.0 % +50\.0 % +25\.0 % +25\.0 %/);
  });

  test('one file of no use is exit 1, none of use is exit 3', () => {
    const folder = makeFolder();
    const good = folder.write('dtks.csv', dtks);
    expect(padan(['profile', good, folder.path('none.csv')]).code).toBe(1);
    expect(padan(['profile', folder.path('none.csv')]).code).toBe(3);
  });
});
