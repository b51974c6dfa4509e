#pragma once
// Jaro-Winkler similarity: the agreement of two short names, with weight on their beginning.

#include <string>
#include <string_view>

#include "padan/similarity/pattern_table.hpp"

namespace padan::similarity {

/// Returns a similarity in [0, 1]; 1 for equal strings (two empty ones too), 0 when nothing is in common.
/// Jaro (jaro_1989): with m bytes that agree within max(|a|,|b|)/2 - 1 places and t of them out of order,
/// (m/|a| + m/|b| + (m - t/2)/m) / 3, t/2 rounded down. Winkler (winkler_1990): above 0.7, a common beginning of up to
/// four bytes closes a tenth of the gap to 1 per byte. Symmetric, and the same to the last bit on every platform.
/// Cost: O(|a| + |b|) word operations while both have at most 64 bytes, O(|a| * |b|) beyond.
///   jaro_winkler("MARTHA", "MARHTA")  // 0.9611…
[[nodiscard]] double jaro_winkler(std::string_view a, std::string_view b);

/// jaro_winkler() with the left string prepared once. Keeps a copy of the left string.
///   CachedJaroWinkler scorer;  scorer.prepare("MARTHA");  scorer.similarity("MARHTA");
class CachedJaroWinkler {
public:
  void prepare(std::string_view left);
  [[nodiscard]] double similarity(std::string_view right) const;

private:
  std::string left_;
  PatternTable table_; // of left_, when it fits a word
};

} // namespace padan::similarity
