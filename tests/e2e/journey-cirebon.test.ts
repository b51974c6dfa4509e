// All agencies in stages over saved work, and one official number. docs/journeys/cirebon.md tells it.

import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreement, openFiles, picture, type Regency, savedRows, signedPaper, synth, truthOf } from './journey';
import { by, figure, kSinglePage, openBrowser, openPage, run, saved } from './support';

let context: BrowserContext;
let page: Page;
let faults: string[];
let regency: Regency;
let project: Buffer;
let decisions: Buffer;
let persons: number;

const kAnswers = 3;

beforeAll(async () => {
  regency = synth('--people', '6000', '--seed', '32', '--errors', 'heavy', '--quiet');
  context = await openBrowser();
  ({ page, faults } = await openPage(context, kSinglePage));
});
afterAll(async () => {
  await context.close();
  regency.remove();
});

async function standing(): Promise<number> {
  return Number((await page.textContent(`${by('nav-riwayat')} .mark`).catch(() => '0')) ?? 0);
}

/** An answer about a group is several events. */
function events(): number {
  return decisions.toString('utf8').trim().split('\n').length;
}

describe('the regency that gathers its agencies one after the other', () => {
  it('first matches what Dinsos has, decides some of it, and saves the work', async () => {
    await openFiles(page, regency.lists('', 'dtks', 'pbi', 'dukcapil'));
    await run(page);
    await page.click(by('nav-tinjau'));
    await page.fill(by('author-name'), 'Rina Rekaan');
    await page.fill(by('author-capacity'), 'pengelola data');
    await page.click(by('author-start'));
    for (let i = 0; i < kAnswers; i++) {
      await page.waitForSelector(by('question'));
      const asked = await page.getAttribute(by('question'), 'data-case');
      await page.click(by('answer-same'));
      await page.waitForFunction(([place, old]) => document.querySelector(place)?.getAttribute('data-case') !== old, [
        by('question'),
        asked,
      ] as const);
    }
    await picture(page, 'cirebon-tinjau');
    await page.click(by('nav-riwayat'));
    decisions = await saved(page, 'log-save');
    await page.click(by('project-save'));
    project = await saved(page, 'project-save-now');
    expect(events()).toBeGreaterThanOrEqual(kAnswers);
    expect(await standing()).toBe(events());
    expect(faults).toEqual([]);
  });

  it('goes on at another computer with more lists, and asks nothing twice', async () => {
    await context.close();
    context = await openBrowser();
    ({ page, faults } = await openPage(context, kSinglePage));
    await page.setInputFiles(by('project-file'), { name: 'cirebon.padan', mimeType: '', buffer: project });
    await page.waitForSelector(`${by('project-wants')} [data-state="absent"]`);
    await openFiles(page, regency.lists());
    await run(page);
    expect(await standing()).toBe(events());
  });

  it('has one number of people, and it is right', async () => {
    const truth = agreement(await savedRows(page), truthOf(regency));
    persons = await figure(page, 'persons');
    expect(truth.precision).toBeGreaterThan(0.98);
    expect(truth.recall).toBeGreaterThan(0.97);
    expect(Math.abs(persons - truth.persons)).toBeLessThan(truth.persons * 0.02);
    await page.click(by('to-unified'));
    await page.waitForSelector('.upset .door');
    expect(await page.textContent('.unified .answer')).toContain(new Intl.NumberFormat('id-ID').format(persons));
  });

  it('says what the number means and of which day it is, in sealed minutes', async () => {
    await page.click(by('part-number'));
    await page.waitForSelector(by('official-line'));
    const said = (await page.textContent('.unified')) ?? '';
    const official = Number(await page.getAttribute(`${by('official-line')} .figure`, 'data-figure'));
    expect(official).toBeGreaterThan(0);
    expect(official).toBeLessThanOrEqual(persons);
    expect(said).toMatch(new RegExp(`${new Date().getFullYear()}`)); // its day
    await picture(page, 'cirebon-satu-angka');
    const words = await signedPaper(page, {
      preset: 'tkpkd',
      version: 'Satu data 2026',
      year: '2027',
      fields: { government: 'PEMERINTAH KABUPATEN', agency: 'BAPELITBANGDA', date: '2026-11-24', place: 'Aula' },
      signers: [{ name: 'Indra Rekaan' }],
    });
    expect(words).toContain('Angka resmi:');
    expect(words).toContain(new Intl.NumberFormat('id-ID').format(official));
    expect(words).toContain('masing-masing dihitung satu kali');
    expect(words).toContain('Pengertian');
    expect(words).toContain('Segel hasil');
    expect(faults).toEqual([]);
  });
});
