#include "padan/codec/table_export.hpp"

#include <algorithm>

#include "padan/codec/sha256.hpp"
#include "padan/codec/workbook_writer.hpp"
#include "padan/codec/zip_writer.hpp"
#include "padan/engine/csv.hpp"

namespace padan::codec {
namespace {

constexpr std::uint32_t kRowsPerPart = 5'000;

} // namespace

TableExport::TableExport(const engine::Results& results, const ExportOptions& options)
    : options_(options), table_(results, options.kind, options.masked, options.only, options.planned) {
  for (const TemplateColumn& column : options_.columns) {
    const auto& header = table_.header();
    const auto at = std::find(header.begin(), header.end(), column.from);
    places_.push_back(column.from.empty() || at == header.end() ? std::string::npos
                                                                : static_cast<std::size_t>(at - header.begin()));
  }
}

std::vector<std::string_view> TableExport::header() const {
  if (options_.columns.empty()) {
    return table_.header();
  }
  std::vector<std::string_view> names;
  for (const TemplateColumn& column : options_.columns) {
    names.emplace_back(column.header);
  }
  return names;
}

void TableExport::read(std::uint32_t row, engine::Cells& cells, std::vector<std::string_view>& out) const {
  table_.read(row, cells);
  const std::vector<std::string_view>& all = cells.views();
  if (options_.columns.empty()) {
    out = all;
    return;
  }
  out.clear();
  for (std::size_t i = 0; i < places_.size(); ++i) {
    out.push_back(places_[i] == std::string::npos ? std::string_view(options_.columns[i].text) : all[places_[i]]);
  }
}

std::string TableExport::name() const {
  const char* ending = options_.archive ? ".zip" : options_.workbook ? ".xlsx" : ".csv";
  const std::string table(engine::to_text(options_.kind));
  return (options_.file.empty() ? table : options_.file) + ending;
}

std::uint32_t TableExport::parts() const {
  return options_.workbook || options_.archive ? 1 : std::max(1U, csv_parts());
}

std::uint32_t TableExport::csv_parts() const { return (table_.rows() + kRowsPerPart - 1) / kRowsPerPart; }

Result<std::string> TableExport::part(std::uint32_t index) const {
  if (index >= parts()) {
    return fail(ErrorCode::RequestInvalid, {{"where", "index"}});
  }
  return options_.archive ? archive() : options_.workbook ? workbook() : Result<std::string>(csv(index));
}

std::string TableExport::csv(std::uint32_t index) const {
  std::string out;
  if (index == 0) {
    out = options_.byte_order_mark ? engine::kByteOrderMark : std::string_view();
    engine::append_csv_row(out, header());
  }
  engine::Cells cells;
  std::vector<std::string_view> line;
  const std::uint32_t end = std::min(table_.rows(), (index + 1) * kRowsPerPart);
  for (std::uint32_t row = index * kRowsPerPart; row < end; ++row) {
    read(row, cells, line);
    engine::append_csv_row(out, line);
  }
  return out;
}

Result<std::string> TableExport::workbook() const {
  WorkbookWriter writer;
  std::vector<SheetColumn> columns;
  for (const std::string_view name : header()) {
    columns.push_back({std::string(name), 16, false});
  }
  writer.start_sheet(engine::to_text(options_.kind), std::move(columns));
  engine::Cells cells;
  std::vector<std::string_view> line;
  for (std::uint32_t row = 0; row < table_.rows(); ++row) {
    read(row, cells, line);
    writer.add_row(line);
  }
  for (const auto& [sheet, lines] :
       {std::pair(&about_.dictionary_name, &about_.dictionary), std::pair(&about_.metadata_name, &about_.metadata)}) {
    if (!about_.empty()) {
      writer.start_sheet(*sheet, {{about_.name_word, 34}, {about_.text_word, 90}});
      for (const AboutLine& about : *lines) {
        writer.add_row(std::vector<std::string_view>{about.name, about.text});
      }
    }
  }
  return writer.finish();
}

Result<std::string> TableExport::archive() const {
  ZipWriter zip;
  std::string out;
  std::string sums; // as sha256sum writes and checks them
  const auto add = [&](const std::string& name, const std::string& bytes) {
    sums.append(sha256_of(bytes)).append("  ").append(name).append("\n");
    return zip.add(out, name, bytes);
  };
  const auto lines_text = [&](const std::vector<AboutLine>& lines) {
    std::string text(options_.byte_order_mark ? engine::kByteOrderMark : std::string_view());
    engine::append_csv_row(text, {about_.name_word, about_.text_word});
    for (const AboutLine& line : lines) {
      engine::append_csv_row(text, {line.name, line.text});
    }
    return text;
  };
  std::string table;
  for (std::uint32_t part = 0; part < std::max(1U, csv_parts()); ++part) {
    table += csv(part);
  }
  Result<bool> done = add(std::string(engine::to_text(options_.kind)) + ".csv", table);
  if (done && !about_.empty()) {
    done = add(about_.dictionary_name + ".csv", lines_text(about_.dictionary));
  }
  if (done && !about_.empty()) {
    done = add(about_.metadata_name + ".csv", lines_text(about_.metadata));
  }
  if (done) {
    done = zip.add(out, "SHA256SUMS", sums);
  }
  if (done) {
    done = zip.finish(out);
  }
  return done ? Result<std::string>(std::move(out)) : tl::unexpected<Error>(done.error());
}

} // namespace padan::codec
