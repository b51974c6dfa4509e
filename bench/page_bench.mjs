// node bench/page_bench.mjs <folder of lists> [--cores N] [--questions N]
// What an officer waits for: the single page opened from the disk in Chromium, all files chosen at once, matched. Prints
// seconds of reading and of the run, and the most memory that the page's process with all its workers ever held; with
// --questions also the wait for the next question after N answers and after undoing them.
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium } from '../tools/lib/chromium.mjs';
import { root } from '../tools/lib/run.mjs';
import { peakOfRenderer } from './renderer.mjs';
import { openQuestions, paceOf } from './review_pace.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cores: { type: 'string' }, questions: { type: 'string' } },
});
const folder = resolve(positionals[0] ?? '.');
const files = readdirSync(folder)
  .filter((name) => /\.(csv|xlsx|xls|ods)$/.test(name))
  .map((name) => join(folder, name));
const by = (id) => `[data-testid="${id}"]`;

const profile = mkdtempSync(join(tmpdir(), 'padan-bench-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: await findChromium(),
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
});
const page = await context.newPage();
if (values.cores !== undefined)
  await page.addInitScript(
    (cores) => Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => cores }),
    Number(values.cores),
  );
await page.goto(pathToFileURL(join(root, 'dist/padan.html')).href);
await page.waitForSelector('main h1');
const wait = { timeout: 3_600_000 };
const seconds = (since) => ((performance.now() - since) / 1000).toFixed(1);

const reading = performance.now();
await page.setInputFiles('input[type="file"]', files);
await page.waitForSelector(`${by('run')}:not([disabled])`, wait);
const read = seconds(reading);
await page.click(by('nav-padankan'));
const estimate = await page.textContent('dl.figures').catch(() => null);
const running = performance.now();
await page.click(`${by('run')}:not([disabled])`);
await page.waitForSelector(by('count-persons'), wait);
const figure = async (name) => Number(await page.getAttribute(by(`count-${name}`), 'data-value'));
console.log(
  JSON.stringify({
    rows: await figure('rows'),
    persons: await figure('persons'),
    families: await figure('families'),
    read_s: Number(read),
    run_s: Number(seconds(running)),
    peak_mb: Math.round(peakOfRenderer(profile) / 1e6),
    estimate,
  }),
);
if (values.questions !== undefined) {
  const times = Number(values.questions);
  const opened_ms = await openQuestions(page);
  const decide = await paceOf(page, 's', times);
  console.log(JSON.stringify({ questions: times, opened_ms, decide, undo: await paceOf(page, 'u', times) }));
}
await context.close();
