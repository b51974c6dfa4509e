// npm run bench:growth [-- --people N,N,…]: how time and memory grow with the lists, on the command line and on the page.
// Makes regencies of rising size, matches each, and draws docs/dev/growth.svg.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../tools/build.mjs';
import { root } from '../tools/lib/run.mjs';
import { drawing } from './growth_drawing.mjs';

const { values } = parseArgs({ options: { people: { type: 'string', default: '43200,130000,450000,1450000' } } });
const padan = join(root, 'build/release/padan');
const seconds = (since) => (performance.now() - since) / 1000;

function matchNatively(lists, folder) {
  const out = join(folder, 'out');
  const began = performance.now();
  execFileSync(padan, ['reconcile', ...lists, '--out', out, '--workers', '2', '--quiet']);
  const took = seconds(began);
  const { counts, peak_bytes } = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8'));
  rmSync(out, { recursive: true });
  return { rows: counts.rows, seconds: took, bytes: peak_bytes };
}

function matchOnPage(folder) {
  const text = execFileSync('node', ['bench/page_bench.mjs', folder, '--cores', '2'], { cwd: root, encoding: 'utf8' });
  const { rows, read_s, run_s, peak_mb } = JSON.parse(text);
  return { rows, seconds: read_s + run_s, bytes: peak_mb * 1e6 };
}

function measure(people) {
  const folder = mkdtempSync(join(tmpdir(), 'padan-growth-'));
  try {
    execFileSync(padan, ['synth', '--people', people, '--seed', '7', '--errors', 'medium', '--out', folder]);
    const lists = readdirSync(folder).filter((name) => name.endsWith('.csv'));
    const result = {
      native: matchNatively(
        lists.map((name) => join(folder, name)),
        folder,
      ),
      page: matchOnPage(folder),
    };
    console.log(JSON.stringify(result));
    return result;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

await build('native', 'wasm', 'web');
const results = values.people.split(',').map(measure);
const machine = `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? '?'}, ${new Date().toISOString().slice(0, 10)}`;
const series = (name, key) => ({ name, points: results.map((result) => result[key]) });
const file = join(root, 'docs/dev/growth.svg');
writeFileSync(
  file,
  drawing([series('page, two workers', 'page'), series('command line, two threads', 'native')], machine),
);
console.log(`bench:growth: ${file}`);
