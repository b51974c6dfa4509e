// Packs the tables of idn-area-data into one text and writes it as C++ source for the region room.
//   node tools/pack_regions.mjs <folder with the csv files> <region_data.cpp>
// One place a line, codes only where they do not follow from the line before:
//   !11ACEH            province 11
//   @01KABUPATEN …     regency 11.01
//   #01BAKONGAN        district 11.01.01
//   =2001KEUDE …       village 11.01.01.2001
//   UJONG MANGKI       the next village, 11.01.01.2002
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, target] = process.argv.slice(2);
if (!target) throw new Error('usage: pack_regions.mjs <folder with the csv files> <region_data.cpp>');

/** The rows of a table as [code without dots, name]. The files quote no cell, and quotes inside names are apostrophes. */
function places(file) {
  const lines = readFileSync(join(folder, file), 'utf8').trim().split(/\r?\n/).slice(1);
  return lines.map((line) => {
    const cells = line.split(',');
    const name = cells.at(-1).toUpperCase().replace(/["’]/g, "'");
    if (cells.length > 3 || !/^[A-Z0-9(*'][ -~]*$/.test(name)) throw new Error(`${file}: cannot read "${line}"`);
    return [cells[0].replaceAll('.', ''), name];
  });
}

const marks = { 2: '!', 4: '@', 6: '#', 10: '=' };
const all = ['provinces', 'regencies', 'districts', 'villages'].flatMap((table) => places(`${table}.csv`));
all.sort(([a], [b]) => (a < b ? -1 : 1));

let previous = '';
const packed = all.map(([code, name]) => {
  const follows = code.length === 10 && previous.length === 10 && Number(code) === Number(previous) + 1;
  previous = code;
  const own = code.length === 10 ? code.slice(6) : code.slice(-2);
  return follows ? name : marks[code.length] + own + name;
});

const literals = packed.map((line) => JSON.stringify(`${line}\n`)).join('\n');
writeFileSync(
  target,
  `// Made by tools/pack_regions.mjs from idn-area-data; the data are under the Open Database License.
#include "region_data.hpp"

namespace padan::region {
const char kPackedRegions[] =
${literals};
const unsigned long kPackedRegionsSize = sizeof kPackedRegions - 1;
} // namespace padan::region
`,
);
