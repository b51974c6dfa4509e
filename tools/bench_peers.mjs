// npm run bench:peers [-- --people N …]: padan beside Splink and GoldenMatch, see bench/peers/README.md.
import { join } from 'node:path';
import { build } from './build.mjs';
import { must, root, run } from './lib/run.mjs';
import { whenStale } from './lib/stale.mjs';

const setup = await run(['bash', 'tools/setup.sh', 'build']);
if (setup.code !== 0) process.exit(setup.code);

const venv = join(root, 'build/peers/venv');
const python = join(venv, 'bin/python');
const wanted = 'bench/peers/requirements.txt';

/** A Python of its own with the pinned peers; GoldenMatch needs 3.11 or newer. */
async function makeVenv() {
  console.log('bench:peers: fetching the peers from PyPI, once');
  await must(['python3', '-m', 'venv', '--clear', venv]);
  await must([python, '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', wanted]);
}

try {
  await build('native');
  await whenStale('peers', [wanted], ['build/peers/venv/pyvenv.cfg'], makeVenv);
} catch (error) {
  console.error(`bench:peers: ${error.message}`);
  process.exit(1);
}
const { code } = await run([python, 'bench/peers/run.py', ...process.argv.slice(2)]);
process.exitCode = code;
