import { readdirSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { dtks, locked, makeFolder, padan, pbi, rowsOf } from './support.mjs';

const tables = [
  'rows.csv',
  'persons.csv',
  'families.csv',
  'pairs.csv',
  'findings.csv',
  'corrections.csv',
  'civil_check.csv',
  'priorities.csv',
];

/** The made-up regency as paths, small enough to run often. */
function makeRegency(folder, people = 1500) {
  expect(padan(['synth', '--people', String(people), '--seed', '7', '--out', folder.path('regency')]).code).toBe(0);
  return readdirSync(folder.path('regency'))
    .filter((name) => name !== 'truth')
    .map((name) => folder.path('regency', name));
}

function reconcile(folder, files, ...more) {
  return padan(['reconcile', ...files, '--out', folder.path('out'), '--as-of', '2026-11-22', ...more]);
}

describe('a run', () => {
  test('writes a line for every data row, and the same person for the same person', () => {
    const folder = makeFolder();
    const files = [folder.write('dtks.csv', dtks), folder.write('pbi.csv', pbi)];
    const { code, stdout, stderr } = reconcile(folder, files);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toMatch(/5 rows → 4 people/);
    const csv = folder.read('out/rows.csv');
    expect(csv.split('\r\n')[0]).toBe('source,row,line,person_id,family_id,status');
    const rows = rowsOf(csv);
    expect(rows.map(({ source, row, line }) => `${source} ${row} ${line}`)).toEqual([
      'dtks 1 2',
      'dtks 2 3',
      'dtks 3 4',
      'pbi 1 2',
      'pbi 2 3',
    ]);
    expect(rows[3].person_id).toBe(rows[0].person_id);
    expect(new Set(rows.map((row) => row.person_id)).size).toBe(4);
  });

  test('sums up: counts, inputs by SHA-256, versions, stages', () => {
    const folder = makeFolder();
    reconcile(folder, [folder.write('dtks.csv', dtks), folder.write('pbi.csv', pbi)]);
    const summary = JSON.parse(folder.read('out/summary.json'));
    expect(summary.counts).toMatchObject({ rows: 5, set_aside: 2, persons: 4 });
    expect(summary.sources.map(({ name, rows, persons }) => [name, rows, persons])).toEqual([
      ['dtks', 3, 3],
      ['pbi', 2, 2],
    ]);
    expect(summary.overlap).toContainEqual(
      expect.objectContaining({ sources: ['dtks', 'pbi'], exact: true, persons: 1 }),
    );
    expect(summary.inputs[0]).toEqual({ name: 'dtks.csv', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(Object.keys(summary.timings_ms)).toEqual(expect.arrayContaining(['read', 'score', 'write']));
    expect(summary.peak_bytes).toBeGreaterThan(1e6);
    expect(summary.versions.padan).toMatch(/^\d+\.\d+\.\d+$/);
    expect(summary.pairs_scored).toBeGreaterThan(0);
    expect(summary.official).toEqual({
      by_registers: true,
      persons: { count: 4, low: 4, high: 4 },
      families: expect.objectContaining({ count: expect.any(Number) }),
    });
  });

  test('marks who stands on no register that still holds', () => {
    const folder = makeFolder();
    const synth = ['synth', '--people', '1500', '--seed', '7', '--p3ke-until', '2024-12-31'];
    expect(padan([...synth, '--out', folder.path('regency')]).code).toBe(0);
    const files = readdirSync(folder.path('regency')).filter((name) => name !== 'truth');
    reconcile(
      folder,
      files.map((name) => folder.path('regency', name)),
    );
    const registers = ['dtks', 'dtsen', 'p3ke'];
    const expired = new Set();
    for (const { family_id, sources, flags } of rowsOf(folder.read('out/families.csv'))) {
      const standing = sources.split('|').filter((source) => registers.includes(source));
      const only = standing.length === 1 && standing[0] === 'p3ke';
      expect(flags, family_id).toBe(only ? 'expired_basis' : '');
      if (only) expired.add(family_id);
    }
    expect(expired.size).toBeGreaterThan(5);
    const persons = folder.read('out/persons.csv').trimEnd().split('\r\n').slice(1);
    for (const line of persons) expect(line.includes('expired_basis')).toBe(expired.has(line.split(',')[1]));
    const findings = rowsOf(folder.read('out/findings.csv')).filter(({ code }) => code === 'basis_expired');
    expect(findings.map(({ subject }) => subject)).toEqual(['p3ke']);
  });

  test('explains its findings, and says what whom to mend in which line', () => {
    const folder = makeFolder();
    reconcile(folder, makeRegency(folder));
    const guide = rowsOf(folder.read('out/findings_guide.csv'));
    expect(new Set(guide.map(({ code }) => code)).size).toBe(23);
    const corrections = rowsOf(folder.read('out/corrections.csv'));
    expect(corrections.length).toBeGreaterThan(0);
    for (const { owner, source, line } of corrections) {
      expect([owner, source, Number(line) > 0]).toEqual([expect.any(String), expect.stringMatching(/./), true]);
    }
    const checks = rowsOf(folder.read('out/civil_check.csv'));
    const near = checks.filter(({ civil_status }) => civil_status === 'PADAN_PERLU_CEK');
    expect(near.length).toBeGreaterThan(0);
    expect(near.every(({ name_suspected }) => name_suspected !== '')).toBe(true);
    expect(
      checks.every(({ civil_status, answer_code }) => (civil_status === 'TIDAK_DITEMUKAN') === (answer_code === '13')),
    ).toBe(true);
  });

  test('does not depend on workers, on the order of files, or on the folder they are in', () => {
    const folder = makeFolder();
    const files = makeRegency(folder);
    const outputs = [
      [files, ['--workers', '1']],
      [files, ['--workers', '2']],
      [files, ['--workers', '5']],
      [[...files].reverse(), ['--workers', '2']],
    ].map(([order, more]) => {
      expect(reconcile(folder, order, ...more).code).toBe(0);
      return tables.map((table) => folder.read('out', table));
    });
    for (const output of outputs.slice(1)) expect(output).toEqual(outputs[0]);
    expect(outputs[0][0].split('\r\n').length).toBeGreaterThan(2000);
  });

  test('is repeated exactly by the project that it wrote', () => {
    const folder = makeFolder();
    const files = makeRegency(folder);
    reconcile(folder, files);
    const before = tables.map((table) => folder.read('out', table));
    const project = folder.write('kept.json', folder.read('out/project.json'));
    const { code } = padan(['reconcile', ...files, '--out', folder.path('out'), '--project', project]);
    expect(code).toBe(0);
    expect(tables.map((table) => folder.read('out', table))).toEqual(before);
    expect(folder.read('out/project.json')).toBe(folder.read('kept.json'));
  });
});

describe('projects and decisions', () => {
  test('a hand-written project makes any list of people usable', () => {
    const folder = makeFolder();
    const list = (rows) => `rec,g,s,soc,birth\n${rows.join('\n')}\n`;
    const a = folder.write('a.csv', list(['1,mary,jonson,1234567,19700312', '2,peter,hill,2345678,19810405']));
    const b = folder.write('b.csv', list(['9,mary,johnson,1234567,19700312', '8,anna,lee,3456789,19920607']));
    const mapping = { g: 'given_name', s: 'family_name', soc: 'id:ssn', birth: 'birth_date' };
    const sources = ['a', 'b'].map((name) => ({ name, file: `${name}.csv`, mapping }));
    const project = folder.write('p.json', JSON.stringify({ version: 1, sources }));
    expect(reconcile(folder, [a, b], '--project', project).code).toBe(0);
    const rows = rowsOf(folder.read('out/rows.csv'));
    expect(rows[0].person_id).toBe(rows[2].person_id);
    expect(new Set(rows.map((row) => row.person_id)).size).toBe(3);
  });

  test('a broken project is one sentence and no result', () => {
    const folder = makeFolder();
    const file = folder.write('dtks.csv', dtks);
    const project = folder.write('p.json', '{"version":1,"sources":[{"file":"dtks.csv","mapping":{"NIK":"nikk"}}]}');
    const { code, stderr } = reconcile(folder, [file], '--project', project);
    expect(code).toBe(3);
    expect(stderr).toContain('sources[0].mapping.NIK');
    expect(() => folder.read('out/rows.csv')).toThrow();
    expect(reconcile(folder, [file], '--project', folder.path('no.json')).code).toBe(3);
  });

  test('a person decides: same and not same outweigh the evidence, undo takes it back', () => {
    const folder = makeFolder();
    const files = [folder.write('dtks.csv', dtks), folder.write('pbi.csv', pbi)];
    const side = (source, row) => ({ source, row });
    const event = (seq, kind, left, right) =>
      JSON.stringify({ seq, kind, left, right, by: 'x', capacity: 'y', reason: '' });
    const persons = (...lines) => {
      const decisions = folder.write('d.jsonl', `${lines.join('\n')}\n`);
      const { code } = reconcile(folder, files, '--decisions', decisions);
      expect(code).toBe(0);
      return rowsOf(folder.read('out/rows.csv')).map((row) => row.person_id);
    };
    const apart = persons(event(1, 'not_same', side('dtks', 1), side('pbi', 1)));
    expect(apart[0]).not.toBe(apart[3]);
    const joined = persons(event(1, 'same', side('dtks', 2), side('pbi', 2)));
    expect(joined[1]).toBe(joined[4]);
    const undone = persons(event(1, 'not_same', side('dtks', 1), side('pbi', 1)), '{"seq":2,"kind":"undo","undoes":1}');
    expect(undone[0]).toBe(undone[3]);
  });

  test('a value, a status and an exclusion reach the tables', () => {
    const folder = makeFolder();
    const files = [folder.write('dtks.csv', dtks), folder.write('pbi.csv', pbi)];
    const of = (seq, kind, row, more) => JSON.stringify({ seq, kind, left: { source: 'dtks', row }, ...more });
    const decisions = folder.write(
      'd.jsonl',
      [
        of(1, 'value', 1, { field: 'name', value: 'SITI AMINAH BINTI ALI' }),
        of(2, 'status', 2, { value: 'dead' }),
        of(3, 'exclude', 3, { scope: 'person' }),
      ].join('\n'),
    );
    expect(reconcile(folder, files, '--decisions', decisions).code).toBe(0);
    const rows = rowsOf(folder.read('out/rows.csv'));
    const persons = rowsOf(folder.read('out/persons.csv'));
    expect(rows[2].status).toBe('excluded');
    expect(persons.map((person) => person.person_id)).not.toContain(rows[2].person_id);
    const person = (row) => persons.find((one) => one.person_id === rows[row].person_id);
    expect(person(0).name).toBe('SITI AMINAH BINTI ALI');
    expect(person(1).flags.split('|')).toContain('dead');
    const summary = JSON.parse(folder.read('out/summary.json'));
    expect(summary.counts.persons).toBe(persons.length);
    expect(summary.sources.find((source) => source.name === 'dtks').excluded).toBe(1);
    expect(summary.decisions_used).toBe(3);
  });

  test('decisions about other lists, or put together by hand, are one sentence and no result', () => {
    const folder = makeFolder();
    const list = folder.write('dtks.csv', dtks);
    const line = (seq, source) => JSON.stringify({ seq, kind: 'exclude', left: { source, row: 1 } });
    const refused = (...lines) => {
      const answer = reconcile(folder, [list], '--decisions', folder.write('d.jsonl', lines.join('\n')));
      expect(answer.code).toBe(3);
      expect(() => folder.read('out/rows.csv')).toThrow();
      return answer.stderr;
    };
    expect(refused(line(1, 'elsewhere'))).toContain('other lists (elsewhere)');
    expect(refused(line(1, 'dtks'), line(1, 'dtks'))).toContain('are mixed');
  });

  test('a saved model is used again: the same persons from the same lists, and the same model', () => {
    const folder = makeFolder();
    const files = [folder.write('dtks.csv', dtks), folder.write('pbi.csv', pbi)];
    const model = folder.path('models/model.json');
    const run = (out, ...more) => padan(['reconcile', ...files, '--out', folder.path(out), ...more]);
    expect(run('one', '--save-model', model).code).toBe(0);
    expect(run('two', '--model', model, `--save-model=${folder.path('again.json')}`).code).toBe(0);
    expect(folder.read('two', 'rows.csv')).toBe(folder.read('one', 'rows.csv'));
    expect(folder.read('again.json')).toBe(folder.read('models', 'model.json'));
    expect(JSON.parse(folder.read('one', 'summary.json')).model).not.toHaveProperty('saved');
    expect(JSON.parse(folder.read('two', 'summary.json')).model.saved).toContain('identity');
    expect(run('one', '--save-model', model).code).toBe(0); // a model may be replaced
  });

  test('what is no model is one sentence, and is not overwritten', () => {
    const folder = makeFolder();
    const list = folder.write('dtks.csv', dtks);
    const run = (...more) => padan(['reconcile', list, '--out', folder.path('out'), ...more]);
    const foreign = run('--model', list);
    expect(foreign.code).toBe(3);
    expect(foreign.stderr).toMatch(/^padan: .*dtks\.csv is no model that padan has saved.*\n$/);
    const later = folder.write('later.json', '{"format": "padan model", "version": 2, "comparisons": []}');
    expect(run('--model', later).stderr).toMatch(/another version/);
    expect(run('--model', folder.path('none.json')).code).toBe(3);
    const refused = run('--save-model', list);
    expect(refused.code).toBe(2);
    expect(refused.stderr).toMatch(/will not be overwritten/);
    expect(folder.read('dtks.csv')).toBe(dtks);
  });

  test('a broken line in decisions stops the run before anything is written', () => {
    const folder = makeFolder();
    const decisions = folder.write(
      'd.jsonl',
      '{"seq":1,"kind":"exclude","left":{"source":"dtks","row":1}}\n{"seq":2,\n',
    );
    const { code, stderr } = reconcile(folder, [folder.write('dtks.csv', dtks)], '--decisions', decisions);
    expect(code).toBe(3);
    expect(stderr).toContain('line 2');
  });
});

describe('files and folders', () => {
  test('one file of no use: the others go on, exit 1', () => {
    const folder = makeFolder();
    const { code, stderr } = reconcile(folder, [folder.write('dtks.csv', dtks), folder.path('none.csv')]);
    expect(code).toBe(1);
    expect(stderr).toContain('none.csv cannot be read');
    expect(rowsOf(folder.read('out/rows.csv'))).toHaveLength(3);
  });

  test('no file of any use: exit 3 and no folder', () => {
    const folder = makeFolder();
    expect(reconcile(folder, [folder.write('empty.csv', '')]).code).toBe(3);
    expect(() => readdirSync(folder.path('out'))).toThrow();
  });

  test('a folder that is not its own is never touched', () => {
    const folder = makeFolder();
    const file = folder.write('dtks.csv', dtks);
    folder.write('out/thesis.txt', 'mine');
    folder.write('out/summary.json', '{"chapters":5}');
    const { code, stderr } = reconcile(folder, [file]);
    expect(code).toBe(2);
    expect(stderr).toContain('will not be overwritten');
    expect(readdirSync(folder.path('out'))).toEqual(['summary.json', 'thesis.txt']);
  });

  test('its own folder is written again', () => {
    const folder = makeFolder();
    const file = folder.write('dtks.csv', dtks);
    expect(reconcile(folder, [file]).code).toBe(0);
    writeFileSync(folder.path('dtks.csv'), dtks.split('\n').slice(0, 2).join('\n'));
    expect(reconcile(folder, [file]).code).toBe(0);
    expect(rowsOf(folder.read('out/rows.csv'))).toHaveLength(1);
    expect(readdirSync(folder.path('out')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('an original among the results is never overwritten', () => {
    const folder = makeFolder();
    reconcile(folder, [folder.write('dtks.csv', dtks)]);
    const before = folder.read('out/persons.csv');
    expect(reconcile(folder, [folder.path('out/persons.csv')]).code).toBe(2);
    expect(folder.read('out/persons.csv')).toBe(before);
  });

  test('files of one name in two folders stay two lists; one given twice is read once', () => {
    const folder = makeFolder();
    const files = [folder.write('north/dtks.csv', dtks), folder.write('south/dtks.csv', dtks)];
    expect(reconcile(folder, [...files, files[0]]).code).toBe(0);
    const sources = new Set(rowsOf(folder.read('out/rows.csv')).map((row) => row.source));
    expect([...sources]).toEqual(['north/dtks', 'south/dtks']);
  });

  test('files that differ in their ending only stay two lists', () => {
    const folder = makeFolder();
    reconcile(folder, [folder.write('dtks.csv', dtks), folder.write('dtks.txt', dtks)]);
    const sources = new Set(rowsOf(folder.read('out/rows.csv')).map((row) => row.source));
    expect([...sources]).toEqual(['dtks.csv', 'dtks.txt']);
  });
});

describe('a locked workbook', () => {
  const given = (folder, passwords) =>
    padan([
      ...['reconcile', folder.write('p3ke.xlsx', locked), folder.write('pbi.csv', pbi), '--out', folder.path('out')],
      ...(passwords === undefined ? [] : ['--password-file', folder.write('sandi.txt', passwords)]),
    ]);

  test('opens with any of the passwords given', () => {
    const folder = makeFolder();
    expect(given(folder, '\ufefflain\r\n\r\nRahasia-ñ€1\r\n').code).toBe(0);
    expect(rowsOf(folder.read('out/rows.csv'))).toHaveLength(5);
    for (const file of readdirSync(folder.path('out'))) expect(folder.read('out', file)).not.toContain('Rahasia');
    const profile = ['profile', folder.path('p3ke.xlsx'), '--password-file', folder.path('sandi.txt')];
    expect(padan(profile)).toMatchObject({ code: 0, stdout: expect.stringContaining('3 rows') });
  });

  test('is one sentence without the right one; the others go on', () => {
    const folder = makeFolder();
    expect(given(folder)).toMatchObject({ code: 1, stderr: expect.stringContaining('is locked with a password') });
    const wrong = given(folder, 'lain\n');
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('No password of --password-file fits') });
    expect(padan(['profile', folder.path('p3ke.xlsx'), '--password-file', folder.path('no'), '--quiet']).code).toBe(3);
  });
});

describe('what a list may contain', () => {
  let csv;
  beforeAll(() => {
    csv = dtks.trimEnd();
  });

  /** Exit code and sentence for one odd file beside a good one. */
  function beside(content, name = 'odd.csv') {
    const folder = makeFolder();
    const { code, stderr } = reconcile(folder, [folder.write('good.csv', pbi), folder.write(name, content)]);
    return { code, stderr, rows: rowsOf(folder.read('out/rows.csv')).filter((row) => row.source === 'odd') };
  }

  test.each([
    ['an empty file', '', 'odd.csv is empty'],
    ['a byte order mark only', '\uFEFF', 'odd.csv is empty'],
    ['a header only', 'NIK,Nama\n', 'odd.csv holds column titles only'],
    ['no column to know people by', 'harga,jumlah\n12,3\n15,4\n', 'No column of odd.csv identifies people'],
    [
      'a picture renamed',
      Buffer.from('89504e470d0a1a0a0000000d49484452000000', 'hex'),
      'odd.csv does not hold a table',
    ],
  ])('%s is refused with a sentence', (_, content, sentence) => {
    const { code, stderr } = beside(content);
    expect(code).toBe(1);
    expect(stderr).toContain(sentence);
  });

  test('an unclosed quote costs its own record at most', () => {
    const broken = `${csv}\n8801010102650009,"AGUS,01-02-1965,L,Cibogo\n8801010303660005,DEWI,03-03-1966,P,Cibogo\n`;
    const { code, rows } = beside(broken);
    expect(code).toBe(0);
    expect(rows.length).toBeGreaterThanOrEqual(4);
  });

  test('ragged rows all count', () => {
    const { code, rows } = beside(`${csv}\n8801010102650009,AGUS\n8801010303660005,DEWI,03-03-1966,P,Cibogo,x,y,z\n`);
    expect([code, rows.length]).toEqual([0, 5]);
  });

  test('the same header twice is no obstacle', () => {
    const { code, rows } = beside('NIK,Nama,Nama\n8801011203700001,SITI,AMINAH\n');
    expect([code, rows.length]).toEqual([0, 1]);
  });

  test('2,000 columns', () => {
    const wide = (cells, word) => `${cells},${Array.from({ length: 1998 }, (_, i) => `${word}${i}`).join(',')}`;
    const { code, rows } = beside(`${wide('NIK,Nama', 'Kolom ')}\n${wide('8801011203700001,SITI AMINAH', 'isi ')}\n`);
    expect([code, rows.length]).toEqual([0, 1]);
  });

  test('a cell of 100 kB', () => {
    const { code, rows } = beside(`NIK,Nama,Catatan\n8801011203700001,SITI AMINAH,${'x'.repeat(100_000)}\n`);
    expect([code, rows.length]).toEqual([0, 1]);
  });

  test('NUL bytes', () => {
    const { code, rows } = beside(`${csv}\n8801010102650009,AG\0US,01-02-1965,L,Cibogo\n`);
    expect([code, rows.length]).toEqual([0, 4]);
  });

  test('cells that a spreadsheet would run as formulas leave as text', () => {
    const folder = makeFolder();
    const evil = ['=HYPERLINK("x")', '+1+1', '-2+3', '@SUM(A1)'].map(
      (name, i) => `880101120370000${i},"${name.replaceAll('"', '""')}",${name.includes('"') ? '' : name}`,
    );
    const file = folder.write('odd.csv', `NIK,Nama,Alamat\n${evil.join('\n')}\n`);
    expect(reconcile(folder, [file]).code).toBe(0);
    for (const table of tables) {
      for (const cell of folder.read('out', table).split(/[,\r\n]+/)) {
        expect(/^-?\d+(\.\d+)?$/.test(cell) || !/^"?[=+\-@\t]/.test(cell), `${table}: ${cell}`).toBe(true);
      }
    }
  });
});

describe('a project that speaks of a shape', () => {
  test('holds for every list with these titles that it does not name', () => {
    const folder = makeFolder();
    const titled = `DAFTAR WARGA\n${dtks}`;
    const files = [folder.write('a.csv', dtks), folder.write('b.csv', titled), folder.write('pbi.csv', pbi)];
    expect(reconcile(folder, files).code).toBe(0);
    const [first] = JSON.parse(folder.read('out/project.json')).sources;
    const { NIK, Nama, ...rest } = first.mapping;
    const mapping = { NIK, Nama, 'Tanggal Lahir': 'text' };
    const sources = [
      { file: 'a.csv', mapping: first.mapping },
      { shape: first.shape, mapping },
    ];
    const project = folder.write('recipe.json', JSON.stringify({ version: 1, sources }));
    const again = reconcile(folder, files, '--project', project);
    expect([again.code, again.stderr]).toEqual([0, expect.not.stringContaining('recipe')]);
    const used = JSON.parse(folder.read('out/project.json')).sources;
    const mappingOf = (file) => used.find((each) => each.file === file).mapping;
    expect(mappingOf('a.csv')).toEqual({ NIK, Nama, ...rest });
    expect(mappingOf('b.csv')).toEqual({ NIK, Nama, ...mapping, 'Jenis Kelamin': 'text', Desa: 'text' });
    expect(mappingOf('pbi.csv')['Tgl Lahir']).toBe('birth_date');
    expect(used.filter((each) => each.shape === first.shape && !each.file)).toHaveLength(1);
  });
});
