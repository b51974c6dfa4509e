#pragma once
// Distinct sets of small numbers (the lists a person stands on, the programmes he receives), each stored once.
// A million persons share some dozens of sets, so questions about sets are asked per set and not per person.

#include <cstdint>
#include <span>
#include <vector>

#include "padan/table/dictionary.hpp"

namespace padan::resolve {

/// Code 0 is the empty set.
///   NumberSets s;  s.intern({0, 3}) == 1;  s[1].size() == 2;  s.intern({}) == 0;
class NumberSets {
public:
  using Set = std::vector<std::uint16_t>;

  /// numbers need not be sorted nor distinct; they are afterwards.
  std::uint32_t intern(Set& numbers);
  [[nodiscard]] std::span<const std::uint16_t> operator[](std::uint32_t code) const {
    return {numbers_.data() + starts_[code], starts_[code + 1] - starts_[code]};
  }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(starts_.size() - 1); }
  [[nodiscard]] bool contains(std::uint32_t code, std::uint16_t number) const;

private:
  table::Dictionary codes_;
  std::vector<std::uint32_t> starts_{0, 0};
  std::vector<std::uint16_t> numbers_;
};

} // namespace padan::resolve
