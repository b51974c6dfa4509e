// Finds a Chromium for the page's tests: PADAN_CHROMIUM, one on the PATH (not a snap), or Playwright's own.
// On the command line it prints the path, or exits with 1 when there is none.
import { accessSync, constants, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'chrome', 'chromium-browser'];

function usable(path) {
  try {
    accessSync(path, constants.X_OK);
    return !realpathSync(path).includes('snap');
  } catch {
    return false;
  }
}

export async function findChromium() {
  const chosen = process.env.PADAN_CHROMIUM;
  if (chosen) return chosen;
  const onPath = (process.env.PATH ?? '').split(':').flatMap((folder) => names.map((name) => join(folder, name)));
  const found = onPath.find(usable);
  if (found) return found;
  const playwright = await import('playwright-core').catch(() => undefined);
  const own = playwright?.chromium.executablePath();
  return own && usable(own) ? own : undefined;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = await findChromium();
  if (!found) process.exit(1);
  console.log(found);
}
