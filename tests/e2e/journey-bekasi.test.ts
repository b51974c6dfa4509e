// One list by name and address for all agencies, and what a year really changed. docs/journeys/bekasi.md tells it.

import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreement, openFiles, picture, type Regency, savedRows, signedPaper, synth, table, truthOf } from './journey';
import { by, figure, kSinglePage, openBrowser, openPage, run, saved, sumOfRows } from './support';

let context: BrowserContext;
let page: Page;
let faults: string[];
let regency: Regency;

beforeAll(async () => {
  regency = synth('--people', '2500', '--seed', '16', '--later', '--quiet');
  context = await openBrowser();
  ({ page, faults } = await openPage(context, kSinglePage));
});
afterAll(async () => {
  await context.close();
  regency.remove();
});

describe('the regency with a list of its own in every agency', () => {
  it('makes one list by name and address of nine', async () => {
    await openFiles(page, regency.lists());
    const rows = await sumOfRows(page);
    await run(page);
    expect(await figure(page, 'rows')).toBe(rows);
    const truth = agreement(await savedRows(page), truthOf(regency));
    expect(truth.precision).toBeGreaterThan(0.99);
    expect(truth.recall).toBeGreaterThan(0.98);
    const persons = table((await saved(page, 'export-persons')).toString('utf8'));
    expect(persons).toHaveLength(await figure(page, 'persons'));
    expect(Math.abs(persons.length - truth.persons)).toBeLessThan(truth.persons * 0.01);
    expect(persons.filter((person) => person.name === '')).toEqual([]);
    const addressed = persons.filter((person) => person.village !== '' && person.address !== '');
    expect(addressed.length).toBeGreaterThan(persons.length * 0.98);
  });

  it('says how many of each list are double, and every such number opens its rows', async () => {
    const lists = page.locator('.result table.plain tbody tr');
    const truth = table(readFileSync(regency.file('truth/truth.csv'), 'utf8'));
    for (let i = 0; i < (await lists.count()); i++) {
      const line = lists.nth(i);
      const [rows, , doubled] = await line.locator('td').allTextContents();
      const source = ((await line.locator('th').textContent()) ?? '').split(' ')[0];
      expect(Number(rows?.replace('.', ''))).toBe(truth.filter((row) => row.source === source).length);
      if (Number(doubled) === 0) {
        continue;
      }
      await line.locator('td a').nth(2).click();
      await page.waitForSelector(by('found'));
      await page.waitForFunction(
        ([found, count]) => document.querySelector(found ?? '')?.textContent?.includes(count ?? ''),
        [by('found'), doubled],
      );
      await page.goBack();
      await page.waitForSelector(by('count-rows'));
    }
  });

  it('shows who stands in whose list', async () => {
    await page.click(by('to-unified'));
    await page.waitForSelector('.upset .door');
    await picture(page, 'bekasi-satu-data');
  });

  it('shows who receives what, and hands every agency its own columns', async () => {
    await page.click(by('nav-program'));
    await page.click(by('tab-matrix'));
    await page.waitForSelector(`${by('programme-matrix')} tbody tr`);
    await picture(page, 'bekasi-program');
    await page.click(by('tab-extracts'));
    await page.waitForSelector(by('extract-agency'));
    const book = unzipSync(await saved(page, 'extract-agency'));
    const words = Object.entries(book)
      .filter(([name]) => /sharedStrings|sheet\d+\.xml$/.test(name))
      .map(([, bytes]) => strFromU8(bytes))
      .join();
    expect(words).toMatch(/NIK/i);
    expect(words).not.toMatch(/penyakit|disabilitas/i); // an agency gets what it needs and no more
  });

  it('ends with minutes that make the list the reference of all agencies', async () => {
    const words = await signedPaper(page, {
      preset: 'tkpkd',
      version: 'Perencanaan 2023',
      year: '2023',
      fields: {
        government: 'PEMERINTAH KABUPATEN CIMANDALA',
        agency: 'DINAS SOSIAL',
        date: '2022-10-07',
        place: 'Aula',
      },
      signers: [{ name: 'Endin Rekaan', acting: 'pj', position: 'Bupati' }],
    });
    expect(words).toContain('menjadi acuan semua perangkat daerah');
    expect(words).toContain('Pj. Bupati');
  });

  it('a year later tells real change from doubles and mended rows', { timeout: 240_000 }, async () => {
    await page.click(by('nav-satu-data'));
    await page.selectOption(by('export-format'), 'csv');
    const before = {
      persons: await saved(page, 'export-persons'),
      rows: await saved(page, 'export-rows'),
    };
    const { page: later, faults: laterFaults } = await openPage(context, kSinglePage);
    await openFiles(later, regency.lists('later'));
    await run(later);
    await later.click(by('nav-program'));
    await later.click(by('tab-change'));
    await later.setInputFiles(by('change-file'), [
      { name: 'persons.csv', mimeType: 'text/csv', buffer: before.persons },
      { name: 'rows.csv', mimeType: 'text/csv', buffer: before.rows },
    ]);
    await later.waitForSelector(by('change-answer'), { timeout: 90_000 });
    const told = async (kind: string): Promise<number> =>
      Number(await later.getAttribute(by(`change-${kind}`), 'data-value').catch(() => '0'));
    const people = (under: string): Set<string> =>
      new Set([...truthOf(regency, under).values()].map(({ person }) => person));
    const [first, second] = [people(''), people('later')];
    const really: Record<string, number> = {
      entered: [...second].filter((person) => !first.has(person)).length,
      left: [...first].filter((person) => !second.has(person)).length,
    };
    for (const [kind, so] of Object.entries(really)) {
      const said = await told(kind);
      expect(so).toBeGreaterThan(0);
      expect([kind, said, Math.abs(said - so) <= Math.max(3, so * 0.2)]).toEqual([kind, said, true]);
    }
    await later.click(by('change-entered'));
    await later.waitForSelector(`${by('change-names')} tbody tr`);
    await picture(later, 'bekasi-berubah');
    expect(laterFaults).toEqual([]);
    expect(faults).toEqual([]);
  });
});
