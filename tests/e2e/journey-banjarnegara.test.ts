// Verification of priority villages in two days, and the report to the governor. docs/journeys/banjarnegara.md tells it.

import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFiles, picture, type Regency, sentBack, signedPaper, synth, table } from './journey';
import { by, crawlFigures, figure, kSinglePage, openBrowser, openPage, run, saved } from './support';

let context: BrowserContext;
let page: Page;
let faults: string[];
let regency: Regency;
let back: string[];
let key: Record<string, string>[]; // what villages answered, and what is wrong with their files

beforeAll(async () => {
  regency = synth('--people', '12500', '--seed', '44', '--lokus', '44', '--quiet');
  context = await openBrowser();
  ({ page, faults } = await openPage(context, kSinglePage));
});
afterAll(async () => {
  await context.close();
  regency.remove();
});

const count = async (id: string, name = 'value'): Promise<number> =>
  Number(await page.getAttribute(by(id), `data-${name}`));

/** How many the ranking has for a reason. */
async function named(need: string): Promise<number> {
  await page.waitForSelector(`${by('filter-need')} option[value="${need}"]`, { state: 'attached' });
  await page.selectOption(by('filter-need'), need);
  const option = (await page.textContent(`${by('filter-need')} option[value="${need}"]`)) ?? '';
  const promised = /\(([\d.]+)\)$/.exec(option)?.[1];
  await expect.poll(async () => (await page.textContent(by('found')))?.includes(promised ?? '?')).toBe(true);
  return Number(promised?.replace('.', ''));
}

const day = (plus: number): string => new Date(Date.now() + plus * 86_400_000).toISOString().slice(0, 10);

describe('the regency whose priority villages verify in two days', () => {
  it('matches what it has, and takes the 44 villages in 14 districts from the list of the province', async () => {
    await openFiles(page, regency.lists('', 'dtks', 'p3ke', 'pbi', 'dukcapil', 'stunting', 'baznas'));
    await run(page);
    await page.click(by('nav-prioritas'));
    await page.click(by('tab-lokus'));
    await page.selectOption(by('filter-lokus-mode'), 'list');
    await page.fill(by('expected-villages'), '44');
    await page.press(by('expected-villages'), 'Tab');
    await page.fill(by('expected-districts'), '14');
    await page.press(by('expected-districts'), 'Tab');
    await page.setInputFiles(by('lokus-file'), regency.file('lokus/lokus.csv'));
    await page.waitForSelector(by('lokus-use'));
    await page.click(by('lokus-use'));
    await expect.poll(() => page.getAttribute(by('lokus-villages'), 'data-value')).toBe('44');
    expect(await page.getAttribute(by('lokus-expected'), 'class')).not.toContain('bad');
  });

  it('ranks the sick, the old, those alone and those without aid, and says why in words', async () => {
    await page.click(by('tab-ranking'));
    await page.check(by('filter-lokus'));
    await page.selectOption(by('filter-unit'), 'persons');
    await page.waitForSelector(`${by('ranking')} tbody tr`);
    const first = (await page.textContent(`${by('ranking')} tbody tr`)) ?? '';
    expect(first.toLowerCase()).toMatch(/lansia|sakit|sendiri|bantuan/);
    await page.focus(by('weight-stunting'));
    await page.keyboard.press('ArrowRight'); // the officer asks for stunting, too
    for (const need of ['elderly', 'alone', 'no_aid', 'stunting']) {
      expect([need, (await named(need)) > 0]).toEqual([need, true]);
    }
    await picture(page, 'banjarnegara-stunting'); // poverty and stunting in one list
    await page.selectOption(by('filter-need'), '');
  });

  it('hands out a worksheet to every priority village, to be back in two days', async () => {
    await page.click(by('nav-verval'));
    await page.waitForSelector(by('make'));
    expect(await page.isChecked(by('where-some'))).toBe(true); // the lokus is taken over
    expect(await page.inputValue(by('deadline'))).toBe(day(2));
    await page.fill(by('workers'), '');
    const archive = await saved(page, 'make');
    await page.waitForSelector(by('board'));
    expect(await page.locator(by('tile')).count()).toBe(44);
    expect(await page.locator('.district').count()).toBe(14);
    back = sentBack(regency, archive, '--seed', '2', '--errors', 'medium', '--as-of', day(0));
    key = table(readFileSync(regency.file('kembali/truth/answers.csv'), 'utf8'));
    expect(new Set(key.map(({ file }) => file)).size).toBe(44);
    expect(key.length).toBe(
      await page.$$eval(by('tile'), (all) =>
        all.reduce((sum, each) => sum + Number((each as HTMLElement).dataset.figure), 0),
      ),
    );
  });

  it('takes back what villages send, in whatever state, and lists what stands in the way', {
    timeout: 300_000,
  }, async () => {
    await page.setInputFiles(by('file-input'), back);
    await page.waitForSelector(by('intake-answered'), { timeout: 240_000 });
    const flaws = new Map(key.map(({ file, flaw }) => [file, flaw]));
    const whole = key.filter(({ file }) => ['', 'sorted', 'twice', 'csv'].includes(flaws.get(file) ?? ''));
    const answered = await count('coverage');
    expect(answered).toBeGreaterThanOrEqual(whole.length);
    expect(answered).toBeLessThanOrEqual(key.length);
    const codes = await page.$$eval(by('problem'), (all) => all.map((each) => (each as HTMLElement).dataset.code));
    expect(codes).toEqual(expect.arrayContaining(['not_filled_in', 'file_refused']));
    await picture(page, 'banjarnegara-verval');
    const { tried, wrong } = await crawlFigures(page);
    expect(wrong).toEqual([]);
    expect(tried).toBeGreaterThan(44);
    await page.keyboard.press('Escape');
    expect((await saved(page, 'escalation')).subarray(0, 2).toString()).toBe('PK');
  });

  it('settles what two workers say differently, applies the answers, and tells the governor on one page', async () => {
    if ((await page.locator(by('conflict')).count()) > 0) {
      await page.fill(by('author-name'), 'Rina Rekaan');
      await page.fill(by('author-capacity'), 'Pengelola data');
      await page.click(by('author-start'));
      for (let left = await page.locator(by('conflict')).count(); left > 0; --left) {
        await page.locator(by('conflict-choose')).first().click();
        await expect.poll(() => page.locator(by('conflict')).count()).toBe(left - 1);
      }
    }
    await page.click(by('apply-decisions'));
    await page.waitForSelector(by('apply-decisions'), { state: 'detached', timeout: 120_000 });
    const report = (await page.textContent(by('governor-report'))) ?? '';
    expect(report).toContain(new Intl.NumberFormat('id-ID').format(await count('coverage')));
    expect(report).toContain(`${await count('coverage', 'villages')} dari 44 desa`);
    await page.click(by('nav-prioritas'));
    await page.click(by('tab-ranking'));
    expect(await named('sick')).toBeGreaterThan(0); // no list knew who is ill; the villages do
    await page.click(by('nav-verval'));
  });

  it('ends with minutes that state what was found, sealed', async () => {
    const answered = await count('coverage');
    const persons = await (async () => {
      await page.click(by('nav-padankan'));
      return figure(page, 'persons');
    })();
    const words = await signedPaper(page, {
      preset: 'tkpkd',
      version: 'Hasil verval lokus',
      year: '2027',
      fields: {
        government: 'PEMERINTAH KABUPATEN CIMANDALA',
        agency: 'BAPERLITBANG',
        date: '2023-02-07',
        place: 'Aula Baperlitbang',
        chair: 'Sekretaris Daerah',
        deadline: day(7),
      },
      signers: [{ name: 'Endang Rekaan', nip: '197001011995031001' }],
    });
    expect(words).toContain('Selasa tanggal tujuh bulan Februari tahun dua ribu dua puluh tiga (07-02-2023)');
    expect(words).toContain('Hasil verifikasi dan validasi');
    expect(words).toContain(new Intl.NumberFormat('id-ID').format(answered));
    expect(words).toContain(new Intl.NumberFormat('id-ID').format(persons));
    expect(words).toContain('ditetapkan menurut data kependudukan (Dukcapil)');
    await picture(page, 'banjarnegara-berita-acara', '.paper caption:has-text("Hasil verifikasi")');
    expect(faults).toEqual([]);
  });
});
