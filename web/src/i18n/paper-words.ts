// Words of the minutes themselves. They are Indonesian in both languages of the page: the paper is signed in Indonesia.

import { idList } from './id-satu-data';
import { idTerms } from './id-terms';
import { idVerval } from './id-verval';
import { term } from './index';

/** Parts of the names of owners that the matrix of authority knows them by, as a paper calls them. */
const kOwners: Record<string, string> = {
  Desa: 'pemerintah desa/kelurahan',
  PMD: 'Dinas PMD',
  Bappe: 'Bappeda/Bappelitbangda',
};

/** Topics whose words on the screen do not stand in a sentence. */
const kTopics: Record<string, string> = {
  kk: 'nomor KK',
  vital_status: 'status hidup',
  residence: 'keberadaan warga (tinggal di sini, pindah, tidak ditemukan)',
  welfare: 'kelayakan menurut keadaan ekonomi',
};

const kSubjects: Record<string, string> = { row: 'baris', person: 'orang', family: 'keluarga', source: 'daftar' };

export const paperWords = {
  draft: 'Konsep, belum disegel',
  seal: 'Segel',
  no: 'No',
  name: 'Nama',
  position: 'Jabatan',
  agency: 'Instansi',
  number: 'Jumlah',
  what: 'Uraian',
  bases: 'Dasar',
  follows: 'Menindaklanjuti',
  participants: 'Peserta',
  results: 'Hasil pemadanan',
  official: 'Angka resmi:',
  officialMeans: (byRegisters: boolean): string =>
    `orang yang tercantum di sedikitnya satu daftar ${byRegisters ? 'acuan' : 'selain data kependudukan'}, masing-masing dihitung satu kali, tanpa yang meninggal, yang pindah, dan yang dikeluarkan dengan putusan; keluarga dihitung bila sedikitnya satu anggotanya dihitung.`,
  agreements: 'Hal yang disepakati',
  followUps: 'Tindak lanjut',
  followUp: 'Tindak lanjut',
  owner: 'Penanggung jawab',
  due: 'Tenggat',
  decidedBy: 'ditetapkan menurut',
  thenBy: ', kemudian ',
  basis: 'dasar',
  topic: (topic: string): string => kTopics[topic] ?? idList.topics[topic] ?? term(idTerms.fields, topic),
  ownerName: (owner: string): string => kOwners[owner] ?? owner,
  kind: (kind: string): string => term(idList.kinds, kind),
  listOf: (layout: string): string => `daftar ${term(idTerms.layouts, layout)}`,
  commitment: 'Komitmen bersama',
  until: 'Tenggat penyelesaian:',
  contact: 'Narahubung:',
  attachments: 'Lampiran',
  closing: 'Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya.',
  knowing: 'Mengetahui,',
  undersigned: 'Yang bertanda tangan di bawah ini:',
  states: 'dengan ini menyatakan dengan sesungguhnya bahwa:',
  statementClosing: 'Demikian surat pernyataan ini dibuat dengan sebenarnya dan penuh tanggung jawab.',
  stamp: 'Meterai Rp10.000',
  acting: { own: '', an: 'a.n.', plt: 'Plt.', pj: 'Pj.', represents: 'Mewakili' },
  page: 'Halaman',
  pageOf: 'dari',
  nip: 'NIP',
  sealTitle: 'Segel hasil',
  sealOf: 'Versi:',
  sealShort: 'Kode segel:',
  sealCheck:
    'Cara memeriksa: buka padan, layar Berita acara, Periksa berkas; jatuhkan berkas daftar yang sama beserta berkas proyek atau hasil bersegel. padan menghitung ulang dan menyebut sama, atau di mana bedanya.',
  recap: {
    rows: 'Baris data yang dibaca',
    setAside: 'Baris yang disisihkan (judul, kosong, jumlah)',
    excluded: 'Baris yang dikeluarkan dengan putusan',
    persons: 'Orang',
    families: 'Keluarga',
    receiving: 'Orang yang tercatat menerima program',
    openPairs: 'Pasang baris yang belum diputuskan',
    decisions: 'Putusan petugas yang dipakai',
  },
  tables: {
    recap: 'Rekapitulasi',
    verval: 'Hasil verifikasi dan validasi',
    verval_villages: 'Verifikasi dan validasi menurut desa/kelurahan',
    sources: 'Daftar sumber',
    lists: 'Keberadaan dalam daftar',
    regencies: 'Menurut kabupaten/kota',
    districts: 'Menurut kecamatan',
    villages: 'Menurut desa/kelurahan',
    findings: 'Temuan',
    files: 'Sidik berkas (SHA-256)',
  },
  head: {
    list: 'Daftar',
    owner: 'Pemilik',
    dataDate: 'Tanggal data',
    validUntil: 'Berlaku s.d.',
    rows: 'Baris',
    persons: 'Orang',
    families: 'Keluarga',
    duplicates: 'Ganda',
    code: 'Kode',
    regency: 'Kabupaten/kota',
    district: 'Kecamatan',
    village: 'Desa/kelurahan',
    villages: 'Desa/kel.',
    finding: 'Temuan',
    subject: 'Satuan',
    file: 'Berkas',
  },
  verval: {
    villages: 'Desa/kelurahan yang menerima lembar kerja',
    done: 'Desa/kelurahan selesai (semua baris terjawab)',
    rows: 'Baris lembar kerja',
    answered: 'Baris terjawab',
    answeredShort: 'Terjawab',
    results: idVerval.results,
    repaired: 'Baris yang datanya diperbaiki',
    repairedShort: 'Diperbaiki',
    repairs: {
      nik: 'Perbaikan NIK',
      kk: 'Perbaikan nomor KK',
      name: 'Perbaikan nama',
      birth_date: 'Perbaikan tanggal lahir',
    },
    proposals: 'Usulan baru yang masuk ke daftar',
    columns: '(kolom berangka: kode hasil kunjungan)',
  },
  onLists: (n: number): string => (n === 1 ? 'Hanya di satu daftar' : `Di ${n} daftar`),
  villagesCut: (n: number): string => `(${n} desa/kelurahan pertama; selebihnya dalam lampiran)`,
  finding: (code: string): string => term(idTerms.findings, code),
  subject: (kind: string): string => term(kSubjects, kind),
  definitionsTitle: 'Pengertian',
  definitions: [
    ['Baris', 'satu catatan dalam satu daftar sumber, tanpa judul, baris kosong, dan baris jumlah.'],
    [
      'Orang',
      'kumpulan baris dari semua daftar yang dinyatakan orang yang sama, oleh perhitungan padan atau oleh putusan petugas; tiap baris milik tepat satu orang.',
    ],
    ['Keluarga', 'kumpulan orang menurut nomor KK, hubungan keluarga, dan alamat.'],
    ['Ganda', 'baris berikutnya dari orang yang sama dalam daftar yang sama.'],
    ['Pasang yang belum diputuskan', 'dua baris yang mungkin orang yang sama dan masih menunggu putusan petugas.'],
    [
      'Temuan',
      'keadaan dalam daftar yang perlu ditindaklanjuti; yang tidak tertulis dalam daftar tidak menjadi temuan.',
    ],
    ['Segel', 'sidik SHA-256 dari berkas masukan, resep, putusan, dan hasil. Satu huruf yang berubah mengubah segel.'],
  ] as [string, string][],
  vervalDefinitions: [
    [
      'Baris lembar kerja',
      'satu orang pada lembar kerja desa/kelurahan; yang keluar dalam beberapa gelombang dihitung sekali, menurut jawaban yang diterima terakhir.',
    ],
    ['Terjawab', 'baris lembar kerja yang hasil kunjungannya sudah diterima; belum dikunjungi bukan jawaban.'],
    ['Diperbaiki', 'baris yang NIK, nomor KK, nama, atau tanggal lahirnya dibetulkan menurut hasil kunjungan.'],
  ] as [string, string][],
};
