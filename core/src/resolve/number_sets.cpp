#include "padan/resolve/number_sets.hpp"

#include <algorithm>

namespace padan::resolve {

std::uint32_t NumberSets::intern(Set& numbers) {
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  const std::uint32_t code =
      codes_.intern({reinterpret_cast<const char*>(numbers.data()), numbers.size() * sizeof(std::uint16_t)});
  if (code == size()) {
    numbers_.insert(numbers_.end(), numbers.begin(), numbers.end());
    starts_.push_back(static_cast<std::uint32_t>(numbers_.size()));
  }
  return code;
}

bool NumberSets::contains(std::uint32_t code, std::uint16_t number) const {
  const std::span<const std::uint16_t> set = (*this)[code];
  return std::binary_search(set.begin(), set.end(), number);
}

} // namespace padan::resolve
