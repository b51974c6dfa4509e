#pragma once
// What the lists have in common: persons or families per exact combination of lists and per pair of lists, each with the
// range in which the truth lies when the pairs still open for review go the other way.

#include <cstdint>
#include <functional>
#include <vector>

#include "padan/analyse/open_pairs.hpp"
#include "padan/resolve/master.hpp"

namespace padan::analyse {

enum class Unit : std::uint8_t { Persons, Families };

struct Range {
  std::uint32_t count = 0;
  std::uint32_t low = 0;
  std::uint32_t high = 0;
};

struct Combination {
  std::vector<std::uint16_t> sources; // ascending
  Range units;
};

struct Overlap {
  std::uint32_t sources = 0;
  std::uint32_t units = 0;               // that pass the filter
  std::vector<Combination> combinations; // most units first
  std::vector<Range> matrix; // sources x sources, at [a * sources + b]: on both lists; on the diagonal: on the list
  [[nodiscard]] const Range& both(std::uint32_t a, std::uint32_t b) const { return matrix[a * sources + b]; }
};

/// keep(place) filters by Corpus::places; an empty function keeps all. Cost: O(persons + open pairs).
[[nodiscard]] Overlap find_overlap(const resolve::MasterList& master, const std::vector<ScoredPair>& pairs,
                                   const OpenPairs& open, Unit unit,
                                   const std::function<bool(std::uint32_t place)>& keep = {});

} // namespace padan::analyse
