#pragma once
// Collects the cells of one sheet, row by row, into a Grid. Shared by all formats.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "padan/base/error.hpp"
#include "padan/table/grid.hpp"

namespace padan::codec::workbook {

/// Cells of a row may come in any order; of two for one place the first counts; empty ones are left out, and a row
/// without cells never comes to be. Nothing fails on the way: ask ok() now and then, finish() tells why.
///   GridBuilder grid("Desa A");  grid.start_row(4);  grid.text(0, "SITI");  grid.number(1, "3201...");  grid.finish();
class GridBuilder {
public:
  explicit GridBuilder(std::string_view sheet) { grid_.sheet = clean(sheet); }

  /// Lines only grow: a line that does not is taken as the one after the last.
  void start_row(std::uint32_t line);
  void text(std::uint32_t column, std::string_view value) { put(column, clean(value), false); }
  /// The same for a value that text::is_plain, when that is known already.
  void plain_text(std::uint32_t column, std::string_view value) { put(column, value, false); }
  /// A stored number, as number_text() gives it.
  void number(std::uint32_t column, std::string_view stored);
  /// The last started row again, for rows that a file repeats. Does nothing for an empty row.
  void repeat_row(std::uint32_t times);

  /// Tells which share of the file the rows so far were made of, above 0. Now and then; room is made by it for the rest, which
  /// costs less time and memory than to grow by doubling.
  void expect(double share);

  [[nodiscard]] std::uint32_t rows() const { return grid_.rows(); } // the one begun last included, if it has a cell
  [[nodiscard]] std::uint32_t line() const { return line_; }
  [[nodiscard]] bool ok() const { return !error_; }
  [[nodiscard]] bool empty() const { return grid_.lines.empty(); }
  Result<table::Grid> finish();

private:
  std::string_view clean(std::string_view value);
  void put(std::uint32_t column, std::string_view value, bool numeric);
  void check_limits(std::size_t added);

  table::Grid grid_;
  std::uint32_t line_ = 0;
  bool row_open_ = false;  // the row has a cell
  double expected_at_ = 0; // the share that was told last
  std::uint64_t text_bytes_ = 0;
  std::string scratch_;
  std::string repaired_;
  std::optional<ErrorCode> error_;
};

} // namespace padan::codec::workbook
