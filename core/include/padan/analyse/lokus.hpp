#pragma once
// Villages where work is to begin: given as a list, or chosen here by the number of poor families and their share, both at once,
// because the share alone picks the small villages and the number alone picks the large ones.
//
//   std::vector<VillageFigures> villages = village_figures(needs, aid, master, {.most_decile = 1});
//   std::vector<std::uint32_t> chosen = choose_lokus(villages, LokusBy::Both, 44);
//
// Both: the rank by number and the rank by share are added; the least sum comes first, then the larger number, then the place. This is
// a rule of padan, not of any ministry, and it says so wherever it is used. The share is of the families of the lists, or of the
// population where an officer has given it; it is what the lists say and no statistic of poverty.

#include <cstdint>
#include <string_view>
#include <vector>

#include "padan/analyse/aid.hpp"

namespace padan::analyse {

struct VillageFigures {
  std::uint32_t place = 0;    // Corpus::places
  std::uint32_t families = 0; // where somebody is there
  std::uint32_t persons = 0;  // who are there
  std::uint32_t poor = 0;     // families, decile known and low enough
  std::uint32_t poor_persons = 0;
  std::uint32_t unknown = 0;    // families whose decile is not known
  std::uint32_t unaided = 0;    // poor families of whom no list says that they receive anything
  std::uint32_t population = 0; // as an officer has given it; 0: not known
  /// Poor families of families, or poor persons of the population.
  [[nodiscard]] std::uint64_t share_of() const { return population != 0 ? population : families; }
  [[nodiscard]] std::uint64_t share_part() const { return population != 0 ? poor_persons : poor; }
};

/// Of all places where anybody is, by place; the unknown place is one of them. population: by place, may be empty.
[[nodiscard]] std::vector<VillageFigures> village_figures(const Needs& needs, const Aid& aid,
                                                          const resolve::MasterList& master, std::uint8_t most_decile,
                                                          const std::vector<std::uint32_t>& population = {});

enum class LokusBy : std::uint8_t { Both, Share, Number }; // "both", "share", "number"
[[nodiscard]] std::string_view to_text(LokusBy by);

/// Places in `villages` of the first n, best first; places without poor families and the unknown place are never chosen.
[[nodiscard]] std::vector<std::uint32_t> choose_lokus(const std::vector<VillageFigures>& villages, LokusBy by,
                                                      std::uint32_t n);

} // namespace padan::analyse
