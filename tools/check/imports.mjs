// The arrows inside the page: screens -> components, state -> engine, i18n, lib. Components know no state.
import { dirname, join } from 'node:path';
import { problemsByLine } from './files.mjs';

const foundation = ['engine', 'i18n', 'lib'];
const forbidden = {
  components: ['state', 'screens'],
  state: ['components', 'screens'],
  engine: ['components', 'state', 'screens'],
  i18n: ['components', 'state', 'screens'],
  lib: ['components', 'state', 'screens', 'engine'],
};

export function judgeImport(line, path) {
  const target = line.match(/\b(?:from|import)\s*\(?\s*["'](\.[^"']*)["']/)?.[1];
  if (!target) return undefined;
  const from = path.split('/')[2];
  const resolved = join(dirname(path), target);
  const to = resolved.split('/')[2];
  if (resolved.startsWith('web/src/') && forbidden[from]?.includes(to)) return `${from} must not import ${to}`;
  if (resolved.includes('padan.js') && !foundation.includes(from))
    return 'only web/src/engine/ may load the WASM module';
  return undefined;
}

export const imports = () => problemsByLine(/^web\/src\/.*(?<!\.test)\.ts$/, judgeImport);
