#pragma once
// From persons to families, by the evidence of cards (No. KK), family numbers of lists, and parents' names.

#include <cstdint>
#include <vector>

#include "padan/clustering/persons.hpp"
#include "padan/resolve/named.hpp"

namespace padan::resolve {

using clustering::Cards;

struct Families {
  std::vector<std::uint32_t> of_person; // families are numbered in the order of their first persons
  std::vector<std::uint32_t> starts;
  std::vector<std::uint32_t> persons; // family f holds persons[starts[f] .. starts[f + 1]), ascending
  std::vector<std::uint64_t> kk;      // the card of the family, 0 where none is known
  std::uint32_t left_out = 0;         // the last families: each a person who is left out
  [[nodiscard]] std::uint32_t all() const { return static_cast<std::uint32_t>(starts.size() - 1); }
  [[nodiscard]] std::uint32_t size() const { return all() - left_out; }
};

/// A card seen in several lists under two numbers (damaged, or renewed) is one family when its members say so. A person
/// with several cards belongs to the one that most lists, the civil registry first, name; so a daughter who married out
/// does not tie two families together. Persons without a card follow their family number in a list that has one, else those
/// whom their row names (see named.hpp), else a parent of that name in the village, else stand alone. Cost: sorting of rows.
[[nodiscard]] Families find_families(const Corpus& corpus, const Persons& persons, const Cards& cards,
                                     const Named& named = {});

} // namespace padan::resolve
