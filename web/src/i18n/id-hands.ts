// Sentences of many hands: pertanyaan dibagi ke beberapa petugas, jawaban diterima, beda pendapat dibawa ke rapat.

export const idHands = {
  split: 'Bagi pertanyaan',
  splitHint:
    'Satu berkas terkunci untuk tiap petugas. Ia membukanya di padan miliknya, tanpa daftar aslinya, dan hanya melihat isi pertanyaannya.',
  names: 'Nama petugas, satu per baris',
  by: 'Dibagi menurut',
  byHands: 'jumlah yang sama',
  byDistrict: 'kecamatan',
  byVillage: 'desa',
  twice: 'Ditanyakan ke dua orang (%)',
  twiceHint: 'Supaya terlihat seberapa sepakat petugas.',
  passphrase: 'Kata sandi',
  passphraseHint: 'Paling sedikit {n} huruf. Sampaikan terpisah dari berkasnya, misalnya lewat telepon.',
  passphraseShort: 'Kata sandi terlalu pendek: paling sedikit {n} huruf.',
  make: 'Bagi sekarang',
  made: '{questions} pertanyaan dibagi untuk {hands} petugas; {twice} di antaranya ditanyakan ke dua orang.',
  nothing: 'Tidak ada pertanyaan yang terbuka untuk dibagi.',
  hand: 'Petugas',
  questions: 'Pertanyaan',
  both: 'Juga ke petugas lain',
  save: 'Simpan berkas',
  saved: '{name} disimpan ({size}).',

  take: 'Terima jawaban',
  takeHint:
    'Pilih satu atau beberapa berkas jawaban. Berkas yang sama boleh diterima lagi: tidak ada yang masuk dua kali.',
  takeFiles: 'Pilih berkas jawaban',
  taken: '{file}: {by}, {answers} jawaban; {fresh} baru, {known} sudah ada.',
  takenLost: '{n} jawaban menyebut baris yang tidak ada di daftar ini; tetap disimpan.',

  agreement: 'Seberapa sepakat',
  agreementNone: 'Belum ada pertanyaan yang dijawab dua petugas.',
  agreementWhole: 'Sepakat pada {agreed} dari {asked} pertanyaan yang dijawab dua orang ({percent}).',
  kappa: 'Kappa {value} ({word})',
  kappaNone: 'Kappa belum dapat dihitung',
  kappaHint:
    'Kappa: kesepakatan di luar kebetulan. 1 berarti selalu sepakat, 0 berarti tidak lebih baik daripada menebak.',
  kappaWords: { weak: 'lemah', moderate: 'sedang', strong: 'kuat', high: 'sangat kuat' },
  pair: 'Dua petugas',
  asked: 'Dijawab keduanya',
  agreed: 'Sepakat',
  answersOf: '{by}: {n} jawaban',

  disagreements: 'Beda pendapat untuk rapat',
  disagreementsOpen:
    '{open} dari {total} menunggu keputusan rapat. Sampai diputuskan, tidak satu pun jawaban itu dipakai.',
  disagreementsNone: 'Tidak ada beda pendapat.',
  item: 'Beda pendapat {n}',
  says: '{by}{capacity}: {answer}',
  capacity: ', {capacity}',
  why: 'alasan: {reason}',
  follow: 'Ikuti {by}',
  meeting: 'Keputusan rapat: {answer} ({by}, {at}).',
  undo: 'Urungkan keputusan rapat',
  meetingNote: 'Catatan rapat',
  print: 'Cetak daftar ini',

  open: 'Dapat bagian pertanyaan dari rekan?',
  openHint: 'Buka berkas bagian (.padan) dengan kata sandi dari pengirimnya. Daftar aslinya tidak diperlukan.',
  openFile: 'Berkas bagian',
  openGo: 'Buka bagian',
  share: 'Bagian {hand} dari {hands} untuk {to}, dari {from}. Jawaban Anda: {answered} dari {questions}.',
  shareLocal: 'Yang terlihat di sini hanya isi pertanyaan; daftar aslinya tetap di pengirim.',
  saveAnswers: 'Simpan jawaban',
  answersSaved: '{name} disimpan: {n} jawaban, dikunci dengan kata sandi yang sama. Kirimkan kepada {from}.',
  close: 'Tutup bagian ini',
  unnamed: '(tanpa nama)',
};

export type HandsMessages = typeof idHands;
