#pragma once
// What every reader of workbooks promises, whatever the bytes.

#include <cstdlib>
#include <string>
#include <string_view>

#include "padan/codec/workbook_reader.hpp"
#include "padan/text/utf8.hpp"

namespace padan::test {

inline void demand(bool law) {
  if (!law) {
    std::abort();
  }
}

inline bool is_clean(std::string_view value) {
  text::Repair repair;
  std::string out;
  text::append_repaired(out, value, repair);
  return repair.repaired == 0 && repair.nul == 0;
}

/// Columns of equal length, lines that grow, no row and no last column without a cell, valid text.
inline void keep_laws(const table::Grid& grid) {
  demand(grid.rows() != 0 && grid.width() != 0 && is_clean(grid.sheet));
  bool last_column = false;
  for (std::uint32_t row = 0; row < grid.rows(); ++row) {
    demand(grid.lines[row] > (row == 0 ? 0 : grid.lines[row - 1]));
    bool any = false;
    for (std::uint32_t column = 0; column < grid.width(); ++column) {
      demand(row != 0 || grid.columns[column].size() == grid.rows());
      any = any || !grid.cell(row, column).empty();
      demand(is_clean(grid.cell(row, column)));
    }
    demand(any);
    last_column = last_column || !grid.cell(row, grid.width() - 1).empty();
  }
  demand(last_column);
}

inline void read_and_judge(std::string_view bytes) {
  const auto grids = codec::read_workbook(bytes);
  if (!grids) {
    return;
  }
  demand(!grids->empty());
  for (const table::Grid& grid : *grids) {
    keep_laws(grid);
  }
}

} // namespace padan::test
