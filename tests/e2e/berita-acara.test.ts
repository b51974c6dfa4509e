// Minutes that prove themselves: sealed, saved, checked again here and by the command line; and the project that goes along.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  by,
  crawlFigures,
  drop,
  figure,
  kHeader,
  kSinglePage,
  loadSample,
  openBrowser,
  openPage,
  people,
  run,
  saved,
} from './support';

const kBinary = process.env.PADAN_BINARY ?? fileURLToPath(new URL('../../build/release/padan', import.meta.url));
const kOffice = spawnSync('soffice', ['--version']).status === 0 && spawnSync('pdftotext', ['-v']).status === 0;

const kLists = [
  { name: 'dtks.csv', text: [kHeader, ...people(0, 12)].join('\n') },
  { name: 'pbi.csv', text: [kHeader, ...people(4, 16)].join('\n') },
];

let context: BrowserContext;
beforeAll(async () => {
  context = await openBrowser();
});
afterAll(async () => context.close());

async function matched(): Promise<{ page: Page; faults: string[] }> {
  const opened = await openPage(context, kSinglePage);
  await drop(opened.page, kLists);
  await opened.page.click(by('nav-berkas'));
  await opened.page.waitForFunction(() => document.querySelectorAll('[data-state="ready"]').length === 2);
  await run(opened.page);
  return opened;
}

async function seal(page: Page, name: string): Promise<string> {
  await page.click(by('nav-berita-acara'));
  await page.click(by('seal'));
  if (await page.$(by('author-name'))) {
    await page.fill(by('author-name'), 'Rina Wati');
    await page.fill(by('author-capacity'), 'Pengelola data');
    await page.click(by('author-start'));
  }
  await page.fill(by('seal-name'), name);
  await page.fill(by('seal-year'), '2027');
  await page.click(by('seal-set'));
  await page.waitForFunction(([place, wanted]) => document.querySelector(place)?.textContent?.includes(wanted), [
    by('minutes-seal'),
    name,
  ] as const);
  return (await page.getAttribute(by('minutes-seal'), 'data-value')) ?? '';
}

/** The numbers of the paper on the screen, by their place in figures.json. */
function figures(page: Page): Promise<Record<string, number>> {
  return page.$$eval('.paper .figure', (found) =>
    Object.fromEntries(
      found.map((each) => [(each as HTMLElement).dataset.path ?? '', Number((each as HTMLElement).dataset.value)]),
    ),
  );
}

/** All tables of numbers into the paper. */
async function tickAll(page: Page): Promise<void> {
  await page.click('.form-group[data-part="tables"] summary');
  for (const box of await page.locator('.form-group[data-part="tables"] input[type="checkbox"]').all()) {
    await box.check();
  }
}

async function check(page: Page, files: { name: string; buffer: Buffer }[]): Promise<string> {
  await page.click(by('nav-berita-acara'));
  await page.click(by('minutes-tab-check'));
  await page.setInputFiles(
    by('file-input'),
    files.map((file) => ({ ...file, mimeType: '' })),
  );
  await page.click(`${by('check-start')}:not([disabled])`);
  await page.waitForSelector(by('check-verdict'), { timeout: 90_000 });
  return (await page.getAttribute(by('check-verdict'), 'data-value')) ?? '';
}

const asFiles = (lists: typeof kLists): { name: string; buffer: Buffer }[] =>
  lists.map(({ name, text }) => ({ name, buffer: Buffer.from(text) }));

const wordsOf = (docx: Buffer): string =>
  [...strFromU8(unzipSync(docx)['word/document.xml'] ?? new Uint8Array()).matchAll(/<w:t[^>]*>([^<]*)</g)]
    .map(([, text]) => text)
    .join('\n');

describe('minutes', () => {
  it('state the numbers of the seal, on the screen and as .docx', async () => {
    const { page, faults } = await openPage(context, kSinglePage);
    await loadSample(page);
    await run(page);
    const persons = await figure(page, 'persons');
    const families = await figure(page, 'families');
    const code = await seal(page, 'Perencanaan 2027');
    expect(code).toMatch(/^[0-9a-f]{64}$/);
    const stated = await figures(page);
    expect([stated['counts.persons'], stated['counts.families']]).toEqual([persons, families]);
    await tickAll(page);
    const doors = await crawlFigures(page); // law 8: every number of the paper with names behind it
    expect(doors.wrong).toEqual([]);
    expect(doors.tried).toBeGreaterThan(60);
    await page.keyboard.press('Escape');
    const closed = await page.$$eval('.paper .figure:not([data-door]):not([href])', (all) =>
      all.filter((each) => each.getAttribute('data-value') !== '0').map((each) => each.getAttribute('data-path')),
    );
    expect(closed).toEqual([]);
    await page.fill(by('minutes-date'), '2023-02-07');
    const docx = await saved(page, 'minutes-docx');
    const words = wordsOf(docx);
    for (const value of Object.values(stated)) {
      expect(words).toContain(new Intl.NumberFormat('id-ID').format(value));
    }
    expect(words).toContain('Selasa tanggal tujuh bulan Februari tahun dua ribu dua puluh tiga (07-02-2023)');
    expect(words).toContain(code);
    if (kOffice) {
      const folder = mkdtempSync(join(tmpdir(), 'padan-docx-'));
      writeFileSync(join(folder, 'ba.docx'), docx);
      spawnSync('soffice', ['--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'ba.docx')]);
      const printed = spawnSync('pdftotext', ['-layout', join(folder, 'ba.pdf'), '-'], { encoding: 'utf8' }).stdout;
      for (const value of Object.values(stated)) {
        expect(printed).toContain(new Intl.NumberFormat('id-ID').format(value));
      }
      expect(printed).toMatch(/Halaman 1 dari \d/);
    }
    expect(faults).toEqual([]);
    await page.close();
  });

  it('say same for the same files, and name the row of a changed letter', async () => {
    const { page, faults } = await matched();
    const code = await seal(page, 'Versi awal');
    const archive = await saved(page, 'sealed-save');
    const sealed = { name: 'hasil.zip', buffer: archive };
    expect(JSON.parse(strFromU8(unzipSync(archive)['summary.json'] ?? new Uint8Array())).seal).toBe(code);
    expect(await check(page, asFiles(kLists))).toBe('same'); // against the version of the project: hashes alone
    expect(await check(page, [sealed, ...asFiles(kLists)])).toBe('same');
    const changed = asFiles(kLists).map(({ name, buffer }) => ({
      name,
      buffer: Buffer.from(buffer.toString().replace('DEWI LASTRI', 'DEWI LASTRA')),
    }));
    await page.click(by('nav-beranda'));
    expect(await check(page, [sealed, ...changed])).toBe('differs');
    expect(await page.textContent(by('check-result'))).toMatch(/DEWI LASTRA/);
    await page.click(by('nav-beranda'));
    expect(await check(page, [sealed, ...asFiles(kLists).slice(0, 1)])).toBe('differs'); // one is missing
    await page.click(by('project-save'));
    await page.fill(by('project-passphrase'), 'kopi tubruk pagi');
    const project = { name: 'rakor.padan', mimeType: '', buffer: await saved(page, 'project-save-now') };
    await page.click(by('nav-beranda'));
    await page.click(by('nav-berita-acara'));
    await page.click(by('minutes-tab-check'));
    await page.setInputFiles(by('file-input'), [
      project,
      ...asFiles(kLists).map((file) => ({ ...file, mimeType: '' })),
    ]);
    await page.click(`${by('check-start')}:not([disabled])`);
    await page.fill(by('check-passphrase'), 'kopi tubruk pagi'); // asked for, since it is locked
    await page.click(`${by('check-start')}:not([disabled])`);
    await page.waitForSelector(`${by('check-verdict')}[data-value="same"]`, { timeout: 90_000 });
    expect(faults).toEqual([]);
    await page.close();
  });

  it.runIf(existsSync(kBinary))('are checked by the command line, and the other way round', async () => {
    const { page } = await matched();
    const code = await seal(page, 'Versi awal');
    const folder = mkdtempSync(join(tmpdir(), 'padan-seal-'));
    const put = (name: string, bytes: string | Uint8Array): string => {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const lists = kLists.map(({ name, text }) => put(name, text));
    for (const [name, bytes] of Object.entries(unzipSync(await saved(page, 'sealed-save')))) {
      put(`halaman/${name}`, bytes);
    }
    const verify = (...words: string[]) => spawnSync(kBinary, ['verify', ...words], { encoding: 'utf8' });
    const whole = verify(join(folder, 'halaman'), ...lists);
    expect([whole.status, whole.stdout]).toEqual([0, expect.stringContaining(code)]);
    await page.click(by('project-save'));
    await page.fill(by('project-passphrase'), 'kopi tubruk pagi');
    const project = put('rakor.padan', await saved(page, 'project-save-now'));
    const sandi = ['--password-file', put('sandi.txt', 'salah\nkopi tubruk pagi\n')];
    const locked = verify(project, ...lists, ...sandi);
    expect([locked.status, locked.stdout]).toEqual([0, expect.stringContaining(code)]);
    expect(verify(join(folder, 'halaman'), project, ...lists, ...sandi).status).toBe(0);
    expect(verify(project, ...lists)).toMatchObject({ status: 3, stderr: expect.stringContaining('rakor.padan') });
    const bytes = readFileSync(project);
    bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
    expect(verify(put('rusak.padan', bytes), ...lists, ...sandi).status).toBe(3);
    const changed = put('lain/dtks.csv', readFileSync(lists[0] ?? '', 'utf8').replace('SITI', 'SITY'));
    expect(verify(project, changed, ...lists.slice(1), ...sandi).status).toBe(4);
    const out = join(folder, 'baris-perintah');
    spawnSync(kBinary, ['reconcile', ...lists, '--out', out, '--as-of', '2026-11-22']);
    const names = [
      'summary.json',
      'project.json',
      'figures.json',
      'rows.csv',
      'persons.csv',
      'families.csv',
      'pairs.csv',
      'findings.csv',
    ];
    const dropped = names.map((name) => ({ name, buffer: readFileSync(join(out, name)) }));
    expect(await check(page, [...dropped, ...asFiles(kLists)])).toBe('same');
    await page.close();
  });
});

describe('a project', () => {
  it('is one locked file that goes on elsewhere, with its versions and its name', async () => {
    const { page } = await matched();
    const code = await seal(page, 'Perencanaan 2027');
    await page.fill(by('minutes-place'), 'Aula Dinas Sosial');
    await page.click(by('project-save'));
    await page.fill(by('project-region'), 'Kab. Cimandala');
    await page.fill(by('project-meeting'), 'Rakor TKPKD');
    await page.fill(by('project-passphrase'), 'kopi tubruk pagi');
    const file = { name: 'rakor.padan', mimeType: '', buffer: await saved(page, 'project-save-now') };
    expect(await page.textContent(by('project-name'))).toBe('Kab. Cimandala – Rakor TKPKD');
    expect(file.buffer.includes('dtks')).toBe(false);
    await page.close();

    const { page: other, faults } = await openPage(context, kSinglePage);
    await other.setInputFiles(by('project-file'), file);
    await other.fill(by('project-unlock'), 'salah');
    await other.click(by('project-unlock-now'));
    await other.waitForSelector(by('project-error'));
    await other.fill(by('project-unlock'), 'kopi tubruk pagi');
    await other.click(by('project-unlock-now'));
    await other.waitForSelector(`${by('project-wants')} [data-state="absent"]`);
    expect(await other.textContent(by('project-name'))).toBe('Kab. Cimandala – Rakor TKPKD');
    await drop(other, [
      kLists[0],
      { name: 'pbi.csv', text: `${kLists[1]?.text}\n${people(0, 1)[0]}` },
    ] as typeof kLists);
    await other.waitForSelector(`${by('project-wants')} [data-state="changed"]`);
    await other.click(by('nav-berita-acara'));
    expect(await other.getAttribute(by('minutes-seal'), 'data-value')).toBe(code);
    expect(await other.inputValue(by('minutes-place'))).toBe('Aula Dinas Sosial');
    await other.click(by('nav-berkas'));
    await run(other);
    await seal(other, 'Perencanaan 2028');
    await other.click(by('minutes-tab-versions'));
    await other.waitForSelector(by('version-compare'));
    expect(await other.$$eval(by('version'), (rows) => rows.length)).toBe(2);
    expect(faults).toEqual([]);
    await other.close();
  });

  it('keeps whether answers teach', async () => {
    const { page } = await matched();
    await page.click(by('learn'));
    await page.click(by('project-save'));
    const parts = unzipSync(await saved(page, 'project-save-now'));
    expect(JSON.parse(strFromU8(parts['project.json'] ?? new Uint8Array()))).toMatchObject({
      matching: { learn_from_decisions: true },
    });
    await page.close();
  });
});
