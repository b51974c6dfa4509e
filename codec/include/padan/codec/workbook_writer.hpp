#pragma once
// Writes tables as an xlsx workbook that Excel cannot damage: every cell is text with the format "@" unless a column is
// said to hold numbers, so that identifiers keep all digits and nothing runs as a formula.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "padan/base/error.hpp"

namespace padan::codec {

struct SheetColumn {
  std::string header;
  double width = 16;   // characters of the default font
  bool number = false; // counts and sums; a cell that is no number of at most 15 digits is written as text all the same
};

/// Streams rows: memory does not grow with the sheet. The header row is bold, frozen and carries a filter. Rows beyond what
/// a sheet holds (1,048,576) continue in a further sheet with the same header. The same calls give the same bytes.
/// Cost: about 2 µs a cell.
///   WorkbookWriter writer;
///   writer.start_sheet("Warga", {{"NIK", 20}, {"Nama", 30}, {"Usia", 8, true}});
///   writer.add_row(cells);
///   Result<std::string> bytes = writer.finish();
class WorkbookWriter {
public:
  WorkbookWriter();
  ~WorkbookWriter();
  WorkbookWriter(WorkbookWriter&&) noexcept;
  WorkbookWriter& operator=(WorkbookWriter&&) noexcept;

  /// The name is bent to Excel's rules where it must be: 31 characters, none of []:*?/\, unique.
  void start_sheet(std::string_view name, std::vector<SheetColumn> columns);
  /// Cells of the current sheet in the order of its columns; there must be one, and no more cells than columns.
  void add_row(std::span<const std::string_view> cells);
  /// Cells that were longer than Excel's 32,767 characters and were cut there.
  [[nodiscard]] std::uint64_t cut_cells() const;
  /// The workbook; afterwards the writer is spent. Errors: FileTooWide (over 16,384 columns), OutOfMemory.
  [[nodiscard]] Result<std::string> finish();

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace padan::codec
