#include "sentences.hpp"

#include <array>
#include <cstdlib>

namespace padan::cli {
namespace {

using Params = std::vector<std::pair<std::string, std::string>>;

struct Both {
  const char* indonesian;
  const char* english;
};

const char* pick(Language language, const Both& both) {
  return language == Language::Indonesian ? both.indonesian : both.english;
}

Both words_of(ErrorCode code) {
  switch (code) {
  case ErrorCode::FileEmpty:
    return {"{file} kosong: tidak ada isinya. Periksa apakah pengunduhan atau penyalinannya selesai.",
            "{file} is empty: there is nothing in it. Check that its download or copy finished."};
  case ErrorCode::FileNotATable:
    return {
        "Isi {file} bukan tabel. Bila itu gambar atau dokumen, mintalah daftar aslinya; dari Excel simpan sebagai "
        ".xlsx atau .csv.",
        "{file} does not hold a table. If it is a picture or a document, ask for the original list; from Excel save "
        "it as .xlsx or .csv."};
  case ErrorCode::FileHeaderOnly:
    return {
        "{file} hanya berisi judul kolom, tanpa satu baris data pun. Periksa saringan atau lembar yang disimpan, lalu "
        "simpan ulang.",
        "{file} holds column titles only, not one row of data. Check the filter or the sheet that was saved, then "
        "save it again."};
  case ErrorCode::FileNoKnownColumn:
    return {
        "Tidak ada kolom di {file} yang mengenali orang (nama, NIK, No. KK, tanggal lahir). Periksa baris judul kolom, "
        "atau sebutkan artinya dengan --project.",
        "No column of {file} identifies people (name, NIK, KK number, birth date). Check its row of column titles, or "
        "say what they mean with --project."};
  case ErrorCode::FileTooWide:
    return {"{file} punya terlalu banyak kolom untuk sebuah daftar. Hapus kolom yang tidak perlu, atau periksa pemisah "
            "kolomnya.",
            "{file} has too many columns for a list. Delete those not needed, or check the column separator."};
  case ErrorCode::FileUnreadable:
    return {
        "{file} tidak dapat dibaca. Mungkin tidak ada, rusak, atau terkunci program lain; periksa nama dan izinnya.",
        "{file} cannot be read. It may not exist, be damaged or locked; check its name and permissions."};
  case ErrorCode::FileEncrypted:
    return {
        "{file} terkunci kata sandi. Tulis kata sandinya di sebuah berkas teks dan sebutkan dengan --password-file.",
        "{file} is locked with a password. Write the password into a text file and name that with --password-file."};
  case ErrorCode::FilePassword:
    return {"Tidak ada kata sandi dari --password-file yang cocok untuk {file}. Periksa huruf besar-kecilnya.",
            "No password of --password-file fits {file}. Check capital and small letters."};
  case ErrorCode::FileLockedOtherwise:
    return {
        "{file} dikunci dengan cara yang tidak dapat dibuka padan. Buka di programnya, simpan tanpa kata sandi, lalu "
        "ulangi.",
        "{file} is locked in a way that padan cannot open. Open it in its own program, save it without a password and "
        "try again."};
  case ErrorCode::FileTruncated:
    return {"{file} terpotong: bagian akhirnya hilang. Salin atau unduh ulang sampai selesai.",
            "{file} is cut short: its end is missing. Copy or download it again."};
  case ErrorCode::FileTooLarge:
    return {"{file} terlalu besar. Pecah menurut kecamatan, atau simpan sebagai .csv.",
            "{file} is too large. Split it by district, or save it as .csv."};
  case ErrorCode::FormatUnknown:
    return {"Format {file} tidak dikenal. Simpan sebagai .xlsx, .xls, .ods atau .csv.",
            "The format of {file} is not known. Save it as .xlsx, .xls, .ods or .csv."};
  case ErrorCode::ConfigInvalid:
    return {"{file} tidak dapat dipakai: bagian \"{where}\" keliru. Perbaiki bagian itu.",
            "{file} cannot be used: \"{where}\" is wrong. Mend that part."};
  case ErrorCode::ConfigVersion:
    return {"{file} dibuat oleh padan yang lebih baru. Pakai padan terbaru.",
            "{file} was made by a newer padan. Use the newest version."};
  case ErrorCode::DecisionsInvalid:
    return {"Keputusan di {file} tidak dapat dipakai: \"{where}\" keliru. Perbaiki baris itu, atau ekspor ulang.",
            "The decisions in {file} cannot be used: \"{where}\" is wrong. Mend that line, or export them again."};
  case ErrorCode::DecisionsSequence:
    return {
        "Keputusan di {file} tercampur: nomor urut pada \"{where}\" tidak naik. Pakai berkas yang utuh dari satu "
        "orang.",
        "The decisions in {file} are mixed: the number on \"{where}\" does not rise. Use a whole file of one person."};
  case ErrorCode::DecisionsVersion:
    return {"{file} ditulis oleh padan yang lebih baru (\"{where}\"). Pakai padan terbaru.",
            "{file} was written by a newer padan (\"{where}\"). Use the newest version."};
  case ErrorCode::DecisionsForeign:
    return {
        "{file} memuat keputusan untuk daftar lain ({lists}). Berikan daftar itu, atau berkas keputusan yang benar.",
        "{file} holds decisions about other lists ({lists}). Give those lists, or the right file of decisions."};
  case ErrorCode::SealPending:
    return {"Hasil belum dapat disegel: masih ada putusan yang belum masuk hasil. Jalankan pemadanan sekali lagi.",
            "The result cannot be sealed yet: some decisions are not in it. Match once more."};
  case ErrorCode::ModelInvalid:
    return {
        "{file} bukan model yang disimpan padan, atau rusak (\"{where}\"). Berikan berkas yang ditulis --save-model.",
        "{file} is no model that padan has saved, or is damaged (\"{where}\"). Give the file that --save-model wrote."};
  case ErrorCode::ModelVersion:
    return {"{file} adalah model dari versi padan yang lain (\"{where}\"). Simpan model baru dengan padan ini.",
            "{file} is a model of another version of padan (\"{where}\"). Save a new model with this padan."};
  case ErrorCode::BoxNone:
    return {"{file} bukan berkas terkunci buatan padan. Pilih berkas yang disimpan padan.",
            "{file} is no locked file of padan. Choose a file that padan has saved."};
  case ErrorCode::BoxVersion:
    return {"{file} dikunci oleh padan yang lebih baru. Pakai padan terbaru.",
            "{file} was locked by a newer padan. Use the newest version."};
  case ErrorCode::BoxDamaged:
    return {"{file} rusak atau terpotong di jalan. Minta dikirim ulang; tidak ada yang diambil darinya.",
            "{file} was damaged or cut off on its way. Ask for it again; nothing was taken from it."};
  case ErrorCode::BoxPassphrase:
    return {"Kata sandi {file} tidak cocok. Tanyakan kepada yang mengirim, lalu coba lagi.",
            "The passphrase of {file} does not fit. Ask who sent it and try again."};
  case ErrorCode::ShareInvalid:
    return {
        "Isi {file} bukan bagian pertanyaan atau jawaban buatan padan (\"{where}\"). Tidak ada yang diambil darinya.",
        "What {file} holds is no share of questions and no answers of padan (\"{where}\"). Nothing was taken from it."};
  case ErrorCode::ShareVersion:
    return {"{file} dibuat oleh padan versi lain. Pakai versi yang sama di kedua komputer.",
            "{file} was made by another version of padan. Use the same version on both machines."};
  case ErrorCode::ShareKind:
    return {"{file} bukan jenis yang diminta: bagian pertanyaan dan jawaban adalah dua berkas yang berbeda.",
            "{file} is not of the kind asked for: a share of questions and its answers are two different files."};
  case ErrorCode::ShareForeign:
    return {"{file} menjawab pertanyaan tentang daftar lain ({lists}). Tidak ada yang diambil darinya.",
            "{file} answers questions about other lists ({lists}). Nothing was taken from it."};
  case ErrorCode::RequestUnknown:
  case ErrorCode::RequestInvalid:
    return {"Permintaan \"{where}\" tidak dapat dijalankan.", "The request \"{where}\" cannot be carried out."};
  case ErrorCode::NothingToMatch:
    return {"Tidak ada baris yang dapat dipadankan. Berikan setidaknya satu daftar berisi nama atau NIK.",
            "There are no rows to match. Give at least one list with names or NIK."};
  case ErrorCode::NotRunYet:
    return {"Belum ada hasil. Jalankan pemadanan dulu.", "There is no result yet. Run the matching first."};
  case ErrorCode::OutOfMemory:
    return {"Memori habis. Kurangi daftar atau pecah menurut kecamatan, lalu ulangi; berkas asli tidak berubah.",
            "The memory is used up. Give fewer lists or split them by district, and try again; the original files are "
            "unchanged."};
  case ErrorCode::Bug:
    break;
  }
  return {
      "padan menemui kesalahannya sendiri ({message}). Berkas asli tidak berubah; laporkan perintahnya tanpa mengirim "
      "data.",
      "padan met a fault of its own ({message}). The original files are unchanged; report the command without "
      "sending data."};
}

Both words_of(UsageFault fault) {
  switch (fault) {
  case UsageFault::UnknownCommand:
    return {"Perintah \"{word}\" tidak dikenal.", "There is no command \"{word}\"."};
  case UsageFault::UnknownOption:
    return {"Pilihan {word} tidak dikenal untuk perintah ini.", "This command has no option {word}."};
  case UsageFault::ValueMissing:
    return {"Pilihan {word} memerlukan nilai.", "The option {word} needs a value."};
  case UsageFault::ValueWrong:
    return {"Nilai untuk {word} keliru.", "The value of {word} is wrong."};
  case UsageFault::FilesMissing:
    return {"Sebutkan setidaknya satu berkas.", "Name at least one file."};
  case UsageFault::FoldersMissing:
    return {
        "verify memerlukan FOLDER hasil atau PROYEK.padan dan berkasnya; diff memerlukan dua FOLDER hasil, yang lama "
        "lalu yang baru; "
        "worksheets memerlukan satu FOLDER hasil; returns memerlukan FOLDER hasil dan berkas yang kembali.",
        "verify needs the FOLDER of a result or a PROJECT.padan, and the files; diff needs two FOLDERs of results, the "
        "old one first; "
        "worksheets needs one FOLDER of a result; returns needs the FOLDER of a result and the files that came back."};
  case UsageFault::OutMissing:
    return {"Sebutkan folder hasil dengan {word} FOLDER.", "Name the folder for the results with {word} FOLDER."};
  case UsageFault::FileUnexpected:
    break;
  }
  return {"Perintah ini tidak membaca berkas: \"{word}\".", "This command reads no files: \"{word}\"."};
}

Both words_of(Note note) {
  switch (note) {
  case Note::OutForeign:
    return {
        "Folder {folder} berisi hal lain dan tidak akan ditimpa. Pilih folder baru, atau hasil padan yang lama.",
        "The folder {folder} holds other things and will not be overwritten. Choose a new folder, or an earlier result "
        "of padan."};
  case Note::OutIsInput:
    return {"{file} adalah masukan sekaligus hasil; berkas asli tidak pernah ditimpa. Pilih folder hasil yang lain.",
            "{file} is both an input and a result; originals are never overwritten. Choose another folder for the "
            "results."};
  case Note::OutUnwritable:
    return {"{file} tidak dapat ditulis. Periksa izin folder dan ruang yang tersisa.",
            "{file} cannot be written. Check the permissions of the folder and the space left."};
  case Note::ModelForeign:
    return {"{file} bukan model padan dan tidak akan ditimpa. Pilih nama lain untuk model.",
            "{file} is no model of padan and will not be overwritten. Choose another name for the model."};
  case Note::GivenTwice:
    return {"{file} disebut dua kali; dibaca sekali.", "{file} was given twice; it is read once."};
  case Note::DecisionsUnused:
    return {"{count} keputusan tidak terpakai: barisnya tidak ada di daftar ini.",
            "{count} decisions were not used: their rows are not in these lists."};
  case Note::LockPassed:
    return {
        "Hasil ini bukan lagi yang dikunci: daftar, keputusan, atau aturannya berubah. Daftar tindakan tidak ditulis; "
        "kunci lagi hasilnya bila sudah disepakati.",
        "This result is no longer the one that was locked: lists, decisions or rules have changed. No action list is "
        "written; lock the result again once it is agreed."};
  case Note::Joined:
    return {"{files} dibaca sebagai bagian dari satu daftar, {list}.",
            "{files} are read as parts of one list, {list}."};
  case Note::SamePeople:
    return {"{file} sebentuk dengan {like}, tetapi {share} orangnya ada di keduanya: dua versi, tetap dua daftar. Bila "
            "satu "
            "daftar, beri keduanya \"list\" yang sama di berkas proyek.",
            "{file} is shaped like {like}, but {share} of its people are in both: two versions, hence two lists. If "
            "they are "
            "one, give both the same \"list\" in the project file."};
  case Note::OtherDate:
    return {"{file} sebentuk dengan {like}, tetapi tanggal datanya lain: dua versi, tetap dua daftar.",
            "{file} is shaped like {like}, but its data are of another day: two versions, hence two lists."};
  case Note::ColumnAbsent:
    return {"Proyek menyebut kolom yang tidak ada ({name}).", "The project names a column that is not there ({name})."};
  case Note::FileAbsent:
    return {"Proyek menyebut {name}, tetapi berkasnya tidak diberikan.",
            "The project names {name}, but its file was not given."};
  case Note::FillDone:
    return {"{files} berkas kembali dari {villages} desa rekaan, di {folder}; kuncinya di truth/answers.csv.",
            "{files} files back from {villages} made-up villages, in {folder}; the key is truth/answers.csv."};
  case Note::NothingSealed:
    return {"{file} tidak memuat versi tersegel. Segel hasilnya di layar Berita acara, lalu simpan proyeknya lagi.",
            "{file} holds no sealed version. Seal the result on the screen Minutes, then save the project again."};
  case Note::SummaryChanged:
    return {"summary.json diubah setelah disegel: segelnya tidak lagi cocok.",
            "summary.json was changed after it was sealed: its seal no longer fits."};
  case Note::InputChanged:
    return {"{file}: isinya berbeda dari yang disegel.", "{file}: its content is not what was sealed."};
  case Note::InputAbsent:
    return {"{file}: disegel, tetapi tidak diberikan.", "{file}: sealed, but not given."};
  case Note::InputUnknown:
    return {"{file}: tidak termasuk hasil ini.", "{file}: does not belong to this result."};
  case Note::OutputChanged:
    return {"{file} diubah setelah disegel.", "{file} was changed after it was sealed."};
  case Note::OutputAbsent:
    return {"{file} hilang dari hasil yang disegel.", "{file} is missing from the sealed result."};
  case Note::TableOther:
    return {"{file}: hitung ulang berbeda, tetapi tidak dapat dibandingkan per baris: kolomnya lain, atau isinya tidak "
            "disimpan di "
            "sini.",
            "{file}: worked out again it differs, but cannot be compared row by row: it has other columns, or what was "
            "sealed of it is "
            "not kept here."};
  case Note::TableDiffers:
    return {"{file}: hitung ulang berbeda: {changed} baris berubah, {removed} hilang, {added} baru.",
            "{file}: worked out again it differs: {changed} rows changed, {removed} gone, {added} new."};
  case Note::RowRemoved:
    return {"  - hilang: {row} {before}", "  - gone: {row} {before}"};
  case Note::RowAdded:
    return {"  + baru: {row} {after}", "  + new: {row} {after}"};
  case Note::CellChanged:
    return {"  ~ {row}: {column}: \"{before}\" menjadi \"{after}\"",
            "  ~ {row}: {column}: \"{before}\" is now \"{after}\""};
  case Note::NotComputed:
    return {"Hasil tidak dapat dihitung ulang: berkas masukannya tidak lengkap atau tidak terbaca.",
            "The result cannot be worked out again: not all of its files were given, or they cannot be read."};
  case Note::VerifiedSame:
    return {"SAMA: {files} berkas ini menghasilkan daftar yang sama. Segel {seal}",
            "SAME: these {files} files give the same lists. Seal {seal}"};
  case Note::VerifiedOther:
    return {"BERBEDA dari yang disegel. Segel {seal}", "NOT the same as what was sealed. Seal {seal}"};
  case Note::Changed:
    return {
        "{before} → {after} orang: {entered} masuk, {left} keluar; {merged} digabung, {split} dipisah, {mended} "
        "dibetulkan. Dengan NIK saja akan tampak {nik_entered} masuk dan {nik_left} keluar.",
        "{before} → {after} people: {entered} entered, {left} left; {merged} merged, {split} split, {mended} mended. "
        "By NIK alone {nik_entered} would seem to have entered and {nik_left} to have left."};
  case Note::AtLines:
    return {", baris {lines}", ", lines {lines}"};
  case Note::Matchable:
    return {"Cukup untuk dipadankan: {share} dari semua baris", "Enough to be matched: {share} of all rows"};
  case Note::WorksheetsDone:
    return {"{villages} lembar kerja desa, {rows} baris. Hasil di {folder}",
            "{villages} village worksheets, {rows} rows. Results in {folder}"};
  case Note::ReturnsDone:
    return {"{files} berkas kembali: {rows} baris terjawab ({new} baru), {conflicts} bertentangan, {proposals} usulan "
            "baru; {refused} hal tidak diterima, lihat returns.csv dan escalation.xlsx. Hasil di {folder}",
            "{files} files came back: {rows} rows answered ({new} new), {conflicts} contradict each other, {proposals} "
            "new proposals; {refused} things not taken, see returns.csv and escalation.xlsx. Results in {folder}"};
  case Note::Done:
    break;
  }
  return {"{rows} baris → {persons} orang, {families} keluarga; {review} pasangan perlu ditinjau. Hasil di {folder}",
          "{rows} rows → {persons} people, {families} families; {review} pairs to review. Results in {folder}"};
}

std::string fill(std::string text, const Params& params) {
  for (const auto& [name, value] : params) {
    const std::string slot = "{" + name + "}";
    for (std::size_t at = text.find(slot); at != std::string::npos; at = text.find(slot, at + value.size())) {
      text.replace(at, slot.size(), value);
    }
  }
  return text;
}

} // namespace

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') {
      return std::string(value).rfind("id", 0) == 0 ? Language::Indonesian : Language::English;
    }
  }
  return Language::English;
}

std::string sentence(Language language, const Error& error) {
  return fill(pick(language, words_of(error.code)), error.params);
}

std::string sentence(Language language, const UsageError& error) {
  const Both see = {" Lihat padan --help.", " See padan --help."};
  return fill(pick(language, words_of(error.fault)), {{"word", error.word}}) + pick(language, see);
}

std::string sentence(Language language, Note note, const Params& params) {
  return fill(pick(language, words_of(note)), params);
}

std::string stage_words(Language language, engine::Stage stage) {
  constexpr std::array<Both, 8> kWords = {{{"Membaca", "Reading"},
                                           {"Menyiapkan", "Preparing"},
                                           {"Mencari pasangan", "Finding pairs"},
                                           {"Mempelajari bobot", "Learning the evidence"},
                                           {"Menimbang pasangan", "Weighing pairs"},
                                           {"Menyatukan orang", "Joining people"},
                                           {"Membentuk keluarga", "Forming families"},
                                           {"Memilih nilai", "Choosing values"}}};
  return pick(language, kWords[static_cast<std::size_t>(stage)]);
}

std::string heading(Language language, const engine::Source& source) {
  const Both words = {"{name} ({file}): {layout}, {rows} baris, {aside} disisihkan",
                      "{name} ({file}): {layout}, {rows} rows, {aside} set aside"};
  return fill(pick(language, words), {{"name", source.name},
                                      {"file", source.file},
                                      {"layout", source.recognition.layout},
                                      {"rows", std::to_string(source.recognition.data_rows.size())},
                                      {"aside", std::to_string(source.recognition.skipped.size())}});
}

std::string profile_header(Language language) {
  return pick(language, {"kolom                         arti                terisi     baik    rusak   kosong",
                         "column                        meaning             filled     good  damaged  missing"});
}

std::string help(Language language) {
  return pick(language, {
                            R"(padan: memadankan orang dan keluarga dari daftar semua instansi, di komputer sendiri

  padan reconcile BERKAS... --out FOLDER [--project project.json] [--decisions decisions.jsonl]
                  [--model model.json] [--save-model model.json] [--password-file sandi.txt]
                  [--workers N] [--as-of YYYY-MM-DD] [--quiet]
  padan profile   BERKAS... [--out FOLDER] [--json] [--mask] [--password-file sandi.txt] [--quiet]
  padan synth     --people N --seed S --out FOLDER [--errors none|light|medium|heavy] [--regencies N] [--later]
                  [--p3ke-until YYYY-MM-DD] [--lokus N] [--quiet]
  padan synth     --fill FOLDER_LEMBAR --seed S --out FOLDER [--errors none|light|medium|heavy] [--as-of YYYY-MM-DD]
                  [--password-file sandi.txt] [--quiet]
  padan verify    FOLDER|PROYEK.padan BERKAS... [--password-file sandi.txt] [--workers N] [--json] [--quiet]
  padan diff      FOLDER_LAMA FOLDER_BARU --out FOLDER [--workers N] [--quiet]
  padan worksheets FOLDER --out FOLDER [--scope check|all] [--mask] [--password-file sandi.txt] [--as-of YYYY-MM-DD]
  padan returns   FOLDER BERKAS... --out FOLDER_BARU [--inputs FOLDER] [--password-file sandi.txt] [--as-of YYYY-MM-DD]
  padan --version | --help

BERKAS: .csv .tsv .txt .xlsx .xls .ods .html, atau .zip berisi berkas itu. Tanpa proyek semuanya dikenali sendiri.
reconcile menulis rows.csv, persons.csv, families.csv, pairs.csv, findings.csv, figures.json, summary.json, project.json.
profile --out menulis buku kerja .xlsx per daftar untuk pemiliknya; --mask menyamarkan nomor, nama, dan alamat.
--save-model menyimpan apa yang dipelajari dari daftar (tanpa data pribadi); --model memakainya, tanpa belajar lagi.
--password-file: kata sandi buku kerja dan proyek yang terkunci, satu per baris; setiap kata sandi dicoba.
synth membuat kabupaten rekaan beserta kunci jawabannya (truth/). --regencies: beberapa kabupaten satu provinsi; --later:
juga daftar setahun kemudian (later/) dan siapa yang berubah; --p3ke-until: hari terakhir berlakunya P3KE; --lokus: desa prioritas.
--fill mengisi lembar kerja seperti desa rekaan mengirimkannya kembali; --errors: seberapa banyak yang tidak rapi (10, 30, 60 %).
verify menghitung ulang hasil di FOLDER dari berkas yang sama dan mengatakan sama, atau apa yang berbeda baris demi baris; dari
PROYEK.padan dipakai versi tersegel yang daftarnya diberikan. Diberikan keduanya, proyeknya harus memuat segel FOLDER itu.
worksheets menulis satu lembar kerja .xlsx per desa; dengan --password-file semuanya dikunci dengan kata sandi pertama.
returns membaca lembar yang kembali dalam keadaan apa pun dan menulis hasil baru; daftar asalnya dicari dari isinya.
diff menulis siapa yang masuk, keluar, pindah, wafat, naik desil, terpisah dari yang hanya ganda atau dibetulkan.
Kode keluar: 0 selesai, 1 selesai tetapi ada berkas yang tidak terpakai, 2 perintah keliru, 3 masukan tak terbaca,
4 verify, diff: berbeda.
)",
                            R"(padan: matches the people and families of every agency's list, on your own machine

  padan reconcile FILE... --out FOLDER [--project project.json] [--decisions decisions.jsonl]
                  [--model model.json] [--save-model model.json] [--password-file passwords.txt]
                  [--workers N] [--as-of YYYY-MM-DD] [--quiet]
  padan profile   FILE... [--out FOLDER] [--json] [--mask] [--password-file passwords.txt] [--quiet]
  padan synth     --people N --seed S --out FOLDER [--errors none|light|medium|heavy] [--regencies N] [--later]
                  [--p3ke-until YYYY-MM-DD] [--lokus N] [--quiet]
  padan synth     --fill WORKSHEETS_FOLDER --seed S --out FOLDER [--errors none|light|medium|heavy] [--as-of YYYY-MM-DD]
                  [--password-file passwords.txt] [--quiet]
  padan verify    FOLDER|PROJECT.padan FILE... [--password-file passwords.txt] [--workers N] [--json] [--quiet]
  padan diff      OLD_FOLDER NEW_FOLDER --out FOLDER [--workers N] [--quiet]
  padan worksheets FOLDER --out FOLDER [--scope check|all] [--mask] [--password-file passwords.txt] [--as-of YYYY-MM-DD]
  padan returns   FOLDER FILE... --out NEW_FOLDER [--inputs FOLDER] [--password-file passwords.txt] [--as-of YYYY-MM-DD]
  padan --version | --help

FILE: .csv .tsv .txt .xlsx .xls .ods .html, or a .zip of these. Without a project everything is recognised by itself.
reconcile writes rows.csv, persons.csv, families.csv, pairs.csv, findings.csv, figures.json, summary.json, project.json.
profile --out writes an .xlsx workbook for the owner of each list; --mask hides numbers, names and addresses.
--save-model keeps what was learned from the lists (no personal data); --model uses it instead of learning.
--password-file: passwords of locked workbooks and projects, one a line; each is tried.
synth makes a made-up regency with its answer key (truth/). --regencies: several of one province; --later: also the lists of a
year later (later/) and who changed; --p3ke-until: the last day of P3KE's validity; --lokus: villages of the priority list.
--fill fills worksheets in as made-up villages send them back; --errors: how many are in a bad state (10, 30, 60 %).
verify works the result in FOLDER out again from the same files and says same, or what differs row by row; of a PROJECT.padan it
takes the sealed version whose lists are given. Given both, the project must hold the seal of that FOLDER.
worksheets writes one .xlsx worksheet per village; with --password-file all are locked with the first password.
returns reads worksheets back in whatever state and writes a new result; the lists it came from are found by content.
diff writes who entered, left, moved, died, rose in decile, apart from what was only double or mended.
Exit codes: 0 done, 1 done but some file could not be used, 2 wrong usage, 3 input cannot be read, 4 verify, diff: they differ.
)"});
}

} // namespace padan::cli
