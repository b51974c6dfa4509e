#pragma once
// Who the companions of rows are: the mother that a pupil's row names is the person whom other lists have under that number.
//
// Companions are no rows. They are found after the persons are settled, so what a row says of somebody else can never change
// who its own person is, and whoever is named but stands in no list is nobody's person: the row only says that there is one.

#include <cstdint>
#include <span>
#include <vector>

#include "padan/clustering/persons.hpp"

namespace padan::resolve {

using clustering::Persons;
using prepare::Corpus;
using prepare::RowId;

struct Named {
  static constexpr std::uint32_t kNone = UINT32_MAX;
  std::vector<std::uint32_t> person; // per Corpus::mentions, kNone where no list has whom the row names
  std::vector<std::uint32_t> starts; // person p is named by mentions[starts[p] .. starts[p + 1]); empty when nobody is
  std::vector<std::uint32_t> mentions; // places in Corpus::mentions, ascending for one person
  [[nodiscard]] std::span<const std::uint32_t> of_person(std::uint32_t p) const {
    return starts.empty() ? std::span<const std::uint32_t>()
                          : std::span(mentions).subspan(starts[p], starts[p + 1] - starts[p]);
  }
};

/// A companion is a person of the lists when a row has the same good NIK and no other name (a number of which a spreadsheet
/// took the last digit needs the same name), or else the same name and birth in the same village or on the same card. It must be
/// one person only: between two nobody is chosen. A mother is no man, a father no woman. Those who are left out are not found.
/// Cost: one look at each row, and sorting of the few that may be meant.
[[nodiscard]] Named find_named(const Corpus& corpus, const Persons& persons);

} // namespace padan::resolve
