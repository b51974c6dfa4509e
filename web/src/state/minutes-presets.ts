// How each kind of minutes usually begins. Everything can be written over. The texts are Indonesian: they are texts of a paper of office.

import { today } from '../lib/today';
import { type FollowUp, kNobody, type MinutesDraft, type Participant, type Preset } from './minutes-draft';

type Start = Partial<Omit<MinutesDraft, 'preset'>>;

const kBases = [
  'Undang-Undang Nomor 13 Tahun 2011 tentang Penanganan Fakir Miskin',
  'Undang-Undang Nomor 24 Tahun 2013 tentang Administrasi Kependudukan',
  'Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi',
  'Peraturan Presiden Nomor 39 Tahun 2019 tentang Satu Data Indonesia',
  'Instruksi Presiden Nomor 4 Tahun 2025 tentang Data Tunggal Sosial dan Ekonomi Nasional',
];
const kTkpkdBasis = 'Peraturan Menteri Dalam Negeri Nomor 53 Tahun 2020 (tata kerja TKPK provinsi dan kabupaten/kota)';
const kVervalBasis =
  'Peraturan Menteri Sosial Nomor 3 Tahun 2025 dan Keputusan Menteri Sosial Nomor 245/HUK/2025 (usulan, verifikasi, dan validasi DTSEN)';

const kPrivacy =
  'Daftar nama dan alamat dipakai sebatas kewenangan masing-masing, tidak disebarkan, dan dijaga kerahasiaannya.';

const kRegencyOffice = 'Kepala Dinas Sosial Kabupaten/Kota';
const office = (position: string, agency: string, more: Partial<Participant> = {}): Participant => ({
  ...kNobody,
  position,
  agency,
  ...more,
});
const todo = (what: string, owner: string): FollowUp => ({ what, owner, due: '' });

const kDistrictOffices = [
  office('Kepala Dinas Sosial', 'Dinas Sosial'),
  office('Kepala Dinas Kependudukan dan Pencatatan Sipil', 'Disdukcapil'),
  office('Kepala Dinas Kesehatan', 'Dinas Kesehatan'),
  office('Kepala Dinas PMD', 'Dinas Pemberdayaan Masyarakat dan Desa'),
  office('Kepala Bappeda', 'Bappeda'),
];

const kStarts: Record<Preset, Start> = {
  rakortas: {
    title: 'BERITA ACARA RAPAT KOORDINASI TERBATAS DATA KEMISKINAN',
    meeting: 'Rapat Koordinasi Terbatas tentang penetapan validitas data kemiskinan berdasarkan peran dan kewenangan',
    bases: kBases,
    agreements: [kPrivacy],
    authority: true,
    followUps: [
      todo('Verifikasi ulang data yang belum padan', 'Dinas Sosial kabupaten/kota'),
      todo('Perbaikan NIK dan nomor KK', 'Disdukcapil kabupaten/kota'),
    ],
    participants: [
      office('Kepala Dinas Sosial Provinsi', 'Dinas Sosial Provinsi'),
      office(kRegencyOffice, 'Dinas Sosial Kabupaten/Kota'),
    ],
    tables: ['recap', 'sources', 'lists', 'regencies', 'findings'],
  },
  tkpkd: {
    title: 'BERITA ACARA RAPAT KOORDINASI TIM KOORDINASI PENANGGULANGAN KEMISKINAN DAERAH',
    meeting: 'Rapat Koordinasi Tim Koordinasi Penanggulangan Kemiskinan Daerah (TKPKD)',
    bases: [...kBases, kTkpkdBasis],
    agreements: ['Satu daftar nama dan alamat ini menjadi acuan semua perangkat daerah.', kPrivacy],
    authority: true,
    followUps: [
      todo('Verifikasi dan validasi di desa/kelurahan', 'Pemerintah desa/kelurahan'),
      todo('Penyelarasan program menurut tugas dan fungsi', 'Perangkat daerah anggota TKPKD'),
    ],
    participants: [...kDistrictOffices, office('Sekretaris Daerah', 'Sekretariat Daerah', { role: 'knows' })],
    tables: ['recap', 'verval', 'sources', 'lists', 'districts', 'findings'],
  },
  verval: {
    title: 'BERITA ACARA RAPAT KOORDINASI HASIL VERIFIKASI DAN VALIDASI DATA',
    meeting: 'Rapat Koordinasi Hasil Verifikasi dan Validasi Data',
    bases: [...kBases, kVervalBasis],
    agreements: ['Hasil verifikasi dan validasi ini menjadi dasar perbaikan daftar penerima.', kPrivacy],
    authority: true,
    followUps: [
      todo('Perbaikan data yang rusak', 'Disdukcapil'),
      todo('Usulan baru dan penghapusan melalui SIKS-NG', 'Dinas Sosial'),
    ],
    participants: kDistrictOffices,
    tables: ['recap', 'verval', 'verval_villages', 'sources', 'districts', 'findings'],
  },
  musdes: {
    title: 'BERITA ACARA MUSYAWARAH DESA/KELURAHAN',
    meeting: 'Musyawarah Desa/Kelurahan tentang penetapan hasil verifikasi dan validasi data',
    bases: ['Undang-Undang Nomor 13 Tahun 2011 tentang Penanganan Fakir Miskin', kVervalBasis],
    agreements: [
      'Daftar hasil verifikasi dan validasi terlampir telah diperiksa dan disepakati oleh peserta musyawarah.',
      kPrivacy,
    ],
    followUps: [todo('Unggah berita acara dan daftar usulan ke SIKS-NG', 'Operator desa/kelurahan')],
    participants: [
      office('Kepala Desa/Lurah', 'Pemerintah Desa/Kelurahan'),
      office('Ketua BPD/LPM', 'BPD/LPM'),
      office('Pendamping PKH', 'Kementerian Sosial'),
      office('Camat', 'Kecamatan', { role: 'knows' }),
    ],
    tables: ['recap', 'verval', 'villages', 'findings'],
  },
  sptjm: {
    title: 'SURAT PERNYATAAN TANGGUNG JAWAB MUTLAK',
    meeting: '',
    agreements: [
      'Data yang kami sampaikan telah diverifikasi dan divalidasi menurut ketentuan yang berlaku.',
      'Kami bertanggung jawab mutlak atas kebenaran data tersebut.',
      'Apabila di kemudian hari terdapat kekeliruan, kami bersedia memperbaikinya dan menanggung akibat hukumnya.',
    ],
    participants: [office('Kepala Dinas Sosial', 'Dinas Sosial')],
    tables: ['recap'],
    definitions: false,
  },
};

/** An untouched draft of a kind. */
export function startDraft(preset: Preset): MinutesDraft {
  return {
    government: '',
    agency: '',
    address: '',
    number: '',
    title: '',
    meeting: '',
    date: today(),
    time: '',
    place: '',
    chair: '',
    bases: [],
    follows: [],
    participants: [],
    agreements: [],
    authority: false,
    followUps: [],
    commitment:
      preset === 'sptjm' ? '' : 'Peserta berkomitmen bersama menyelesaikan tindak lanjut di atas tepat waktu.',
    deadline: '',
    contact: '',
    attachments:
      preset === 'sptjm' ? [] : ['Daftar nama dan alamat (BNBA)', 'Daftar hadir', 'Notulen', 'Foto kegiatan'],
    tables: [],
    definitions: true,
    ...kStarts[preset],
    preset,
  };
}

/** A signer of each regency, in place of the one that stands for all of them; those who are named already stay. */
export function withRegencies(
  participants: readonly Participant[],
  regencies: readonly { code: string; regency: string }[],
): Participant[] {
  const missing = regencies
    .map(({ code, regency }) => `Dinas Sosial ${regency === '' ? code : regency}`)
    .filter((agency) => !participants.some((person) => person.agency === agency));
  const kept = participants.filter(({ position, name }) => position !== kRegencyOffice || name !== '');
  return [...kept, ...missing.map((agency) => office('Kepala Dinas Sosial', agency))];
}

/** Another kind of paper: what the officer has written of place, time and letterhead stays. */
export function changePreset(draft: MinutesDraft, preset: Preset): MinutesDraft {
  const { government, agency, address, number, date, time, place, chair, follows, deadline, contact } = draft;
  const kept = { government, agency, address, number, date, time, place, chair, follows, deadline, contact };
  return { ...startDraft(preset), ...kept };
}
