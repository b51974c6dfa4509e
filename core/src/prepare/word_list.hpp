#pragma once
// Asks whether a word stands in one of the small tables of this room.

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string_view>

namespace padan::prepare {

template <std::size_t N> bool listed(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

} // namespace padan::prepare
