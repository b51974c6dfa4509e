// Configures and builds one CMake preset.
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { must, root } from './run.mjs';

const runnable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first of the programs that is on the PATH; the last name when none is, so that a failure names something. */
export function firstOnPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.find((name) => folders.some((folder) => runnable(join(folder, name)))) ?? names.at(-1);
}

/** What a preset needs to know of this machine. */
const environments = {
  wasm: async () => {
    const folder = (await must(['em-config', 'EMSCRIPTEN_ROOT'])).trim();
    return { PADAN_EMSCRIPTEN_TOOLCHAIN: join(folder, 'cmake/Modules/Platform/Emscripten.cmake') };
  },
  fuzz: async () => ({ CC: firstOnPath('clang-14', 'clang'), CXX: firstOnPath('clang++-14', 'clang++') }),
};

/** Configures when that was never done (later Ninja does it by itself) and builds the targets, all when none is named. */
export async function buildPreset(preset, targets = []) {
  const env = (await environments[preset]?.()) ?? {};
  if (!existsSync(join(root, 'build', preset, 'build.ninja'))) await must(['cmake', '--preset', preset], { env });
  const wanted = targets.length > 0 ? ['--target', ...targets] : [];
  await must(['cmake', '--build', '--preset', preset, ...wanted], { env });
}
