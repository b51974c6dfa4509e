#pragma once
// Slow twins of padan/similarity/edit.hpp: the definitions, with the whole table.

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

namespace padan::reference {

inline std::uint32_t edit_distance(std::string_view a, std::string_view b, bool swaps) {
  std::vector<std::vector<std::uint32_t>> d(a.size() + 1, std::vector<std::uint32_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = static_cast<std::uint32_t>(i + j);
        continue;
      }
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (swaps && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

inline std::uint32_t levenshtein(std::string_view a, std::string_view b) { return edit_distance(a, b, false); }
inline std::uint32_t osa(std::string_view a, std::string_view b) { return edit_distance(a, b, true); }

} // namespace padan::reference
