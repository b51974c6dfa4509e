// How the fake engine understands a file: commas, one header row that names a NIK or a Nama.

import type { Column, DataRow, PreviewState, Source } from '../../../web/src/engine/protocol';

export interface FakeSource {
  source: Source;
  cells: string[][];
  states: PreviewState[];
  data: DataRow[];
}

const kFields: Record<string, string> = {
  nik: 'nik',
  'no kk': 'kk',
  nama: 'name',
  'tgl lahir': 'birth_date',
  jk: 'sex',
  desa: 'village',
};

/** Throws the code of the core's error when the text is no usable list. */
export function readTable(file: string, text: string, id: number): FakeSource {
  if (text === '') throw { code: 'file.empty', params: { file } };
  if (text.startsWith('\u0089PNG') || text.includes('\u0000')) throw { code: 'file.not_a_table', params: { file } };
  const cells = text
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.replace(/\r$/, '').split(/[,;]/));
  const header = cells.findIndex((row) => row.some((cell) => ['nik', 'nama'].includes(cell.trim().toLowerCase())));
  if (header < 0) throw { code: 'file.no_known_column', params: { file } };
  return understand(file, cells, header, id, {});
}

export function understand(
  file: string,
  cells: string[][],
  header: number,
  id: number,
  mapping: Record<string, string>,
): FakeSource {
  const heads = cells[header] ?? [];
  const states = cells.map((row, i): PreviewState => {
    if (row.every((cell) => cell === '')) return 'blank';
    if (i < header) return 'title';
    return i === header ? 'header' : row[0] === 'Jumlah' ? 'total' : 'data';
  });
  const rows = cells.map((row, i) => ({ row, line: i + 1 })).filter((_, i) => states[i] === 'data');
  const columns = heads.map((head, index): Column => {
    const values = rows.map(({ row }) => row[index] ?? '').filter((value) => value !== '');
    const field = mapping[head] ?? kFields[head.trim().toLowerCase()] ?? 'text';
    return {
      index,
      header: head,
      field,
      confidence: field === 'text' ? 0 : 0.97,
      reason: 'header',
      filled: values.length,
      samples: values.slice(0, 3),
    };
  });
  const value = (row: string[], field: string): string =>
    row[columns.find((column) => column.field === field)?.index ?? -1] ?? '';
  const name = file.replace(/\.\w+$/, '');
  const data = rows.map(
    ({ row, line }, i): DataRow => ({
      index: 0,
      source: name,
      row: i + 1,
      line,
      person: 0,
      family: 0,
      status: 'single',
      name: value(row, 'name'),
      nik: value(row, 'nik'),
      kk: value(row, 'kk'),
      birth_date: value(row, 'birth_date'),
      village: value(row, 'village'),
    }),
  );
  return { cells, states, data, source: describe(file, name, id, header, columns, states, data) };
}

function describe(
  file: string,
  name: string,
  id: number,
  header: number,
  columns: Column[],
  states: PreviewState[],
  data: DataRow[],
): Source {
  const count = (state: PreviewState): number => states.filter((each) => each === state).length;
  const layout = ['dukcapil', 'dtks', 'p3ke', 'pbi'].find((each) => name.startsWith(each)) ?? 'general';
  const missing = data.filter((row) => row.nik === '').length;
  const rounded = data.filter((row) => row.nik.endsWith('0'));
  return {
    id,
    file,
    sheet: '',
    name,
    layout: layout === 'p3ke' ? 'p3ke_individu' : layout,
    confidence: layout === 'general' ? 0.5 : 0.93,
    kind: 'register',
    owner: layout === 'dtks' ? 'Dinsos' : layout === 'dukcapil' ? 'Disdukcapil' : '',
    level: 'daerah',
    data_date: layout === 'dtks' ? '2026-11-01' : '',
    valid_from: '',
    valid_until: layout === 'p3ke' ? '2024-12-31' : '',
    fiscal_year: '',
    duplicates: false,
    shape: columns.map((column) => column.header).join('|'),
    read_by: 'recognition',
    joined: { list: '', why: 'alone', like: '', in_both: 0, by_officer: false },
    header_line: header + 1,
    rows_read: states.length,
    rows: data.length,
    set_aside: { title: count('title'), header: count('header'), blank: count('blank'), total: count('total') },
    columns,
    issues:
      rounded.length > 0
        ? [{ code: 'number.rounded', count: rounded.length, lines: rounded.slice(0, 8).map((row) => row.line) }]
        : [],
    quality: { nik_good: data.length - missing - rounded.length, nik_damaged: rounded.length, nik_missing: missing },
  };
}
