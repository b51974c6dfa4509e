// Minutes: dates in words, every number from the sealed figures, and the same paper on the screen and as .docx.

import { unzipSync } from 'fflate';
import encodeQR from 'qr';
import decodeQR from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { type FieldworkFigures, kVisitResults, type VisitResult } from '../../web/src/engine/fieldwork-protocol';
import type { VersionDetail } from '../../web/src/engine/minutes-protocol';
import { dayWords, longDate, numberWords, paperNumber } from '../../web/src/i18n/indonesian-words';
import { compose } from '../../web/src/screens/berita-acara/compose';
import type { Figure, Paper, Run } from '../../web/src/screens/berita-acara/paper';
import { sealLink, shortSeal } from '../../web/src/screens/berita-acara/paper';
import { paperDocx } from '../../web/src/screens/berita-acara/paper-docx';
import { tableSetting } from '../../web/src/screens/berita-acara/paper-widths';
import { filesOf, zipOf } from '../../web/src/screens/berita-acara/zip';
import { sealedName, versionFor } from '../../web/src/state/check';
import { kPresets, kTables, readDraft } from '../../web/src/state/minutes-draft';
import { changePreset, startDraft, withRegencies } from '../../web/src/state/minutes-presets';

const kSeal = '3f0c91ab77d20e15'.repeat(4);

const kNoResults = Object.fromEntries(kVisitResults.map((result) => [result, 0])) as Record<VisitResult, number>;

/** No two numbers are equal, so that one in the wrong place is seen. */
export const kVersion: VersionDetail = {
  name: 'Perencanaan 2027',
  year: '2027',
  at: '2026-11-22T09:00:00Z',
  by: 'Uji',
  capacity: 'Dinsos',
  seal: kSeal,
  as_of: '2026-11-22',
  counts: {
    rows: 11284,
    set_aside: 31,
    excluded: 2,
    persons: 6107,
    families: 3020,
    open_pairs: 95,
    receiving: 4123,
    decisions: 17,
  },
  figures: {
    as_of: '2026-11-22',
    official: { by_registers: true, persons: 5209, families: 2604 },
    counts: {
      rows: 11284,
      set_aside: 31,
      excluded: 2,
      persons: 6107,
      families: 3020,
      open_pairs: 95,
      receiving: 4123,
      decisions: 17,
    },
    sources: [
      {
        name: 'dtks',
        file: 'dtks.csv',
        sheet: '',
        layout: 'dtks',
        kind: 'register',
        owner: 'Dinsos',
        level: 'daerah',
        data_date: '2026-11-01',
        valid_until: '2026-12-31',
        fiscal_year: '2026',
        rows: 7582,
        set_aside: 30,
        excluded: 2,
        persons: 5711,
        duplicates: 204,
      },
    ],
    by_lists: [
      { lists: 1, persons: 2871, families: 1401 },
      { lists: 2, persons: 3236, families: 1619 },
    ],
    regencies: [{ code: '9901', regency: 'KAB. CIMANDALA', persons: 6051, families: 2990 }],
    districts: [
      {
        regency: '9901',
        district: 'CIBOGO',
        persons: 6052,
        families: 2991,
        villages: [
          { code: '9901010001', village: 'SUKAMAJU', persons: 4040, families: 2002 },
          { code: '9901010002', village: 'MEKARSARI', persons: 2012, families: 989 },
        ],
      },
    ],
    findings: [
      { code: 'nik_damaged', severity: 'fault', subject: 'row', count: 312 },
      { code: 'deceased_receiving', severity: 'grave', subject: 'person', count: 14 },
      { code: 'basis_expired', severity: 'fault', subject: 'source', count: 0 },
    ],
    fieldwork: {
      batches: 2,
      villages: 44,
      done: 31,
      proposals: 63,
      rows: 1874,
      answered: 1502,
      repaired: 118,
      repairs: { nik: 71, kk: 24, name: 39, birth_date: 8 },
      results: { ...kNoResults, eligible: 1203, dead: 87, moved: 212 },
      by_village: [
        {
          code: '9901010001',
          district: 'CIBOGO',
          village: 'SUKAMAJU',
          rows: 905,
          answered: 801,
          repaired: 61,
          results: { ...kNoResults, eligible: 640, dead: 43, moved: 117 },
        },
      ],
    },
  },
  authority: [
    { topic: 'nik', order: [{ kind: 'civil_registry' }], basis: 'UU 24/2013' },
    { topic: 'name', order: [{ kind: 'civil_registry' }], basis: 'UU 24/2013' },
    { topic: 'birth_date', order: [{ kind: 'civil_registry' }], basis: 'UU 24/2013' },
    { topic: 'welfare', order: [{ owner: 'Desa' }, { owner: 'Dinas Sosial' }], basis: '' },
    { topic: 'decile', order: [{ layout: 'dtsen' }], basis: 'Inpres 4/2025' },
  ],
  inputs: [{ name: 'dtks.csv', sha256: 'a'.repeat(64) }],
  outputs: [{ name: 'persons.csv', sha256: 'b'.repeat(64) }],
};

function at(path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], kVersion.figures);
}

function runsOf(paper: Paper): Run[] {
  return paper.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? block.runs
      : block.kind === 'list'
        ? block.items.flat()
        : block.kind === 'table'
          ? block.rows.flat()
          : [],
  );
}

const figuresOf = (paper: Paper): Figure[] =>
  runsOf(paper).filter((run): run is Figure => typeof run === 'object' && 'figure' in run);

/** The text of a .docx, paragraph by paragraph. */
async function textOf(blob: Blob): Promise<string[]> {
  const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  const xml = new TextDecoder().decode(files['word/document.xml']);
  return xml
    .split('</w:p>')
    .map((paragraph) => [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''));
}

describe('words of a paper', () => {
  it.each([
    [0, 'nol'],
    [11, 'sebelas'],
    [15, 'lima belas'],
    [20, 'dua puluh'],
    [100, 'seratus'],
    [1000, 'seribu'],
    [1111, 'seribu seratus sebelas'],
    [2023, 'dua ribu dua puluh tiga'],
    [6107, 'enam ribu seratus tujuh'],
    [101_000, 'seratus satu ribu'],
    [1_500_000, 'satu juta lima ratus ribu'],
    [2_000_000_001, 'dua miliar satu'],
  ])('%i is %s', (value, words) => expect(numberWords(value)).toBe(words));

  it('writes a day as forms of office want it', () => {
    expect(dayWords('2023-02-07')).toBe(
      'Selasa tanggal tujuh bulan Februari tahun dua ribu dua puluh tiga (07-02-2023)',
    );
    expect(longDate('2026-12-31')).toBe('31 Desember 2026');
    expect([dayWords('2026-02-30'), longDate('')]).toEqual(['2026-02-30', '']);
  });
});

describe('the paper', () => {
  it.each(kPresets)('%s takes each number from the sealed figures', (preset) => {
    const paper = compose({ ...startDraft(preset), tables: [...kTables] }, kVersion, []);
    const figures = figuresOf(paper);
    expect(figures.length).toBe(53);
    for (const { figure, value } of figures) {
      expect([figure, value]).toEqual([figure, at(figure)]);
    }
    expect(paper.foot).toContain(shortSeal(kSeal));
  });

  it('says what villages found, or nothing where nothing went out', () => {
    const draft = { ...startDraft('verval'), tables: [...kTables] };
    const tablesOf = ({ blocks }: Paper): string[] =>
      blocks.flatMap((block) => (block.kind === 'table' ? [block.caption] : []));
    const paper = compose(draft, kVersion, []);
    const recap = paper.blocks.find((block) => block.kind === 'table' && block.caption.startsWith('Hasil verifikasi'));
    expect(recap).toMatchObject({
      rows: expect.arrayContaining([['3 meninggal', expect.objectContaining({ value: 87 })]]),
    });
    const villages = paper.blocks.find((block) => block.kind === 'table' && block.caption.startsWith('Verifikasi dan'));
    expect(villages).toMatchObject({
      head: ['Kecamatan', 'Desa/kelurahan', 'Baris', 'Terjawab', '1', '3', '4', 'Diperbaiki'],
    });
    const { fieldwork: _, ...figures } = kVersion.figures;
    const without = tablesOf(compose(draft, { ...kVersion, figures }, []));
    expect(without).toEqual(tablesOf(paper).filter((caption) => !caption.includes('erifikasi')));
  });

  it('says who decides what, of the sealed version, else of the project at hand', () => {
    const sealed = [
      'NIK, nama, dan tanggal lahir ditetapkan menurut data kependudukan (Dukcapil); dasar: UU 24/2013.',
      'Kelayakan menurut keadaan ekonomi ditetapkan menurut pemerintah desa/kelurahan, kemudian Dinas Sosial.',
      'Desil ditetapkan menurut daftar DTSEN; dasar: Inpres 4/2025.',
    ];
    const now = [{ topic: 'kk', order: [{ kind: 'register' }], basis: '' }];
    const agreed = (paper: Paper): string[] => runsOf(paper).filter((run) => typeof run === 'string');
    const draft = startDraft('tkpkd');
    expect(agreed(compose(draft, kVersion, now))).toEqual(expect.arrayContaining(sealed));
    expect(agreed(compose(draft, undefined, now))).toContain('Nomor KK ditetapkan menurut daftar acuan.');
    expect(agreed(compose({ ...draft, authority: false }, kVersion, now)).join()).not.toContain('ditetapkan menurut');
  });

  it('says that it is a draft as long as nothing is sealed, and states no number', () => {
    const paper = compose(startDraft('tkpkd'), undefined, []);
    expect(figuresOf(paper)).toEqual([]);
    expect(paper.foot).toMatch(/belum disegel/);
  });

  it('writes how somebody signs', () => {
    const nobody = startDraft('tkpkd').participants[0];
    const draft = {
      ...startDraft('rakortas'),
      participants: [
        { ...nobody, name: 'Rina', position: 'Sekretaris', principal: 'Kepala Dinas Sosial', acting: 'an' },
        { ...nobody, name: 'Agus', position: 'Bupati', acting: 'pj', role: 'knows' },
        { ...nobody, name: 'Tono', position: 'Kepala Bidang', role: 'attends' },
      ],
    } as ReturnType<typeof startDraft>;
    const signatures = compose(draft, kVersion, []).blocks.find((block) => block.kind === 'signatures');
    expect(signatures).toMatchObject({
      blocks: [
        { titles: ['a.n. Kepala Dinas Sosial', 'Sekretaris'], above: '' },
        { titles: ['Pj. Bupati'], above: 'Mengetahui,' },
      ],
    });
  });

  it('comes as a .docx with the same numbers, the date in words, page numbers and the seal', async () => {
    const draft = { ...startDraft('tkpkd'), date: '2023-02-07', tables: [...kTables] };
    const paper = compose(draft, kVersion, []);
    const blob = await paperDocx(paper);
    const text = (await textOf(blob)).join('\n');
    for (const { value } of figuresOf(paper)) {
      expect(text).toContain(paperNumber(value));
    }
    expect(text).toContain(
      'Pada hari ini Selasa tanggal tujuh bulan Februari tahun dua ribu dua puluh tiga (07-02-2023)',
    );
    expect(text).toContain(kSeal);
    const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
    expect(Object.keys(files).some((name) => name.endsWith('.gif'))).toBe(true);
    const footer = new TextDecoder().decode(files['word/footer1.xml']);
    expect(footer).toMatch(/NUMPAGES/);
  });

  it('breaks no word in its tables, however many columns there are', () => {
    const fieldwork = kVersion.figures.fieldwork as FieldworkFigures;
    const results = Object.fromEntries(kVisitResults.map((result, i) => [result, 100 + i])) as Record<
      VisitResult,
      number
    >;
    const [village] = fieldwork.by_village;
    const by_village = [
      { ...village, village: 'KARANGANYAR', district: 'PUNGGELAN', results },
    ] as typeof fieldwork.by_village;
    const figures = { ...kVersion.figures, fieldwork: { ...fieldwork, results, by_village } };
    const { blocks } = compose({ ...startDraft('verval'), tables: [...kTables] }, { ...kVersion, figures }, []);
    for (const table of blocks.filter((block) => block.kind === 'table')) {
      const { size, widths } = tableSetting(table, 9638);
      expect(widths.reduce((all, each) => all + each, 0)).toBeLessThanOrEqual(9638);
      for (const [i, width] of widths.entries()) {
        const words = [table.head[i] ?? '', ...table.rows.map((row) => (typeof row[i] === 'string' ? row[i] : ''))]
          .join(' ')
          .split(/[\s/-]+/)
          .filter((word) => word.length !== 64);
        const longest = Math.max(...words.map((word) => word.length));
        expect([table.caption, i, width > longest * size * 5]).toEqual([table.caption, i, true]);
      }
    }
  });

  it('carries a square that says the seal', () => {
    const modules = encodeQR(sealLink(kSeal), 'raw', { ecc: 'medium', border: 4, scale: 4 });
    const side = modules.length;
    const data = new Uint8ClampedArray(side * side * 4).fill(255);
    for (const [y, row] of modules.entries()) {
      for (const [x, dark] of row.entries()) {
        data.fill(dark ? 0 : 255, (y * side + x) * 4, (y * side + x) * 4 + 3);
      }
    }
    expect(decodeQR({ width: side, height: side, data })).toBe(`padan:segel:1:${kSeal}`);
  });
});

describe('signers', () => {
  it('of every regency take the place of the one that stands for all, once', () => {
    const { participants } = startDraft('rakortas');
    const regencies = [
      { code: '9901', regency: 'KAB. CIMANDALA' },
      { code: '9902', regency: '' },
    ];
    const once = withRegencies(participants, regencies);
    expect(once.map(({ agency }) => agency)).toEqual([
      'Dinas Sosial Provinsi',
      'Dinas Sosial KAB. CIMANDALA',
      'Dinas Sosial 9902',
    ]);
    expect(withRegencies(once, regencies)).toEqual(once);
  });
});

describe('a version to check against', () => {
  const lists = (...hashes: string[]) => hashes.map((sha256, i) => ({ name: `${i}.csv`, sha256 }));
  it('is the latest all of whose lists are given, else the latest', () => {
    const versions = [lists('a', 'b'), lists('a'), lists('a', 'c')];
    expect(versionFor(versions, lists('b', 'a'))).toBe(1);
    expect(versionFor(versions, lists('a', 'c', 'x'))).toBe(2);
    expect(versionFor(versions, lists('x'))).toBe(2);
    expect(versionFor([], lists('x'))).toBe(-1);
  });
});

describe('a draft', () => {
  it('comes back from the project, whatever somebody has written into it', () => {
    const draft = { ...startDraft('musdes'), place: 'Balai desa', deadline: '2026-12-01' };
    expect(readDraft(JSON.parse(JSON.stringify(draft)), startDraft('tkpkd'))).toEqual(draft);
    expect(readDraft({}, startDraft('tkpkd'))).toEqual(startDraft('tkpkd'));
    const broken = {
      preset: 'lain',
      place: 7,
      participants: [3, { name: 'Rina', acting: 'x' }],
      tables: ['recap', 'x'],
    };
    expect(readDraft(broken, startDraft('tkpkd'))).toMatchObject({
      preset: 'tkpkd',
      place: '',
      participants: [{ name: 'Rina', acting: 'own', position: '' }],
      tables: ['recap'],
    });
  });

  it('keeps letterhead and place when the kind of paper changes', () => {
    const draft = { ...startDraft('tkpkd'), agency: 'Dinas Sosial', place: 'Aula' };
    expect(changePreset(draft, 'sptjm')).toMatchObject({ agency: 'Dinas Sosial', place: 'Aula', preset: 'sptjm' });
  });
});

describe('a sealed result', () => {
  it('goes through an archive unchanged', async () => {
    const files = [
      { name: 'persons.csv', blob: new Blob(['id,nama\nP1,SITI\n']) },
      { name: 'recipe/decisions.jsonl', blob: new Blob(['']) },
    ];
    const back = await filesOf(await zipOf(files));
    expect([...back.keys()]).toEqual(['persons.csv', 'recipe/decisions.jsonl']);
    expect(await back.get('persons.csv')?.text()).toBe('id,nama\nP1,SITI\n');
    expect((await filesOf(new Blob(['bukan zip']))).size).toBe(0);
  });

  it('knows its files by name', () => {
    expect([sealedName('C/hasil/decisions.jsonl'), sealedName('Persons.CSV'), sealedName('dtks.csv')]).toEqual([
      'recipe/decisions.jsonl',
      'persons.csv',
      undefined,
    ]);
  });
});
