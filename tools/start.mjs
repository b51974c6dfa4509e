// npm start: installs and builds what is missing or out of date, then serves the page on this machine.
import { join } from 'node:path';
import { build } from './build.mjs';
import { root, run } from './lib/run.mjs';
import { serve } from './lib/serve.mjs';

const setup = await run(['bash', 'tools/setup.sh', 'build']);
if (setup.code !== 0) process.exit(setup.code);
try {
  await build('wasm', 'web');
  const { address } = await serve(join(root, 'dist/hosted'));
  console.log(`\n  padan: ${address}\n  (Ctrl+C stops it)`);
} catch (error) {
  console.error(`start: ${error.message}`);
  process.exit(1);
}
