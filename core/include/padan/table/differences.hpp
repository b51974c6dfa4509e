#pragma once
// How two versions of one table differ, row by row.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "padan/table/grid.hpp"

namespace padan::table {

/// A row that only one version has (column empty, its cells in before or after), or a cell that changed.
struct Difference {
  enum class Kind : std::uint8_t { Removed, Added, Changed };
  Kind kind = Kind::Changed;
  std::string key; // cells of the key columns, joined with " "
  std::string column;
  std::string before;
  std::string after;
};

struct Differences {
  bool headers_differ = false; // then nothing else is known
  std::uint32_t removed = 0;
  std::uint32_t added = 0;
  std::uint32_t changed = 0;        // rows
  std::vector<Difference> examples; // in the order of the keys: at most `most` rows of each kind
  [[nodiscard]] bool none() const { return !headers_differ && removed + added + changed == 0; }
};

/// The first row of each grid is its header; the rows below are found again by the cells of the first `keys` columns. Rows of one
/// key are compared in their order.
///   find_differences(sealed, now, 2, 10).changed == 0
/// Cost: O(rows log rows).
[[nodiscard]] Differences find_differences(const Grid& before, const Grid& after, std::uint32_t keys,
                                           std::uint32_t most);

} // namespace padan::table
