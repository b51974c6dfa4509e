#pragma once
// A table of the result as a file, in parts that fit in memory.

#include <cstdint>
#include <string>

#include "padan/engine/export.hpp"

namespace padan::codec {

struct ExportOptions {
  engine::TableKind kind = engine::TableKind::Persons;
  bool workbook = false; // xlsx, else CSV
  bool masked = false;
  bool byte_order_mark = true; // of CSV: spreadsheets need it, programs trip over it
};

///   TableExport table(results, {.kind = TableKind::Rows});
///   for (i = 0; i < table.parts(); ++i) save(*table.part(i));      // in this order
/// CSV comes in parts of 5,000 rows, a workbook in one. Parts may be made on several threads at one time, but not those of
/// pairs (see ExportTable).
class TableExport {
public:
  TableExport(const engine::Results& results, const ExportOptions& options);

  [[nodiscard]] std::string name() const; // "persons.csv"
  [[nodiscard]] std::uint32_t parts() const;
  /// Errors: RequestInvalid for a part that is not there, and those of WorkbookWriter.
  [[nodiscard]] Result<std::string> part(std::uint32_t index) const;

private:
  [[nodiscard]] std::string csv(std::uint32_t index) const;
  [[nodiscard]] Result<std::string> workbook() const;

  ExportOptions options_;
  engine::ExportTable table_;
};

} // namespace padan::codec
