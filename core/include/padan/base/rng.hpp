#pragma once
// A small seeded random source whose numbers are the same on every platform.
// The standard distributions differ between libraries, so none of them is used.

#include <cstdint>

namespace padan::base {

/// SplitMix64 (Steele, Lea, Flood 2014). One draw costs a few cycles.
///   Rng rng(7);  rng.below(6) + 1;   // a die
class Rng {
public:
  explicit constexpr Rng(std::uint64_t seed) : state_(seed) {}

  constexpr std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }

  /// Uniform in [0, bound); bound must not be 0. The bias is below 2^-32 for bounds that fit 32 bits.
  constexpr std::uint32_t below(std::uint32_t bound) {
    return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32);
  }

  /// Uniform in [0, 1) with 53 random bits.
  constexpr double unit() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

  /// True with the given probability.
  constexpr bool chance(double probability) { return unit() < probability; }

  /// An independent stream for a named part of the work, so that adding draws to one part moves no other.
  [[nodiscard]] constexpr Rng fork(std::uint64_t label) const {
    Rng child(state_ ^ (label * 0xD6E8FEB86659FD93ULL));
    child.next();
    return child;
  }

private:
  std::uint64_t state_;
};

} // namespace padan::base
