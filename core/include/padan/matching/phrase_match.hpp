#pragma once
// Compares two names (or addresses) token by token: equal, sounding alike, joined or split, one slip apart, initials.

#include <cstdint>
#include <vector>

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

/// Holds small caches, so use one per thread; results never depend on what is cached.
/// Cost: about 20 ns for cached or equal phrases, 0.3-1 us otherwise.
class PhraseMatcher {
public:
  explicit PhraseMatcher(const prepare::TokenTable& table);
  PhraseMatch compare(std::uint32_t left, std::uint32_t right);

private:
  struct Slot {
    std::uint64_t key = 0;
    PhraseMatch match;
  };
  enum class TokenLevel : std::uint8_t { Apart, Slip, Part };
  struct TokenSlot {
    std::uint64_t key = 0;
    TokenLevel level = TokenLevel::Apart;
  };

  [[nodiscard]] PhraseMatch align(std::uint32_t left, std::uint32_t right);
  TokenLevel token_level(std::uint32_t a, std::uint32_t b);

  const prepare::TokenTable& table_;
  std::vector<Slot> phrases_;
  std::vector<TokenSlot> tokens_;
};

} // namespace padan::matching
