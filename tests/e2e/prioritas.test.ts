// Prioritas & lokus: the ranking, the line, and the villages, with every number a door.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by, crawlFigures, kSinglePage, loadSample, openBrowser, openPage, run } from './support';

const kAxe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let context: BrowserContext;
let page: Page;
let faults: string[];

async function violations(): Promise<string[]> {
  await page.evaluate(kAxe);
  const results = (await page.evaluate('axe.run()')) as AxeResults;
  return results.violations.map(
    (each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}

/** Opens the n-th number of a kind and compares what the panel holds with what the number says. */
async function opens(testId: string, n = 0): Promise<void> {
  const door = page.locator(by(testId)).nth(n);
  const value = await door.getAttribute('data-figure');
  await door.click();
  await page.waitForSelector(by('panel-total'));
  await expect.poll(() => page.getAttribute(by('panel-total'), 'data-value')).toBe(value);
  await page.keyboard.press('Escape');
  await page.waitForSelector(by('names-panel'), { state: 'hidden' });
}

beforeAll(async () => {
  context = await openBrowser();
  ({ page, faults } = await openPage(context, kSinglePage));
  await page.click(by('nav-prioritas'));
  await page.waitForSelector('.empty-title');
  await page.click(by('nav-beranda'));
  await loadSample(page);
  await run(page);
});
afterAll(async () => {
  expect(faults).toEqual([]);
  await context.close();
});

describe('Prioritas', () => {
  it('ranks everybody who is there, and the first stands first', async () => {
    await page.click(by('nav-prioritas'));
    await page.waitForSelector(`${by('ranking')} tbody tr`);
    expect(await page.textContent(`${by('ranking')} tbody tr td`)).toBe('1');
    expect(await page.textContent(by('priority-answer'))).not.toContain('{');
    await opens('door');
    expect(await violations()).toEqual([]);
  });

  it('opens every number there is', async () => {
    await page.waitForSelector(by('pyramid-bar'));
    const { tried, wrong } = await crawlFigures(page);
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(30);
    await page.keyboard.press('Escape');
  });

  it('shows at once who enters and who leaves when a weight moves', async () => {
    await page.fill(by('quota'), '200');
    await page.press(by('quota'), 'Tab');
    await page.waitForSelector(`${by('ranking')} tr.above-line`);
    await page.click(by('priority-apply'));
    await page.waitForSelector(`${by('priority-status')}.good`);
    await page.focus(by('weight-elderly'));
    for (let i = 0; i < 12; ++i) {
      await page.keyboard.press('ArrowRight');
    }
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-testid'))).toBe('weight-elderly');
    await page.waitForSelector(by('line-entered'));
    const entered = await page.getAttribute(by('line-entered'), 'data-figure');
    expect(await page.getAttribute(by('line-left'), 'data-figure')).toBe(entered);
    await opens('line-entered');
    await opens('line-left');
    await page.click(by('priority-reset'));
    await page.waitForSelector(by('line-entered'), { state: 'detached' });
  });

  it('keeps the place, the filter and the trial through a reload of the language', async () => {
    await page.selectOption(by('filter-unit'), 'persons');
    await page.selectOption(by('filter-need'), 'elderly');
    await page.waitForSelector(`${by('ranking')} tbody tr`);
    const found = (await page.textContent(by('found')))?.replace(/\D/g, '');
    await page.click(by('language'));
    await page.waitForSelector(`${by('ranking')} tbody tr`);
    await expect.poll(async () => (await page.textContent(by('found')))?.replace(/\D/g, '')).toBe(found);
    expect(await violations()).toEqual([]);
    await page.click(by('language'));
  });

  it('opens a person from the ranking and comes back by Escape', async () => {
    await page.waitForSelector(`${by('ranking')} tbody tr`);
    await page.click(`${by('ranking')} tbody tr`);
    await page.waitForSelector(`${by('names-panel')} .side-by-side`);
    await page.keyboard.press('Escape');
    await page.waitForSelector(by('names-panel'), { state: 'hidden' });
  });

  it('draws the people by age and sex, each bar a door', async () => {
    await page.waitForSelector(by('pyramid-bar'));
    await opens('pyramid-bar', 3);
    await page.locator(by('pyramid-bar')).nth(5).focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector(by('panel-total'));
    await page.keyboard.press('Escape');
  });

  it('masks names in front of a room', async () => {
    await page.click(by('mask'));
    await page.waitForSelector(`${by('ranking')} tbody tr`);
    const name = await page.textContent(`${by('ranking')} tbody tr td:nth-child(3)`);
    expect(name).toMatch(/•/);
    await page.click(by('mask'));
  });
});

describe('Lokus', () => {
  it('counts villages from the lists, and holds them against what was laid down', async () => {
    await page.click(by('tab-lokus'));
    await page.selectOption(by('filter-lokus-mode'), 'computed');
    await page.fill(by('lokus-n'), '3');
    await page.press(by('lokus-n'), 'Tab');
    await expect.poll(() => page.getAttribute(by('lokus-villages'), 'data-value')).toBe('3');
    await page.fill(by('expected-villages'), '44');
    await page.press(by('expected-villages'), 'Tab');
    await page.waitForSelector(`${by('lokus-expected')}.bad`);
    await page.waitForSelector(`${by('lokus-table')} tr.above-line`);
    await opens('village-families');
    await opens('village-poor');
    await opens('village-bar');
    expect(await violations()).toEqual([]);
  });

  it('takes a list that is pasted, and says what it does not know', async () => {
    const first = await page.$$eval(`${by('lokus-table')} tbody tr:first-child td`, (cells) =>
      cells.map((cell) => cell.textContent ?? ''),
    );
    await page.selectOption(by('filter-lokus-mode'), 'list');
    await page.fill(by('lokus-paste'), `${first[1]}, ${first[2]}\nDESA ENTAH, KECAMATAN ENTAH`);
    await page.click(by('lokus-match'));
    await page.waitForSelector(`${by('lokus-matched')} li.bad`);
    await page.click(by('lokus-use'));
    await expect.poll(() => page.getAttribute(by('lokus-villages'), 'data-value')).toBe('1');
  });

  it('narrows the ranking to the lokus', async () => {
    await page.click(by('tab-ranking'));
    await page.waitForSelector(by('filter-lokus'));
    const all = Number(await page.getAttribute(`${by('priority-answer')} ${by('door')}`, 'data-figure'));
    await page.check(by('filter-lokus'));
    await expect
      .poll(async () => Number(await page.getAttribute(`${by('priority-answer')} ${by('door')}`, 'data-figure')))
      .toBeLessThan(all);
  });
});
