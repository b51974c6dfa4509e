// npm run bench:files [-- …]: large files read by padan's page and by today's libraries, see bench/files/run.mjs.
import { copyFileSync, cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle } from 'vite';

import { build } from './build.mjs';
import { must, root, run } from './lib/run.mjs';
import { whenStale } from './lib/stale.mjs';

const libraries = ['sheetjs', 'read-excel-file', 'hucre', 'papaparse'];
const from = join(root, 'bench/files');
const place = join(root, 'build/file-peers');

/** The pinned libraries beside the build, each bundled with its worker into one script. */
async function makePeers() {
  console.log('bench:files: fetching the libraries from npm, once');
  mkdirSync(place, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(join(from, file), join(place, file));
  cpSync(join(from, 'peers'), place, { recursive: true });
  await must(['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: place });
  for (const name of libraries) {
    await bundle({
      root: place,
      configFile: false,
      logLevel: 'error',
      build: {
        emptyOutDir: false,
        lib: { entry: join(place, `${name}.mjs`), formats: ['iife'], name: 'peer', fileName: () => `${name}.js` },
      },
    });
  }
}

try {
  const setup = await run(['bash', 'tools/setup.sh', 'all']);
  if (setup.code !== 0) process.exit(setup.code);
  await build('wasm', 'web');
  const made = libraries.map((name) => `build/file-peers/dist/${name}.js`);
  await whenStale('file-peers', ['bench/files/package-lock.json', 'bench/files/peers'], made, makePeers);
  const small = process.argv.includes('--small');
  const files = join(root, 'build/bench-files', small ? 'small' : '');
  const { code } = await run(['/usr/bin/python3', 'bench/files/make.py', files, ...(small ? ['--small'] : [])]);
  process.exitCode = code || (await run(['node', 'bench/files/run.mjs', ...process.argv.slice(2)])).code;
} catch (error) {
  console.error(`bench:files: ${error.message}`);
  process.exit(1);
}
