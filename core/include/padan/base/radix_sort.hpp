#pragma once
// Sorts large arrays by an integer key in time linear in their size.

#include <array>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <vector>

namespace padan::base {

/// Stable, least significant digit first, 11 bits a pass; digits that all keys share cost one look. key_of gives an
/// unsigned integer. Memory: a second copy of the entries.
///   radix_sort(entries, [](const Entry& entry) { return entry.key; });
template <class Entry, class KeyOf> void radix_sort(std::vector<Entry>& entries, KeyOf key_of) {
  using Key = std::decay_t<decltype(key_of(entries.front()))>;
  static_assert(std::is_unsigned_v<Key>);
  constexpr unsigned kBits = 11;
  constexpr std::size_t kDigits = std::size_t{1} << kBits;
  std::vector<Entry> other;
  for (unsigned shift = 0; shift < sizeof(Key) * 8 && !entries.empty(); shift += kBits) {
    const auto digit = [&](const Entry& entry) { return static_cast<std::size_t>(key_of(entry) >> shift) % kDigits; };
    std::array<std::uint32_t, kDigits + 1> starts{};
    for (const Entry& entry : entries) {
      ++starts[digit(entry) + 1];
    }
    if (starts[digit(entries.front()) + 1] == entries.size()) {
      continue;
    }
    for (std::size_t i = 1; i < starts.size(); ++i) {
      starts[i] += starts[i - 1];
    }
    other.resize(entries.size());
    for (const Entry& entry : entries) {
      other[starts[digit(entry)]++] = entry;
    }
    entries.swap(other);
  }
}

} // namespace padan::base
