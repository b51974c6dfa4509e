#include "padan/resolve/row_cells.hpp"

namespace padan::resolve {

RowCells::RowCells(const Corpus& corpus, std::vector<FileInfo> files)
    : corpus_(corpus), files_(std::move(files)), columns_(files_.size()), has_(corpus.sources.size()) {
  for (std::uint32_t i = 0; i < files_.size(); ++i) {
    const FileInfo& file = files_[i];
    const std::uint16_t source = corpus.files[i].source;
    if (source == sources_.size()) {
      first_file_.push_back(i);
      sources_.push_back({corpus.sources[source].name, file.recognition->layout, file.owner, file.kind, file.data_date,
                          file.valid_until});
    }
    for (const ingest::Column& column : file.recognition->columns) {
      const auto kind = static_cast<std::size_t>(column.field.kind);
      columns_[i][kind].push_back(column.index);
      has_[source][kind] = true;
    }
  }
  first_file_.push_back(static_cast<std::uint32_t>(files_.size()));
}

std::string_view RowCells::cell(RowId row, std::uint32_t column) const {
  return trimmed(source_of(row).grid->cell(grid_row(row), column));
}

std::string_view RowCells::text(RowId row, FieldKind kind, std::string& scratch) const {
  const auto& own = columns(row, kind);
  if (own.size() == 1) {
    return cell(row, own.front());
  }
  scratch.clear();
  const auto join = [&](FieldKind part) {
    for (const std::uint32_t column : columns(row, part)) {
      const std::string_view text = cell(row, column);
      scratch.append(scratch.empty() || text.empty() ? "" : " ").append(text);
    }
  };
  join(kind);
  if (kind == FieldKind::Name && own.empty()) {
    join(FieldKind::GivenName);
    join(FieldKind::FamilyName);
  }
  return scratch;
}

} // namespace padan::resolve
