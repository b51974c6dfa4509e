#pragma once
// The one number: how many persons and families the registers hold, each counted once, and between which bounds it lies.

#include <cstdint>
#include <vector>

#include "padan/analyse/overlap.hpp"

namespace padan::analyse {

/// Persons of at least one register who are neither dead nor moved away nor left out by decision; families with at least
/// one such member. Where no list is a register, any list but the civil registry counts. The range is what the number
/// would be if the pairs that wait for an answer all went the one way or the other.
class Official {
public:
  Official(const resolve::MasterList& master, const std::vector<ScoredPair>& pairs, const OpenPairs& open);

  [[nodiscard]] bool person(std::uint32_t person) const { return persons_[person]; }
  [[nodiscard]] bool family(std::uint32_t family) const { return families_[family]; }
  [[nodiscard]] bool by_registers() const { return by_registers_; } // else by all lists
  /// Per place of the corpus; 0 is the unknown village.
  [[nodiscard]] const Range& persons_at(std::uint32_t place) const { return person_ranges_[place]; }
  [[nodiscard]] const Range& families_at(std::uint32_t place) const { return family_ranges_[place]; }
  [[nodiscard]] Range persons() const { return sum(person_ranges_); }
  [[nodiscard]] Range families() const { return sum(family_ranges_); }

private:
  [[nodiscard]] static Range sum(const std::vector<Range>& ranges);

  bool by_registers_ = false;
  std::vector<bool> persons_;
  std::vector<bool> families_;
  std::vector<Range> person_ranges_;
  std::vector<Range> family_ranges_;
};

} // namespace padan::analyse
