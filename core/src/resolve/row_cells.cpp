#include "padan/resolve/row_cells.hpp"

namespace padan::resolve {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\v\f";
  const std::size_t begin = text.find_first_not_of(kSpace);
  return begin == std::string_view::npos ? std::string_view()
                                         : text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

RowCells::RowCells(const Corpus& corpus, std::vector<SourceInfo> sources)
    : corpus_(corpus), sources_(std::move(sources)), columns_(sources_.size()) {
  for (std::size_t i = 0; i < sources_.size(); ++i) {
    for (const ingest::Column& column : sources_[i].recognition->columns) {
      columns_[i][static_cast<std::size_t>(column.field.kind)].push_back(column.index);
    }
  }
}

std::string RowCells::text(RowId row, FieldKind kind) const {
  const std::uint32_t source = corpus_.records[row].source;
  if (kind == FieldKind::Name && !has(source, kind)) {
    const std::string given = text(row, FieldKind::GivenName);
    const std::string family = text(row, FieldKind::FamilyName);
    return given.empty() || family.empty() ? given + family : given + ' ' + family;
  }
  std::string joined;
  for (const std::uint32_t column : columns(source, kind)) {
    const std::string_view part = trimmed(sources_[source].grid->cell(grid_row(row), column));
    if (!part.empty()) {
      joined.append(joined.empty() ? "" : " ").append(part);
    }
  }
  return joined;
}

} // namespace padan::resolve
