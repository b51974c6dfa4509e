// Says whether an output must be made again: when its inputs (files and folders, by size and time) or its outputs changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './run.mjs';

function* filesUnder(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  if (stat.isFile()) yield `${path} ${stat.size} ${stat.mtimeMs}\n`;
  else for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
}

function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) for (const line of filesUnder(join(root, path))) hash.update(line);
  return hash.digest('hex');
}

/** Runs `make` unless inputs and outputs are as they were after the last time. Returns whether it ran. */
export async function whenStale(name, inputs, outputs, make) {
  const stamp = join(root, 'build', `${name}.stamp`);
  const all = [...inputs, ...outputs];
  if (outputs.every((path) => existsSync(join(root, path))) && existsSync(stamp)) {
    if (readFileSync(stamp, 'utf8') === fingerprint(all)) return false;
  }
  await make();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint(all));
  return true;
}
