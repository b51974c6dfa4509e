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
  bool hidden = false;
  bool open = false;                     // may be filled in where the sheet is locked
  bool wrap = false;                     // long texts continue below
  bool date = false;                     // to be filled in with a day: dd/mm/yyyy
  std::vector<std::string> choices = {}; // closed answers, without commas, 255 characters together: a drop-down
  std::string hint = {}; // shown when a cell of choices or a date is entered, and when something else is typed
};

enum class Paper : std::uint8_t { None, A4, Folio }; // Folio: 215 x 330 mm, F4 in Indonesian shops

/// How a sheet looks beyond its table; as it is by itself: a header, frozen, with a filter.
struct SheetStyle {
  std::vector<std::string> titles = {}; // lines above the header, over all columns; the first one bold
  std::uint32_t frozen_columns = 0;
  bool locked = false; // only open columns can be changed; no password, so it guards against slips, not against people
  bool hidden = false;
  bool grid = false; // lines around the cells of the rows, for paper
  bool filter = true;
  double header_height = 0;     // points; more than one line of header needs it
  double row_height = 0;        // of every row
  Paper paper = Paper::None;    // then landscape, as wide as one page, titles and header on every page
  std::string page_header = {}; // Excel's codes: "&L&\"-,Bold\"Verval&RHalaman &P/&N"
  std::string page_footer = {};
};

/// Streams rows: memory does not grow with the sheet. The header row is bold, frozen and carries a filter. Rows beyond what
/// a sheet holds (1,048,576) continue in a further sheet with the same header. The same calls give the same bytes.
/// Cost: about 2 µs a cell.
///   WorkbookWriter writer;
///   writer.start_sheet("Warga", {{"NIK", 20}, {"Nama", 30}, {"Usia", 8, true}});
///   writer.add_row(cells);
///   Result<std::string> bytes = writer.finish();
/// A sheet to be filled in and printed has a style, and columns with choices, dates and open cells:
///   writer.start_sheet("Verval", {{"Kode", 18}, {.header = "Hasil", .open = true, .choices = {"1 Layak", "3 Meninggal"}}},
///                      {.titles = {"Desa Sukamaju"}, .locked = true, .grid = true, .paper = Paper::A4});
class WorkbookWriter {
public:
  WorkbookWriter();
  ~WorkbookWriter();
  WorkbookWriter(WorkbookWriter&&) noexcept;
  WorkbookWriter& operator=(WorkbookWriter&&) noexcept;

  /// The name is bent to Excel's rules where it must be: 31 characters, none of []:*?/\, unique.
  void start_sheet(std::string_view name, std::vector<SheetColumn> columns, SheetStyle style = {});
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
