// Configures and builds one CMake preset.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { must, root } from './run.mjs';

/** The environment that the wasm preset needs: where Emscripten keeps its toolchain file. */
async function emscriptenEnvironment() {
  const folder = (await must(['em-config', 'EMSCRIPTEN_ROOT'])).trim();
  return { PADAN_EMSCRIPTEN_TOOLCHAIN: join(folder, 'cmake/Modules/Platform/Emscripten.cmake') };
}

/** Configures when that was never done (later Ninja does it by itself) and builds the targets, all when none is named. */
export async function buildPreset(preset, targets = []) {
  const env = preset === 'wasm' ? await emscriptenEnvironment() : {};
  if (!existsSync(join(root, 'build', preset, 'build.ninja'))) await must(['cmake', '--preset', preset], { env });
  const wanted = targets.length > 0 ? ['--target', ...targets] : [];
  await must(['cmake', '--build', '--preset', preset, ...wanted], { env });
}
