#pragma once
// The list of priority villages that a province hands down.

#include <string>

#include "world.hpp"

namespace padan::synth {

/// The `count` villages with the largest share of families in decile 1, of every district at least one while `count`
/// lasts; by code, below three lines of title.
[[nodiscard]] std::string write_lokus(const World& world, std::uint32_t count);

} // namespace padan::synth
