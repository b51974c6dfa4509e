// npm run fix: formats everything and applies the safe corrections of the linter.
import { clangFormat, cppFiles } from './check.mjs';
import { run } from './lib/run.mjs';

const results = [await run([clangFormat, '-i', ...(await cppFiles())]), await run(['biome', 'check', '--write'])];
process.exitCode = results.some(({ code }) => code !== 0) ? 1 : 0;
