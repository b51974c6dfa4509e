// npm run bench:files [-- --only 300k.xlsx --tools padan sheetjs … --rounds 3 --limit 180 --small]
// How long an officer waits for a large file, with padan's page and with the libraries that a page would use today: each in a
// fresh page of the same Chromium, in a worker of its own. Prints a table for ../README.md.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { findChromium } from '../../tools/lib/chromium.mjs';
import { root } from '../../tools/lib/run.mjs';
import { peakOfRenderer } from '../renderer.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    tools: { type: 'string', multiple: true },
    rounds: { type: 'string', default: '3' },
    limit: { type: 'string', default: '180' }, // seconds
    small: { type: 'boolean', default: false },
  },
});
const folder = join(root, 'build/bench-files', values.small ? 'small' : '');
const xlsx = ['padan', 'sheetjs', 'read-excel-file', 'hucre'];
const plan = [
  { files: ['300k.xlsx'], rows: 300_000, tools: xlsx },
  { files: ['700k.xlsx'], rows: 700_000, tools: xlsx },
  { files: ['65k.ods'], rows: 65_000, tools: ['padan', 'sheetjs', 'hucre'] },
  { files: ['65k.xls'], rows: 65_000, tools: ['padan', 'sheetjs', 'hucre'] },
  { files: ['1500k.csv'], rows: 1_500_000, tools: ['padan', 'papaparse'] },
  { files: ['750k.csv', '750k-2.csv'], rows: 1_500_000, tools: ['padan, 1 worker', 'padan, 2 workers'] },
];

/** In the page, before its own scripts: when the file was chosen, when its card first showed rows, when all were read. */
function watchPadan(files) {
  const marks = { began: 0, preview: 0, done: 0 };
  const cards = (state) => document.querySelectorAll(`[data-testid="file-card"][data-state="${state}"]`).length;
  const look = () => {
    const now = performance.now() - marks.began;
    if (marks.preview === 0 && document.querySelector('[data-testid="file-preview"]')) marks.preview = now;
    if (marks.done === 0 && cards('ready') + cards('failed') >= files) marks.done = now;
  };
  globalThis.benchMarks = marks;
  addEventListener('change', () => (marks.began = performance.now()), true);
  new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
}

async function usePadan(page, paths, tool, timeout) {
  const cores = /\d+/.exec(tool)?.[0];
  if (cores) {
    await page.addInitScript((count) => {
      Object.defineProperty(navigator, 'hardwareConcurrency', { get: () => count });
    }, Number(cores));
  }
  await page.addInitScript(watchPadan, paths.length);
  await page.goto(pathToFileURL(join(root, 'dist/padan.html')).href);
  await page.waitForSelector('main h1');
  await page.waitForTimeout(1000); // the module is there, as it is when a person has chosen a file
  await page.setInputFiles('input[type="file"]', paths);
  await page.waitForFunction(() => globalThis.benchMarks.done > 0, undefined, { timeout, polling: 100 });
  return page.evaluate(() => {
    const { done, preview } = globalThis.benchMarks;
    const counts = [...document.querySelectorAll('[data-testid="file-rows"]')].map((each) =>
      Number(each.dataset.value),
    );
    const fault = document.querySelector('[data-testid="file-error"]')?.textContent;
    return { ms: done, preview, rows: counts.reduce((sum, rows) => sum + rows, 0), fault };
  });
}

/** In the page: a worker of the library waits for the file. */
function startWorker(source) {
  const worker = new Worker(URL.createObjectURL(new Blob([source])));
  let began = 0;
  const answer = (data) => {
    globalThis.benchAnswer = { ...data, ms: performance.now() - began };
  };
  worker.onmessage = ({ data }) => answer(data);
  worker.onerror = (event) => answer({ fault: event.message || 'the worker died' });
  document.querySelector('input').onchange = ({ target }) => {
    began = performance.now();
    worker.postMessage(target.files[0]);
  };
}

async function useLibrary(page, paths, tool, timeout) {
  await page.setContent('<input type="file">');
  await page.evaluate(startWorker, readFileSync(join(root, 'build/file-peers/dist', `${tool}.js`), 'utf8'));
  await page.waitForTimeout(1000);
  await page.setInputFiles('input', paths);
  await page.waitForFunction(() => globalThis.benchAnswer, undefined, { timeout, polling: 100 });
  const answer = await page.evaluate(() => globalThis.benchAnswer);
  return { ...answer, rows: Math.max(0, (answer.rows ?? 0) - 1) }; // the header is no row
}

async function measure(executablePath, paths, tool) {
  const profile = mkdtempSync(join(tmpdir(), 'padan-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  });
  let peak = 0;
  const sample = () => {
    peak = Math.max(peak, peakOfRenderer(profile)); // now and then, since a tab that dies takes its figure along
  };
  const sampling = setInterval(sample, 500);
  try {
    const page = await context.newPage();
    const crashed = new Promise((resolve) => page.on('crash', () => resolve({ rows: 0, fault: 'the tab crashed' })));
    const use = tool.startsWith('padan') ? usePadan : useLibrary;
    const limit = Number(values.limit) * 1000;
    const used = use(page, paths, tool, limit).catch((error) =>
      error.name === 'TimeoutError' ? { rows: 0, fault: `not done after ${values.limit} s` } : Promise.reject(error),
    );
    const result = await Promise.race([used, crashed]);
    sample();
    return { ...result, peak };
  } finally {
    clearInterval(sampling);
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1];
const seconds = (ms) => `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 1)} s`;

function outcome(results, wanted) {
  const { rows, fault } = results.at(-1);
  if (fault) return `fails: ${fault.replaceAll('|', '/').slice(0, 80)}`;
  if (rows === wanted) return rows.toLocaleString('en');
  return `**${rows.toLocaleString('en')}, and says nothing**`;
}

function table(measured) {
  const lines = [
    '| file | read with | time | quickest – slowest | of padan | memory | rows | first rows seen |',
    '|---|---|---|---|---|---|---|---|',
  ];
  const first = new Map();
  for (const { name, tool, results, wanted } of measured) {
    const times = results.map(({ ms }) => ms).filter((ms) => ms > 0);
    const middle = times.length > 0 ? median(times) : 0;
    if (!first.has(name)) first.set(name, { middle, peak: median(results.map(({ peak }) => peak)) });
    const peak = median(results.map((result) => result.peak));
    const ratio = middle > 0 ? `${(middle / first.get(name).middle).toFixed(1)} ×` : '–';
    const range = times.length > 0 ? `${seconds(Math.min(...times))} – ${seconds(Math.max(...times))}` : '–';
    const preview = results.at(-1).preview > 0 ? seconds(median(results.map((result) => result.preview))) : '–';
    const time = middle > 0 ? seconds(middle) : '–';
    const memory = `${Math.round(peak / 1e6)} MB`;
    const seen = outcome(results, wanted);
    lines.push(`| ${name} | ${tool} | ${time} | ${range} | ${ratio} | ${memory} | ${seen} | ${preview} |`);
  }
  return lines.join('\n');
}

const executablePath = await findChromium();
const chosen = plan.filter(({ files }) => !values.only || values.only.some((name) => files[0] === name));
const measured = chosen.flatMap(({ files, rows, tools }) => {
  const wanted = values.small ? rows / 100 : rows;
  const used = tools.filter((tool) => !values.tools || values.tools.some((name) => tool.startsWith(name)));
  const paths = files.map((file) => join(folder, file)).filter((path) => existsSync(path));
  return used.map((tool) => ({
    name: files.map((path) => basename(path)).join(', '),
    paths,
    tool,
    wanted,
    results: [],
  }));
});
for (let round = 0; round < Number(values.rounds); ++round) {
  for (const each of measured) {
    if (each.results.at(-1)?.fault) continue; // once is enough
    const result = await measure(executablePath, each.paths, each.tool);
    each.results.push(result);
    const { ms = 0, rows, fault = '' } = result;
    console.error(
      `${round + 1}. ${each.name}, ${each.tool}: ${seconds(ms)}, ${Math.round(result.peak / 1e6)} MB, ${rows} rows ${fault}`,
    );
  }
}
console.log(`${cpus().length} cores, ${cpus()[0]?.model}; median of ${values.rounds} rounds\n\n${table(measured)}`);
