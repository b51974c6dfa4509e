#pragma once
// A table of the result as a file, in parts that fit in memory.

#include <cstdint>
#include <string>

#include "padan/codec/table_about.hpp"
#include "padan/codec/template.hpp"
#include "padan/engine/export.hpp"

namespace padan::codec {

struct ExportOptions {
  engine::TableKind kind = engine::TableKind::Persons;
  bool workbook = false; // xlsx, else CSV
  bool masked = false;
  bool byte_order_mark = true; // of CSV: spreadsheets need it, programs trip over it
  bool archive = false;        // CSV with what is said about it, and the fingerprints of both, in one zip
  std::string only = {};       // of corrections an owner, of actions a programme
  std::vector<TemplateColumn> columns =
      {};                       // these instead of the table's own, in this order; a column that is not there is blank
  std::string file = {};        // name without its ending; empty: that of the table
  engine::Planned planned = {}; // of priorities
};

///   TableExport table(results, {.kind = TableKind::Rows});
///   for (i = 0; i < table.parts(); ++i) save(*table.part(i));      // in this order
/// CSV comes in parts of 5,000 rows, a workbook and an archive in one. Parts may be made on several threads at one time, but not those of
/// pairs (see ExportTable).
class TableExport {
public:
  TableExport(const engine::Results& results, const ExportOptions& options);
  /// Dictionary and metadata become two more sheets of a workbook, or files of an archive.
  void add_about(TableAbout about) { about_ = std::move(about); }
  [[nodiscard]] const engine::ExportTable& table() const { return table_; }

  [[nodiscard]] std::string name() const; // "persons.csv"
  [[nodiscard]] std::uint32_t parts() const;
  /// Errors: RequestInvalid for a part that is not there, and those of WorkbookWriter.
  [[nodiscard]] Result<std::string> part(std::uint32_t index) const;

private:
  [[nodiscard]] std::uint32_t csv_parts() const;
  [[nodiscard]] std::string csv(std::uint32_t index) const;
  [[nodiscard]] Result<std::string> workbook() const;
  [[nodiscard]] Result<std::string> archive() const;

  ExportOptions options_;
  /// Headers and cells as they leave.
  [[nodiscard]] std::vector<std::string_view> header() const;
  void read(std::uint32_t row, engine::Cells& cells, std::vector<std::string_view>& out) const;

  engine::ExportTable table_;
  std::vector<std::size_t> places_; // of columns in the table; npos: not there
  TableAbout about_;
};

} // namespace padan::codec
