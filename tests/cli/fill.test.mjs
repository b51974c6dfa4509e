// Worksheets of a made-up regency, filled in by made-up villages, and taken back.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { padan } from './support.mjs';

const lines = (text) =>
  text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));

describe('synth --fill', () => {
  let folder;
  let key;
  beforeAll(() => {
    const root = mkdtempSync(join(tmpdir(), 'padan-fill-'));
    const path = (...parts) => join(root, ...parts);
    folder = { root, path, read: (...parts) => readFileSync(path(...parts), 'utf8') };
    const data = folder.path('data');
    expect(padan(['synth', '--people', '4000', '--seed', '4', '--out', data, '--quiet']).code).toBe(0);
    const lists = ['dtks', 'p3ke', 'dukcapil'].map((name) => join(data, `${name}.csv`));
    expect(padan(['reconcile', ...lists, '--as-of', '2026-11-26', '--out', folder.path('hasil'), '--quiet']).code).toBe(
      0,
    );
    const sheets = [
      'worksheets',
      folder.path('hasil'),
      '--out',
      folder.path('lembar'),
      '--as-of',
      '2026-11-26',
      '--quiet',
    ];
    expect(padan(sheets).code).toBe(0);
    const fill = (to, seed) =>
      padan([
        'synth',
        '--fill',
        folder.path('lembar'),
        '--seed',
        seed,
        '--errors',
        'heavy',
        '--as-of',
        '2026-11-28',
        '--out',
        folder.path(to),
      ]);
    const done = fill('kembali', '9');
    expect([done.code, done.stderr]).toEqual([0, expect.stringMatching(/files back from \d+ made-up villages/)]);
    expect(fill('lagi', '9').code).toBe(0);
    key = lines(folder.read('kembali/truth/answers.csv'));
  }, 120_000);
  afterAll(() => rmSync(folder.root, { recursive: true, force: true }));

  test('gives the same files for the same seed', () => {
    const files = readdirSync(folder.path('kembali')).sort();
    expect(files).toEqual(readdirSync(folder.path('lagi')).sort());
    for (const name of files.filter((file) => file !== 'truth')) {
      expect(folder.read('kembali', name)).toBe(folder.read('lagi', name));
    }
  });

  test('gives returns that are taken, and every flaw is told', () => {
    const back = padan([
      'returns',
      folder.path('hasil'),
      folder.path('kembali'),
      '--out',
      folder.path('hasil2'),
      '--as-of',
      '2026-11-29',
    ]);
    expect(back.code).toBe(1); // some could not be used
    const flaws = new Map(key.map(([file, flaw]) => [file, flaw]));
    const told = folder.read('hasil2/returns.csv');
    const tells = {
      own_words: 'unknown_answer',
      two_answers: 'two_answers',
      future_visit: 'future_visit',
      broken_code: 'broken_code',
      rows_deleted: 'rows_missing',
      unfinished: 'not_filled_in',
      contradiction: 'conflict',
      added_rows: 'no_code',
      photo: 'file_refused',
    };
    const seen = new Set(flaws.values());
    expect([...seen].filter((flaw) => flaw in tells).length).toBeGreaterThanOrEqual(4);
    for (const [file, flaw] of flaws) {
      if (flaw in tells) {
        const name = flaw === 'photo' ? `foto ${file.replace(/\.xlsx$/, '.jpg')}` : file;
        const own = told.split('\n').filter((line) => line.includes(name.replace(/\.csv$/, '')));
        expect([flaw, own.join('\n')]).toEqual([flaw, expect.stringContaining(tells[flaw])]);
      }
    }
    const whole = new Set(
      [...flaws].filter(([, flaw]) => ['', 'sorted', 'twice', 'csv'].includes(flaw)).map(([file]) => file),
    );
    const answered = key.filter(([file]) => whole.has(file)).length;
    const [, taken] = /(\d+) rows answered/.exec(back.stderr);
    expect(Number(taken)).toBeGreaterThanOrEqual(answered);
    expect(Number(taken)).toBeLessThanOrEqual(key.length);
    const figures = JSON.parse(folder.read('hasil2/figures.json')).fieldwork;
    expect(figures.answered).toBe(Number(taken));
    expect(figures.results.dead).toBeGreaterThan(0);
    expect(figures.repaired).toBeGreaterThan(0);
    const lists = ['dtks', 'p3ke', 'dukcapil'].map((name) => folder.path('data', `${name}.csv`));
    expect(padan(['verify', folder.path('hasil2'), ...lists, '--quiet']).stdout).toMatch(/^SAME/);
  }, 120_000);

  test('needs worksheets', () => {
    const none = padan(['synth', '--fill', folder.path('tak-ada'), '--seed', '1', '--out', folder.path('x')]);
    expect([none.code, none.stderr]).toEqual([3, expect.stringContaining('tak-ada')]);
  });
});
