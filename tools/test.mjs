// npm test [-- <runner>...]: sets up, builds, runs every runner (or those named) and adds up their cases.
// The last line is `N passed, N failed`; the exit code is 1 when anything failed, also a build.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { check } from './check.mjs';
import { buildPreset } from './lib/cmake.mjs';
import { root, run } from './lib/run.mjs';
import { tallyCtest, tallyVitest } from './lib/tally.mjs';

const fuzzSeconds = Number(process.env.PADAN_FUZZ_SECONDS ?? 10);

// Workbooks as LibreOffice, openpyxl, XlsxWriter, xlwt and SheetJS really write them; Debian's Python has the modules. Each script does
// nothing when its files are there, and where a module is missing the tests skip them.
async function makeWorkbooks() {
  for (const [script, name] of [
    ['make_corpus.py', 'workbooks'],
    ['make_xls_corpus.py', 'xls'],
  ]) {
    const folder = join(root, 'build/corpus', name);
    const { code } = await run(['/usr/bin/python3', `tests/codec/${script}`, folder], { quiet: true });
    if (code !== 0) rmSync(folder, { recursive: true, force: true });
  }
  await run(['node', 'tests/codec/make_sheetjs_corpus.mjs', join(root, 'build/corpus/sheetjs')], { quiet: true });
}

async function ctest(preset) {
  await makeWorkbooks();
  await buildPreset(preset);
  const command = ['ctest', '-V', '--test-dir', join('build', preset), '-j', String(availableParallelism())];
  const { code, output } = await run(command, { quiet: true });
  const tally = tallyCtest(output);
  const empty = tally.passed + tally.failed === 0;
  if (code !== 0 || empty) process.stdout.write(output);
  return empty ? { passed: 0, failed: 1 } : tally;
}

async function fuzzOne(name) {
  const corpus = join(root, 'build/fuzz/corpus', name);
  const seeds = join(root, 'tests/fuzz/corpus', name);
  mkdirSync(corpus, { recursive: true });
  const command = [
    join(root, 'build/fuzz/tests', name),
    `-max_total_time=${fuzzSeconds}`,
    '-timeout=20',
    '-rss_limit_mb=3000',
  ];
  const folders = existsSync(seeds) ? [corpus, seeds] : [corpus];
  const { code, output } = await run([...command, ...folders], { quiet: true, cwd: join(root, 'build/fuzz') });
  if (code !== 0) process.stdout.write(output.split('\n').slice(-80).join('\n'));
  return code === 0;
}

async function fuzz() {
  await buildPreset('fuzz');
  const waiting = readdirSync(join(root, 'tests/fuzz'))
    .filter((file) => file.endsWith('.cpp'))
    .map((file) => file.slice(0, -4));
  const tally = { passed: 0, failed: 0 };
  const worker = async () => {
    for (let name = waiting.shift(); name; name = waiting.shift())
      tally[(await fuzzOne(name)) ? 'passed' : 'failed'] += 1;
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return tally;
}

async function vitest(project) {
  const file = join(root, 'build', `vitest-${project}.json`);
  rmSync(file, { force: true });
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const { code, output } = await run(['vitest', 'run', '--project', project, ...reporters], { quiet: true });
  if (code !== 0) process.stdout.write(output);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const tally = tallyVitest(JSON.parse(readFileSync(file, 'utf8')));
  return code !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

const runners = {
  check,
  native: () => ctest('dev'),
  wasm: () => ctest('wasm'),
  asan: () => ctest('fuzz'), // the fuzzers' build has ASan and UBSan on: no need to compile everything once more
  fuzz,
  web: () => vitest('unit'),
  e2e: () => vitest('e2e'),
};

async function timed(name, work) {
  const begin = performance.now();
  console.log(`test: ${name} …`);
  const tally = await work().catch((error) => {
    console.log(`test: ${name}: ${error.message}`);
    return { passed: 0, failed: 1 };
  });
  const seconds = ((performance.now() - begin) / 1000).toFixed(0);
  return { name, seconds, ...tally };
}

const setup = await run(['bash', 'tools/setup.sh', 'all']);
if (setup.code !== 0) process.exit(setup.code);
const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in runners));
if (unknown.length > 0) {
  console.error(`test: no runner ${unknown.join(', ')}; there are ${Object.keys(runners).join(', ')}`);
  process.exit(2);
}
const results = [await timed('build', () => build('native', 'wasm', 'web').then(() => ({ passed: 0, failed: 0 })))];
for (const name of named.length > 0 ? named : Object.keys(runners)) results.push(await timed(name, runners[name]));

const sum = (key) => results.reduce((total, result) => total + result[key], 0);
for (const { name, passed, failed, seconds } of results)
  console.log(`${name.padEnd(8)} ${passed} passed, ${failed} failed (${seconds} s)`);
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
