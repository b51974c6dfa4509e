// Program: who receives what, what a change would do, what leaves, and what changed since an earlier result.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by, crawlFigures, kSinglePage, loadSample, openBrowser, openPage, run, saved } from './support';

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

async function opens(selector: string): Promise<void> {
  const door = page.locator(selector).first();
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
  await loadSample(page);
  await run(page);
  await page.click(by('nav-program'));
  await page.waitForSelector(by('programme'));
});
afterAll(async () => {
  expect(faults).toEqual([]);
  await context.close();
});

describe('Program', () => {
  it('says who receives nothing and who receives several, and opens both', async () => {
    await opens(by('families-none'));
    await opens(by('families-several'));
    expect(await violations()).toEqual([]);
  });

  it('counts gaps as soon as a limit is given', async () => {
    const pkh = `${by('programme')}[data-name="pkh"]`;
    await page.click(`${pkh} ${by('programme-edit')}`);
    await page.selectOption(by('plan-ceiling'), '4');
    await page.fill(by('plan-quota'), '100');
    await page.fill(by('plan-amount'), '3000000');
    await page.click(by('plan-save'));
    await page.waitForSelector(`${pkh} ${by('programme-gap')}`);
    for (const figure of ['receivers', 'eligible', 'gap', 'nothing']) {
      await opens(`${pkh} ${by(`programme-${figure}`)}`);
    }
  });

  it('tells what a change would do, at once', async () => {
    await page.selectOption(by('filter-try-programme'), 'pkh');
    await page.fill(by('try-quota'), '50');
    await page.press(by('try-quota'), 'Tab');
    await page.waitForSelector(by('try-entered'));
    await opens(by('try-entered'));
    await opens(by('try-left'));
    expect(await page.textContent(by('trial-outcome'))).toContain('Rp');
  });

  it('opens the cells of decile by programme', async () => {
    await opens(by('decile-cell'));
  });

  it('opens every number there is', async () => {
    const { tried, wrong } = await crawlFigures(page);
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(60);
    await page.keyboard.press('Escape');
  });

  it('shows everybody and every programme', async () => {
    await page.click(by('tab-matrix'));
    await page.waitForSelector(`${by('programme-matrix')} tbody tr`);
    await page.selectOption(by('filter-programme'), 'pkh');
    await page.waitForSelector(`${by('programme-matrix')} .received`);
    expect(await violations()).toEqual([]);
  });

  it('saves extracts that hold no more than they may', async () => {
    await page.click(by('tab-extracts'));
    await page.waitForSelector(by('extract-donor-count'));
    await opens(by('extract-donor-count'));
    for (const kind of ['agency', 'donor', 'rkpdes', 'priority', 'forum']) {
      expect((await saved(page, `extract-${kind}`)).subarray(0, 2).toString()).toBe('PK');
    }
    expect(await violations()).toEqual([]);
  });

  it('compares with an earlier result: with itself nothing has changed', async () => {
    await page.click(by('nav-satu-data'));
    await page.selectOption(by('export-format'), 'csv');
    const persons = await saved(page, 'export-persons');
    const rows = await saved(page, 'export-rows');
    await page.click(by('nav-program'));
    await page.click(by('tab-change'));
    await page.setInputFiles(by('change-file'), [
      { name: 'persons.csv', mimeType: 'text/csv', buffer: persons },
      { name: 'rows.csv', mimeType: 'text/csv', buffer: rows },
    ]);
    await page.waitForSelector(by('change-answer'), { timeout: 60_000 });
    expect(await page.locator(by('change-entered')).count()).toBe(0);
    expect(await page.locator(by('change-left')).count()).toBe(0);
    expect(await violations()).toEqual([]);
  });

  it('says in both languages what it says', async () => {
    await page.click(by('language'));
    await page.waitForSelector(by('change-answer'));
    for (const tab of ['programmes', 'matrix', 'extracts']) {
      await page.click(by(`tab-${tab}`));
      await page.waitForLoadState();
      expect(await page.textContent('main')).not.toMatch(/\{\w+\}/);
    }
    await page.click(by('language'));
  });
});
