// A province: eight regencies bring their P3KE, whose validity has ended, into one project. docs/journeys/banten.md tells it.

import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreement, openFiles, picture, type Regency, savedRows, signedPaper, synth, truthOf } from './journey';
import { by, crawlFigures, figure, kSinglePage, openBrowser, openPage, run, sumOfRows } from './support';

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
  });

  it('names the recipients whose only basis has run out', async () => {
    await page.click(by('to-unified'));
    await page.click(by('part-findings'));
    const finding = `${by('finding')}[data-code="basis_expired"]`;
    await page.waitForSelector(`${finding} .figure`);
    expect((await crawlFigures(page)).wrong).toEqual([]);
    await page.click(`${finding} .figure`); // eight lists; behind each the people whom it alone supports
    await page.waitForSelector(`${by('names-panel')} tbody tr`);
    expect(await page.getAttribute(by('panel-total'), 'data-value')).toBe('8');
    await page.click(`${by('names-panel')} tbody tr`);
    await page.waitForSelector(`${by('panel-total')}[data-door*="persons"]`);
    const affected = Number(await page.getAttribute(by('panel-total'), 'data-value'));
    expect(affected).toBeGreaterThan(100);
    await picture(page, 'banten-terdampak');
    await page.keyboard.press('Escape');
  });

  it('ends with joint minutes: a signature block of every regency, mewakili, a.n. and Plt.', async () => {
    const words = await signedPaper(page, {
      preset: 'rakortas',
      version: 'Rakortas P3KE',
      year: '2025',
      each: 'regencies',
      fields: {
        government: 'PEMERINTAH PROVINSI',
        agency: 'DINAS SOSIAL',
        date: '2024-10-08',
        place: 'Aula Dinas Sosial Provinsi',
        deadline: '2024-12-20',
      },
      signers: [
        {
          name: 'Budiman Rekaan',
          position: 'Sekretaris',
          acting: 'represents',
          principal: 'Kepala Dinas Sosial Provinsi',
        },
        { name: 'Asih Rekaan', position: 'Kepala Bidang', acting: 'an', principal: 'Kepala Dinas Sosial' },
        { name: 'Tono Rekaan', acting: 'plt' },
      ],
    });
    expect(words).toContain('Mewakili Kepala Dinas Sosial Provinsi');
    expect(words).toContain('a.n. Kepala Dinas Sosial');
    expect(words).toContain('Plt. Kepala Dinas Sosial');
    const blocks = await page.$$eval('.paper .signature', (all) => all.map((each) => each.textContent ?? ''));
    expect(blocks).toHaveLength(9); // the province and eight regencies
    const regencies = await page.$$eval(
      '.paper .figure[data-path^="regencies."][data-path$=".persons"]',
      (all) => all.length,
    );
    expect(regencies).toBe(8);
    expect(words).toContain('31 Desember 2024'); // until when each list held
    await picture(page, 'banten-berita-acara', '.paper caption:has-text("Menurut kabupaten")');
    expect(faults).toEqual([]);
  });
});
