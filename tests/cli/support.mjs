// Runs the command line on files made for one test.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const binary = process.env.PADAN_BINARY ?? join(root, 'build/release/padan');

/** A folder that goes with the test. */
export function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'padan-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return {
    path: (...parts) => join(folder, ...parts),
    write(name, content) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      return path;
    },
    bytes: (...parts) => readFileSync(join(folder, ...parts)),
    read: (...parts) => readFileSync(join(folder, ...parts), 'utf8'),
  };
}

/** Runs padan; English unless told otherwise. */
export function padan(args, env = {}) {
  const result = spawnSync(binary, args, {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LC_ALL: 'C', ...env },
    maxBuffer: 1 << 28,
  });
  if (result.error) throw result.error;
  return { code: result.status, stdout: result.stdout, stderr: result.stderr };
}

/** rows.csv as objects; cells of these tests hold no commas. */
export function rowsOf(csv) {
  const [header, ...lines] = csv.trimEnd().split('\r\n');
  const names = header.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i], cell])));
}

/** A workbook of three made-up people that another program locked with "Rahasia-ñ€1". */
export const locked = readFileSync(join(root, 'tests/support/locked.xlsx'));

export const dtks = [
  'NIK,Nama,Tanggal Lahir,Jenis Kelamin,Desa',
  '8801011203700001,SITI AMINAH,12-03-1970,P,Sukamaju',
  '8801010506800002,BUDI SANTOSO,05-06-1980,L,Sukamaju',
  '8801011707900003,RINA WATI,17-07-1990,P,Cibogo',
  '',
].join('\n');

export const pbi = [
  'Nama Lengkap;NIK;Tgl Lahir',
  'SITI AMINAH;8801011203700001;1970-03-12',
  'AGUS SARMIN;8801010102650004;1965-02-01',
  '',
].join('\n');
