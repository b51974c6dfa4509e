#pragma once
// A sheet as it was read, before anything is understood: every physical row, every cell as text.

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "padan/table/issue.hpp"
#include "padan/table/string_column.hpp"

namespace padan::table {

/// columns all have lines.size() cells; short rows are padded with empty cells (and counted as an Issue).
/// lines[r] is the physical line (CSV, 1-based, of the record's first character) or the sheet row (1-based).
/// numeric[c] tells, for workbooks, which cells of column c held a number: evidence of lost digits. It may be empty
/// (CSV) or shorter than lines (no number after its end). Dates are rendered as ISO text (2023-02-07) by the reader.
/// parts: where sheets were joined (see ingest/join_sheets.hpp), each with its rows; lines count within the sheet then.
struct Grid {
  struct Part {
    std::string sheet;
    std::uint32_t first = 0;   // row
    std::uint32_t heading = 0; // rows of it that repeat titles and header

    template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
      archive(self.sheet, self.first, self.heading);
    } // base/archive.hpp
  };

  std::string sheet; // sheet name; empty for CSV
  std::vector<StringColumn> columns;
  std::vector<std::uint32_t> lines;
  std::vector<std::vector<bool>> numeric;
  std::vector<std::string> added; // headers of the last columns, which no sheet has: see ingest/blocks.hpp
  Issues issues;
  std::vector<Part> parts; // empty for one sheet

  [[nodiscard]] std::uint32_t rows() const { return static_cast<std::uint32_t>(lines.size()); }
  [[nodiscard]] std::uint32_t width() const { return static_cast<std::uint32_t>(columns.size()); }
  [[nodiscard]] std::uint32_t own_width() const { return width() - static_cast<std::uint32_t>(added.size()); }
  [[nodiscard]] std::string_view cell(std::uint32_t row, std::uint32_t column) const { return columns[column][row]; }
  /// The first row at or below a line, of the first sheet where several were joined: lines begin anew in each. rows of that
  /// sheet when the line is below them all.
  [[nodiscard]] std::uint32_t row_at(std::uint32_t line) const {
    const auto end = lines.begin() + (parts.size() < 2 ? rows() : parts[1].first);
    return static_cast<std::uint32_t>(std::lower_bound(lines.begin(), end, line) - lines.begin());
  }
  [[nodiscard]] bool is_numeric(std::uint32_t row, std::uint32_t column) const {
    return column < numeric.size() && row < numeric[column].size() && numeric[column][row];
  }

  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    archive(self.sheet, self.columns, self.lines, self.numeric, self.added, self.issues, self.parts);
  } // base/archive.hpp
};

} // namespace padan::table
