#pragma once
// Edit distances with a cutoff: how many typing errors lie between two strings.

#include <cstdint>
#include <string>
#include <string_view>

#include "padan/similarity/pattern_table.hpp"

namespace padan::similarity {

/// Returns the least number of inserted, deleted and replaced bytes that turns `a` into `b`, or `cutoff + 1` when it is
/// above `cutoff`. Any cutoff is allowed; a small one is cheaper. Unit: bytes, so fold() the text first.
/// Cost: O(|b|) word operations while the shorter string has at most 64 bytes (bit-parallel: hyyro_2003, after
/// myers_1999), O(cutoff * |b|) beyond.
///   levenshtein("AMINAH", "AMINA", 2) == 1;  levenshtein("SITI", "BUDI", 1) == 2;  // "above 1"
[[nodiscard]] std::uint32_t levenshtein(std::string_view a, std::string_view b, std::uint32_t cutoff);

/// The same with a swap of two neighbouring bytes as one error ("optimal string alignment", the restricted
/// Damerau distance: damerau_1964, hyyro_2003). It is symmetric but no metric: the triangle law may fail.
///   osa("SRI", "SIR", 2) == 1;  osa("CA", "ABC", 3) == 3;
[[nodiscard]] std::uint32_t osa(std::string_view a, std::string_view b, std::uint32_t cutoff);

/// osa() with the left string prepared once, for one value against many. Keeps a copy of the left string.
///   CachedOsa scorer;  scorer.prepare("WARSINI");  scorer.distance("WARSINIH", 2) == 1;
class CachedOsa {
public:
  void prepare(std::string_view left);
  [[nodiscard]] std::uint32_t distance(std::string_view right, std::uint32_t cutoff) const;

private:
  std::string left_;
  PatternTable table_; // of left_, when it fits a word
};

} // namespace padan::similarity
