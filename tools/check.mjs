// npm run check [-- <name>...]: format, lint, types and the rules of ARCHITECTURE.md. Prints every problem.
import { fileURLToPath } from 'node:url';
import { projectFiles } from './check/files.mjs';
import { imports } from './check/imports.mjs';
import { includes } from './check/includes.mjs';
import { privacy } from './check/privacy.mjs';
import { firstOnPath } from './lib/cmake.mjs';
import { run } from './lib/run.mjs';

export const clangFormat = firstOnPath('clang-format-14', 'clang-format');
export const cppFiles = () => projectFiles(/\.[ch]pp$/);

async function tool(command) {
  const { code, output } = await run(command, { quiet: true });
  return code === 0 ? [] : [output.trim() || `${command[0]} failed`];
}

async function format() {
  const { output } = await run([clangFormat, '--dry-run', ...(await cppFiles())], { quiet: true });
  const files = [...output.matchAll(/^(\S+?):\d+:\d+: warning/gm)].map(([, path]) => path);
  return [...new Set(files)].map((path) => `${path}: not formatted (npm run fix)`);
}

const types = (realm) => tool(['tsc', '-p', `tsconfig.${realm}.json`]);

/** Each check answers with its problems; none means it passed. */
const checks = {
  format,
  biome: () => tool(['biome', 'check', '--error-on-warnings']),
  'types-page': () => types('page'),
  'types-worker': () => types('worker'),
  'types-node': () => types('node'),
  includes,
  imports,
  privacy,
};

/** Runs the checks named, all by default; each counts as one case. */
export async function check(names = Object.keys(checks)) {
  const tally = { passed: 0, failed: 0 };
  for (const name of names) {
    const problems = await checks[name]();
    tally[problems.length === 0 ? 'passed' : 'failed'] += 1;
    console.log(`check: ${name} ${problems.length === 0 ? 'ok' : 'FAILED'}`);
    for (const problem of problems) console.log(problem);
  }
  return tally;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = process.argv.slice(2);
  const { passed, failed } = await check(names.length > 0 ? names : undefined);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}
