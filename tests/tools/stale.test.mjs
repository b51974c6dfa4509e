import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../tools/lib/run.mjs';
import { whenStale } from '../../tools/lib/stale.mjs';

test('makes again only when inputs or outputs changed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'padan-stale-'));
  const [input, output, stamp] = ['in', 'out', 'stamp'].map((name) => relative(root, join(folder, name)));
  const make = () =>
    whenStale(relative('build', stamp), [input], [output], () => writeFileSync(join(root, output), 'made'));
  writeFileSync(join(root, input), 'one');
  expect([await make(), await make()]).toEqual([true, false]);
  writeFileSync(join(root, input), 'three');
  expect([await make(), await make()]).toEqual([true, false]);
  rmSync(join(root, output));
  expect([await make(), await make()]).toEqual([true, false]);
  rmSync(folder, { recursive: true });
});
