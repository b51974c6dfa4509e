// The project's own text files: those git tracks or would track.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must, root } from '../lib/run.mjs';

/** Paths relative to the project's folder that match the pattern. */
export async function projectFiles(pattern) {
  const listed = await must(['git', 'ls-files', '--cached', '--others', '--exclude-standard', '-z']);
  return listed.split('\0').filter((path) => path && pattern.test(path));
}

/** Calls `visit(line, path, number)` for each line of each file and collects what it returns (a problem or undefined). */
export async function problemsByLine(pattern, visit) {
  const problems = [];
  for (const path of await projectFiles(pattern)) {
    let text;
    try {
      text = readFileSync(join(root, path), 'utf8');
    } catch {
      continue; // deleted, but not yet committed
    }
    text.split('\n').forEach((line, index) => {
      const problem = visit(line, path);
      if (problem) problems.push(`${path}:${index + 1}: ${problem}`);
    });
  }
  return problems;
}
