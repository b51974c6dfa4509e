// The arrows of ARCHITECTURE.md: which room may include which, and which headers only one folder may know.
// The rooms and their arrows are read from the padan_room(...) lines that CMake builds from, so there is one table.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/run.mjs';
import { problemsByLine } from './files.mjs';

const folders = ['core', 'synth', 'codec', 'cli'];

/** What only the named folders may include. */
const reserved = [
  { header: /^nlohmann\//, allowed: ['codec'] },
  { header: /^(zlib|xlsxwriter|mbedtls)\b/, allowed: ['codec'] },
  { header: /^emscripten/, allowed: ['wasm'] },
  {
    header:
      /^(iostream|ostream|istream|fstream|filesystem|thread|mutex|shared_mutex|condition_variable|future|chrono|ctime|time\.h|random|cstdio|stdio\.h)$/,
    allowed: ['codec', 'cli', 'wasm'],
  },
];

/** room -> every room it may include, itself and what it reaches through others. */
export function readArrows(texts) {
  const direct = new Map();
  for (const [, name, body] of texts.join('\n').matchAll(/^padan_room\(\s*(\w+)([^)]*)\)/gm)) {
    const depends = body.match(/DEPENDS((?:\s+(?!LINKS\b)\w+)+)/)?.[1] ?? '';
    direct.set(name, depends.trim().split(/\s+/).filter(Boolean));
  }
  const reach = (name, seen = new Set()) => {
    if (!seen.has(name)) {
      seen.add(name);
      for (const next of direct.get(name) ?? []) reach(next, seen);
    }
    return seen;
  };
  return new Map([...direct.keys()].map((name) => [name, reach(name)]));
}

/** The room of a file: the folder after src/ or padan/ in core, otherwise the top folder. */
function roomOf(path) {
  return path.match(/^core\/(?:src|include\/padan)\/(\w+)\//)?.[1] ?? path.split('/')[0];
}

export function judgeInclude(line, path, arrows) {
  const header = line.match(/^\s*#\s*include\s*[<"]([^>"]+)[>"]/)?.[1];
  if (!header) return undefined;
  const top = path.split('/')[0];
  const rule = reserved.find((entry) => entry.header.test(header));
  if (rule && !rule.allowed.includes(top)) return `<${header}> belongs to ${rule.allowed.join(', ')} only`;
  const target = header.match(/^padan\/(\w+)\//)?.[1];
  const room = roomOf(path);
  if (target && arrows.has(target) && arrows.has(room) && !arrows.get(room).has(target))
    return `${room} must not include ${target}`;
  return undefined;
}

export async function includes() {
  const arrows = readArrows(folders.map((folder) => readFileSync(join(root, folder, 'CMakeLists.txt'), 'utf8')));
  return problemsByLine(/^(core|synth|codec|wasm|cli)\/.*\.[ch]pp$/, (line, path) => judgeInclude(line, path, arrows));
}
