// An officer decides by keyboard alone, against the answer key of a made-up regency; the tab dies in the middle and nothing is lost.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { by, figure, kSinglePage, loadSample, openBrowser, openPage, run, saved } from './support';

const kBinary = process.env.PADAN_BINARY ?? fileURLToPath(new URL('../../build/release/padan', import.meta.url));

let context: BrowserContext;
let page: Page;
let faults: string[];

beforeAll(async () => {
  context = await openBrowser();
});
afterAll(async () => context.close());
beforeEach(async () => {
  ({ page, faults } = await openPage(context, kSinglePage));
});
afterEach(async () => {
  expect(faults).toEqual([]);
  await forgetEverything();
  await page.close();
});

async function forgetEverything(): Promise<void> {
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
    return new Promise((resolve) => {
      const request = indexedDB.deleteDatabase('padan');
      request.onsuccess = resolve;
      request.onerror = resolve;
      request.onblocked = resolve;
    });
  });
}

/** Says who decides, with the keyboard: the name has the focus. */
async function begin(): Promise<void> {
  await page.click(by('nav-tinjau'));
  await page.waitForSelector(`${by('author-name')}:focus`);
  await page.keyboard.type('Rina Rekaan');
  await page.keyboard.press('Tab');
  await page.keyboard.type('pengelola data');
  await page.keyboard.press('Enter');
  await page.waitForSelector(by('question'));
}

/** The number of the question in sight; nothing when all are decided. */
async function inSight(): Promise<string | null> {
  await page.waitForSelector(`${by('question')}, ${by('review-done')}`);
  return (await page.locator(by('question')).count()) === 0 ? null : page.getAttribute(by('question'), 'data-case');
}

async function left(): Promise<number> {
  const words = await page.getAttribute(`${by('nav-tinjau')} .mark`, 'aria-label');
  return Number(/^[\d.]+/.exec(words ?? '')?.[0].replace('.', '') ?? 0);
}

/** Presses a key and waits for another question; the milliseconds from the key to its sight. */
async function press(key: string): Promise<number> {
  const before = await inSight();
  const waiting = page.evaluate(
    (old) =>
      new Promise<number>((resolve) => {
        let began = performance.now();
        document.addEventListener(
          'keydown',
          () => {
            began = performance.now();
          },
          { once: true, capture: true },
        );
        const observer = new MutationObserver(() => {
          const now = document.querySelector('[data-testid="question"]')?.getAttribute('data-case') ?? null;
          if (now !== null ? now !== old : document.querySelector('[data-testid="review-done"]') !== null) {
            observer.disconnect();
            resolve(performance.now() - began);
          }
        });
        observer.observe(document.body, { childList: true, subtree: true });
      }),
    before,
  );
  await page.keyboard.press(key);
  return waiting;
}

describe('deciding', () => {
  beforeEach(async () => {
    await loadSample(page);
    await run(page);
  });

  it('goes on where the killed tab was, once the same lists are open', async () => {
    await begin();
    const open = await left();
    for (const key of ['s', 'b', 't', 's', 'b', 's']) {
      await press(key);
    }
    await page.waitForTimeout(500); // the last one is on its way to the disk
    expect(await left()).toBeLessThanOrEqual(open - 6);
    const then = await left();
    const noted = await page.textContent(`${by('nav-riwayat')} .mark`);

    const crashed = page.waitForEvent('crash');
    void page.goto('chrome://crash').catch(() => undefined);
    await crashed;
    await page.close();
    ({ page, faults } = await openPage(context, kSinglePage));
    await page.waitForSelector(by('saved-work'));
    expect(await page.textContent(by('saved-work'))).toContain(`${noted} catatan`);
    await loadSample(page);
    await run(page);
    await page.click(by('saved-use'));
    await page.waitForSelector(`${by('nav-riwayat')} .mark`);
    await page.click(by('nav-tinjau'));
    await page.waitForSelector(`${by('nav-tinjau')} .mark`);
    expect(await left()).toBe(then);
    await page.click(by('nav-riwayat'));
    await page.waitForSelector(`${by('history')} tbody tr`);
    expect(await page.getAttribute(by('history-count'), 'data-value')).toBe(noted);
  });

  it('can be undone at once, and later in any order', async () => {
    await begin();
    const first = await inSight();
    const open = await left();
    await press('s');
    const second = await inSight();
    await press('b');
    await press('u');
    expect(await inSight()).toBe(second);
    await press('u');
    expect(await inSight()).toBe(first);
    await page.waitForFunction(([mark, n]) => document.querySelector(mark)?.getAttribute('aria-label')?.startsWith(n), [
      `${by('nav-tinjau')} .mark`,
      new Intl.NumberFormat('id-ID').format(open),
    ] as const);

    await press('s');
    await press('s');
    await page.click(by('nav-riwayat'));
    await page.waitForSelector(`${by('history')} tbody tr`);
    await page.selectOption(by('history-kind'), 'same');
    await page.selectOption(by('history-force'), 'yes');
    await page.waitForFunction((grid) => document.querySelectorAll(`${grid} tbody tr`).length === 2, by('history'));
    await page.focus(`${by('history')} table`);
    await page.keyboard.press('End'); // the older one
    await page.keyboard.press('Enter');
    await page.click(by('event-undo'));
    await page.waitForFunction((grid) => document.querySelectorAll(`${grid} tbody tr`).length === 1, by('history'));
  });

  it('keeps decisions as a file, which another session opens; a file that is none is refused whole', async () => {
    await begin();
    for (const key of ['s', 'b', 's']) {
      await press(key);
    }
    await page.click(by('nav-riwayat'));
    const log = await saved(page, 'log-save');
    const events = log
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(events.length).toBeGreaterThanOrEqual(3);
    expect(events[0]).toMatchObject({ by: 'Rina Rekaan', capacity: 'pengelola data' });
    await forgetEverything();
    await page.click(by('nav-beranda'));
    await page.reload();
    await loadSample(page);
    await run(page);
    await page.click(by('nav-riwayat'));
    await page.setInputFiles(by('log-file'), { name: 'rusak.jsonl', mimeType: '', buffer: Buffer.from('{"seq":1,\n') });
    await page.waitForSelector(`${by('log-status')}.bad`);
    await page.setInputFiles(by('log-file'), { name: 'decisions.jsonl', mimeType: '', buffer: log });
    await page.waitForSelector(`${by('history')} tbody tr`);
    expect(await page.getAttribute(by('history-count'), 'data-value')).toBe(String(events.length));
  });

  it('refuses decisions about other lists', async () => {
    await page.click(by('nav-riwayat'));
    const status = (text: string): Promise<unknown> =>
      page.waitForFunction(([place, wanted]) => document.querySelector(place)?.textContent?.includes(wanted), [
        by('log-status'),
        text,
      ] as const);
    const row = (source: string): unknown => ({ source, row: 1 });
    const foreign = { seq: 1, at: '2026-11-22T08:00:00Z', by: 'A', kind: 'same', left: row('a'), right: row('b') };
    const buffer = Buffer.from(`${JSON.stringify(foreign)}\n`);
    await page.setInputFiles(by('log-file'), { name: 'lain.jsonl', mimeType: '', buffer });
    await status('lain.jsonl berisi putusan untuk daftar lain');
  });

  it('decides a whole pattern once and undoes it once', async () => {
    await begin();
    const open = await left();
    await page.click(by('review-tab-patterns'));
    await page.click(by('pattern-open'));
    await page.click(by('answer-same'));
    await page.click(by('pattern-sure'));
    await page.waitForSelector(by('pattern-decided'));
    expect(await left()).toBeLessThan(open);
    await page.click(by('pattern-undo'));
    await page.waitForSelector(by('pattern-decided'), { state: 'detached' });
    expect(await left()).toBe(open);
  });

  it('shows what other limits would lead to, by keyboard, and uses them', async () => {
    await page.waitForSelector(`${by('handle-figures')} dd`);
    const review = await figure(page, 'review');
    await page.focus(by('handle-review'));
    await page.keyboard.press('PageDown');
    await page.waitForSelector(by('handles-use'));
    await page.click(by('handles-use'));
    await page.waitForFunction(
      ([place, before]) => Number(document.querySelector(place)?.getAttribute('data-value')) > before,
      [by('count-review'), review] as const,
    );
  });

  it('says with the result how right padan is, once a blind sample was judged', async () => {
    await page.click(by('nav-satu-data'));
    await page.click(by('part-number'));
    const accuracy = page.locator(`${by('official')} dd`).last();
    await page.waitForSelector(by('official'));
    expect(await accuracy.textContent()).toContain('Belum diuji');
    await begin();
    await page.click(by('review-tab-audit'));
    await page.fill(by('audit-size'), '10');
    await page.click(by('audit-start'));
    for (let i = 0; i < 10; ++i) {
      const item = await page.getAttribute(by('audit-item'), 'data-item');
      await page.keyboard.press('s');
      await page.waitForSelector(`${by('audit-item')}:not([data-item="${item}"]), ${by('audit-result')}`);
    }
    await page.waitForSelector(by('audit-result'));
    await page.click(by('nav-satu-data'));
    await page.click(by('part-number'));
    await page.waitForSelector(by('official'));
    expect(await accuracy.textContent()).toMatch(/atas 10 pasangan.*memang sama [\d,]+ % \(antara/);
  });

  it('masks names and numbers while the room is looking', async () => {
    await begin();
    await page.click(by('mask'));
    await page.waitForSelector(by('question'));
    // biome-ignore lint/performance/useDomNodeTextContent: textContent would glue the numbers of neighbouring cells together
    const visible = await page.locator('#app').innerText();
    expect(visible).not.toMatch(/\d{16}|\d{6} \d{6} \d{4}/);
    expect(visible).toContain('•••');
  });
});

describe('two hundred questions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'padan-regency-'));
  const person = new Map<string, string>(); // by "source:row"

  beforeAll(() => {
    const made = spawnSync(kBinary, [
      'synth',
      '--people',
      '12000',
      '--seed',
      '7',
      '--errors',
      'heavy',
      '--out',
      folder,
    ]);
    expect(made.status).toBe(0);
    const [, ...lines] = readFileSync(join(folder, 'truth/truth.csv'), 'utf8').trim().split('\n');
    for (const line of lines) {
      const [source, row, id] = line.trim().split(',');
      person.set(`${source}:${row}`, id ?? '');
    }
  });

  /** Answers the question in sight by the answer key. */
  async function answer(): Promise<number> {
    const rows = await page.$$eval(`${by('question')} .scroll-x > table [data-row]`, (heads) =>
      heads.map((head) => head.getAttribute('data-row') ?? ''),
    );
    const people = [...new Set(rows.map((row) => person.get(row)))];
    if (people.length === 1 || rows.length === 2) {
      return press(people.length === 1 ? 's' : 'b');
    }
    for (const [place, row] of rows.entries()) {
      await page.locator(by('part')).nth(place).focus();
      for (let i = 0; i < people.indexOf(person.get(row)); ++i) {
        await page.keyboard.press('ArrowDown');
      }
    }
    const before = await inSight();
    await page.focus(by('save-division'));
    await page.keyboard.press('Enter');
    await page.waitForFunction(([place, old]) => document.querySelector(place)?.getAttribute('data-case') !== old, [
      by('question'),
      before,
    ] as const);
    return 0;
  }

  it('are answered by keyboard alone, and the result comes nearer to the truth', async () => {
    const files = readdirSync(folder).filter((name) => name !== 'truth');
    await page.setInputFiles(
      by('file-input'),
      files.map((name) => join(folder, name)),
    );
    await page.waitForSelector(`${by('run')}:not([disabled])`, { timeout: 60_000 });
    await run(page);
    await widen();
    const [before, personsBefore] = [await f1(), await figure(page, 'persons')];
    await begin();
    const took: number[] = [];
    const began = Date.now();
    while (took.length < 200) {
      took.push(await answer());
    }
    const seconds = (Date.now() - began) / 1000;
    const [middle, slow] = [0.5, 0.95].map((share) => took.sort((a, b) => a - b)[Math.floor(took.length * share)] ?? 0);
    await page.click(by('apply-decisions'));
    await page.waitForSelector(by('live-persons'), { timeout: 60_000 });
    await page.click(by('nav-padankan'));
    await page.waitForSelector(by('count-persons'));
    const [after, personsAfter] = [await f1(), await figure(page, 'persons')];
    console.log(
      `200 questions in ${seconds.toFixed(0)} s; the next one after ${middle?.toFixed(0)} ms (95 %: ${slow?.toFixed(0)} ms); ` +
        `F1 ${before.toFixed(4)} -> ${after.toFixed(4)}; persons ${personsBefore} -> ${personsAfter}, in truth ${new Set(person.values()).size}`,
    );
    expect(after).toBeGreaterThan(before);
  }, 300_000);

  /** More questions than padan asks by itself: the limits are moved apart, by keyboard. */
  async function widen(): Promise<void> {
    for (const [handle, key] of [
      ['handle-accept', 'PageUp'],
      ['handle-review', 'PageDown'],
    ] as const) {
      await page.focus(by(handle));
      for (let i = 0; i < 3; ++i) {
        await page.keyboard.press(key);
      }
    }
    await page.click(by('handles-use'));
    await page.waitForSelector(by('progress'));
    await page.waitForSelector(by('count-review'), { timeout: 60_000 });
    expect(await figure(page, 'review')).toBeGreaterThan(200);
  }

  /** Of pairs of rows, against the answer key. */
  async function f1(): Promise<number> {
    await page.selectOption(by('export-format'), 'csv');
    const [head = '', ...lines] = (await saved(page, 'export-rows')).toString('utf8').trim().split(/\r?\n/);
    const names = head.replace(/^\uFEFF/, '').split(',');
    const cell = (line: string, name: string): string => line.split(',')[names.indexOf(name)] ?? '';
    const count = (keys: string[]): number => {
      const sizes = new Map<string, number>();
      for (const key of keys) {
        sizes.set(key, (sizes.get(key) ?? 0) + 1);
      }
      return [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
    };
    const found = lines.map((line) => cell(line, 'person_id'));
    const wanted = lines.map((line) => person.get(`${cell(line, 'source')}:${cell(line, 'row')}`) ?? '');
    const both = count(found.map((each, i) => `${each} ${wanted[i]}`));
    return (2 * both) / (count(found) + count(wanted));
  }
});
