// Configures and builds one CMake preset.
import { accessSync, constants, statSync } from 'node:fs';
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

const writtenAt = (...path) => statSync(join(root, ...path), { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Configures when that was never done or the presets changed (Ninja sees to the rest); builds the targets, all by default. */
export async function buildPreset(preset, targets = []) {
  const env = (await environments[preset]?.()) ?? {};
  const configured = writtenAt('build', preset, 'build.ninja') > writtenAt('CMakePresets.json');
  if (!configured) await must(['cmake', '--preset', preset], { env });
  const wanted = targets.length > 0 ? ['--target', ...targets] : [];
  await must(['cmake', '--build', '--preset', preset, ...wanted], { env });
}
