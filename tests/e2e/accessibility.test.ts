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
  ['review, nothing to review', (page) => page.click(by('nav-tinjau'))],
  ['minutes, nothing sealed', (page) => page.click(by('nav-berita-acara'))],
  ['minutes, checking files', (page) => page.click(by('minutes-tab-check'))],
  ['saving the project', (page) => page.click(by('project-save'))],
  [
    'history, nothing decided',
    async (page) => {
      await page.keyboard.press('Escape'); // closes the panel
      await page.click(by('nav-riwayat'));
    },
  ],
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
    'review, who decides',
    async (page) => {
      await page.click(by('nav-tinjau'));
      await page.waitForSelector(by('author-name'));
    },
  ],
  [
    'a question, answered before and looked at again',
    async (page) => {
      await page.fill(by('author-name'), 'Rina Rekaan');
      await page.click(by('author-start'));
      await page.waitForSelector(by('question'));
      const first = await page.getAttribute(by('question'), 'data-case');
      await page.keyboard.press('s');
      await page.waitForSelector(`${by('question')}:not([data-case="${first}"])`);
      await page.keyboard.press('ArrowLeft');
      await page.waitForSelector(`${by('question')}[data-case="${first}"]`);
      await page.click(`${by('weight-detail')} summary`);
    },
  ],
  [
    'patterns, one open',
    async (page) => {
      await page.click(by('review-tab-patterns'));
      await page.click(by('pattern-open'));
      await page.waitForSelector('.pattern-samples .sight');
    },
  ],
  [
    'a random check',
    async (page) => {
      await page.click(by('review-tab-audit'));
      await page.click(by('audit-start'));
      await page.waitForSelector(by('audit-item'));
    },
  ],
  [
    'many hands, split',
    async (page) => {
      await page.click(by('review-tab-hands'));
      await page.fill(by('hands-names'), 'Siti Rekaan\nBudi Rekaan');
      await page.fill(by('hands-passphrase'), 'kopi tubruk pagi');
      await page.click(by('hands-split'));
      await page.waitForSelector(by('hands-made'));
    },
  ],
  [
    'history, one decision open',
    async (page) => {
      await page.click(by('nav-riwayat'));
      await page.click(`${by('history')} tbody tr`);
      await page.waitForSelector(by('event-undo'));
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
  ...(
    [
      ['findings', by('finding')],
      ['map', '.village-tile'],
      ['conflicts', by('conflict')],
      ['civil', by('civil')],
      ['actions', by('actions')],
      ['number', by('official')],
      ['authority', by('authority')],
    ] as const
  ).map(([part, ready]): (typeof kStates)[number] => [
    `one list, ${part}`,
    async (page) => {
      await page.click(by(`part-${part}`));
      await page.waitForSelector(ready);
    },
  ]),
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
