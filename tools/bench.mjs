// npm run bench [-- <filter>]: builds and runs the benchmarks; results as JSON are left in build/bench/.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildPreset } from './lib/cmake.mjs';
import { root, run } from './lib/run.mjs';

const setup = await run(['bash', 'tools/setup.sh', 'all']);
if (setup.code !== 0) process.exit(setup.code);
await buildPreset('bench');
const filter = process.argv[2] ? [`--benchmark_filter=${process.argv[2]}`] : [];
const folder = join(root, 'build/bench/bench');
for (const name of readdirSync(folder).filter((file) => file.endsWith('_bench'))) {
  const result = [`--benchmark_out=${join(root, 'build/bench', `${name}.json`)}`, '--benchmark_out_format=json'];
  const { code } = await run([join(folder, name), ...filter, ...result]);
  if (code !== 0) process.exitCode = 1;
}
