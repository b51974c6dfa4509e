#include "padan/codec/profile_workbook.hpp"

#include <algorithm>
#include <array>

#include "padan/codec/workbook_writer.hpp"
#include "padan/engine/mask.hpp"
#include "profile_rows.hpp"

namespace padan::codec {
namespace {

using engine::Grade;
using engine::ListProfile;
using engine::Remark;
using engine::Source;

struct Words {
  const char *summary, *columns, *problems, *rows;
  const char *what, *value, *list, *file, *sha256, *day, *layout, *data_rows, *set_aside, *matchable, *unmatchable;
  const char *home, *codes, *masked, *masked_value, *empty_note, *empty_value, *widespread, *widespread_value;
  const char *column, *meaning, *filled, *good, *damaged, *missing;
  const char *problem, *count, *explains, *advice, *kind, *sheet, *line, *original;
  std::array<const char*, 3> grades;
};

constexpr Words kIndonesian = {"Ringkasan",
                               "Kolom",
                               "Masalah",
                               "Baris",
                               "Hal",
                               "Isi",
                               "Daftar",
                               "Berkas",
                               "SHA-256 berkas",
                               "Diperiksa",
                               "Jenis daftar",
                               "Baris data",
                               "Baris disisihkan",
                               "Baris yang dapat dipadankan",
                               "Baris yang tidak dapat dipadankan",
                               "Wilayah daftar",
                               "Kode wilayah",
                               "Disamarkan",
                               "Ya: NIK, nama, dan alamat tidak terbaca",
                               "Sel kosong",
                               "dihitung di lembar Kolom, tidak didaftar satu per satu",
                               "Peringatan yang menyangkut sebagian besar baris",
                               "dihitung di lembar Masalah, tidak didaftar satu per satu",
                               "Kolom",
                               "Dibaca sebagai",
                               "Terisi",
                               "Baik",
                               "Rusak",
                               "Kosong",
                               "Masalah",
                               "Baris",
                               "Artinya",
                               "Yang perlu dilakukan",
                               "Sifat",
                               "Lembar",
                               "Baris di berkas",
                               "Isi asli",
                               {"baik", "perhatikan", "perbaiki"}};
constexpr Words kEnglish = {"Summary",
                            "Columns",
                            "Problems",
                            "Rows",
                            "What",
                            "Value",
                            "List",
                            "File",
                            "SHA-256 of the file",
                            "Checked on",
                            "Kind of list",
                            "Data rows",
                            "Rows set aside",
                            "Rows that can be matched",
                            "Rows that cannot be matched",
                            "Region of the list",
                            "Region codes",
                            "Masked",
                            "Yes: NIK, names and addresses cannot be read",
                            "Empty cells",
                            "counted in the sheet Columns, not listed one by one",
                            "Warnings that concern most rows",
                            "counted in the sheet Problems, not listed one by one",
                            "Column",
                            "Read as",
                            "Filled",
                            "Good",
                            "Damaged",
                            "Missing",
                            "Problem",
                            "Rows",
                            "What it means",
                            "What to do",
                            "Nature",
                            "Sheet",
                            "Line in the file",
                            "Original value",
                            {"good", "note", "mend"}};

constexpr std::uint32_t kAlwaysListed = 1000;

std::string percent(std::uint64_t part, std::uint64_t whole, ProfileLanguage language) {
  const std::uint64_t tenths = whole == 0 ? 0 : (part * 1000 + whole / 2) / whole;
  const char* point = language == ProfileLanguage::Indonesian ? "," : ".";
  return std::to_string(tenths / 10) + point + std::to_string(tenths % 10) + " %";
}

class Book {
public:
  Book(const Source& source, const ListProfile& profile, const ProfileWorkbookOptions& options)
      : source_(source), profile_(profile), options_(options),
        words_(options.language == ProfileLanguage::Indonesian ? kIndonesian : kEnglish) {}

  Result<std::string> write() {
    summary();
    columns();
    problems();
    rows();
    return writer_.finish();
  }

private:
  void line(std::initializer_list<std::string_view> cells) {
    writer_.add_row(std::span<const std::string_view>(cells.begin(), cells.size()));
  }

  [[nodiscard]] std::string part(std::uint64_t rows) const {
    return std::to_string(rows) + " (" + percent(rows, source_.recognition.data_rows.size(), options_.language) + ")";
  }

  void summary() {
    writer_.start_sheet(words_.summary, {{words_.what, 34}, {words_.value, 70}});
    const ingest::Recognition& recognition = source_.recognition;
    const std::uint32_t matchable = profile_.matchable();
    line({words_.list, source_.name});
    line({words_.file, source_.file});
    line({words_.sha256, source_.sha256});
    line({words_.day, options_.as_of});
    line({words_.layout, recognition.layout});
    line({words_.data_rows, std::to_string(recognition.data_rows.size())});
    line({words_.set_aside, std::to_string(recognition.skipped.size())});
    line({words_.matchable, part(matchable)});
    line({words_.unmatchable, part(recognition.data_rows.size() - matchable)});
    if (!profile_.home.name.empty()) {
      line({words_.home, profile_.home.name});
    }
    for (const engine::CodeEvidence& codes : profile_.codes) {
      const auto share = static_cast<std::uint64_t>(codes.share * 1000 + 0.5);
      line({words_.codes, recognition.columns[codes.column].header + ": " + std::string(to_text(codes.system)) + " (" +
                              percent(share, 1000, options_.language) + ")"});
    }
    for (const Remark& remark : profile_.remarks) {
      if (remark.code >= engine::RemarkCode::ByNik) {
        line({words_of(remark.code, options_.language).title, part(remark.rows.count())});
      }
    }
    line({words_.empty_note, words_.empty_value});
    line({words_.widespread, words_.widespread_value});
    if (options_.masked) {
      line({words_.masked, words_.masked_value});
    }
  }

  void columns() {
    writer_.start_sheet(words_.columns, {{words_.column, 30},
                                         {words_.meaning, 18},
                                         {words_.filled, 10, true},
                                         {words_.good, 10, true},
                                         {words_.damaged, 10, true},
                                         {words_.missing, 10, true}});
    for (std::size_t i = 0; i < profile_.columns.columns.size(); ++i) {
      const engine::ColumnProfile& column = profile_.columns.columns[i];
      line({source_.recognition.columns[i].header, table::to_text(source_.recognition.columns[i].field),
            std::to_string(column.filled), std::to_string(column.good), std::to_string(column.damaged),
            std::to_string(column.missing)});
    }
  }

  [[nodiscard]] std::string_view header_of(const Remark& remark) const {
    return remark.column == engine::kWholeRow ? std::string_view()
                                              : std::string_view(source_.recognition.columns[remark.column].header);
  }

  [[nodiscard]] static bool is_problem(const Remark& remark) {
    return grade_of(remark.code) != Grade::Good && remark.code != engine::RemarkCode::CellMissing;
  }

  // A warning that concerns most of a list speaks of the column: its rows, one by one, would bury the others.
  [[nodiscard]] bool is_listed(const Remark& remark) const {
    const bool most = remark.rows.count() > source_.recognition.data_rows.size() / 2;
    return is_problem(remark) &&
           (grade_of(remark.code) == Grade::Fault || !most || remark.rows.count() <= kAlwaysListed);
  }

  void problems() {
    writer_.start_sheet(words_.problems, {{words_.column, 24},
                                          {words_.problem, 34},
                                          {words_.kind, 12},
                                          {words_.count, 10, true},
                                          {words_.explains, 60},
                                          {words_.advice, 60}});
    for (const Remark& remark : profile_.remarks) {
      if (is_problem(remark)) {
        const RemarkWords words = words_of(remark.code, options_.language);
        line({header_of(remark), words.title, words_.grades[static_cast<std::size_t>(grade_of(remark.code))],
              std::to_string(remark.rows.count()), words.meaning, words.advice});
      }
    }
  }

  void rows() {
    const bool joined = !source_.grid.parts.empty();
    std::vector<SheetColumn> heads{
        {words_.line, 14, true}, {words_.column, 24}, {words_.original, 40}, {words_.problem, 40}};
    if (joined) {
      heads.insert(heads.begin(), SheetColumn{words_.sheet, 20});
    }
    writer_.start_sheet(words_.rows, std::move(heads));
    for (const Remark& remark : profile_.remarks) {
      if (!is_listed(remark)) {
        continue;
      }
      const std::string_view title = words_of(remark.code, options_.language).title;
      for (const std::uint32_t position : remark.rows.slice(0, remark.rows.count())) {
        const std::uint32_t row = source_.recognition.data_rows[position];
        const std::uint32_t column = column_shown(source_, remark);
        const std::string number = std::to_string(source_.grid.lines[row]);
        const std::string value = shown_cell(source_, row, column, options_.masked);
        if (joined) {
          line({sheet_of(source_.grid, row), number, header_of(remark), value, title});
        } else {
          line({number, header_of(remark), value, title});
        }
      }
    }
  }

  const Source& source_;
  const ListProfile& profile_;
  const ProfileWorkbookOptions& options_;
  const Words& words_;
  WorkbookWriter writer_;
};

} // namespace

Result<std::string> write_profile_workbook(const Source& source, const ListProfile& profile,
                                           const ProfileWorkbookOptions& options) {
  return Book(source, profile, options).write();
}

std::string profile_workbook_name(const Source& source, ProfileLanguage language) {
  std::string name = source.name;
  for (char& c : name) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
    c = plain ? c : '-';
  }
  return (language == ProfileLanguage::Indonesian ? "profil-" : "profile-") + name + ".xlsx";
}

} // namespace padan::codec
