// Writes the list of make_corpus.py as SheetJS does, the library behind most downloads of web applications:
// make_sheetjs_corpus.mjs FOLDER. The tests read every file and expect the same cells (expected.tsv beside them); files of text carry
// the first sheet only, without types. Does nothing when FOLDER is complete already.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';

const date = (value, format) => ({ t: 'n', v: value, z: format });
const text = (value) => ({ t: 's', v: value });
const number = (value) => ({ t: 'n', v: value });

// [line, column, cell, numeric, text as padan gives it]. Dates are numbers of days with a format, as in every workbook.
const kPeople = [
  [1, 0, text('DAFTAR PENERIMA BANTUAN'), 0],
  ...['NO', 'NIK', 'NAMA', 'TANGGAL LAHIR', 'RT/RW', 'PEKERJAAN'].map((head, i) => [4, i, text(head), 0]),
  [5, 0, number(1), 1],
  [5, 1, text('9971014505700001'), 0],
  [5, 2, text('CONTOH SATU'), 0],
  [5, 3, date(25700, 'dd/mm/yyyy'), 0, '1970-05-12'],
  [5, 4, text('001/002'), 0],
  [5, 5, text('BELUM/TIDAK\nBEKERJA'), 0],
  [6, 0, number(2), 1],
  [6, 1, number(9971014505700020), 1],
  [6, 2, text('CONTOH & <DUA>'), 0],
  [6, 4, text('1/2'), 0],
  [6, 5, number(0.1), 1],
  [8, 0, number(3), 1],
  [8, 1, number(3201014505700), 1],
  [8, 2, text('CONTOH TIGA'), 0],
  [8, 3, date(44964.354166666664, 'dd/mm/yyyy hh:mm'), 0, '2023-02-07 08:30:00'],
  [8, 5, number(-12.5), 1],
  [9, 1, text('ÉCOLE – 日本'), 0],
  [9, 28, text('jauh'), 0],
];
const kHidden = [
  [2, 1, text('tersembunyi'), 0],
  [3, 1, number(7), 1],
];
const kSheets = [
  ['Desa A', kPeople],
  ['Rahasia', kHidden],
];

function sheetOf(cells) {
  const sheet = {};
  let [lastLine, lastColumn] = [0, 0];
  for (const [line, column, cell] of cells) {
    sheet[xlsx.utils.encode_cell({ r: line - 1, c: column })] = { ...cell };
    lastLine = Math.max(lastLine, line);
    lastColumn = Math.max(lastColumn, column);
  }
  sheet['!ref'] = xlsx.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: lastLine - 1, c: lastColumn } });
  return sheet;
}

function book() {
  const out = xlsx.utils.book_new();
  for (const [name, cells] of kSheets) xlsx.utils.book_append_sheet(out, sheetOf(cells), name);
  out.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] };
  return out;
}

const expected = kSheets
  .flatMap(([name, cells]) =>
    cells.map(([line, column, cell, numeric, shown]) =>
      [name, line, column, numeric, (shown ?? String(cell.v)).replace('\n', '\\n')].join('\t'),
    ),
  )
  .join('\n');

const folder = process.argv[2];
const done = join(folder, 'expected.tsv');
if (!existsSync(done)) {
  mkdirSync(folder, { recursive: true });
  const write = (file, options) =>
    writeFileSync(join(folder, file), xlsx.write(book(), { type: 'buffer', ...options }));
  write('sheetjs.xlsx', { bookType: 'xlsx' });
  write('sheetjs_shared.xlsx', { bookType: 'xlsx', bookSST: true, compression: true });
  write('sheetjs_macro.xlsm', { bookType: 'xlsm' });
  write('sheetjs.xls', { bookType: 'biff8' });
  write('sheetjs.ods', { bookType: 'ods' });
  write('sheetjs.fods', { bookType: 'fods' });
  write('sheetjs_2003.xml', { bookType: 'xlml' });
  for (const type of ['html', 'csv']) {
    mkdirSync(join(folder, 'text'), { recursive: true });
    writeFileSync(join(folder, 'text', `sheetjs.${type}`), xlsx.write(book(), { type: 'buffer', bookType: type }));
  }
  writeFileSync(done, `${expected}\n`);
}
