#pragma once
// Pairs drawn at random for people to judge blind.

#include <cstdint>
#include <vector>

#include "padan/engine/results.hpp"

namespace padan::engine {

/// Undecided pairs of a range of weights of which the result says the same.
struct SampleStratum {
  double from = 0.0;
  double to = 0.0; // the last has no end: infinite
  bool accepted = false;
  std::uint64_t pairs = 0;
  std::vector<std::uint32_t> sample; // places in Outcome::pairs
};

/// Every stratum gets an equal share of `size`, what a small one cannot use goes to the others. The same seed and result
/// give the same pairs. Strata without pairs are there, too, so that their places are their names; accepted ones are odd. Cost: O(pairs).
[[nodiscard]] std::vector<SampleStratum> draw_sample(const Results& results, std::uint64_t seed, std::uint32_t size);

} // namespace padan::engine
