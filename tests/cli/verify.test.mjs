import { rmSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { dtks, locked, makeFolder, padan, pbi } from './support.mjs';

const decision = JSON.stringify({
  seq: 1,
  at: '2026-11-22T08:00:00Z',
  by: 'Uji',
  capacity: 'Dinsos',
  kind: 'same',
  left: { source: 'dtks', row: 2 },
  right: { source: 'pbi', row: 2 },
});

/** A sealed result of two lists, one decision and a picture that nobody can use. */
function sealed() {
  const folder = makeFolder();
  const files = [
    folder.write('dtks.csv', dtks),
    folder.write('pbi.csv', pbi),
    folder.write('foto.csv', '\u0089PNG\r\n\u001a\n'),
  ];
  const decisions = folder.write('d.jsonl', `${decision}\n`);
  const out = folder.path('out');
  const { code } = padan(['reconcile', ...files, '--decisions', decisions, '--as-of', '2026-11-22', '--out', out]);
  expect(code).toBe(1);
  return { folder, files, out };
}

const verify = (out, files, ...more) => padan(['verify', out, ...files, '--quiet', ...more]);

describe('verify', () => {
  test('says same for the same files, wherever they lie and whatever they are called', () => {
    const { folder, files, out } = sealed();
    const { code, stdout } = verify(out, files);
    expect(stdout).toContain(JSON.parse(folder.read('out/summary.json')).seal);
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^SAME: these 3 files/)]);
    const moved = [folder.write('lain/salinan pbi.csv', pbi), folder.write('lain/dtks (1).csv', dtks), files[2]];
    expect(verify(out, moved).code).toBe(0);
    expect(padan(['verify', out, ...files], { LC_ALL: 'id_ID.UTF-8' }).stdout).toMatch(/^SAMA: 3 berkas/);
  });

  test('finds one changed letter of an input, and the rows it changes', () => {
    const { folder, files, out } = sealed();
    folder.write('pbi.csv', pbi.replace('AGUS SARMIN', 'AGUS SARMEN'));
    const { code, stdout } = verify(out, files);
    expect(code).toBe(4);
    expect(stdout).toMatch(/pbi\.csv: its content is not what was sealed/);
    expect(stdout).toMatch(/persons\.csv: worked out again it differs/);
    expect(stdout).toMatch(/^ {2}~ P\w+: differs: .*AGUS SARMIN@pbi:2.* is now .*AGUS SARMEN@pbi:2/m);
    expect(stdout).toMatch(/^NOT the same as what was sealed/m);
  });

  test.each([
    'persons.csv',
    'rows.csv',
    'findings.csv',
    'priorities.csv',
    'figures.json',
    'project.json',
    'recipe/decisions.jsonl',
    'summary.json',
  ])('finds that %s was edited after it was sealed', (name) => {
    const { folder, files, out } = sealed();
    const text = folder.read('out', name);
    const edited =
      name === 'summary.json' ? text.replace(/"sha256": "./, '"sha256": "_') : text.replace(/(\r?\n)$/, ' $1');
    expect(edited).not.toBe(text);
    folder.write(`out/${name}`, edited);
    const { code, stdout } = verify(out, files);
    expect([code, stdout]).toEqual([4, expect.stringContaining(name)]);
  });

  test('says what is missing and what does not belong', () => {
    const { folder, files, out } = sealed();
    const foreign = folder.write('lain.csv', dtks.replaceAll('8801', '8802'));
    const report = JSON.parse(verify(out, [files[0], files[2], foreign], '--json').stdout);
    expect(report).toMatchObject({ same: false, computed: false, tables: [] });
    expect(report.inputs.map(({ name, state }) => [name.split('/').at(-1), state])).toEqual([
      ['dtks.csv', 'same'],
      ['pbi.csv', 'absent'],
      ['foto.csv', 'same'],
      ['lain.csv', 'unknown'],
    ]);
    rmSync(folder.path('out/families.csv'));
    expect(verify(out, files).stdout).toMatch(/families\.csv is missing/);
  });

  describe('of a saved project', () => {
    /** NAME.padan as the page saves it, with this result as its only version. */
    function project(folder, name, change = (_, text) => text) {
      const kept = ['summary.json', 'project.json', 'figures.json', 'recipe/decisions.jsonl'];
      const texts = Object.fromEntries(kept.map((file) => [file, folder.read('out', file)]));
      const { seal } = JSON.parse(texts['summary.json']);
      const version = { name: 'Perencanaan 2027', year: '2027', at: '2026-11-22', by: 'Uji', capacity: 'Dinsos', seal };
      const files = {
        'project.json': texts['project.json'],
        'decisions.jsonl': texts['recipe/decisions.jsonl'],
        'versions/1/version.json': JSON.stringify(version),
        ...Object.fromEntries(kept.map((file) => [`versions/1/${file}`, change(file, texts[file])])),
      };
      const zip = zipSync(Object.fromEntries(Object.entries(files).map(([file, text]) => [file, strToU8(text)])));
      return folder.write(name, Buffer.from(zip));
    }

    test('says same in place of the folder, and beside it', () => {
      const { folder, files, out } = sealed();
      const saved = project(folder, 'rakor.padan');
      const { seal } = JSON.parse(folder.read('out/summary.json'));
      const alone = verify(saved, files);
      expect([alone.code, alone.stdout]).toEqual([0, expect.stringContaining(`SAME: these 3 files`)]);
      expect(alone.stdout).toContain(seal);
      expect(verify(out, [saved, ...files]).code).toBe(0);
      expect(verify(files[0], [saved, ...files.slice(1)]).code).toBe(0); // in whatever order
    });

    test('finds a changed letter of a list, also without tables to compare', () => {
      const { folder, files } = sealed();
      const saved = project(folder, 'rakor.padan');
      folder.write('pbi.csv', pbi.replace('AGUS SARMIN', 'AGUS SARMEN'));
      const { code, stdout } = verify(saved, files);
      expect(code).toBe(4);
      expect(stdout).toMatch(/pbi\.csv: its content is not what was sealed/);
      expect(stdout).toMatch(/persons\.csv: worked out again it differs/);
    });

    test.each(['figures.json', 'project.json', 'recipe/decisions.jsonl'])('finds that its %s was edited', (name) => {
      const { folder, files } = sealed();
      const edit = (file, text) => (file === name ? text.replace(/(\r?\n)$/, ' $1') : text);
      const { code, stdout } = verify(project(folder, 'rakor.padan', edit), files);
      expect([code, stdout]).toEqual([4, expect.stringContaining(name)]);
    });

    test('refuses an edited seal, damage, a project without one, and one of another result', () => {
      const { folder, files, out } = sealed();
      const edit = (file, text) => (file === 'summary.json' ? text.replace(/"sha256": "./, '"sha256": "_') : text);
      expect(verify(project(folder, 'a.padan', edit), files)).toMatchObject({
        code: 3,
        stderr: expect.stringContaining('a.padan'),
      });
      const saved = project(folder, 'rakor.padan');
      const bytes = folder.bytes('rakor.padan');
      bytes[200] ^= 1;
      folder.write('rusak.padan', bytes);
      expect(verify(folder.path('rusak.padan'), files).code).not.toBe(0);
      folder.write('kosong.padan', zipSync({ 'project.json': strToU8('{"version":1}') }));
      expect(verify(folder.path('kosong.padan'), files)).toMatchObject({
        code: 3,
        stderr: expect.stringMatching(/holds no sealed version/),
      });
      const other = folder.path('lain');
      expect(padan(['reconcile', files[0], '--as-of', '2026-11-22', '--out', other, '--quiet']).code).toBe(0);
      const report = verify(other, [saved, files[0]]);
      expect([report.code, report.stdout]).toEqual([4, expect.stringMatching(/rakor\.padan: does not belong/)]);
      expect(verify(out, [saved, ...files]).code).toBe(0);
    });
  });

  test('needs a folder with a seal, and files that can be read', () => {
    const { folder, files, out } = sealed();
    expect(verify(out, []).code).toBe(2);
    expect(verify(out, [folder.path('tak-ada.csv')])).toMatchObject({
      code: 3,
      stderr: expect.stringContaining('tak-ada.csv'),
    });
    expect(verify(folder.path('kosong'), files).code).toBe(3);
    folder.write('lama/summary.json', '{"versions":{"padan":"0.1.0"},"inputs":[]}');
    expect(verify(folder.path('lama'), files)).toMatchObject({ code: 3, stderr: expect.stringContaining('outputs') });
  });

  test('opens locked workbooks with the passwords it is given', () => {
    const folder = makeFolder();
    const list = folder.write('p3ke.xlsx', locked);
    const more = ['--password-file', folder.write('sandi.txt', 'Rahasia-ñ€1\n')];
    expect(padan(['reconcile', list, '--out', folder.path('out'), ...more]).code).toBe(0);
    expect(verify(folder.path('out'), [list], ...more).code).toBe(0);
    expect(verify(folder.path('out'), [list])).toMatchObject({ code: 4, stderr: expect.stringMatching(/password/) });
  });
});
