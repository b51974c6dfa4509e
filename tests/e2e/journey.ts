// What the five journeys share: made-up files from the command line, their truth, and pictures for the pages in docs/journeys.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { by, crawlFigures, saved } from './support';

const kRoot = fileURLToPath(new URL('../../', import.meta.url));
const kBinary = process.env.PADAN_BINARY ?? join(kRoot, 'build/release/padan');

/** Runs the command line and gives what it says; English. */
export function padan(...words: string[]): string {
  const { status, stdout, stderr } = spawnSync(kBinary, words, {
    encoding: 'utf8',
    env: { PATH: process.env.PATH, LC_ALL: 'C' },
  });
  if (status !== 0) {
    throw new Error(`padan ${words.join(' ')}: ${status}\n${stderr}`);
  }
  return stdout;
}

/** A made-up regency on disk, until `remove`. */
export interface Regency {
  folder: string;
  file(name: string): string;
  /** The lists in `under` ("" or "later"), all or those named. */
  lists(under?: string, ...names: string[]): string[];
  remove(): void;
}

export function synth(...words: string[]): Regency {
  const folder = mkdtempSync(join(tmpdir(), 'padan-journey-'));
  padan('synth', ...words, '--out', folder);
  const file = (name: string): string => join(folder, name);
  return {
    folder,
    file,
    lists: (under = '', ...names) =>
      readdirSync(file(under))
        .filter((name) => name.endsWith('.csv') && (names.length === 0 || names.includes(name.slice(0, -4))))
        .map((name) => join(folder, under, name)),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Lines of separated text as objects; cells with quotes are read, line breaks inside cells are not expected. */
export function table(text: string, separator = ','): Record<string, string>[] {
  const [header, ...lines] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/);
  const names = cells(header ?? '', separator);
  return lines.map((line) => {
    const values = cells(line, separator);
    return Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']));
  });
}

function cells(line: string, separator: string): string[] {
  const found: string[] = [];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}]*))(?:${separator}|$)`, 'y');
  while (cell.lastIndex < line.length || found.length === 0) {
    const match = cell.exec(line);
    if (match === null) {
      break;
    }
    found.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
  }
  return found;
}

/** Who a row really is, by source and row. */
export function truthOf(regency: Regency, under = ''): Map<string, { person: string; family: string }> {
  const rows = table(readFileSync(regency.file(join(under, 'truth/truth.csv')), 'utf8'));
  return new Map(
    rows.map((row) => [`${row.source},${row.row}`, { person: row.person_id ?? '', family: row.family_id ?? '' }]),
  );
}

export interface Agreement {
  precision: number;
  recall: number;
  persons: number; // as the truth has them in these lists
}

/** How the rows of different lists that were put together agree with the truth, pair by pair. */
export function agreement(
  rows: readonly Record<string, string>[],
  truth: ReadonlyMap<string, { person: string }>,
): Agreement {
  const count = (keys: readonly string[]): Map<string, number> => {
    const sizes = new Map<string, number>();
    for (const key of keys) {
      sizes.set(key, (sizes.get(key) ?? 0) + 1);
    }
    return sizes;
  };
  const pairs = (keys: readonly string[]): number => {
    const all = (sizes: Map<string, number>): number =>
      [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
    return all(count(keys)) - all(count(keys.map((key, i) => `${key} ${rows[i]?.source}`)));
  };
  const really = rows.map((row) => truth.get(`${row.source},${row.row}`)?.person ?? '?');
  const found = rows.map((row) => row.person_id ?? '');
  const both = pairs(really.map((person, i) => `${person} ${found[i]}`));
  return { precision: both / pairs(found), recall: both / pairs(really), persons: count(really).size };
}

/** Chooses files as the officer does, and waits until all are read. */
export async function openFiles(page: Page, files: readonly string[]): Promise<void> {
  await page.click(by('nav-berkas'));
  await page.setInputFiles(by('file-input'), [...files]);
  await page.waitForFunction(
    ([card, count]) => document.querySelectorAll(card as string).length >= (count as number),
    [`${by('file-card')}[data-state="ready"]`, files.length],
    { timeout: 60_000 },
  );
  await page.waitForSelector(`${by('run')}:not([disabled])`, { timeout: 60_000 });
}

/** rows.csv as the page saves it. */
export async function savedRows(page: Page): Promise<Record<string, string>[]> {
  await page.selectOption(by('export-format'), 'csv');
  return table((await saved(page, 'export-rows')).toString('utf8'));
}

/** The worksheets of a saved archive on disk, and what made-up villages send back of them: paths. */
export function sentBack(regency: Regency, archive: Buffer, ...words: string[]): string[] {
  const out = regency.file('lembar');
  mkdirSync(out, { recursive: true });
  for (const [name, bytes] of Object.entries(unzipSync(archive))) {
    writeFileSync(join(out, name), bytes);
  }
  const back = regency.file('kembali');
  padan('synth', '--fill', out, '--out', back, '--quiet', ...words);
  return readdirSync(back)
    .filter((name) => name !== 'truth')
    .map((name) => join(back, name));
}

/** Somebody who signs, as the form asks for it. */
export interface Signer {
  name: string;
  position?: string;
  nip?: string;
  agency?: string;
  acting?: 'own' | 'an' | 'plt' | 'pj' | 'represents';
  principal?: string;
  role?: 'attends' | 'signs' | 'knows';
}

/** Writes into the n-th participant of the form. */
export async function writeSigner(page: Page, n: number, signer: Signer): Promise<void> {
  const person = page.locator('.form-group[data-part="people"] .item-list > fieldset').nth(n);
  const fields: [keyof Signer, string][] = [
    ['name', 'Nama'],
    ['position', 'Jabatan'],
    ['nip', 'NIP'],
    ['agency', 'Instansi'],
    ['principal', 'Atas nama / mewakili jabatan'],
  ];
  for (const [key, label] of fields) {
    if (signer[key] !== undefined) {
      await person.getByLabel(label, { exact: true }).fill(signer[key] ?? '');
    }
  }
  if (signer.role !== undefined) {
    await person
      .locator('label', { hasText: /^Dalam naskah/ })
      .locator('select')
      .selectOption(signer.role);
  }
  if (signer.acting !== undefined) {
    await person
      .locator('label', { hasText: /^Bertindak/ })
      .locator('select')
      .selectOption(signer.acting);
  }
}

export interface Minutes {
  preset: 'rakortas' | 'tkpkd' | 'verval' | 'musdes' | 'sptjm';
  version: string; // name of the sealed version
  year: string;
  fields: Partial<Record<'government' | 'agency' | 'number' | 'place' | 'date' | 'chair' | 'deadline', string>>;
  signers: Signer[];
  each?: 'regencies'; // add a signer of each regency first
}

/** Seals the result, writes the minutes, and gives the text of the .docx; every number in it is that of the seal and opens its names. */
export async function signedPaper(page: Page, minutes: Minutes): Promise<string> {
  await page.click(by('nav-berita-acara'));
  await page.click(by('seal'));
  if (await page.$(by('author-name'))) {
    await page.fill(by('author-name'), 'Rina Rekaan');
    await page.fill(by('author-capacity'), 'Pengelola data');
    await page.click(by('author-start'));
  }
  await page.fill(by('seal-name'), minutes.version);
  await page.fill(by('seal-year'), minutes.year);
  await page.click(by('seal-set'));
  await page.waitForFunction(
    ([place, name]) => document.querySelector(place)?.textContent?.includes(name),
    [by('minutes-seal'), minutes.version] as const,
    { timeout: 120_000 },
  );
  await page.selectOption(by('minutes-preset'), minutes.preset);
  await page.$$eval('.form-group', (groups) => {
    for (const group of groups) (group as HTMLDetailsElement).open = true;
  });
  for (const [field, text] of Object.entries(minutes.fields)) {
    await page.fill(by(`minutes-${field}`), text);
  }
  if (minutes.each === 'regencies') {
    await page.click(by('minutes-regencies'));
  }
  for (const [n, signer] of minutes.signers.entries()) {
    await writeSigner(page, n, signer);
  }
  expect((await crawlFigures(page)).wrong).toEqual([]);
  await page.locator('padan-side-panel:not([hidden]) .panel-head button').click();
  return checkedPaper(page);
}

/** The .docx says what the paper on the screen says, with the seal. */
async function checkedPaper(page: Page): Promise<string> {
  const docx = await saved(page, 'minutes-docx');
  const xml = strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array());
  const words = [...xml.matchAll(/<w:t[^>]*>([^<]*)</g)].map(([, text]) => text).join('\n');
  const stated = await page.$$eval('.paper .figure', (all) => all.map((each) => each.textContent ?? ''));
  expect(stated.length).toBeGreaterThan(10);
  for (const value of stated) {
    expect(words).toContain(value);
  }
  expect(words).toContain((await page.getAttribute(by('minutes-seal'), 'data-value')) ?? 'no seal');
  return words;
}

/**
 * A picture for docs/journeys, taken when PADAN_PICTURES is set (`PADAN_PICTURES=1 npm run test:e2e`): the screen as it is,
 * people masked. at: what is to stand at the top.
 */
export async function picture(page: Page, name: string, at?: string): Promise<void> {
  if (process.env.PADAN_PICTURES === undefined) {
    return;
  }
  const folder = join(kRoot, 'docs/journeys');
  mkdirSync(folder, { recursive: true });
  await page.click(by('mask'));
  await page.waitForTimeout(500); // what is masked is drawn anew
  if (at !== undefined) {
    await page
      .locator(at)
      .first()
      .evaluate((element) => element.scrollIntoView());
  }
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.click(by('mask'));
}
