// Many hands: an office splits its questions, two colleagues answer them in browsers of their own that never see a list, and the
// answers come back.

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { by, kSinglePage, loadSample, openBrowser, openPage, run, saved } from './support';

const kPassphrase = 'kopi tubruk pagi';
const kFolder = mkdtempSync(join(tmpdir(), 'padan-hands-'));

interface Seat {
  context: BrowserContext;
  page: Page;
  faults: string[];
}

async function seat(): Promise<Seat> {
  const context = await openBrowser();
  return { context, ...(await openPage(context, kSinglePage)) };
}

function kept(name: string, bytes: Buffer): string {
  const path = join(kFolder, name);
  writeFileSync(path, bytes);
  return path;
}

async function openShare(page: Page, share: string, passphrase = kPassphrase): Promise<void> {
  await page.click(by('nav-beranda'));
  if ((await page.locator('.share-door[open]').count()) === 0) {
    await page.click(by('share-door'));
  }
  await page.setInputFiles(by('share-file'), share);
  await page.fill(by('share-passphrase'), passphrase);
  await page.click(by('share-open'));
}

async function sayWho(page: Page, name: string): Promise<void> {
  await page.waitForSelector(`${by('author-name')}:focus`);
  await page.keyboard.type(name);
  await page.keyboard.press('Tab');
  await page.keyboard.type('operator desa');
  await page.keyboard.press('Enter');
  await page.waitForSelector(by('question'));
}

/** Answers with these keys in turn until nothing is left, or so many were given. */
async function answer(page: Page, keys: string, most = Infinity): Promise<number> {
  for (let given = 0; given < most; ++given) {
    await page.waitForSelector(`${by('question')}, ${by('review-done')}`);
    if ((await page.locator(by('question')).count()) === 0) {
      return given;
    }
    const before = await page.getAttribute(by('question'), 'data-case');
    await page.keyboard.press(keys[given % keys.length] ?? 's');
    await page.waitForFunction(
      ([question, done, old]) =>
        document.querySelector(done) ?? (document.querySelector(question)?.getAttribute('data-case') ?? old) !== old,
      [by('question'), by('review-done'), before] as const,
    );
  }
  return most;
}

async function value(page: Page, id: string): Promise<number> {
  await page.waitForSelector(by(id));
  return Number(await page.getAttribute(by(id), 'data-value'));
}

describe('many hands without a server', () => {
  let office: Seat;
  let siti: Seat;
  let budi: Seat;
  const shares: string[] = [];
  const answers: string[] = [];
  let questions = 0;

  beforeAll(async () => {
    [office, siti, budi] = [await seat(), await seat(), await seat()];
  });
  afterAll(async () => {
    for (const { context, faults } of [office, siti, budi]) {
      expect(faults).toEqual([]);
      await context.close();
    }
  });

  it('gives each colleague a locked file', async () => {
    const { page } = office;
    await loadSample(page);
    await run(page);
    await page.click(by('nav-tinjau'));
    await page.click(by('review-tab-hands'));
    await page.fill(by('hands-names'), 'Siti Rekaan\nBudi Rekaan\n');
    await page.fill(by('hands-twice'), '20');
    await page.fill(by('hands-passphrase'), 'pendek');
    await page.click(by('hands-split'));
    await page.waitForSelector('.hands .bad');
    await page.fill(by('hands-passphrase'), kPassphrase);
    await page.click(by('hands-split'));
    questions = await value(page, 'hands-made');
    expect(questions).toBeGreaterThan(20);
    for (const hand of [1, 2]) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.click(`${by('hands-save')}[data-hand="${hand}"]`),
      ]);
      expect(download.suggestedFilename()).toBe(
        hand === 1 ? 'bagian-1-siti-rekaan.padan' : 'bagian-2-budi-rekaan.padan',
      );
      const path = join(kFolder, download.suggestedFilename());
      await download.saveAs(path);
      shares.push(path);
    }
  });

  it('refuses a share with a wrong passphrase, or half of one, in a plain sentence', async () => {
    const { page } = siti;
    const said = (text: string): Promise<unknown> =>
      page.waitForFunction(([place, wanted]) => document.querySelector(place)?.textContent?.includes(wanted), [
        by('share-error'),
        text,
      ] as const);
    await openShare(page, shares[0] ?? '', 'salah sekali');
    await said('Kata sandi bagian-1-siti-rekaan.padan tidak cocok');
    await openShare(page, kept('foto.padan', Buffer.from('bukan kotak')));
    await said('foto.padan bukan berkas terkunci buatan padan');
  });

  it('lets a colleague answer by the same keys, and go on after the tab was closed', async () => {
    await openShare(siti.page, shares[0] ?? '');
    await sayWho(siti.page, 'Siti Rekaan');
    expect(await siti.page.locator(by('review-tab-patterns')).count()).toBe(0); // nothing but the questions
    await answer(siti.page, 'st', 4);
    await siti.page.keyboard.press('u');
    await siti.page.waitForTimeout(700); // the last answer is on its way to the disk
    await siti.page.close();
    Object.assign(siti, await openPage(siti.context, kSinglePage));
    await openShare(siti.page, shares[0] ?? '');
    await siti.page.waitForSelector(by('share-line'));
    expect(await siti.page.textContent(by('share-line'))).toContain('Jawaban Anda: 3 dari');
    await sayWho(siti.page, 'Siti Rekaan');
    await answer(siti.page, 's');
    answers.push(kept('jawaban-1.padan', await saved(siti.page, 'share-save')));
    await openShare(budi.page, shares[1] ?? '');
    await sayWho(budi.page, 'Budi Rekaan');
    await answer(budi.page, 'bs');
    answers.push(kept('jawaban-2.padan', await saved(budi.page, 'share-save')));
    await budi.page.click(by('share-close'));
    await budi.page.waitForSelector('.empty');
  });

  it('takes the answers once, says how far they agree, and lets the meeting decide the rest', async () => {
    const { page } = office;
    await page.setInputFiles(by('hands-files'), [...answers, shares[0] ?? '']);
    await page.fill(by('hands-take-passphrase'), kPassphrase);
    await page.click(by('hands-take'));
    await page.waitForFunction((id) => document.querySelectorAll(id).length === 2, by('hands-taken'));
    expect(await page.textContent(by('hands-arrivals'))).toContain('bukan jenis berkas yang diminta di sini');
    const asked = await value(page, 'hands-agreement');
    expect(asked).toBe(Math.ceil(questions / 5));
    const open = await value(page, 'disagreements-open');
    expect(open).toBeGreaterThan(0);
    expect(open).toBeLessThan(asked);

    await page.setInputFiles(by('hands-files'), answers); // once more: nothing new
    await page.click(by('hands-take'));
    await page.waitForFunction(
      (id) => [...document.querySelectorAll(id)].every((each) => (each as HTMLElement).dataset.value === '0'),
      by('hands-taken'),
    );

    await page.fill(by('author-name'), 'Rina Rekaan');
    await page.fill(by('author-capacity'), 'pimpinan rapat');
    await page.click(by('author-start'));
    await page.fill(`${by('disagreement')} >> nth=0 >> ${by('disagreement-note')}`, 'rapat 27 November');
    await page.click(`${by('disagreement')} >> nth=0 >> button >> nth=0`);
    await page.waitForFunction(([id, left]) => document.querySelector(id)?.getAttribute('data-value') === left, [
      by('disagreements-open'),
      String(open - 1),
    ] as const);
    expect(await page.locator(`${by('disagreement')}[data-open="false"]`).textContent()).toContain('Keputusan rapat');
    await page.click(by('disagreement-undo'));
    await page.waitForFunction(([id, left]) => document.querySelector(id)?.getAttribute('data-value') === left, [
      by('disagreements-open'),
      String(open),
    ] as const);
    // Those that hands agree on, or one hand was asked, are decided; those in dispute are still asked.
    const left = await page.getAttribute(`${by('nav-tinjau')} .mark`, 'aria-label');
    expect(Number(/\d+/.exec(left ?? '')?.[0])).toBeGreaterThan(0);
    await page.click(by('apply-decisions'));
    await page.waitForSelector(`${by('nav-padankan')} .mark`);
    await page.waitForFunction((id) => document.querySelector(id) === null, by('pending'));
  });
});
