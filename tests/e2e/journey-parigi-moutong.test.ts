// What the verification of DTKS, PBI-JK and P3KE says of aid. docs/journeys/parigi-moutong.md tells it.

import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreement, openFiles, picture, type Regency, savedRows, synth, table, truthOf } from './journey';
import { by, figure, kSinglePage, openBrowser, openPage, run } from './support';

let context: BrowserContext;
let page: Page;
let faults: string[];
let regency: Regency;

beforeAll(async () => {
  regency = synth('--people', '3000', '--seed', '72', '--quiet');
  context = await openBrowser();
  ({ page, faults } = await openPage(context, kSinglePage));
});
afterAll(async () => {
  await context.close();
  regency.remove();
});

/** The people of each list as they really are, and who of them the civil registry knows to be dead. */
function really(): { of: Map<string, Set<string>>; dead: Set<string> } {
  const of = new Map<string, Set<string>>();
  const dead = new Set<string>();
  const registry = table(readFileSync(regency.file('dukcapil.csv'), 'utf8'));
  for (const { source = '', row, person_id: person = '' } of table(
    readFileSync(regency.file('truth/truth.csv'), 'utf8'),
  )) {
    of.set(source, (of.get(source) ?? new Set()).add(person));
    if (source === 'dukcapil' && registry[Number(row) - 1]?.STAT_HIDUP === 'MENINGGAL') {
      dead.add(person);
    }
  }
  return { of, dead };
}

/** How many names a finding has, as the filter on the names says. */
async function found(finding: string): Promise<number> {
  const option = await page.textContent(`${by('filter-finding')} option[value="${finding}"]`).catch(() => null);
  return Number(/\(([\d.]+)\)$/.exec(option ?? '')?.[1]?.replace('.', '') ?? 0);
}

describe('the regency that verified DTKS, PBI and P3KE', () => {
  it('sets the three lists against the civil registry', async () => {
    await openFiles(page, regency.lists('', 'dtks', 'pbi', 'p3ke', 'dukcapil'));
    await run(page);
    const truth = agreement(await savedRows(page), truthOf(regency));
    expect(truth.precision).toBeGreaterThan(0.99);
    expect(truth.recall).toBeGreaterThan(0.98);
    expect(Math.abs((await figure(page, 'persons')) - truth.persons)).toBeLessThan(truth.persons * 0.01);
  });

  it('names the dead who are still listed, and the poor without insurance', async () => {
    await page.click(by('to-unified'));
    await page.waitForSelector(by('filter-finding'));
    const { of, dead } = really();
    const listed = ['dtks', 'pbi', 'p3ke'].map((list) => of.get(list) ?? new Set<string>());
    const deadOnLists = [...dead].filter((person) => listed.some((list) => list.has(person))).length;
    expect(deadOnLists).toBeGreaterThan(0);
    const told = (await found('deceased_on_list')) + (await found('deceased_receiving'));
    expect(told).toBeGreaterThanOrEqual(deadOnLists * 0.9);
    expect(told).toBeLessThanOrEqual(deadOnLists * 2); // one person may be both
    expect(await found('pbi_missing')).toBeGreaterThan(50);
    await page.selectOption(by('filter-finding'), 'deceased_on_list');
    await page.waitForSelector(`${by('names')} tbody tr`);
    await picture(page, 'parigi-moutong-meninggal');
    expect(faults).toEqual([]);
  });
});
