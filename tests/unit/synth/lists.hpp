#pragma once
// Reads back what synth writes: just enough separated text for its own tests.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "padan/synth/synth.hpp"

namespace padan::synth::testing {

using Cells = std::vector<std::string>;

/// What an officer knows of a list before reading it.
struct Layout {
  char separator;
  bool quotes;
  std::size_t header_line; // of the last header row, from 0
  std::string_view name, nik, birth;
};

inline const std::map<std::string, Layout>& layouts() {
  static const std::map<std::string, Layout> all = {
      {"dtks", {',', true, 0, "nama", "nomor_nik", "tanggal_lahir"}},
      {"p3ke", {',', true, 3, "Nama", "NIK", "Tanggal Lahir"}},
      {"pbi", {';', true, 0, "nama", "nik", "tanggal_lahir"}},
      {"dtsen", {'|', false, 0, "nama", "nomor_induk_kependudukan", "tanggal_lahir"}},
      {"dukcapil", {',', true, 0, "NAMA_LGKP", "NIK", "TGL_LHR"}},
      {"rtlh", {';', true, 1, "nama_penerima", "no_ktp", ""}},
      {"stunting", {',', true, 0, "Nama", "NIK", "Tgl Lahir"}},
      {"baznas", {';', true, 2, "Nama Mustahik", "NIK", "Tempat, Tgl Lahir"}},
      {"pip", {',', true, 3, "Nama", "NIK", "Tanggal Lahir"}}};
  return all;
}

inline Cells split(std::string_view line, char separator, bool quotes) {
  Cells cells(1);
  bool quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (quotes && line[i] == '"') {
      if (quoted && i + 1 < line.size() && line[i + 1] == '"')
        cells.back() += line[++i];
      else
        quoted = !quoted;
    } else if (line[i] == separator && !quoted) {
      cells.emplace_back();
    } else {
      cells.back() += line[i];
    }
  }
  return cells;
}

inline std::vector<std::string> lines_of(std::string_view bytes) {
  std::vector<std::string> lines;
  while (!bytes.empty()) {
    const std::size_t end = bytes.find('\n');
    std::string line(bytes.substr(0, end));
    if (!line.empty() && line.back() == '\r')
      line.pop_back();
    lines.push_back(std::move(line));
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
  }
  return lines;
}

struct List {
  Cells header;
  std::vector<Cells> rows;
  std::string at(std::size_t row, std::string_view column) const {
    for (std::size_t i = 0; i < header.size(); ++i)
      if (header[i] == column)
        return rows[row].at(i);
    return "no column " + std::string(column);
  }
};

/// Data rows only: blank rows and the total row are left out.
inline List read_list(const std::string& bytes, const Layout& layout) {
  List list;
  std::vector<std::string> lines = lines_of(bytes.rfind("\xEF\xBB\xBF", 0) == 0 ? bytes.substr(3) : bytes);
  list.header = split(lines.at(layout.header_line), layout.separator, layout.quotes);
  if (layout.header_line > 0 && list.header.front().empty())
    list.header = split(lines.at(layout.header_line - 1), layout.separator, layout.quotes);
  for (std::size_t i = layout.header_line + 1; i < lines.size(); ++i) {
    const bool blank = lines[i].find_first_not_of(layout.separator) == std::string::npos;
    if (!blank && lines[i].rfind("JUMLAH", 0) != 0)
      list.rows.push_back(split(lines[i], layout.separator, layout.quotes));
  }
  return list;
}

struct TruthRow {
  std::string person, family, damage;
};

/// Everything generated, by file name, and the truth by source.
struct Regency {
  std::map<std::string, std::string> files;
  std::map<std::string, std::vector<TruthRow>> truth;
  std::map<std::string, Cells> people; // person → nik, name, birth date, sex
};

/// `folder` is where the lists in question stand, "" or "later/".
inline Regency make_regency(const Options& options, const std::string& folder = "") {
  Regency regency;
  for (File& file : generate(options))
    regency.files[file.name] = std::move(file.bytes);
  std::vector<std::string> lines = lines_of(regency.files.at(folder + "truth/truth.csv"));
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Cells cells = split(lines[i], ',', false);
    std::vector<TruthRow>& rows = regency.truth[cells.at(0)];
    // Rows are numbered from 1 without a gap: a wrong number falls out here.
    if (cells.at(1) == std::to_string(rows.size() + 1))
      rows.push_back({cells.at(2), cells.at(3), cells.at(4)});
  }
  lines = lines_of(regency.files.at(folder + "truth/people.csv"));
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const Cells cells = split(lines[i], ',', true);
    regency.people[cells.at(0)] = {cells.at(2), cells.at(3), cells.at(4), cells.at(5)};
  }
  return regency;
}

inline Regency make_regency(std::uint32_t people, std::uint64_t seed, Errors errors) {
  return make_regency(Options{people, seed, errors});
}

} // namespace padan::synth::testing
