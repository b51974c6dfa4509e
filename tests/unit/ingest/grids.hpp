#pragma once
// Small grids written as text: cells split at '|', as a reader would give them.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "padan/ingest/recognise.hpp"

namespace padan::ingest {

inline std::vector<std::string> cells_of(std::string_view row) {
  std::vector<std::string> cells(1);
  for (const char c : row) {
    if (c == '|') {
      cells.emplace_back();
    } else {
      cells.back().push_back(c);
    }
  }
  return cells;
}

inline table::Grid grid_of(const std::vector<std::string>& rows) {
  table::Grid grid;
  for (const std::string& text : rows) {
    const std::vector<std::string> cells = cells_of(text);
    if (cells.size() > grid.columns.size()) {
      grid.columns.resize(cells.size());
    }
    for (std::size_t c = 0; c < grid.columns.size(); ++c) {
      grid.columns[c].resize(grid.rows());
      grid.columns[c].push_back(c < cells.size() ? cells[c] : "");
    }
    grid.lines.push_back(grid.rows() + 1);
  }
  return grid;
}

inline Recognition recognised(const std::vector<std::string>& rows, const Hints& hints = {}) {
  Result<Recognition> result = recognise(grid_of(rows), hints);
  return result ? *result : Recognition{};
}

/// header → field text of the columns that are not plain text.
inline std::map<std::string, std::string> fields_of(const Recognition& recognition) {
  std::map<std::string, std::string> fields;
  for (const Column& column : recognition.columns) {
    if (column.field.kind != table::FieldKind::Text) {
      fields[column.header] = to_text(column.field);
    }
  }
  return fields;
}

inline std::string field_of(const Recognition& recognition, std::string_view header) {
  for (const Column& column : recognition.columns) {
    if (column.header == header) {
      return to_text(column.field);
    }
  }
  return "no such column";
}

} // namespace padan::ingest
