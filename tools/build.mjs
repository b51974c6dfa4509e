// node tools/build.mjs [native] [wasm] [web]: makes build/release/padan, build/wasm/wasm/padan.{js,wasm}, dist/. All by default.
import { fileURLToPath } from 'node:url';
import { buildPreset } from './lib/cmake.mjs';
import { must } from './lib/run.mjs';
import { whenStale } from './lib/stale.mjs';

const webInputs = ['web', 'wasm/types', 'build/wasm/wasm/padan.js', 'build/wasm/wasm/padan.wasm'];
const webConfig = ['package.json', 'package-lock.json', 'tsconfig.base.json'];

const steps = {
  native: () => buildPreset('release'),
  wasm: () => buildPreset('wasm', ['padan']),
  web: () =>
    whenStale('web', [...webInputs, ...webConfig], ['dist/hosted/index.html', 'dist/padan.html'], () =>
      must(['npm', 'run', '--silent', 'build:web']),
    ),
};

export async function build(...names) {
  for (const name of names) {
    const begin = performance.now();
    await steps[name]();
    console.log(`build: ${name} is up to date (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2);
  await build(...(names.length > 0 ? names : Object.keys(steps))).catch((error) => {
    console.error(`build: ${error.message}`);
    process.exitCode = 1;
  });
}
