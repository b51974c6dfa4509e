#include "padan/resolve/row_cells.hpp"

namespace padan::resolve {

RowCells::RowCells(const Corpus& corpus, std::vector<SourceInfo> sources)
    : corpus_(corpus), sources_(std::move(sources)), columns_(sources_.size()) {
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    for (const ingest::Column& column : sources_[i].recognition->columns) {
      columns_[i][static_cast<std::size_t>(column.field.kind)].push_back(column.index);
    }
  }
}

std::string_view RowCells::cell(RowId row, std::uint32_t column) const {
  return trimmed(source_of(row).grid->cell(grid_row(row), column));
}

std::string_view RowCells::text(RowId row, FieldKind kind, std::string& scratch) const {
  const std::uint32_t source = corpus_.records[row].source;
  if (columns(source, kind).size() == 1) {
    return cell(row, columns(source, kind).front());
  }
  scratch.clear();
  const auto join = [&](FieldKind part) {
    for (const std::uint32_t column : columns(source, part)) {
      const std::string_view text = cell(row, column);
      scratch.append(scratch.empty() || text.empty() ? "" : " ").append(text);
    }
  };
  join(kind);
  if (kind == FieldKind::Name && !has(source, kind)) {
    join(FieldKind::GivenName);
    join(FieldKind::FamilyName);
  }
  return scratch;
}

} // namespace padan::resolve
