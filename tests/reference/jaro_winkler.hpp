#pragma once
// Slow twin of padan/similarity/jaro_winkler.hpp: collects the agreeing bytes of each side and compares the two lists.

#include <algorithm>
#include <string>
#include <string_view>

namespace padan::reference {

inline double jaro_winkler(std::string_view a, std::string_view b) {
  if (a.empty() && b.empty())
    return 1.0;
  const int longer = static_cast<int>(std::max(a.size(), b.size()));
  const int far = std::max(longer / 2 - 1, 0);
  std::string free_a(a), marks_a(a.size(), ' '), common_a, common_b;
  for (int i = 0; i < static_cast<int>(b.size()); ++i) {
    for (int j = 0; j < static_cast<int>(a.size()); ++j) {
      const bool near = j >= i - far && j <= i + far;
      if (near && marks_a[static_cast<std::size_t>(j)] == ' ' &&
          a[static_cast<std::size_t>(j)] == b[static_cast<std::size_t>(i)]) {
        marks_a[static_cast<std::size_t>(j)] = 'x';
        common_b += b[static_cast<std::size_t>(i)];
        break;
      }
    }
  }
  for (std::size_t j = 0; j < a.size(); ++j) {
    if (marks_a[j] == 'x')
      common_a += a[j];
  }
  const std::size_t m = common_a.size();
  if (m == 0)
    return 0.0;
  std::size_t out_of_order = 0;
  for (std::size_t k = 0; k < m; ++k)
    out_of_order += common_a[k] != common_b[k];
  const double matches = static_cast<double>(m);
  const double jaro = (matches / static_cast<double>(a.size()) + matches / static_cast<double>(b.size()) +
                       static_cast<double>(m - out_of_order / 2) / matches) /
                      3.0;
  if (jaro <= 0.7)
    return jaro;
  std::size_t prefix = 0;
  while (prefix < 4 && prefix < a.size() && prefix < b.size() && a[prefix] == b[prefix])
    ++prefix;
  return jaro + static_cast<double>(prefix) * 0.1 * (1.0 - jaro);
}

} // namespace padan::reference
