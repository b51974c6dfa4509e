#include "worksheet_words.hpp"

#include <algorithm>

#include "padan/codec/worksheet.hpp"

namespace padan::codec {
namespace {

constexpr WorksheetWords kIndonesian = {
    {"Kode baris",
     "No",
     "RT",
     "RW",
     "No. KK",
     "NIK",
     "Nama",
     "Hubungan",
     "L/P",
     "Tanggal lahir",
     "Umur",
     "Alamat",
     "Desil",
     "Terdapat di daftar",
     "Program diterima",
     "Alasan diperiksa",
     "HASIL",
     "Tanggal kunjungan",
     "Petugas",
     "Sakit menahun",
     "Lansia 60+",
     "Hidup sendiri",
     "Belum ada bantuan",
     "Disabilitas",
     "Perbaikan No. KK",
     "Perbaikan NIK",
     "Perbaikan nama",
     "Perbaikan tanggal lahir",
     "Dokumen dilihat",
     "Ganda dengan kode baris",
     "Ahli waris/pengganti",
     "Pindah ke",
     "Keterangan",
     "Paraf",
     "Sidik baris"},
    {"", "1 Layak", "2 Tidak layak", "3 Meninggal", "4 Pindah", "5 Tidak ditemukan", "6 Ganda", "7 Menolak",
     "8 Perlu perbaikan", "9 Belum punya dokumen", "10 Usulan baru", "11 Belum dikunjungi"},
    {"", "Ditemukan dan layak menerima", "Ditemukan, sudah mampu atau tidak memenuhi syarat",
     "Sudah meninggal; tulis ahli waris atau pengganti dalam KK bila ada",
     "Sudah pindah; tulis ke mana (dalam desa, luar desa, luar kecamatan, luar kabupaten)",
     "Dicari di alamat dan lewat RT/RW, tidak ditemukan atau tidak dikenal",
     "Orang yang sama tercatat dua kali; tulis kode baris kembarannya", "Ditemukan, tidak bersedia didata",
     "Ditemukan, NIK, KK, nama, atau tanggal lahir keliru; tulis yang benar dan dokumen yang dilihat",
     "Ditemukan, belum punya KTP, KK, atau akta", "Orang yang belum ada di daftar; tulis di lembar Usulan baru",
     "Belum sempat dikunjungi; sama dengan kosong"},
    "Verval",
    "Usulan baru",
    "Petunjuk",
    "Lembar verifikasi dan validasi",
    "Desa/Kelurahan",
    "Kecamatan",
    "Gelombang",
    "dibuat",
    "kembali paling lambat",
    "Petugas lapangan",
    "Sumber",
    "Disamarkan: NIK, nama, dan alamat tidak ditulis penuh",
    "Usulan baru: orang yang belum ada di lembar Verval",
    "Halaman",
    "Desa belum diketahui",
    "Pilih satu jawaban dari daftar (angka 1 sampai 11).",
    "Tulis tanggal kunjungan: tanggal/bulan/tahun.",
    "Tulis kode baris kembarannya, misalnya VK7Q-02-01F-00M3X.",
    "v",
    "Cara mengisi",
    "Bila ada kendala, hubungi",
    "Kantor",
    "Nama",
    "Telepon",
    "Kendala yang tidak dapat diselesaikan di desa",
    "Jawaban",
    "Artinya",
    {"Desa/Kelurahan", "Kecamatan", "Kabupaten/Kota", "Provinsi"},
    {"Kunjungi tiap baris. Isi kolom HASIL dengan memilih satu jawaban; biarkan kosong bila belum dikunjungi.",
     "Sel abu-abu terkunci dan tidak dibaca lagi. Bila isinya keliru, tulis yang benar di kolom Perbaikan.",
     "Perbaikan selalu disertai dokumen yang dilihat: KTP, KK, atau akta.",
     "Beri tanda v pada kolom sakit menahun, lansia, hidup sendiri, belum ada bantuan, disabilitas bila ya.",
     "Nama petugas cukup ditulis sekali di baris pertama; berlaku sampai nama lain ditulis.",
     "Orang yang belum ada di daftar ditulis di lembar Usulan baru, sekurangnya nama dan NIK atau tanggal lahir.",
     "Jangan mengubah kolom Kode baris. Baris boleh diurutkan; kolom boleh digeser.",
     "Simpan dengan nama apa pun, sebagai .xlsx, .ods, .xls, atau .csv, lalu kirim kembali ke pengelola data.",
     "Boleh dikirim sebelum selesai, dan dikirim lagi: yang kosong tidak pernah menghapus yang sudah terisi."}};

constexpr WorksheetWords kEnglish = {
    {"Row code",
     "No",
     "RT",
     "RW",
     "KK number",
     "NIK",
     "Name",
     "Relation",
     "Sex",
     "Birth date",
     "Age",
     "Address",
     "Decile",
     "In lists",
     "Programmes",
     "Why check",
     "RESULT",
     "Date of visit",
     "Field worker",
     "Chronically ill",
     "Aged 60+",
     "Lives alone",
     "No aid yet",
     "Disabled",
     "Right KK number",
     "Right NIK",
     "Right name",
     "Right birth date",
     "Document seen",
     "Double of row code",
     "Heir or substitute",
     "Moved to",
     "Remark",
     "Initials",
     "Print of row"},
    {"", "1 Eligible", "2 Not eligible", "3 Died", "4 Moved", "5 Not found", "6 Double", "7 Refused",
     "8 Needs correction", "9 No documents", "10 New proposal", "11 Not visited"},
    {"", "Found and eligible", "Found, but well off or not meeting the rules",
     "Has died; write the heir or the substitute on the family card, if any", "Has moved; write where to",
     "Looked for at the address and asked the RT/RW, not found or not known",
     "The same person stands here twice; write the row code of the other", "Found, does not want to be listed",
     "Found, but NIK, KK, name or birth date is wrong; write the right one and the document seen",
     "Found, has no identity card, family card or certificate", "Not on any list; write on the sheet New proposals",
     "Not visited yet; the same as empty"},
    "Verval",
    "New proposals",
    "Guide",
    "Worksheet for verification and validation",
    "Village",
    "District",
    "Batch",
    "made",
    "due back",
    "Field worker",
    "Sources",
    "Masked: NIK, names and addresses are not written in full",
    "New proposals: people who are not on the sheet Verval",
    "Page",
    "Village not known",
    "Choose one answer from the list (number 1 to 11).",
    "Write the date of the visit: day/month/year.",
    "Write the row code of the other, such as VK7Q-02-01F-00M3X.",
    "v",
    "How to fill it in",
    "If something does not work, contact",
    "Office",
    "Name",
    "Phone",
    "Troubles that cannot be settled in the village",
    "Answer",
    "Meaning",
    {"Village", "District", "Regency", "Province"},
    {"Visit every row. Fill in RESULT by choosing one answer; leave it empty while not visited.",
     "Grey cells are locked and not read again. If one is wrong, write the right value under Right ….",
     "A correction always names the document that was seen: identity card, family card or certificate.",
     "Tick the columns chronically ill, aged 60+, lives alone, no aid yet, disabled with v where they hold.",
     "The name of the field worker is written once in the first row; it holds until another name stands there.",
     "Who is on no list is written on the sheet New proposals, at least by name and NIK or birth date.",
     "Do not change the column Row code. Rows may be sorted, columns moved.",
     "Save under any name, as .xlsx, .ods, .xls or .csv, and send it back to the data manager.",
     "It may be sent before it is done, and sent again: what is empty never deletes what is filled in."}};

struct ReasonWords {
  std::string_view code;
  std::string_view indonesian;
  std::string_view english;
};
constexpr ReasonWords kReasons[] = {
    {"nik_missing", "NIK kosong", "NIK missing"},
    {"nik_invalid", "NIK tidak sah", "NIK not valid"},
    {"nik_damaged", "NIK rusak di satu daftar", "NIK damaged in a list"},
    {"nik_shared", "satu NIK dipakai beberapa orang", "one NIK used by several people"},
    {"nik_second", "tercatat dengan dua NIK", "listed under two NIKs"},
    {"kk_invalid", "No. KK tidak sah", "KK number not valid"},
    {"kk_conflict", "tercatat dengan dua No. KK", "listed under two KK numbers"},
    {"duplicate_in_source", "tercatat dua kali di satu daftar", "twice in one list"},
    {"identity_differs", "data diri berbeda antar daftar", "lists differ about who this is"},
    {"not_in_civil_registry", "tidak ada di data Dukcapil", "not in the civil registry"},
    {"deceased_on_list", "dilaporkan meninggal, masih terdaftar", "reported dead, still listed"},
    {"deceased_receiving", "dilaporkan meninggal, masih menerima bantuan", "reported dead, still receiving aid"},
    {"moved_on_list", "dilaporkan pindah, masih terdaftar", "reported moved, still listed"},
    {"moved_receiving", "dilaporkan pindah, masih menerima bantuan", "reported moved, still receiving aid"},
    {"receiving_not_registered", "menerima bantuan, tidak ada di daftar kemiskinan", "receives aid, on no register"},
    {"poorest_without_aid", "desil 1, keluarganya belum menerima bantuan", "decile 1, family without any aid"},
    {"same_aid_twice_in_family", "bantuan yang sama dua kali dalam keluarga", "the same aid twice in the family"},
    {"pbi_missing", "belum punya PBI-JK", "no health contribution paid"},
    {"pbi_not_poor", "PBI-JK, desil di atas batas", "health contribution paid, decile above the ceiling"},
    {"outside_region", "alamat di luar wilayah", "address outside the region"},
    {"child_without_nik", "anak belum punya NIK", "child without a NIK"},
    {"elderly_alone", "lansia hidup sendiri", "elderly, living alone"},
    {"differs:name", "nama lain di", "another name in"},
    {"differs:nik", "NIK lain di", "another NIK in"},
    {"differs:kk", "No. KK lain di", "another KK number in"},
    {"differs:birth_date", "tanggal lahir lain di", "another birth date in"},
};

} // namespace

const WorksheetWords& worksheet_words(ProfileLanguage language) {
  return language == ProfileLanguage::Indonesian ? kIndonesian : kEnglish;
}

std::string_view choice_text(act::VisitResult result, ProfileLanguage language) {
  return worksheet_words(language).choices[static_cast<std::size_t>(result)];
}

std::string reason_text(const act::Reason& reason, ProfileLanguage language) {
  const auto* found = std::find_if(std::begin(kReasons), std::end(kReasons),
                                   [&](const auto& words) { return words.code == reason.code; });
  std::string text;
  if (found != std::end(kReasons)) {
    text = language == ProfileLanguage::Indonesian ? found->indonesian : found->english;
  } else { // a finding that has no words of its own here
    text = reason.code;
    std::replace(text.begin(), text.end(), '_', ' ');
  }
  return reason.detail.empty() ? text : text + " " + reason.detail;
}

} // namespace padan::codec
