// Worksheets out and back, through the hands of another program.
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeFolder, padan } from './support.mjs';

const python = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3'; // the system's, which has openpyxl
const editor = fileURLToPath(new URL('../support/fill_worksheet.py', import.meta.url));

const dtks = [
  'NIK,No KK,Nama,Tanggal Lahir,Jenis Kelamin,RT,RW,Desa,Kecamatan,Kode Wilayah',
  '3304011203700001,3304010101100001,SITI AMINAH,12-03-1970,P,2,1,Sukamaju,Mandala,3304012001',
  '3304010506800002,3304010101100001,BUDI SANTOSO,05-06-1980,L,2,1,Sukamaju,Mandala,3304012001',
  '3304011707900003,3304010101100002,RINA WATI,17-07-1990,P,1,1,Sukamaju,Mandala,3304012001',
  ',3304010101100004,TUTI LESTARI,05-05-1955,P,3,2,Sukamaju,Mandala,3304012001',
  '3304010909990006,3304010101100005,DEDI KURNIA,09-09-1999,L,1,1,Cibogo,Mandala,3304012002',
  '',
].join('\n');
const pbi = [
  'Nama Lengkap;NIK;Tgl Lahir',
  'SITI AMINAH;3304011203700001;1970-03-12',
  'BUDI SANTOSA;3304010506800002;1980-06-05',
  '',
].join('\n');

/** A result of two lists and its worksheets. */
function villages(...options) {
  const folder = makeFolder();
  const files = [folder.write('data/dtks.csv', dtks), folder.write('data/pbi.csv', pbi)];
  const out = folder.path('hasil');
  expect(padan(['reconcile', ...files, '--as-of', '2026-11-22', '--out', out]).code).toBe(0);
  const sheets = folder.path('lembar');
  const done = padan(['worksheets', out, '--out', sheets, '--scope', 'all', '--as-of', '2026-11-27', ...options]);
  expect([done.code, done.stderr]).toEqual([0, expect.stringContaining('2 village worksheets, 5 rows')]);
  const books = readdirSync(sheets).filter((name) => name.endsWith('.xlsx'));
  expect(books).toHaveLength(2);
  return {
    folder,
    files,
    out,
    sheets,
    sukamaju: join(
      sheets,
      books.find((name) => name.includes('Sukamaju')),
    ),
  };
}

/** Fills in cells of a worksheet by openpyxl: {row: {header: text}}, rows from 1. */
function fill(book, to, cells, more = {}) {
  const done = spawnSync(python, [editor, book, to, JSON.stringify({ cells, ...more })], { encoding: 'utf8' });
  expect([done.status, done.stderr]).toEqual([0, '']);
  return JSON.parse(done.stdout);
}

function convert(folder, book, to) {
  const out = folder.path(`lo-${to}`);
  mkdirSync(out, { recursive: true });
  const profile = `-env:UserInstallation=file://${folder.path('lo-profile')}`;
  const done = spawnSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', out, book], {
    encoding: 'utf8',
    timeout: 170_000,
  });
  expect(done.status).toBe(0);
  return join(out, readdirSync(out)[0]);
}

const returns = (out, files, to, ...more) =>
  padan(['returns', out, ...files, '--out', to, '--as-of', '2026-11-29', ...more]);

describe('worksheets', () => {
  test('are locked but for the cells to fill in, with drop-downs, and say what they are', () => {
    const { folder, sukamaju } = villages();
    const seen = fill(sukamaju, folder.path('seen.xlsx'), {});
    expect(seen.sheets).toEqual(['Verval', 'Usulan baru', 'Cetak', 'Petunjuk', 'padan']);
    expect(seen.hidden).toEqual(['padan']);
    expect(seen.protected).toBe(true);
    expect(seen.locked).toMatchObject({ Nama: true, NIK: true, 'Kode baris': true, HASIL: false, Keterangan: false });
    expect(seen.choices.HASIL).toContain('3 Meninggal');
    expect(seen.landscape).toBe(true);
    expect(seen.rows.map((row) => row.Nama)).toEqual(['RINA WATI', 'SITI AMINAH', 'BUDI SANTOSO', 'TUTI LESTARI']);
    expect(seen.rows[3]['Alasan diperiksa']).toContain('NIK kosong');
    expect(seen.title).toContain('Sukamaju (3304012001)');
  });

  test('of those with a reason only, masked, locked with a password', () => {
    const folder = makeFolder();
    const out = folder.path('hasil');
    const files = [folder.write('dtks.csv', dtks), folder.write('pbi.csv', pbi)];
    padan(['reconcile', ...files, '--out', out, '--quiet']);
    const check = folder.path('cek');
    expect(padan(['worksheets', out, '--out', check, '--mask']).code).toBe(0);
    const [book] = readdirSync(check).filter((name) => name.includes('Sukamaju'));
    const { rows } = fill(join(check, book), folder.path('x.xlsx'), {});
    expect(rows.map((row) => row.Nama)).toContain('T*** L******');
    expect(JSON.stringify(rows)).not.toContain('TUTI');
    const words = folder.write('sandi.txt', 'Rahasia desa\n');
    const locked = folder.path('terkunci');
    expect(padan(['worksheets', out, '--out', locked, '--password-file', words, '--quiet']).code).toBe(0);
    const [first] = readdirSync(locked).filter((name) => name.endsWith('.xlsx'));
    const open = padan(['profile', join(locked, first), '--json', '--password-file', words]);
    expect(open.stdout).toContain('Verval');
    expect(padan(['profile', join(locked, first)]).stderr).toMatch(/locked with a password/);
  });
});

describe('returns', () => {
  const answers = {
    1: { HASIL: '1 Layak', 'Tanggal kunjungan': '28/11/2026', Petugas: 'Ibu Ratna' },
    2: { HASIL: 'meninggal', Keterangan: 'tahun lalu' },
    3: { HASIL: '8', 'Perbaikan nama': 'BUDI SANTOSA', 'Dokumen dilihat': 'KTP' },
    4: { HASIL: '8 Perlu perbaikan', 'Perbaikan NIK': '3304014505550004', 'Dokumen dilihat': 'KK' },
  };

  test.each(['xlsx', 'ods', 'xls', 'csv'])('come back through LibreOffice as %s', { timeout: 180_000 }, (format) => {
    const { folder, files, out, sukamaju } = villages();
    const filled = folder.path('kirim', 'desa kami.xlsx');
    mkdirSync(folder.path('kirim'));
    fill(sukamaju, filled, answers, { proposals: [{ Nama: 'WATI BARU', NIK: '3304014101010009' }] });
    const back = convert(folder, filled, format);
    const to = folder.path('hasil2');
    const done = returns(out, [back], to);
    expect([done.code, done.stderr]).toEqual([0, expect.stringMatching(/4 rows answered \(4 new\)/)]);
    const persons = folder.read('hasil2/persons.csv');
    expect(persons).toMatch(/3304014505550004,3304010101100004,TUTI LESTARI/);
    expect(persons).toMatch(/SITI AMINAH.*dead/);
    if (format !== 'csv') {
      expect(persons).toMatch(/WATI BARU/); // a csv holds the first sheet only
    }
    const log = folder
      .read('hasil2/recipe/decisions.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(log.map((event) => event.kind)).toEqual(['status', 'status', 'status', 'value', 'status', 'value']);
    expect(log[0]).toMatchObject({
      by: 'Ibu Ratna',
      capacity: 'Petugas lapangan Sukamaju',
      at: '2026-11-28T00:00:00Z',
    });
    expect(log[1]).toMatchObject({ value: 'dead', reason: 'verval:dead', note: 'tahun lalu' });
    expect(padan(['verify', to, ...files, '--quiet']).stdout).toMatch(/^SAME/);

    const again = folder.path('hasil3');
    expect(returns(to, [back], again).stderr).toMatch(/4 rows answered \(0 new\)/);
    for (const name of ['persons.csv', 'rows.csv', 'findings.csv', 'recipe/decisions.jsonl']) {
      expect(folder.read('hasil3', name)).toBe(folder.read('hasil2', name));
    }
  });

  test('in a bad state are listed, and nothing is applied by halves', () => {
    const { folder, out, sukamaju } = villages();
    const bad = folder.path('bad.xlsx');
    fill(sukamaju, bad, {
      1: { HASIL: '3 / 4' },
      2: { HASIL: '1', 'Tanggal kunjungan': '01/12/2026' },
      3: { HASIL: '2' },
    });
    const other = folder.path('other.xlsx');
    fill(sukamaju, other, { 3: { HASIL: 'wafat' } });
    const done = returns(
      out,
      [bad, other, folder.write('foto.jpg', Buffer.from('\u0089PNG\r\n\u001a\n0000', 'latin1'))],
      folder.path('h2'),
    );
    expect(done.code).toBe(1);
    expect(done.stderr).toMatch(/Two answers in one cell/);
    expect(done.stderr).toMatch(/yet to come/);
    expect(done.stderr).toMatch(/0 rows answered .* 1 contradict/);
    const table = folder.read('h2/returns.csv');
    expect(table).toMatch(/bad\.xlsx,Sukamaju,Mandala,two_answers/);
    expect(table).toMatch(/foto\.jpg,,,file_refused/);
    expect(folder.read('h2/persons.csv')).toBe(folder.read('hasil/persons.csv'));
  });

  test('find the lists of the result by content, and say which is missing', () => {
    const { folder, files, out, sukamaju } = villages();
    const filled = folder.path('f.xlsx');
    fill(sukamaju, filled, answers);
    mkdirSync(folder.path('jauh/sekali/dalam'), { recursive: true });
    for (const [from, name] of [
      [files[0], 'dtks.csv'],
      [files[1], 'lain.csv'],
    ])
      copyFileSync(from, folder.path('jauh/sekali/dalam', name));
    folder.write('data/dtks.csv', 'x\n');
    folder.write('data/pbi.csv', 'x\n');
    const lost = returns(out, [filled], folder.path('h2'));
    expect([lost.code, lost.stderr]).toEqual([3, expect.stringMatching(/dtks\.csv/)]);
    const moved = folder.path('jauh/sekali/dalam');
    const found = returns(out, [filled, join(moved, 'lain.csv')], folder.path('h2'), '--inputs', moved);
    expect([found.code, found.stderr]).toEqual([0, expect.stringMatching(/4 rows answered/)]);
  });

  test('of another project are refused', () => {
    const { folder, out } = villages();
    const foreign = makeFolder();
    const list = foreign.write('a.csv', dtks.replace('DEDI', 'DODI'));
    padan(['reconcile', list, '--out', foreign.path('h'), '--quiet']);
    padan(['worksheets', foreign.path('h'), '--out', foreign.path('w'), '--scope', 'all', '--quiet']);
    const done = returns(out, [foreign.path('w')], folder.path('h2'));
    expect([done.code, done.stderr]).toEqual([1, expect.stringMatching(/belongs to another project/)]);
  });
});
