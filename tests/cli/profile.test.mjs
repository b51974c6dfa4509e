// padan profile: on the screen, as JSON and as a workbook for the owner of the list.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { makeFolder, padan } from './support.mjs';

const list = `NIK,Nama,Tanggal Lahir,RT/RW
3304011503800001,SITI AMINAH,15-03-1980,001/002
3304011503800001,SITI AMINAH,15-03-1980,01-Feb
3.30401E+15,BUDI SANTOSO,31-02-1980,003/001
3304011703800003,DEWI LASTRI,18-03-1980,003/001
`;

const profiled = (words, env) => {
  const folder = makeFolder();
  const file = folder.write('daftar desa.csv', list);
  return { folder, ...padan(['profile', file, ...words.map((word) => word.replace('OUT', folder.path('out')))], env) };
};

/** The parts of a zip that are deflated or stored, by name. */
function unzip(bytes) {
  const parts = {};
  for (let at = bytes.indexOf('PK\x01\x02'); at >= 0; at = bytes.indexOf('PK\x01\x02', at + 4)) {
    const [size, nameSize, local] = [
      bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28),
      bytes.readUInt32LE(at + 42),
    ];
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const data = bytes.subarray(begin, begin + size);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameSize);
    parts[name] = (bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(data) : data).toString('utf8');
  }
  return parts;
}

const sheetsOf = (folder, name) => {
  const parts = unzip(readFileSync(folder.path('out', name)));
  const names = [...parts['xl/workbook.xml'].matchAll(/<sheet name="([^"]+)"/g)].map((match) => match[1]);
  return {
    names,
    text: Object.entries(parts)
      .map(([part, xml]) => (part.startsWith('xl/') ? xml : ''))
      .join(''),
  };
};

test('says what is wrong, how often and where', () => {
  const { code, stdout } = profiled([]);
  expect(code).toBe(0);
  expect(stdout).toContain('NIK: Number in scientific notation: 1 (  25.0 %), lines 4');
  expect(stdout).toContain('NIK: Repeated NIK: 2 (  50.0 %), lines 2, 3');
  expect(stdout).toContain('NIK: Birth date contradicts the NIK: 1 (  25.0 %), lines 5');
  expect(stdout).toContain('RT/RW: RT/RW became a date: 1');
  expect(profiled([], { LC_ALL: 'id_ID.UTF-8' }).stdout).toContain('NIK: Nomor menjadi notasi ilmiah: 1');
});

test('JSON leads to the cells, masked where that is asked for', () => {
  const remarkOf = (words) => {
    const { sources } = JSON.parse(profiled(['--json', ...words]).stdout);
    return sources[0].profile.remarks.find((remark) => remark.code === 'nik.birth_differs');
  };
  expect(remarkOf([])).toMatchObject({ rows: 1, grade: 'fault', examples: [{ line: 5, cell: '3304011703800003' }] });
  expect(remarkOf(['--mask']).examples).toEqual([{ line: 5, sheet: '', cell: '3304************' }]);
  expect(profiled(['--json', '--mask']).stdout).not.toContain('AMINAH');
});

test('--out writes a workbook for the owner, identifiers as text', () => {
  const { folder, code, stdout } = profiled(['--out', 'OUT', '--as-of', '2026-11-24']);
  expect([code, stdout]).toEqual([0, '']);
  expect(readdirSync(folder.path('out')).sort()).toEqual(['profile-daftar-desa.xlsx', 'profile.json']);
  const { names, text } = sheetsOf(folder, 'profile-daftar-desa.xlsx');
  expect(names).toEqual(['Summary', 'Columns', 'Problems', 'Rows']);
  for (const words of ['3304011703800003', 'Take it from the origin again', '2026-11-24', 'daftar desa.csv']) {
    expect(text).toContain(words);
  }
});

test('the workbook speaks Indonesian, and hides people when it is to', () => {
  const { folder, code } = profiled(['--out', 'OUT', '--mask'], { LC_ALL: 'id_ID.UTF-8' });
  expect(code).toBe(0);
  const { names, text } = sheetsOf(folder, 'profil-daftar-desa.xlsx');
  expect(names).toEqual(['Ringkasan', 'Kolom', 'Masalah', 'Baris']);
  expect(text).toContain('3304************');
  expect(text).not.toMatch(/3304011703800003|LESTARI/);
});

test('a folder of other things is left alone', () => {
  const folder = makeFolder();
  folder.write('out/surat.txt', 'penting');
  const { code, stderr } = padan(['profile', folder.write('a.csv', list), '--out', folder.path('out')]);
  expect(code).toBe(2);
  expect(stderr).toContain('will not be overwritten');
  expect(existsSync(folder.path('out', 'profile.json'))).toBe(false);
});
