// One list by name and address for all agencies, and what a year really changed. docs/journeys/bekasi.md tells it.

import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreement, openFiles, picture, type Regency, savedRows, synth, table, truthOf } from './journey';
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
    expect(faults).toEqual([]);
  });
});
