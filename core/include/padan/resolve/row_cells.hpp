#pragma once
// The way back from a row of the Corpus to the cells that it was read from.

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "padan/ingest/recognise.hpp"
#include "padan/prepare/corpus.hpp"

namespace padan::resolve {

using prepare::Corpus;
using prepare::RowId;
using table::FieldKind;

/// A file of the run, in the order of Corpus::files. grid and recognition outlive whoever holds this.
struct FileInfo {
  std::string name;
  const table::Grid* grid = nullptr;
  const ingest::Recognition* recognition = nullptr;
  std::string owner;
  std::string kind = {};
  std::string data_date = {};
  std::string valid_until = {};
};

/// A list of the run, in the order of Corpus::sources. What its first file says holds for all of them.
struct SourceInfo {
  std::string name;
  std::string layout;
  std::string owner;
  std::string kind;        // "register" | "recipients" | "civil_registry" | "need" | "field_result"
  std::string data_date;   // ISO, empty when not known
  std::string valid_until; // ISO, empty when not known
};

/// Immutable, cheap to ask: a look-up of a cell is two array accesses.
class RowCells {
public:
  RowCells(const Corpus& corpus, std::vector<FileInfo> files);

  [[nodiscard]] const std::vector<SourceInfo>& sources() const { return sources_; }
  [[nodiscard]] const std::vector<FileInfo>& files() const { return files_; }
  [[nodiscard]] std::span<const FileInfo> files_of(std::uint32_t source) const {
    return std::span(files_).subspan(first_file_[source], first_file_[source + 1] - first_file_[source]);
  }
  [[nodiscard]] std::uint32_t file_at(RowId row) const {
    const std::uint32_t source = corpus_.records[row].source;
    return first_file_[source] + 1 == first_file_[source + 1] ? first_file_[source] : corpus_.file_of(row);
  }
  [[nodiscard]] const FileInfo& source_of(RowId row) const { return files_[file_at(row)]; }
  /// Data row of its file, from 1.
  [[nodiscard]] std::uint32_t number(RowId row) const { return row - corpus_.files[file_at(row)].begin + 1; }
  [[nodiscard]] std::uint32_t grid_row(RowId row) const {
    const std::uint32_t file = file_at(row);
    return files_[file].recognition->data_rows[row - corpus_.files[file].begin];
  }
  [[nodiscard]] std::uint32_t line(RowId row) const { return source_of(row).grid->lines[grid_row(row)]; }

  /// Whether any file of the list has it.
  [[nodiscard]] bool has(std::uint32_t source, FieldKind kind) const {
    return has_[source][static_cast<std::size_t>(kind)];
  }
  /// The cell of that kind as the list wrote it, several columns joined with a space, outer space gone; given and family
  /// name answer for a list without a name column. Empty when the list does not have it. What has to be put together is
  /// written to scratch; the answer lives until scratch changes.
  std::string_view text(RowId row, FieldKind kind, std::string& scratch) const;
  [[nodiscard]] std::string text(RowId row, FieldKind kind) const {
    std::string scratch;
    return std::string(text(row, kind, scratch));
  }
  /// Grid columns of one kind in the file of a row.
  [[nodiscard]] const std::vector<std::uint32_t>& columns(RowId row, FieldKind kind) const {
    return columns_[file_at(row)][static_cast<std::size_t>(kind)];
  }

private:
  static constexpr std::size_t kKinds = 64;
  [[nodiscard]] std::string_view cell(RowId row, std::uint32_t column) const;

  const Corpus& corpus_;
  std::vector<FileInfo> files_;
  std::vector<SourceInfo> sources_;
  std::vector<std::uint32_t> first_file_;                               // per source, and one past the last
  std::vector<std::array<std::vector<std::uint32_t>, kKinds>> columns_; // per file
  std::vector<std::array<bool, kKinds>> has_;                           // per source
};

/// Without the white space around it.
[[nodiscard]] inline std::string_view trimmed(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && is_space(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && is_space(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

} // namespace padan::resolve
