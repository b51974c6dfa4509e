#pragma once
// The blocking keys of a row. A key is a 32-bit hash, 0 when the row lacks what the rule needs; two keys that fall
// together by accident cost a few comparisons and nothing else.

#include <cstdint>
#include <string>
#include <vector>

#include "padan/prepare/corpus.hpp"

namespace padan::blocking {

/// What several rules need of a row's name.
struct NameKeys {
  std::uint32_t first = 0; // sound of the first token
  std::uint32_t last = 0;
  std::uint32_t rarest = 0;
  std::uint32_t whole = 0;  // all sounds, order aside
  std::uint8_t initial = 0; // first letter of the first sound
};
[[nodiscard]] NameKeys name_keys(const prepare::TokenTable& names, std::uint32_t phrase);

/// The rules in order of trust: the pairs of a rule leave out those of the rules before it.
[[nodiscard]] std::vector<std::string> rule_names(const prepare::Corpus& corpus);

/// Keys of all rows for rule number rule of rule_names().
[[nodiscard]] std::vector<std::uint32_t> rule_keys(const prepare::Corpus& corpus, std::uint32_t rule);

/// A key that parts an oversize block further; level counts from 0 to kRefinements - 1.
inline constexpr std::uint32_t kRefinements = 4;
[[nodiscard]] std::uint32_t refinement(const prepare::Corpus& corpus, prepare::RowId row, std::uint32_t level);

} // namespace padan::blocking
