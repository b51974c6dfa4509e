#pragma once
// Small corpora written as text, without files and without the recogniser: a list names its columns by field text and
// gives its rows with cells parted by '|'.
//
//   const Corpus corpus = corpus_of({{"a", "name|birth_date", {"SITI AMINAH|12-05-1970"}}});

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "padan/prepare/corpus.hpp"

namespace padan::support {

struct List {
  std::string name;
  std::string fields;            // "nik|name|birth_date"
  std::vector<std::string> rows; // as many cells as fields; missing ones are empty
  bool duplicates_allowed = true;
  std::string kind = "register"; // "civil_registry" outvotes others about families
};

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

inline table::Grid grid_of(const List& list) {
  table::Grid grid;
  grid.columns.resize(cells_of(list.fields).size());
  for (const std::string& row : list.rows) {
    const std::vector<std::string> cells = cells_of(row);
    for (std::size_t c = 0; c < grid.columns.size(); ++c) {
      grid.columns[c].push_back(c < cells.size() ? cells[c] : "");
    }
    grid.lines.push_back(grid.rows() + 1);
  }
  return grid;
}

inline ingest::Recognition recognition_of(const List& list) {
  ingest::Recognition recognition;
  recognition.kind = list.kind;
  for (const std::string& field : cells_of(list.fields)) {
    ingest::Column column;
    column.header = field;
    column.index = static_cast<std::uint32_t>(recognition.columns.size());
    column.field = table::parse_field(field).value();
    recognition.columns.push_back(column);
  }
  for (std::uint32_t row = 0; row < list.rows.size(); ++row) {
    recognition.data_rows.push_back(row);
  }
  return recognition;
}

inline prepare::Corpus corpus_of(const std::vector<List>& lists, std::uint32_t rows_a_step = 1000) {
  prepare::CorpusBuilder builder(2026);
  std::deque<table::Grid> grids; // stay where they are until the builder has finished
  std::deque<ingest::Recognition> recognitions;
  for (const List& list : lists) {
    grids.push_back(grid_of(list));
    recognitions.push_back(recognition_of(list));
    builder.add({&grids.back(), &recognitions.back(), list.name, list.duplicates_allowed});
  }
  while (!builder.step(rows_a_step)) {
  }
  return builder.finish();
}

} // namespace padan::support
