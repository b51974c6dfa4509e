// A Buku Induk Penduduk of each form beside a flat list: the same three people, their two families, and a stranger.
import { expect, test } from 'vitest';
import { makeFolder, padan, rowsOf } from './support.mjs';

const budi = ['8801010612700001', 'BUDI SANTOSO', 'L', 'SUKAMAJU', '06-12-1970', 'KEPALA KELUARGA', 'PETANI'];
const siti = ['8801014711750002', 'SITI AMINAH', 'P', 'SUKAMAJU', '07-11-1975', 'ISTRI', 'MENGURUS RUMAH TANGGA'];
const rina = ['8801015707900003', 'RINA WATI', 'P', 'CIBOGO', '17-07-1990', 'KEPALA KELUARGA', 'GURU'];

const families = [
  { kk: '8801010101120001', rt: '001', rw: '002', hamlet: 'KRAJAN', members: [budi, siti] },
  { kk: '8801010101150002', rt: '003', rw: '002', hamlet: '-', members: [rina] },
];

const flat = [
  'NIK,Nama,Tanggal Lahir,Jenis Kelamin',
  '8801010612700001,BUDI SANTOSO,06-12-1970,L',
  '8801015707900003,RINA WATI,17-07-1990,P',
  '8801010506800009,AGUS SARMIN,05-06-1980,L',
  '',
].join('\n');

const numberFirst = [
  '',
  'NO',
  'NIK',
  'NAMA',
  'JK',
  'TMPT LHR',
  'TGL LHR',
  'G.DRH',
  'AGAMA',
  'STATUS',
  'SHDK',
  'PENDIDIKAN',
];
const member = ([nik, name, sex, place, birth, relation, job], i) => [
  '',
  i + 1,
  `'${nik}`,
  name,
  sex,
  place,
  birth,
  '-',
  'ISLAM',
  'KAWIN',
  relation,
  'SLTA',
  job,
  'TUTI',
  'EKO',
];

const forms = {
  bip_2012: () =>
    families.flatMap(({ kk, rt, rw, hamlet, members }) => [
      ['', 'NO.KK', '', '', '', '', 'ALAMAT'],
      ['', `'${kk}`, '', '', '', '', `DUSUN ${hamlet}, RT:${rt}, RW:${rw}, Kodepos:88123,-`],
      [...numberFirst, 'PEKERJAAN', 'NAMA IBU', 'NAMA AYAH', 'AKTA LAHIR'],
      ...members.map(member),
    ]),
  bip_2016: () => [
    ['BUKU INDUK PENDUDUK WNI'],
    ...families.flatMap(({ kk, rt, rw, hamlet, members }) => [
      [`No. KK : ${kk}`, '', `Alamat : ${hamlet}, Nama Dusun : ${hamlet}, RT/RW : ${rt}/${rw}`],
      ...members.map(([nik, name, sex, place, birth, relation, job], i) => [
        i + 1,
        name,
        nik,
        place,
        birth,
        sex,
        relation,
        'ISLAM',
        'SLTA',
        job,
        'TUTI',
        'EKO',
      ]),
    ]),
    ['Keterangan:'],
  ],
  bip_luwu_timur: () =>
    families.flatMap(({ kk, rt, rw, hamlet, members }) => [
      ['', 'BUKU INDUK KEPENDUDUKAN KABUPATEN CONTOH (DAFTAR  KELUARGA)'],
      [],
      ['', 'PROVINSI :', '', 'CONTOH RAYA', '', '', '', '', '', '', 'NO. KK :', kk],
      ['', 'KABUPATEN :', '', 'CONTOH', '', '', '', '', '', '', 'NAMA. KK :', members[0][1]],
      ['', 'KECAMATAN :', '', 'SUKASARI', '', '', '', '', '', '', 'ALAMAT :', `DSN. ${hamlet},Kodepos :88123,Telp :,-`],
      ['', 'DESA :', '', 'SUKAMAJU', '', '', '', '', '', '', 'NO.RT/RW :', `${rt}/${rw}`],
      [],
      [...numberFirst, 'PEKERJAAN', 'NAMA IBU', 'NAMA AYAH', 'KET'],
      ...members.map(member),
    ]),
  bip_ektp: () => [
    [
      'NO',
      'Nama Lengkap',
      'NIK',
      'Tempat Lahir',
      'Tanggal Lahir',
      'JK',
      'Stat Kwn',
      'Gol. Drh',
      'SHDK',
      'Agama',
      'Pendidikan Terakhir',
      'No Akta Lahir',
      'Pekerjaan',
      'Nama Ibu',
      'Nama Ayah',
      'Wjb KTP',
      'KTP-eL',
      'Status',
      'Stat Rkm',
    ],
    ...families.flatMap(({ kk, rt, rw, hamlet, members }) => [
      [kk, '', members[0][1], '', '', '', '', '', '', '', '', `DESA SUKAMAJU RT/RW : ${rt}/${rw} DUSUN : ${hamlet}`],
      ...members.map(([nik, name, sex, place, birth, relation, job], i) => [
        i + 1,
        name,
        nik,
        place,
        birth,
        sex === 'L' ? 'Lk' : 'Pr',
        'K',
        '-',
        relation,
        'ISLAM',
        'SLTA',
        '-',
        job,
        'TUTI',
        'EKO',
        'WAJIB',
        'KTP-eL',
        'SDH DPT',
        'CARD SHIPPED',
      ]),
    ]),
  ],
};

test.each(Object.entries(forms))('%s gives its people and families', (layout, rows) => {
  const folder = makeFolder();
  const bip = folder.write(
    'bip.csv',
    rows()
      .map((cells) => cells.join(';'))
      .join('\r\n'),
  );
  const [list] = JSON.parse(padan(['profile', '--json', bip]).stdout).sources;
  expect(list).toMatchObject({ layout, rows: 3 });

  const out = folder.path('out');
  const { code, stderr } = padan([
    'reconcile',
    bip,
    folder.write('dtks.csv', flat),
    '--out',
    out,
    '--as-of',
    '2026-11-22',
  ]);
  expect(code, stderr).toBe(0);
  const summary = JSON.parse(folder.read('out/summary.json'));
  expect(summary.counts).toMatchObject({ rows: 6, persons: 4, families: 3 });
  const [first, second, third] = rowsOf(folder.read('out/rows.csv'));
  expect(first.family_id).toBe(second.family_id);
  expect(first.family_id).not.toBe(third.family_id);
  expect(folder.read('out/families.csv')).toContain(families[0].kk);
});
