// axe finds nothing on any screen, in any state worth naming, in either language.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by, drop, kSinglePage, loadSample, openBrowser, openPage, run } from './support';

const kAxe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const kLocked = fileURLToPath(new URL('../support/locked.xlsx', import.meta.url));

let context: BrowserContext;
beforeAll(async () => {
  context = await openBrowser();
});
afterAll(async () => context.close());

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(kAxe);
  const results = (await page.evaluate('axe.run()')) as AxeResults;
  return results.violations.map(
    (each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  );
}

const kStates: [string, (page: Page) => Promise<unknown>][] = [
  ['the first screen', async () => undefined],
  ['files, none yet', (page) => page.click(by('nav-berkas'))],
  ['matching, nothing to match', (page) => page.click(by('nav-padankan'))],
  ['one list, no result', (page) => page.click(by('nav-satu-data'))],
  [
    'files, one open, one refused',
    async (page) => {
      await page.click(by('nav-beranda'));
      await loadSample(page);
      await drop(page, [{ name: 'kosong.csv', text: '' }]);
      await page.waitForSelector(by('file-error'));
      await page.click(by('file-open'));
      await page.waitForSelector('padan-data-grid tbody tr');
      await page.waitForSelector(`${by('profile')}[aria-busy="false"]`);
    },
  ],
  [
    'the rows behind a number of a profile',
    async (page) => {
      await page.click('.remark summary');
      await page.click(by('profile-door'));
      await page.waitForSelector(`${by('rows-panel')} tbody tr`);
    },
  ],
  [
    'files, one locked',
    async (page) => {
      await page.setInputFiles(by('file-input'), kLocked);
      await page.waitForSelector(by('file-password'));
    },
  ],
  ['matching, before', (page) => page.click(by('nav-padankan'))],
  ['matching, after', (page) => run(page)],
  [
    'a doubtful pair',
    async (page) => {
      await page.waitForSelector(`${by('pairs')} tbody tr`);
      await page.click(`${by('pairs')} tbody tr`);
      await page.waitForSelector('.waterfall');
    },
  ],
  [
    'one list',
    async (page) => {
      await page.click(by('nav-satu-data'));
      await page.waitForSelector(`${by('names')} tbody tr`);
      await page.waitForSelector('.upset');
    },
  ],
  [
    'names behind a bar',
    async (page) => {
      await page.click('.upset .door[data-key="combination-0"]');
      await page.waitForSelector(`${by('names-panel')} tbody tr`);
    },
  ],
  [
    'one person',
    async (page) => {
      await page.click(`${by('names-panel')} tbody tr`);
      await page.waitForSelector('.side-by-side');
    },
  ],
  [
    'the proof, while the room is looking',
    async (page) => page.click(by('mask')).then(() => page.click(by('offline'))),
  ],
];

describe.each(['id', 'en'])('in %s', (language) => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await openPage(context, kSinglePage));
    if ((await page.getAttribute('html', 'lang')) !== language) {
      await page.click(by('language'));
    }
  });
  afterAll(async () => page.close());

  it.each(kStates)('%s', async (_, reach) => {
    await reach(page);
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    expect(await violations(page)).toEqual([]);
  });
});
