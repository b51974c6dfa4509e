// The one list: its number, findings, map, conflicts, the civil registry, authority. Every figure opens as many names as it says.

import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by, crawlFigures, figure, kSinglePage, loadSample, openBrowser, openPage, run, saved } from './support';

let context: BrowserContext;
let page: Page;
let faults: string[];

beforeAll(async () => {
  context = await openBrowser();
  ({ page, faults } = await openPage(context, kSinglePage));
  await loadSample(page);
  await run(page);
  await page.click(by('to-unified'));
}, 180_000);
afterAll(async () => {
  expect(faults).toEqual([]);
  await context.close();
});

async function part(name: string, ready: string): Promise<void> {
  await page.click(by(`part-${name}`));
  await page.waitForSelector(ready);
}

const number = (value: string | null): number => Number(value?.replaceAll('.', ''));

describe('every figure opens its names (law 8)', () => {
  it.each([
    ['overview', '.upset .door', 40],
    ['findings', `${by('finding')} .figure`, 10],
    ['map', '.village-tile', 5],
    ['conflicts', `${by('conflict-fields')} .figure`, 3],
    ['civil', `${by('civil')} .figure`, 10],
    ['actions', by('actions'), 3],
    ['number', `${by('official')}`, 8],
  ])(
    'on %s',
    async (name, ready, least) => {
      await part(name, ready);
      const { tried, wrong } = await crawlFigures(page);
      expect(wrong).toEqual([]);
      expect(tried).toBeGreaterThanOrEqual(least);
    },
    120_000,
  );

  it('also of families, and of one village', async () => {
    await part('overview', by('overlap-unit'));
    await page.selectOption(by('overlap-unit'), 'families');
    await page.waitForSelector('.upset .door[data-door*="families"]');
    expect((await crawlFigures(page)).wrong).toEqual([]);
    await page.selectOption(by('overlap-unit'), 'persons');
    await part('findings', by('finding'));
    const before = await page.textContent(`${by('finding')} .figure`);
    await page.selectOption(by('region'), { index: 2 });
    await page.waitForFunction(([selector, old]) => document.querySelector(selector)?.textContent !== old, [
      `${by('finding')} .figure`,
      before,
    ] as const);
    expect((await crawlFigures(page)).wrong).toEqual([]);
    await page.selectOption(by('region'), '');
  }, 120_000);
});

describe('priority villages', () => {
  it('narrow overlaps, names, findings and the map alike', async () => {
    await page.click(by('nav-prioritas'));
    await page.click(by('tab-lokus'));
    await page.selectOption(by('filter-lokus-mode'), 'computed');
    await page.fill(by('lokus-n'), '3');
    await page.press(by('lokus-n'), 'Tab');
    await page.waitForSelector(`${by('lokus-villages')}[data-value="3"]`);
    await page.click(by('nav-satu-data'));
    await part('overview', by('filter-lokus'));
    const count = async (): Promise<number> => Number((await page.textContent(by('found')))?.replace(/\D/g, ''));
    const all = await count();
    await page.check(by('filter-lokus'));
    await page.waitForFunction(
      ([selector, before]) => Number(document.querySelector(selector)?.textContent?.replace(/\D/g, '')) < before,
      [by('found'), all] as const,
    );
    const inside = await count();
    await page.waitForSelector('.upset .door[data-door*="lokus"]');
    const exact = await page.$$eval('.upset .door[data-door*="exact"]', (bars) =>
      bars.reduce((sum, bar) => sum + Number(bar.getAttribute('data-figure')), 0),
    );
    expect(exact).toBeLessThanOrEqual(inside);
    for (const [name, ready] of [
      ['overview', by('filter-lokus')],
      ['findings', by('finding')],
      ['map', by('tiles')],
    ] as const) {
      await part(name, ready);
      const { tried, wrong } = await crawlFigures(page);
      expect([name, wrong, tried > 0]).toEqual([name, [], true]);
    }
    expect(await page.locator('.village-tile').count()).toBe(3);
    await page.uncheck(by('filter-lokus'));
  }, 120_000);
});

describe('the one number', () => {
  it('is not more than all people, and its villages add up to it', async () => {
    await part('number', by('official'));
    const total = number(await page.textContent(`${by('official-line')} .figure`));
    const villages = await page.$$eval('.official-places tbody tr', (rows) =>
      rows.map((row) => row.querySelector<HTMLElement>('.figure')?.dataset.figure ?? '0'),
    );
    expect(villages.reduce((sum, each) => sum + Number(each), 0)).toBe(total);
    await page.click(by('nav-padankan'));
    expect(total).toBeLessThanOrEqual(await figure(page, 'persons'));
    await page.click(by('nav-satu-data'));
  });
});

describe('findings', () => {
  it('say what they mean and are handed to whoever mends them', async () => {
    await part('findings', by('finding'));
    await page.click(`${by('finding')} summary`);
    expect(await page.textContent(`${by('finding')} .finding-facts`)).toContain('UU 24/2013');
    const list = await saved(page, 'corrections');
    expect(list.subarray(0, 2).toString()).toBe('PK');
    expect((await saved(page, 'civil-check')).length).toBeGreaterThan(5000);
  });
});

describe('conflicts', () => {
  it('are settled by a person and stay settled', async () => {
    await part('conflicts', by('conflict-name'));
    await page.click(by('conflict-name'));
    await page.waitForSelector(by('conflict'));
    await page.click(by('use-value'));
    expect(await page.textContent(`${by('conflict')} [role="status"]`)).toContain('siapa');
    await page.fill(by('author-name'), 'Rina Rekaan');
    await page.click(by('author-start'));
    const open = `${by('conflict-fields')} [data-door*='"conflict":"name"']`;
    const before = Number(await page.getAttribute(open, 'data-figure'));
    await page.locator(by('conflict')).first().locator(by('use-value')).nth(1).click();
    await page.click(by('apply-decisions'));
    await page.waitForFunction(
      ([selector, count]) => Number(document.querySelector(selector)?.getAttribute('data-figure')) === count,
      [open, before - 1] as const,
      { timeout: 60_000 },
    );
  });
});

describe('lists of actions', () => {
  it('leave only while somebody answers for the result', async () => {
    await part('actions', by('actions'));
    expect(await page.getAttribute(by('lock-state'), 'data-locked')).toBe('false');
    expect(await page.locator(by('action-list')).count()).toBe(0);
    await page.click(by('lock'));
    expect(await page.textContent('.lock-form [role="alert"]')).not.toBe('');
    await page.fill(by('lock-reason'), 'Hasil rakor disepakati');
    await page.click(by('lock'));
    await page.waitForSelector(`${by('lock-state')}[data-locked="true"]`);
    expect((await saved(page, 'action-list')).subarray(0, 2).toString()).toBe('PK');
    await page.fill(by('lock-reason'), 'Ada perbaikan');
    await page.click(by('unlock'));
    await page.waitForSelector(`${by('lock-state')}[data-locked="false"]`);
  });
});

describe('a programme that states its target', () => {
  it('is told whom it might add, and why', async () => {
    await page.click(by('nav-program'));
    const pkh = `${by('programme')}[data-name="pkh"]`;
    await page.click(`${pkh} ${by('programme-edit')}`);
    await page.selectOption(by('plan-ceiling'), '2');
    await page.click(by('plan-save'));
    await page.waitForSelector(`${pkh} ${by('programme-gap')}`);
    const gap = Number(await page.getAttribute(`${pkh} ${by('programme-gap')}`, 'data-figure'));
    await page.click(by('nav-satu-data'));
    await part('actions', by('actions'));
    const add = `${by('actions')} [data-door*='"pkh:add"']`;
    const added = Number(await page.getAttribute(add, 'data-figure'));
    expect(added).toBeGreaterThan(0);
    expect(added, 'those about whom a question is open are checked first').toBeLessThanOrEqual(gap);
    await page.click(add);
    await page.waitForSelector(`${by('names-panel')} tbody tr`);
    expect(await page.textContent(`${by('names-panel')} tbody td`)).toContain('memenuhi batas desil');
    await page.keyboard.press('Escape');
  });
});

describe('authority', () => {
  it('is edited as a table, and the result follows', async () => {
    await part('authority', by('authority'));
    const rules = await page.locator(`${by('authority')} tbody tr`).count();
    await page.click(by('authority-add'));
    expect(await page.locator(`${by('authority')} tbody tr`).count()).toBe(rules + 1);
    await page.click(by('authority-use'));
    await page.waitForSelector(by('authority'));
    await part('conflicts', by('conflict-fields'));
    await part('authority', by('authority'));
    expect(await page.locator(`${by('authority')} tbody tr`).count()).toBe(rules + 1);
    await page.click(by('authority-reset'));
    await page.waitForFunction(
      ([selector, count]) => document.querySelectorAll(selector).length === count,
      [`${by('authority')} tbody tr`, rules] as const,
      { timeout: 60_000 },
    );
  });
});

describe('in a meeting', () => {
  it('no NIK can be read in any part or panel', async () => {
    await page.click(by('mask'));
    for (const [name, ready] of [
      ['conflicts', by('conflict')],
      ['findings', by('finding')],
    ] as const) {
      await part(name, ready);
      if (name === 'findings') {
        await page.click(`${by('finding')}[data-code="nik_invalid"] .figure`);
        await page.waitForSelector(`${by('names-panel')} tbody tr`);
      }
      expect(await page.textContent('main')).not.toMatch(/\d{6} ?\d{6} ?\d{4}/);
    }
    await page.click(by('mask'));
  });
});
