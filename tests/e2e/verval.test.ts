// Worksheets out and back in the browser: a batch is downloaded, its workbooks are filled in and dropped on the board.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by, crawlFigures, kSinglePage, loadSample, openBrowser, openPage, run, saved } from './support';

const kAxe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const kEditor = fileURLToPath(new URL('../support/fill_worksheet.py', import.meta.url));
const kPython = existsSync('/usr/bin/python3') ? '/usr/bin/python3' : 'python3';

let context: BrowserContext;
beforeAll(async () => {
  context = await openBrowser();
});
afterAll(async () => context.close());

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(kAxe);
  const results = (await page.evaluate('axe.run()')) as AxeResults;
  return results.violations.map(
    (each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
  );
}

function fill(book: string, to: string, cells: Record<string, Record<string, string>>): void {
  const done = spawnSync(kPython, [kEditor, book, to, JSON.stringify({ cells })], { encoding: 'utf8' });
  expect([done.status, done.stderr]).toEqual([0, '']);
}

const value = async (page: Page, id: string, name = 'value'): Promise<number> =>
  Number(await page.getAttribute(by(id), `data-${name}`));

describe('Verval', () => {
  it('hands out worksheets, takes them back, and asks a person where two disagree', { timeout: 300_000 }, async () => {
    const { page, faults } = await openPage(context, kSinglePage);
    await page.click(by('nav-verval'));
    await page.waitForSelector('.screen-verval .empty');
    expect(await violations(page)).toEqual([]);
    await page.click(by('nav-beranda'));
    await loadSample(page);
    await run(page);

    await page.click(by('nav-verval'));
    await page.waitForSelector(by('make'));
    expect(await violations(page)).toEqual([]);
    const zip = await saved(page, 'make');
    await page.waitForSelector(by('board'));
    const folder = mkdtempSync(join(tmpdir(), 'padan-verval-'));
    writeFileSync(join(folder, 'all.zip'), zip);
    expect(spawnSync('unzip', ['-q', 'all.zip', '-d', 'sheets'], { cwd: folder }).status).toBe(0);
    const books = readdirSync(join(folder, 'sheets')).sort();
    expect(books.length).toBe(await page.$$eval(by('tile'), (tiles) => tiles.length));

    const [book = ''] = books;
    const sheet = join(folder, 'sheets', book);
    const one = join(folder, 'satu.xlsx');
    const other = join(folder, 'dua.xlsx');
    fill(sheet, one, { 1: { HASIL: '1 Layak', Petugas: 'Ibu Ratna' }, 2: { HASIL: 'MD' }, 3: { HASIL: '3 / 4' } });
    fill(sheet, other, { 1: { HASIL: '3 Meninggal', Petugas: 'Pak Karta' } });
    const photo = join(folder, 'foto.jpg');
    writeFileSync(photo, Buffer.from('\u0089PNG\r\n\u001a\n0000', 'latin1'));
    await page.setInputFiles(by('file-input'), [one, other, photo]);
    await page.waitForSelector(by('conflict'));
    expect(await value(page, 'coverage')).toBe(1);
    expect(await page.$$eval(by('problem'), (all) => all.map((each) => (each as HTMLElement).dataset.code))).toEqual(
      expect.arrayContaining(['two_answers', 'file_refused', 'conflict', 'not_filled_in']),
    );
    expect(await violations(page)).toEqual([]);
    const doors = await crawlFigures(page); // law 8: headline, intake, tiles, results, problems
    expect(doors.wrong).toEqual([]);
    expect(doors.tried).toBeGreaterThan(books.length + 8);
    for (const kind of ['"show":"villages"', '"show":"intake"', '"show":"remark"', '"result":"dead"']) {
      expect(await page.locator(`[data-figure][data-door*='${kind}']`).count()).toBeGreaterThan(0);
    }
    await page.keyboard.press('Escape');

    await page.fill(by('author-name'), 'Sri Wahyuni');
    await page.click(by('author-start'));
    await page.click(`${by('conflict-choose')}[data-side="0"]`);
    await page.waitForSelector(by('conflict'), { state: 'detached' });
    await expect.poll(() => value(page, 'coverage')).toBe(2);

    await page.click(`${by('tile')}[data-value="2"]`);
    await page.waitForSelector(`${by('rows-panel')} tbody tr`);
    const names = await page.textContent(`${by('rows-panel')} tbody`);
    await page.click(by('mask'));
    await page.waitForSelector(`${by('rows-panel')} tbody tr`);
    expect(await page.textContent(`${by('rows-panel')} tbody`)).not.toBe(names);
    await page.click(by('mask'));

    await page.evaluate(() => {
      const seen = { empty: false, applying: false };
      Object.assign(window, { seen });
      new MutationObserver(() => {
        seen.empty ||= document.querySelector('.screen-verval .empty') !== null;
        seen.applying ||= document.querySelector('[data-testid="applying"]') !== null;
      }).observe(document, { subtree: true, childList: true });
    });
    await page.click(by('apply-decisions'));
    await page.waitForSelector(by('apply-decisions'), { state: 'detached' });
    expect(await page.evaluate(() => (window as unknown as { seen: unknown }).seen)).toEqual({
      empty: false, // never "no result" while the answers are applied
      applying: true,
    });
    expect((await crawlFigures(page)).wrong).toEqual([]);
    await page.setInputFiles(by('file-input'), [one]);
    await page.waitForFunction(() => document.querySelector('[data-testid="problem"][data-code="same_file"]'));
    expect(await value(page, 'coverage')).toBe(2);
    await page.click(by('nav-riwayat'));
    await page.waitForSelector(by('history-count'));
    expect(await value(page, 'history-count')).toBe(2);
    expect(faults).toEqual([]);
    await page.close();
  });
});
