// A province: eight regencies bring their P3KE, whose validity has ended, into one project. docs/journeys/banten.md tells it.

import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreement, openFiles, picture, type Regency, savedRows, synth, truthOf } from './journey';
import { by, figure, kSinglePage, openBrowser, openPage, run, sumOfRows } from './support';

let context: BrowserContext;
let page: Page;
let faults: string[];
let province: Regency;

beforeAll(async () => {
  province = synth('--people', '8000', '--regencies', '8', '--seed', '36', '--p3ke-until', '2024-12-31', '--quiet');
  context = await openBrowser();
  ({ page, faults } = await openPage(context, kSinglePage));
});
afterAll(async () => {
  await context.close();
  province.remove();
});

const p3ke = (): string[] => province.lists().filter((path) => /p3ke_\w+\.csv$/.test(path));

describe('the province of eight regencies', () => {
  it('opens the lists of all regencies at once and sees that they have run out', async () => {
    await openFiles(page, p3ke());
    const cards = page.locator(by('file-card'));
    expect(await cards.count()).toBe(8);
    for (const words of await cards.allTextContents()) {
      expect(words).toContain('P3KE');
      expect(words).toContain('masa berlaku habis 31 Des 2024');
    }
    await picture(page, 'banten-berkas');
  });

  it('finds who stands in the lists of two regencies', async () => {
    const rows = await sumOfRows(page);
    await run(page);
    expect(await figure(page, 'rows')).toBe(rows);
    const truth = agreement(await savedRows(page), truthOf(province));
    expect(truth.precision).toBeGreaterThan(0.99);
    expect(truth.recall).toBeGreaterThan(0.9);
    expect(Math.abs((await figure(page, 'persons')) - truth.persons)).toBeLessThan(truth.persons * 0.01);
    expect(truth.persons).toBeLessThan(rows);
    expect(faults).toEqual([]);
  });
});
