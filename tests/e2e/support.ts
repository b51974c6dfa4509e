// What the journeys share: a browser with a fresh profile, the two builds, and small made-up lists.

import { mkdtempSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const kRoot = fileURLToPath(new URL('../../', import.meta.url));
const kDist = process.env.PADAN_DIST ?? join(kRoot, 'dist'); // elsewhere while a build is tried out
const kArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

interface Tools {
  findChromium(): Promise<string | undefined>;
  serve(folder: string, port?: number): Promise<{ server: Server; address: string }>;
}

const tool = async <K extends keyof Tools>(file: string, name: K): Promise<Tools[K]> =>
  ((await import(pathToFileURL(join(kRoot, 'tools/lib', file)).href)) as Tools)[name];

export const kSinglePage = pathToFileURL(join(kDist, 'padan.html')).href;

/** The hosted build behind its own server, which logs what it is asked. */
export async function serveHosted(): Promise<{ server: Server; address: string; asked: string[] }> {
  const serve = await tool('serve.mjs', 'serve');
  const { server, address } = await serve(join(kDist, 'hosted'), 20_000 + Math.floor(Math.random() * 20_000));
  const asked: string[] = [];
  server.on('request', (request) => asked.push(request.url ?? ''));
  return { server, address, asked };
}

export async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

export async function openBrowser(): Promise<BrowserContext> {
  const findChromium = await tool('chromium.mjs', 'findChromium');
  const executablePath = await findChromium();
  if (executablePath === undefined) {
    throw new Error('no Chromium found: set PADAN_CHROMIUM to its path');
  }
  return chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'padan-e2e-')), {
    executablePath,
    headless: true,
    args: kArguments,
    viewport: { width: 1366, height: 768 },
    acceptDownloads: true,
  });
}

export const by = (id: string): string => `[data-testid="${id}"]`;

/** A page whose own mistakes fail the test that asks for them. */
export async function openPage(context: BrowserContext, address: string): Promise<{ page: Page; faults: string[] }> {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text())); // also what the policy refused
  await page.goto(address);
  await page.waitForSelector('main h1');
  return { page, faults };
}

export async function loadSample(page: Page): Promise<void> {
  await page.click(by('sample-data'));
  await page.waitForSelector(`${by('file-card')}[data-state="ready"]`);
  await page.waitForSelector(`${by('run')}:not([disabled])`, { timeout: 60_000 });
}

export async function run(page: Page): Promise<void> {
  await page.click(`${by('run')}:not([disabled])`);
  await page.waitForSelector(by('count-persons'), { timeout: 90_000 });
}

/** The raw number behind a figure. */
export async function figure(page: Page, name: string): Promise<number> {
  return Number(await page.getAttribute(by(`count-${name}`), 'data-value'));
}

export async function sumOfRows(page: Page): Promise<number> {
  const values = await page.$$eval(by('file-rows'), (found) =>
    found.map((each) => Number((each as HTMLElement).dataset.value)),
  );
  return values.reduce((sum, value) => sum + value, 0);
}

/** Saves through a button and gives the bytes of the file. */
export async function saved(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.click(by(button))]);
  return readFileSync(await download.path());
}

/**
 * Law 8: clicks every figure that is on the page now (elements with data-figure and data-door) and compares it with the number
 * of names that open in the panel. Gives how many were tried, and what was wrong.
 */
export async function crawlFigures(page: Page): Promise<{ tried: number; wrong: string[] }> {
  const found = await page.$$eval('[data-figure][data-door]', (elements) =>
    elements.map((each) => [each.getAttribute('data-door') ?? '', each.getAttribute('data-figure') ?? ''] as const),
  );
  const wrong: string[] = [];
  for (const [door, count] of new Map(found)) {
    await page.evaluate((wanted) => {
      const all = [...document.querySelectorAll('[data-figure][data-door]')];
      const element = all.find((each) => each.getAttribute('data-door') === wanted);
      element?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    }, door);
    const opened = await page
      .waitForFunction(
        (wanted) => {
          const total = document.querySelector<HTMLElement>('[data-testid="panel-total"]');
          return total?.dataset.door === wanted ? total.dataset.value : undefined;
        },
        door,
        { timeout: 15_000 },
      )
      .then((handle) => handle.jsonValue())
      .catch(() => 'nothing');
    if (opened !== count) {
      wrong.push(`${door} says ${count} and opens ${opened}`);
    }
  }
  return { tried: new Map(found).size, wrong };
}

export interface DroppedFile {
  name: string;
  text: string;
}

/** Drops files onto the window as the file manager would. */
export async function drop(page: Page, files: readonly DroppedFile[]): Promise<void> {
  await page.evaluate((list) => {
    const data = new DataTransfer();
    for (const { name, text } of list) {
      data.items.add(new File([Uint8Array.from(text, (letter) => letter.charCodeAt(0))], name));
    }
    window.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, cancelable: true }));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, cancelable: true }));
  }, files);
}

const kNames = [
  'SITI AMINAH',
  'BUDI SANTOSO',
  'ASEP HIDAYAT',
  'DEWI LASTRI',
  'RINA MARLINA',
  'AGUS SETIAWAN',
  'WATI ROHAYATI',
  'DEDI KUSNADI',
  'NANI SUHERMAN',
  'UJANG SAEPUDIN',
  'EUIS KOMARIAH',
  'YAYAN SOPIAN',
  'TATI SUHARTI',
  'ENDANG RUKMANA',
  'LILIS SURYANI',
  'MAMAN ABDURAHMAN',
];

/** The made-up people from..to, one line each: NIK, KK, name, birth date, sex, village. Region 9999 does not exist. */
export function people(from: number, to: number): string[] {
  return kNames.slice(from, to).map((name, i) => {
    const n = from + i;
    const two = (value: number): string => String(value).padStart(2, '0');
    const [day, month, year] = [1 + n, 1 + (n % 12), 1950 + 3 * n];
    const female = n % 2 === 0;
    const nik = `999901${two(day + (female ? 40 : 0))}${two(month)}${two(year % 100)}${String(n + 1).padStart(4, '0')}`;
    const kk = `99990101012${n % 4}${String(100 + n).padStart(4, '0')}`;
    return [
      nik,
      kk,
      name,
      `${two(day)}/${two(month)}/${year}`,
      female ? 'P' : 'L',
      n % 3 === 0 ? 'SUKAMAJU' : 'MEKARSARI',
    ].join(';');
  });
}

export const kHeader = 'NIK;No. KK;Nama Lengkap;Tgl Lahir;JK;Desa';
