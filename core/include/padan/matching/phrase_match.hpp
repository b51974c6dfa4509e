#pragma once
// Compares two names (or addresses) token by token: equal, sounding alike, joined or split, one slip apart, initials.

#include <cstdint>

#include "padan/prepare/token_table.hpp"

namespace padan::matching {

/// Levels of a phrase comparison, best first. 0 = one side is missing.
enum class PhraseLevel : std::uint8_t {
  Missing,
  Exact,  // the same tokens in any order, or joined differently
  Sound,  // every token agrees, at least one by sound only
  Near,   // every token agrees, at least one with a slip, an initial or a part of a word
  Subset, // the shorter agrees wholly; the longer has tokens more
  NearSubset,
  Partial, // some tokens agree, both sides have others
  Different,
};
inline constexpr std::uint32_t kPhraseLevels = 8;

struct PhraseMatch {
  PhraseLevel level = PhraseLevel::Missing;
  float bits = 0.0F; // rarity of what agrees
};

/// Compares phrases of one table. Cost: a few ns for equal phrases, 50-300 ns otherwise.
class PhraseMatcher {
public:
  explicit PhraseMatcher(const prepare::TokenTable& table) : table_(table) {}
  [[nodiscard]] PhraseMatch compare(std::uint32_t left, std::uint32_t right) const;

private:
  enum class TokenLevel : std::uint8_t { Apart, Slip, Part };

  [[nodiscard]] PhraseMatch align(std::uint32_t left, std::uint32_t right) const;
  [[nodiscard]] TokenLevel token_level(std::uint32_t a, std::uint32_t b) const;

  const prepare::TokenTable& table_;
};

} // namespace padan::matching
