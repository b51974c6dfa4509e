#pragma once
// Which files are parts of one list.

#include <map>
#include <memory>
#include <vector>

#include "padan/engine/session.hpp"

namespace padan::engine {

/// A sample of the people of a list, by hashes: all of those whose hash begins with `zeros` zero bits.
struct PeopleSketch {
  std::uint32_t zeros = 0;
  std::vector<std::uint64_t> people; // sorted
};
using PeopleSketches = std::map<std::uint32_t, PeopleSketch>; // by id of the source

/// Sets list, joining, like and in_both of every source; true where a list changed. See Session::join_lists.
bool find_parts(const std::vector<std::unique_ptr<Source>>& sources, PeopleSketches& sketches);

} // namespace padan::engine
