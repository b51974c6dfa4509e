// What the verification of DTKS, PBI-JK and P3KE says of aid. docs/journeys/parigi-moutong.md tells it.

import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreement, openFiles, picture, type Regency, savedRows, signedPaper, synth, table, truthOf } from './journey';
import { by, crawlFigures, figure, kSinglePage, openBrowser, openPage, run, saved } from './support';

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
function really(): { of: Map<string, Set<string>>; dead: Set<string>; gone: Set<string> } {
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
  const people = table(readFileSync(regency.file('truth/people.csv'), 'utf8'));
  const gone = new Set(people.filter(({ alive }) => alive !== 'ya').map(({ person_id = '' }) => person_id));
  return { of, dead, gone };
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
    const { of, dead, gone } = really();
    const listed = ['dtks', 'pbi', 'p3ke'].map((list) => of.get(list) ?? new Set<string>());
    const onLists = (people: Set<string>): number =>
      [...people].filter((person) => listed.some((list) => list.has(person))).length;
    const deadOnLists = onLists(dead);
    expect(deadOnLists).toBeGreaterThan(0);
    const told = (await found('deceased_on_list')) + (await found('deceased_receiving'));
    expect(told).toBeGreaterThanOrEqual(deadOnLists * 0.9);
    expect(told).toBeLessThanOrEqual(onLists(gone) * 2); // also told by "ALM." before a name; one person may be both
    expect(await found('pbi_missing')).toBeGreaterThan(50);
    await page.selectOption(by('filter-finding'), 'deceased_on_list');
    await page.waitForSelector(`${by('names')} tbody tr`);
    await picture(page, 'parigi-moutong-meninggal');
  });

  it('shows the gap of PBI both ways, the doubled, and what each list should do', async () => {
    expect(await found('pbi_not_poor')).toBeGreaterThan(0);
    expect(await found('duplicate_in_source')).toBeGreaterThan(0);
    await page.click(by('part-actions'));
    await page.waitForSelector(by('actions'));
    expect(await page.locator(by('action-list')).count()).toBe(0); // nothing leaves before somebody answers for it
    const { tried, wrong } = await crawlFigures(page);
    expect(wrong).toEqual([]);
    const doors = await page.$$eval('[data-door*=\'"action"\']', (all) =>
      all.map((each) => each.getAttribute('data-door') ?? ''),
    );
    for (const action of ['keep', 'add', 'remove', 'mend', 'check']) {
      expect([action, doors.some((door) => door.includes(`:${action}"`))]).toEqual([action, true]);
    }
    expect(tried).toBeGreaterThan(4);
    await page.keyboard.press('Escape');
  });

  it('hands the lists over once the result is locked', async () => {
    await page.fill(by('author-name'), 'Rina Rekaan');
    await page.fill(by('author-capacity'), 'Pengelola data');
    await page.click(by('author-start'));
    await page.fill(by('lock-reason'), 'Hasil verifikasi disepakati rakor');
    await page.click(by('lock'));
    await page.waitForSelector(`${by('lock-state')}[data-locked="true"]`);
    expect((await saved(page, 'action-list')).subarray(0, 2).toString()).toBe('PK');
    await picture(page, 'parigi-moutong-tindakan');
  });

  it('ends with minutes of the results, sealed', async () => {
    const words = await signedPaper(page, {
      preset: 'verval',
      version: 'Hasil verifikasi 2023',
      year: '2024',
      fields: { government: 'PEMERINTAH KABUPATEN', agency: 'DINAS SOSIAL', date: '2023-11-30', place: 'Mako Tagana' },
      signers: [{ name: 'Ayu Rekaan' }, { name: 'Dedi Rekaan' }],
    });
    expect(words).toContain('Kamis tanggal tiga puluh bulan November tahun dua ribu dua puluh tiga (30-11-2023)');
    expect(words).toContain('Ayu Rekaan');
    expect(faults).toEqual([]);
  });
});
