#include "padan/codec/table_about.hpp"

#include <algorithm>
#include <array>

#include "padan/codec/version.hpp"

namespace padan::codec {
namespace {

using engine::TableKind;

struct ColumnWords {
  std::string_view column;
  std::array<const char*, 2> words; // Indonesian, English
};

// What a column of that name holds, in whichever table it stands.
constexpr ColumnWords kColumns[] = {
    {"person_id",
     {"nomor tetap orang di satu data (huruf P)", "lasting number of the person in the one list (letter P)"}},
    {"family_id", {"nomor tetap keluarga (huruf K)", "lasting number of the family (letter K)"}},
    {"nik", {"Nomor Induk Kependudukan, 16 angka, sebagai teks", "population number, 16 digits, as text"}},
    {"kk", {"nomor Kartu Keluarga, 16 angka, sebagai teks", "family card number, 16 digits, as text"}},
    {"name", {"nama lengkap", "full name"}},
    {"relation", {"hubungan dengan kepala keluarga", "relation to the head of the family"}},
    {"sex", {"jenis kelamin: L laki-laki, P perempuan", "sex: L male, P female"}},
    {"birth_place", {"tempat lahir", "place of birth"}},
    {"birth_date",
     {"tanggal lahir, TTTT-BB-HH; hanya tahun bila selebihnya tidak diketahui",
      "birth date, YYYY-MM-DD; the year alone where the rest is unknown"}},
    {"mother_name", {"nama ibu kandung", "mother's name"}},
    {"address", {"alamat", "address"}},
    {"rt", {"RT, tiga angka", "neighbourhood (RT), three digits"}},
    {"rw", {"RW, tiga angka", "hamlet block (RW), three digits"}},
    {"village", {"desa atau kelurahan", "village"}},
    {"district", {"kecamatan", "district"}},
    {"regency", {"kabupaten atau kota", "regency or city"}},
    {"village_code",
     {"kode desa 10 angka seperti tertulis di daftar asal; kosong bila tidak diketahui",
      "ten-digit code of the village as the lists give it; empty where unknown"}},
    {"phone", {"nomor telepon", "phone number"}},
    {"decile",
     {"desil kesejahteraan 1 (terbawah) sampai 10; kosong berarti tidak diketahui",
      "welfare decile 1 (lowest) to 10; empty means unknown"}},
    {"vital_status",
     {"alive hidup, dead meninggal, moved pindah; kosong tidak diketahui", "alive, dead, moved; empty: unknown"}},
    {"occupation", {"pekerjaan", "occupation"}},
    {"disability", {"disabilitas, seperti tertulis", "disability, as written"}},
    {"chronic_illness", {"penyakit menahun, seperti tertulis", "chronic illness, as written"}},
    {"age", {"umur dalam tahun pada hari pemadanan", "age in years on the day of the run"}},
    {"sources", {"daftar yang memuatnya, dipisah |", "lists that hold it, separated by |"}},
    {"lists", {"banyaknya daftar yang memuatnya", "number of lists that hold it"}},
    {"rows", {"banyaknya baris asal", "number of rows it was made of"}},
    {"programmes", {"program yang tercatat diterima, dipisah |", "programmes on record as received, separated by |"}},
    {"flags",
     {"tanda, dipisah |; expired_basis: berdasar daftar yang habis masa berlakunya",
      "traits, separated by |; expired_basis: rests on registers that have run out"}},
    {"differs",
     {"isi daftar lain yang berbeda: kolom=isi@daftar:baris", "what other lists say: column=value@list:row"}},
    {"head", {"nama kepala keluarga", "name of the head of the family"}},
    {"head_person_id", {"nomor tetap kepala keluarga", "lasting number of the head"}},
    {"members", {"banyaknya anggota", "number of members"}},
    {"person_ids", {"nomor anggota, dipisah |", "numbers of the members, separated by |"}},
    {"source", {"nama daftar asal", "name of the list"}},
    {"row", {"nomor baris data, mulai 1", "number of the data row, from 1"}},
    {"line", {"letak di berkas: nomor baris lembar", "line in the file or sheet"}},
    {"status",
     {"matched ada di daftar lain, single hanya di sini, duplicate ganda, excluded dikeluarkan",
      "matched, single, duplicate or excluded"}},
    {"code", {"kode temuan; artinya di buku temuan", "code of the finding; see the guide of findings"}},
    {"severity", {"bobot temuan: notice, fault, grave", "notice, fault or grave"}},
    {"subject_kind", {"tentang apa: row, person, family, source", "row, person, family or source"}},
    {"subject", {"nomor orang atau keluarga, atau daftar:baris", "number of the person or family, or list:row"}},
    {"evidence", {"bukti: kolom=isi|pembanding", "evidence: column=value|against"}},
    {"owner", {"yang dapat memperbaiki", "who can mend it"}},
    {"field", {"kolom yang perlu diperbaiki", "field to be mended"}},
    {"submitted", {"isi sekarang di daftar", "what the list has now"}},
    {"suggested", {"usulan, untuk dicek sebelum dipakai", "suggestion, to be checked before use"}},
    {"suggested_by",
     {"asal usulan: nama daftar, atau decision", "where the suggestion comes from: a list, or decision"}},
    {"civil_status", {"status terhadap data Dukcapil", "status against the civil registry"}},
    {"answer_code",
     {"kode jawaban Dukcapil (11 meninggal, 12 ganda, 13 tidak ditemukan, 14 nonaktif, 15 format)",
      "the registry's code (11 deceased, 12 twofold, 13 not found, 14 inactive, 15 form)"}},
    {"agree", {"kolom yang sama di kedua sisi, dipisah |", "fields that agree on both sides, separated by |"}},
    {"suspected_row", {"nomor baris di data Dukcapil", "row in the civil registry's list"}},
    {"programme", {"program", "programme"}},
    {"regency_code", {"kode kabupaten, empat angka", "code of the regency, four digits"}},
    {"exact",
     {"yes: tepat di daftar-daftar ini; no: di daftar-daftar ini, mungkin juga di lainnya",
      "yes: on exactly these lists; no: on these, perhaps on others too"}},
    {"persons", {"banyaknya orang", "number of persons"}},
    {"families", {"banyaknya keluarga", "number of families"}},
    {"action",
     {"usul tindakan: keep tetap, add tambah, remove keluarkan, mend perbaiki data, check cek dulu",
      "proposed action: keep, add, remove, mend the data, check first"}},
    {"reasons",
     {"alasan: kode temuan atau kebutuhan, dipisah |; within_ceiling memenuhi batas desil program, above_ceiling di "
      "atasnya, decile_unknown desil tidak diketahui, open_question ada pasangan yang belum diputuskan",
      "reasons: codes of findings or needs, separated by |; within_ceiling: within the decile limit of the programme, "
      "above_ceiling: above it, decile_unknown: no decile on record, open_question: a pair is not decided"}},
    {"rank", {"peringkat; nilai sama, peringkat sama", "rank; equal points share one"}},
    {"tied", {"banyaknya orang dengan nilai yang sama", "number of persons with the same points"}},
    {"points", {"nilai dari alasan yang diketahui", "points of the reasons that are known"}},
    {"possible_points",
     {"nilai tertinggi bila semua yang belum diketahui ternyata ya", "points if all that is unknown were so"}},
    {"unknown",
     {"yang belum diketahui: decile atau kode kebutuhan, dipisah |",
      "what is not known: decile or codes of needs, separated by |"}},
    {"probability",
     {"peluang bahwa keduanya orang yang sama, 0 sampai 1", "probability that both are one person, 0 to 1"}},
    {"weight", {"bobot padanan (log2)", "match weight (log2)"}},
    {"same_person", {"yes bila kini dianggap satu orang", "yes where taken as one person now"}},
};

constexpr std::array<std::array<const char*, 2>, 10> kTitles{{
    {"Semua baris dengan nomor orang dan keluarganya", "All rows with the numbers of their person and family"},
    {"Satu data orang, menurut nama dan alamat", "The one list of people, by name and address"},
    {"Satu data keluarga", "The one list of families"},
    {"Pasangan yang perlu diputuskan", "Pairs to be decided"},
    {"Temuan", "Findings"},
    {"Daftar perbaikan", "Corrections"},
    {"Padanan dengan data Dukcapil", "Check against the civil registry"},
    {"Daftar tindakan per program", "Actions by programme"},
    {"Irisan daftar menurut desa", "Lists in common, by village"},
    {"Urutan prioritas orang", "Persons in order of priority"},
}};

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() > end.size() && text.substr(text.size() - end.size()) == end;
}

std::string column_text(std::string_view column, std::size_t language) {
  const auto of = [&](std::string_view name) -> std::string {
    const auto* at = std::find_if(std::begin(kColumns), std::end(kColumns),
                                  [&](const ColumnWords& words) { return words.column == name; });
    return at == std::end(kColumns) ? std::string() : at->words[language];
  };
  if (std::string exact = of(column); !exact.empty()) {
    return exact;
  }
  const auto joined = [&](const char* front, std::string rest) { return std::string(front).append(rest); };
  if (column.rfind("id_", 0) == 0) {
    return language == 0 ? "nomor yang diberikan daftar asal" : "number that a list gives";
  }
  if (column.rfind("level_", 0) == 0) {
    return language == 0 ? "tingkat kesamaan kolom ini" : "how far this field agrees";
  }
  for (const auto& [front, words] : {ColumnWords{"left_", {"baris kiri: ", "left row: "}},
                                     ColumnWords{"right_", {"baris kanan: ", "right row: "}}}) {
    if (column.rfind(front, 0) == 0) {
      return joined(words[language], of(column.substr(front.size())));
    }
  }
  for (const auto& [end, words] : {ColumnWords{"_submitted", {"di daftar: ", "in the list: "}},
                                   ColumnWords{"_suspected", {"di data Dukcapil: ", "in the civil registry: "}}}) {
    if (ends_with(column, end)) {
      return joined(words[language], of(column.substr(0, column.size() - end.size())));
    }
  }
  return std::string(column);
}

// The texts of one language.
struct Words {
  const char *title, *producer, *steward, *open, *period, *coverage, *list, *method, *thresholds, *rows, *persons,
      *quality, *open_pairs, *classification, *restricted, *masked, *yes, *limits, *limits_text, *tool, *file, *owner,
      *method_text, *metadata, *dictionary, *name, *text, *unknown, *rows_in, *steward_text;
};
constexpr Words kWords[] = {
    {"Judul",
     "Produsen data",
     "Walidata",
     "(diisi oleh instansi)",
     "Tanggal data",
     "Cakupan",
     "Sumber",
     "Metode",
     "Ambang bobot",
     "Baris di tabel ini",
     "Orang dan keluarga",
     "Baris disisihkan",
     "Pasangan yang belum diputuskan",
     "Klasifikasi",
     "terbatas: memuat data pribadi (UU 27/2022)",
     "Disamarkan",
     "ya",
     "Batas pakai",
     "hanya untuk tujuan yang disepakati; nilai usulan dicek dulu sebelum dipakai",
     "Dibuat dengan",
     "SHA-256 masukan",
     "Untuk",
     "pemadanan berpeluang (Fellegi-Sunter) dengan bukti keluarga; yang ragu diputuskan orang",
     "Metadata",
     "Kamus data",
     "Hal",
     "Isi",
     "tidak diketahui",
     "baris",
     "Dinas Kominfo (Perpres 39/2019)"},
    {"Title",
     "Data producer",
     "Data steward",
     "(to be filled in by the office)",
     "Date of the data",
     "Coverage",
     "Source",
     "Method",
     "Weight thresholds",
     "Rows of this table",
     "Persons and families",
     "Rows set aside",
     "Pairs not decided",
     "Classification",
     "restricted: personal data (Law 27/2022)",
     "Masked",
     "yes",
     "Limits of use",
     "for the purpose agreed only; suggested values are checked before use",
     "Made with",
     "SHA-256 of input",
     "For",
     "probabilistic matching (Fellegi-Sunter) with family evidence; people decide what is in doubt",
     "Metadata",
     "Data dictionary",
     "What",
     "Value",
     "unknown",
     "rows",
     "Communication office (Presidential Regulation 39/2019)"}};

std::string source_text(const engine::Source& source, const Words& words) {
  const auto part = [&](const std::string& text) { return text.empty() ? std::string(words.unknown) : text; };
  std::string text = part(source.facts.owner);
  text.append("; ").append(part(source.facts.data_date));
  if (!source.facts.valid_until.empty()) {
    text.append("; s.d. ").append(source.facts.valid_until);
  }
  return text.append("; ")
      .append(std::to_string(source.recognition.data_rows.size()))
      .append(" ")
      .append(words.rows_in);
}

} // namespace

TableAbout describe_table(const engine::Session& session, const engine::Results& results,
                          const engine::ExportTable& table, const AboutOptions& options) {
  const std::size_t language = options.language == ProfileLanguage::English ? 1 : 0;
  const Words& words = kWords[language];
  TableAbout about{{}, {}, words.metadata, words.dictionary, words.name, words.text};
  for (const std::string_view column : table.header()) {
    about.dictionary.push_back({std::string(column), column_text(column, language)});
  }
  auto& lines = about.metadata;
  const auto say = [&](std::string name, std::string text) { lines.push_back({std::move(name), std::move(text)}); };
  const engine::Outcome& outcome = results.outcome();
  say(words.title, kTitles[static_cast<std::size_t>(options.kind)][language]);
  if (!options.only.empty()) {
    say(words.owner, options.only);
  }
  say(words.producer, options.producer.empty() ? words.open : options.producer);
  say(words.steward, words.steward_text);
  say(words.period, options.as_of.empty() ? words.unknown : options.as_of);
  const std::vector<engine::PlaceCount> places = results.places();
  std::string coverage; // districts, each once
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!places[i].district.empty() && (i == 0 || places[i].district != places[i - 1].district)) {
      coverage.append(coverage.empty() ? "" : ", ").append(places[i].district);
    }
  }
  say(words.coverage, coverage.empty() ? words.unknown : coverage);
  std::uint64_t set_aside = 0;
  for (const engine::Source* source : session.run_sources()) {
    say(std::string(words.list).append(" ").append(source->name), source_text(*source, words));
    set_aside += source->recognition.skipped.size();
  }
  say(words.method, words.method_text);
  say(words.thresholds, engine::fixed6(outcome.thresholds.review) + " / " + engine::fixed6(outcome.thresholds.accept));
  say(words.rows, std::to_string(table.rows()));
  say(words.persons, std::to_string(outcome.persons.size()) + " / " + std::to_string(outcome.families.size()));
  say(words.quality, std::to_string(set_aside));
  say(words.open_pairs, std::to_string(results.open_pairs().pairs.size()));
  say(words.classification, words.restricted);
  if (options.masked) {
    say(words.masked, words.yes);
  }
  say(words.limits, words.limits_text);
  say(words.tool, "padan " + std::string(version()));
  for (const engine::Source* source : session.run_sources()) {
    say(std::string(words.file).append(" ").append(source->file), source->sha256);
  }
  return about;
}

bool explains_a_table(const table::Grid& grid) {
  return grid.rows() > 1 && grid.width() == 2 &&
         std::any_of(std::begin(kWords), std::end(kWords), [&](const Words& words) {
           return grid.cell(0, 0) == words.name && grid.cell(0, 1) == words.text;
         });
}

} // namespace padan::codec
