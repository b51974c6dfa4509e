// What an officer does, from files to names, in the page that opens with a double click.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  by,
  drop,
  figure,
  kHeader,
  kSinglePage,
  loadSample,
  openBrowser,
  openPage,
  people,
  run,
  saved,
  sumOfRows,
} from './support';

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
  await page.evaluate(() => localStorage.clear());
  await page.close();
});

const kHalf = 8;

describe('the sample regency', () => {
  it('goes from one click to names, cells and files', async () => {
    await loadSample(page);
    const rows = await sumOfRows(page);
    await run(page);
    expect(await figure(page, 'rows')).toBe(rows);
    const persons = await figure(page, 'persons');
    expect(persons).toBeGreaterThan(0);
    expect(persons).toBeLessThan(rows);
    expect(await figure(page, 'families')).toBeLessThan(persons);
    expect(await page.textContent(by('count-persons'))).toBe(new Intl.NumberFormat('id-ID').format(persons));

    await page.click(by('to-unified'));
    const bar = page.locator('.upset .door[data-key="combination-0"]');
    const shown = await bar.locator('.bar-count').textContent();
    await bar.click();
    await page.waitForSelector(`${by('names-panel')} tbody tr`);
    expect(await page.textContent(`${by('names-panel')} .muted`)).toContain(`${shown} orang`);
    await page.click(`${by('names-panel')} tbody tr`);
    await page.waitForSelector(`${by('names-panel')} .side-by-side`);
    expect(await page.locator('.side-by-side .winner').count()).toBeGreaterThan(0);
    await page.goBack();
    await page.waitForSelector(`${by('names-panel')} tbody tr`);

    await page.selectOption(by('export-format'), 'csv');
    const table = (await saved(page, 'export-persons')).toString('utf8').trimEnd().split('\n');
    expect(table).toHaveLength(persons + 1);
    expect(table.join('\n')).not.toMatch(/\dE\+\d/);
    expect((await saved(page, 'export-rows')).toString('utf8').trimEnd().split('\n')).toHaveLength(rows + 1);
    await page.selectOption(by('export-format'), 'xlsx');
    expect((await saved(page, 'export-persons')).subarray(0, 2).toString()).toBe('PK');
  });

  it('can be cancelled, and matched after all', async () => {
    await loadSample(page);
    await page.evaluate(() => {
      new MutationObserver((_, observer) => {
        const button = document.querySelector<HTMLButtonElement>('[data-testid="cancel"]');
        if (button) {
          observer.disconnect();
          button.click();
        }
      }).observe(document.body, { childList: true, subtree: true });
    });
    await page.click(by('run'));
    await page.waitForSelector(by('cancelled'));
    await run(page);
    expect(await figure(page, 'persons')).toBeGreaterThan(0);
  });
});

describe('a saved model', () => {
  it('is used instead of learning, and may be let go of again', async () => {
    await loadSample(page);
    await run(page);
    const persons = await figure(page, 'persons');
    const asked = page.waitForEvent('filechooser'); // asked for this late, the browser may open its own dialog instead
    const model = await saved(page, 'model-save');
    expect(JSON.parse(model.toString('utf8')).format).toBe('padan model');

    await page.focus(by('model-file')); // by keyboard
    await page.keyboard.press('Enter');
    await (await asked).setFiles({ name: 'kabupaten.json', mimeType: 'application/json', buffer: model });
    await page.waitForSelector(by('model-leave'));
    expect(await page.textContent(by('model-status'))).toContain('kabupaten.json');
    await run(page);
    await page.waitForFunction(
      (status) => document.querySelector(status)?.textContent?.includes('Hasil ini'),
      by('model-status'),
    );
    expect(await figure(page, 'persons')).toBe(persons);
    expect((await saved(page, 'model-save')).equals(model)).toBe(true);

    await page.click(by('model-leave'));
    await page.waitForSelector(by('model-leave'), { state: 'detached' });
    await page.setInputFiles(by('model-file'), {
      name: 'lain.json',
      mimeType: 'application/json',
      buffer: Buffer.from('[]'),
    });
    await page.waitForSelector(`${by('model-status')}.bad`);
    expect(await page.textContent(by('model-status'))).toContain('lain.json');
  });
});

describe('files dropped onto the window', () => {
  it('are read one by one; what is wrong is said in its place and the rest goes on', async () => {
    await page.click(by('nav-berkas'));
    await drop(page, [
      { name: 'dtks.csv', text: `DAFTAR REKAAN\n\n${kHeader}\n${people(0, 12).join('\n')}\n` },
      { name: 'kosong.csv', text: '' },
      { name: 'foto.csv', text: '\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\rIHDR\u0000\u0000' },
      { name: 'pbi.csv', text: `${kHeader}\n${people(kHalf, 16).join('\n')}\n` },
    ]);
    await page.waitForSelector(`${by('run')}:not([disabled])`);
    expect(await page.locator(`${by('file-card')}[data-state="ready"]`).count()).toBe(2);
    const errors = await page.locator(by('file-error')).allTextContents();
    expect(errors).toHaveLength(2);
    expect(errors[0]).toContain('kosong.csv');
    expect(errors[1]).toContain('foto.csv');
    await run(page);
    expect(await figure(page, 'rows')).toBe(20);
    expect(await figure(page, 'persons')).toBe(16);
  });

  it('can be corrected and taken out again', async () => {
    await page.click(by('nav-berkas'));
    await drop(page, [
      { name: 'a.csv', text: `${kHeader}\n${people(0, 12).join('\n')}\n` },
      { name: 'b.csv', text: `${kHeader}\n${people(0, 4).join('\n')}\n` },
    ]);
    await page.waitForSelector(`${by('run')}:not([disabled])`);
    await page.click(`${by('file-card')}[data-file="a.csv"] ${by('file-open')}`);
    await page.waitForSelector(by('columns'));
    await page.selectOption('select[aria-label*="Desa"]', 'hamlet');
    await page.waitForFunction(
      () => document.querySelector<HTMLSelectElement>('select[aria-label*="Desa"]')?.value === 'hamlet',
    );
    await page.click(by('header-down'));
    await page.waitForFunction(() => document.querySelector('[data-testid="header-line"]')?.textContent === '2');
    await page.click(by('header-up'));
    await page.waitForFunction(() => document.querySelector('[data-testid="header-line"]')?.textContent === '1');
    await page.click(`${by('file-card')}[data-file="b.csv"] ${by('file-remove')}`);
    await run(page);
    expect(await figure(page, 'rows')).toBe(12);
  });
});

describe('a correction', () => {
  const list = (name: string, from: number): { name: string; text: string } => ({
    name,
    text: `${kHeader}\n${people(from, from + 6).join('\n')}\n`,
  });
  const card = (file: string): string => `${by('file-card')}[data-file="${file}"][data-state="ready"]`;
  const village = (file: string): Promise<string> =>
    page.locator(`${card(file)} select[aria-label*="Desa"]`).inputValue();

  it('holds for the next list of the shape, after a reload too, until it is forgotten', async () => {
    await page.click(by('nav-berkas'));
    await drop(page, [list('a.csv', 0)]);
    await page.click(`${card('a.csv')} ${by('file-open')}`);
    await page.selectOption('select[aria-label*="Desa"]', 'hamlet');
    await page.selectOption(by('layout'), 'pbi');
    await page.waitForSelector('text=BPJS Kesehatan');
    expect(await page.textContent(`${card('a.csv')} ${by('file-memory')}`)).toContain('diingat');
    await page.reload();
    await drop(page, [list('b.csv', 3)]);
    await page.waitForSelector(`${card('b.csv')} ${by('file-memory')}`);
    const kept = (await page.evaluate(() => localStorage.getItem('padan.readings'))) ?? '';
    expect(
      people(0, 1)[0]
        ?.split(';')
        .filter((cell) => cell.length > 3 && kept.includes(cell)),
    ).toEqual([]);
    await page.waitForSelector(`${card('b.csv')} ${by('columns')}`); // the address says that the first list is open
    expect(await village('b.csv')).toBe('hamlet');
    expect(await page.inputValue(by('layout'))).toBe('pbi');
    await page.focus(`${card('b.csv')} ${by('file-forget')}`);
    await page.keyboard.press('Enter');
    await page.waitForSelector(by('file-memory'), { state: 'detached' });
    expect(await village('b.csv')).toBe('village');
    expect(await page.inputValue(by('layout'))).toBe('general');
    await drop(page, [list('c.csv', 6)]);
    await page.waitForSelector(card('c.csv'));
    expect(await page.locator(by('file-memory')).count()).toBe(0);
  });
});

describe('a locked workbook', () => {
  const kLocked = fileURLToPath(new URL('../support/locked.xlsx', import.meta.url));
  const card = (state: string): string => `${by('file-card')}[data-state="${state}"]`;

  it('opens with its password, by keyboard, and so does the next one', async () => {
    await page.click(by('nav-berkas'));
    await page.setInputFiles(by('file-input'), kLocked);
    await page.waitForSelector(card('locked'));
    expect(await page.textContent(by('file-error'))).toContain('locked.xlsx dikunci');
    await page.focus(by('file-password'));
    await page.keyboard.type('rahasia');
    await page.keyboard.press('Enter');
    await page.waitForSelector(`${by('file-password')}[aria-invalid="true"]:focus`);
    expect(await page.textContent(by('file-error'))).toContain('tidak cocok');
    await page.keyboard.type('Rahasia-ñ€1');
    await page.keyboard.press('Enter');
    await page.waitForSelector(card('ready'));
    expect(await sumOfRows(page)).toBe(3);

    const buffer = Buffer.concat([readFileSync(kLocked), Buffer.alloc(1)]); // another file
    await page.setInputFiles(by('file-input'), { name: 'lain.xlsx', mimeType: '', buffer });
    await page.waitForFunction((ready) => document.querySelectorAll(ready).length === 2, card('ready'));
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('Rahasia');
  });
});

interface Seen {
  state: string | undefined;
  rows: number;
  text: string;
}

describe('large files', () => {
  const list = (name: string, rows: number): { name: string; mimeType: string; buffer: Buffer } => {
    const lines = people(0, kHalf).map((line) => `${line};${'x'.repeat(100)}\n`);
    return {
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(`${kHeader};Keterangan\n${lines.join('').repeat(rows / kHalf)}`),
    };
  };

  beforeEach(async () => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => 2 });
      Object.defineProperty(navigator, 'deviceMemory', { get: () => 8 });
    });
    await page.reload();
    await page.click(by('nav-berkas'));
    await page.waitForSelector(by('file-input'), { state: 'attached' });
  });

  it('are read by helpers, come in their order, and may be taken out meanwhile', async () => {
    let helpers = 0;
    page.on('worker', () => helpers++);
    const files = [list('c.csv', 80_000), list('b.csv', 72_000), list('d.csv', 64_000), list('a.csv', 8)];
    await page.setInputFiles(by('file-input'), files);
    await page.click(`${by('file-card')}[data-file="d.csv"] ${by('file-remove')}`);
    await page.waitForSelector(`${by('run')}:not([disabled])`, { timeout: 60_000 });
    const rows = await page.$$eval(by('file-rows'), (found) =>
      found.map((each) => (each as HTMLElement).dataset.value),
    );
    expect(rows).toEqual(['80000', '72000', '8']);
    expect(helpers).toBeGreaterThanOrEqual(2);
    await run(page);
    expect(await figure(page, 'rows')).toBe(152_008);
    expect(await figure(page, 'persons')).toBe(kHalf);
  });

  it('show their first rows while they are read', async () => {
    await page.evaluate(
      ([preview, card]) => {
        const seen: { state: string | undefined; rows: number; text: string }[] = [];
        Object.assign(window, { previewsSeen: seen });
        new MutationObserver(() => {
          const shown = document.querySelector(preview ?? '');
          const state = shown?.closest<HTMLElement>(card ?? '')?.dataset.state;
          if (shown)
            seen.push({ state, rows: shown.querySelectorAll('tbody tr').length, text: shown.textContent ?? '' });
        }).observe(document, { subtree: true, childList: true });
      },
      [by('file-preview'), by('file-card')],
    );
    await page.setInputFiles(by('file-input'), list('a.csv', 80_000));
    await page.waitForSelector(`${by('file-card')}[data-state="ready"]`, { timeout: 60_000 });
    expect(await sumOfRows(page)).toBe(80_000);
    expect(await page.locator(by('file-preview')).count()).toBe(0);
    const seen = await page.evaluate(() => (window as unknown as { previewsSeen: Seen[] }).previewsSeen);
    expect(seen[0]).toMatchObject({ rows: 50, text: expect.stringContaining('Nama Lengkap') });
    expect(seen.map(({ state }) => state).filter((state) => state !== 'waiting' && state !== 'reading')).toEqual([]);
  });
});

describe('the profile of a list', () => {
  const damaged = [
    `${kHeader};RT/RW`,
    ...people(0, 10).map((line) => `${line};001/002`),
    '3,2E+15;9999010101200100;UDIN;31/02/1970;L;SUKAMAJU;01-Feb',
    `${people(0, 1)[0]};001/002`,
  ];
  const door = (code: string): string => `${by('profile-door')}[data-code="${code}"]`;

  beforeEach(async () => {
    await page.click(by('nav-berkas'));
    await drop(page, [{ name: 'daftar.csv', text: `${damaged.join('\n')}\n` }]);
    await page.click(by('file-open'));
    await page.waitForSelector(`${by('profile')}[aria-busy="false"]`);
  });

  it('counts what is wrong, and each number leads to its rows by keyboard', async () => {
    const counts = ['number.scientific', 'date.impossible', 'rtrw.date', 'row.same_nik'].map((code) =>
      page.getAttribute(door(code), 'data-value'),
    );
    expect(await Promise.all(counts)).toEqual(['1', '1', '1', '2']);
    await page.focus(door('row.same_nik'));
    await page.keyboard.press('Enter');
    await page.waitForSelector(`${by('rows-panel')} tbody tr`);
    const lines = await page.locator(`${by('rows-panel')} tbody tr`).allInnerTexts();
    expect(lines.map((line) => line.trim().split(/\s/)[0])).toEqual(['2', '13']);
    await page.keyboard.press('Escape');
    await page.waitForSelector(by('rows-panel'), { state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-code'))).toBe('row.same_nik');
  });

  it('hides people while the room is looking, also in the rows and in the workbook', async () => {
    await page.click(by('mask'));
    await page.click(door('nik.birth_agrees'));
    await page.waitForSelector(`${by('rows-panel')} tbody tr`);
    // biome-ignore lint/performance/useDomNodeTextContent: textContent would glue the numbers of neighbouring cells together
    const shown = await page.locator('#app').innerText();
    expect(shown).not.toMatch(/\d{16}|\d{6} \d{6} \d{4}|AMINAH/);
    expect(await page.isChecked(by('profile-mask'))).toBe(true);
    expect(await page.isDisabled(by('profile-mask'))).toBe(true);
  });

  it('is saved as a workbook for the owner of the list', async () => {
    const bytes = await saved(page, 'profile-save');
    expect(bytes.subarray(0, 2).toString()).toBe('PK');
    await page.waitForFunction(() =>
      document.querySelector('[data-testid="profile-status"]')?.textContent?.includes('profil-daftar.xlsx'),
    );
  });
});

describe('the page', () => {
  it('speaks English when asked, and still does after a reload', async () => {
    expect(await page.getAttribute('html', 'lang')).toBe('id');
    await page.click(by('language'));
    expect(await page.textContent(by('nav-berkas'))).toContain('Files');
    await page.reload();
    await page.waitForSelector('main h1');
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    expect(await page.textContent(by('nav-berkas'))).toContain('Files');
  });

  it('keeps the place when the language changes', async () => {
    await page.click(by('nav-berkas'));
    await drop(page, [{ name: 'a.csv', text: `${kHeader}\n${people(0, 12).join('\n')}\n` }]);
    await page.click(by('file-open'));
    await page.click(by('language'));
    await page.waitForSelector(by('columns'));
    expect(await page.locator(by('file-card')).count()).toBe(1);
  });

  it('hides every number and name of a person while the room is looking', async () => {
    await loadSample(page);
    await page.click(by('mask'));
    await page.click(by('file-open'));
    await page.waitForSelector('padan-data-grid tbody tr');
    // biome-ignore lint/performance/useDomNodeTextContent: textContent would glue the numbers of neighbouring cells together
    const visible = async (): Promise<string> => page.locator('#app').innerText();
    expect(await visible()).not.toMatch(/\d{16}|\d{6} \d{6} \d{4}/);
    await run(page);
    await page.click(by('to-unified'));
    await page.waitForSelector(`${by('names')} tbody tr`);
    await page.click(`${by('names')} tbody tr`);
    await page.waitForSelector('.side-by-side');
    expect(await visible()).not.toMatch(/\d{16}|\d{6} \d{6} \d{4}/);
    expect(await page.textContent('.person-name')).toMatch(/^\S•••/);
  });

  it('can be walked without a mouse', async () => {
    await loadSample(page);
    await run(page);
    await page.click(by('to-unified'));
    await page.waitForSelector('.upset .door');
    await page.focus('.upset .door[data-key="combination-0"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector(`${by('names-panel')} tbody tr`);
    await page.keyboard.press('Escape');
    await page.waitForSelector(by('names-panel'), { state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-key'))).toBe('combination-0');
    await page.focus(`${by('names')} table`);
    for (const key of ['End', 'Home', 'PageDown', 'ArrowDown', 'ArrowUp']) {
      await page.keyboard.press(key);
    }
    await page.waitForSelector(`${by('names')} tr.active`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.side-by-side');
  });

  it('shows the last row of the list at the end of the scroll bar', async () => {
    await loadSample(page);
    await run(page);
    const rows = await figure(page, 'rows');
    await page.goto(`${kSinglePage}#/satu-data?unit=rows`);
    await page.waitForSelector(`${by('names')} tbody tr`);
    await page.evaluate(() => document.querySelector('[data-testid="names"] .grid-scroller')?.scrollTo(0, 1e9));
    await page.waitForSelector(`${by('names')} tr[aria-rowindex="${rows + 1}"]`);
  });

  it('says what to leave out when the memory is too little', async () => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'deviceMemory', { get: () => 0.25 }));
    await page.reload();
    await loadSample(page);
    await page.click(by('nav-padankan'));
    const choices = page.locator(`${by('memory-notice')} button`);
    await choices.first().waitFor();
    const files = await choices.count();
    expect(files).toBeGreaterThan(2);
    expect(await choices.first().textContent()).toBe('Keluarkan dukcapil.csv'); // the largest
    await choices.first().click();
    await page.waitForFunction(([place, count]) => document.querySelectorAll(`${place} button`).length === count, [
      by('memory-notice'),
      files - 1,
    ] as const);
    expect(await page.textContent('dl.figures')).toContain('1 dari');
    await run(page); // a warning is no wall
  });

  it('moves exactly by rows in a table of a million and a half', async () => {
    await page.evaluate(() => {
      const grid = document.createElement('padan-data-grid') as HTMLElement & { show(source: unknown): void };
      document.querySelector('main')?.prepend(grid);
      grid.id = 'huge';
      grid.show({
        columns: [{ key: 'n', label: 'n', width: '10rem', cell: (row: number) => String(row) }],
        total: 1_500_000,
        rows: async (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i),
        labels: { table: 'n', empty: '', failed: '', up: '', down: '' },
      });
    });
    const active = async (): Promise<string | null> => page.textContent('#huge tr.active td');
    await page.focus('#huge table');
    await page.keyboard.press('End');
    await page.waitForSelector('#huge tr[aria-rowindex="1500001"].active');
    for (let i = 0; i < 20; ++i) {
      await page.keyboard.press('ArrowUp');
    }
    await page.waitForSelector('#huge tr[aria-rowindex="1499981"].active');
    expect(await active()).toBe('1499979');
    await page.hover('#huge tbody tr');
    await page.mouse.wheel(0, -64);
    await page.waitForFunction(() => document.querySelector('#huge tbody td')?.textContent === '1499977');
  });

  it.each(['beranda', 'berkas', 'padankan', 'tinjau', 'satu-data', 'riwayat'])(
    'fits %s at twice the size',
    async (screen) => {
      await page.setViewportSize({ width: 683, height: 384 });
      await loadSample(page);
      await run(page);
      await page.click(by(`nav-${screen}`));
      await page.waitForSelector(by(`screen-${screen}`));
      if (screen === 'tinjau') {
        await page.fill(by('author-name'), 'Rina Rekaan');
        await page.keyboard.press('Enter');
        await page.waitForSelector(by('question'));
      }
      const [content, window] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(content).toBeLessThanOrEqual(window ?? 0);
    },
  );
});
