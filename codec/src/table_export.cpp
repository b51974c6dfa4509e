#include "padan/codec/table_export.hpp"

#include <algorithm>

#include "padan/codec/workbook_writer.hpp"
#include "padan/engine/csv.hpp"

namespace padan::codec {
namespace {

constexpr std::uint32_t kRowsPerPart = 5'000;

} // namespace

TableExport::TableExport(const engine::Results& results, const ExportOptions& options)
    : options_(options), table_(results, options.kind, options.masked) {}

std::string TableExport::name() const {
  return std::string(engine::to_text(options_.kind)) + (options_.workbook ? ".xlsx" : ".csv");
}

std::uint32_t TableExport::parts() const {
  return options_.workbook ? 1 : std::max(1U, (table_.rows() + kRowsPerPart - 1) / kRowsPerPart);
}

Result<std::string> TableExport::part(std::uint32_t index) const {
  if (index >= parts()) {
    return fail(ErrorCode::RequestInvalid, {{"where", "index"}});
  }
  return options_.workbook ? workbook() : Result<std::string>(csv(index));
}

std::string TableExport::csv(std::uint32_t index) const {
  std::string out;
  if (index == 0) {
    out = options_.byte_order_mark ? engine::kByteOrderMark : std::string_view();
    engine::append_csv_row(out, table_.header());
  }
  engine::Cells cells;
  const std::uint32_t end = std::min(table_.rows(), (index + 1) * kRowsPerPart);
  for (std::uint32_t row = index * kRowsPerPart; row < end; ++row) {
    table_.read(row, cells);
    engine::append_csv_row(out, cells.views());
  }
  return out;
}

Result<std::string> TableExport::workbook() const {
  WorkbookWriter writer;
  std::vector<SheetColumn> columns;
  for (const std::string_view header : table_.header()) {
    columns.push_back({std::string(header), 16, false});
  }
  writer.start_sheet(engine::to_text(options_.kind), std::move(columns));
  engine::Cells cells;
  for (std::uint32_t row = 0; row < table_.rows(); ++row) {
    table_.read(row, cells);
    writer.add_row(cells.views());
  }
  return writer.finish();
}

} // namespace padan::codec
