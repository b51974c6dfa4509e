#include "padan/analyse/official.hpp"

#include <algorithm>

namespace padan::analyse {

using resolve::Flag;

Official::Official(const resolve::MasterList& master, const std::vector<ScoredPair>& pairs, const OpenPairs& open)
    : persons_(master.persons().size(), false), families_(master.families().size(), false),
      person_ranges_(master.corpus().places.size()), family_ranges_(master.corpus().places.size()) {
  const auto& sources = master.cells().sources();
  by_registers_ = std::any_of(sources.begin(), sources.end(), [](const auto& list) { return list.kind == "register"; });
  const resolve::NumberSets& sets = master.source_sets();
  std::vector<bool> counted(sets.size(), false); // per set of lists
  for (std::uint32_t set = 0; set < sets.size(); ++set) {
    counted[set] = std::any_of(sets[set].begin(), sets[set].end(), [&](std::uint16_t source) {
      return by_registers_ ? sources[source].kind == "register" : sources[source].kind != "civil_registry";
    });
  }
  for (std::uint32_t person = 0; person < persons_.size(); ++person) {
    if (counted[master.sources_of_person(person)] && !master.has(person, Flag::Dead) &&
        !master.has(person, Flag::Moved)) {
      persons_[person] = true;
      families_[master.families().of_person[person]] = true;
      ++person_ranges_[master.place_of_person(person)].count;
    }
  }
  for (std::uint32_t family = 0; family < families_.size(); ++family) {
    family_ranges_[master.place_of_family(family)].count += families_[family] ? 1U : 0U;
  }
  for (std::vector<Range>* ranges : {&person_ranges_, &family_ranges_}) {
    for (Range& range : *ranges) {
      range.low = range.high = range.count;
    }
  }
  // Every pair turned over, each person at most once. Who falls apart may leave a family of his own; two who are one leave
  // one family less where one of them was alone.
  std::vector<bool> used(persons_.size(), false);
  for (const OpenPair& pair : open.pairs) {
    const std::uint32_t p = master.persons().of_row[pairs[pair.pair].left];
    const std::uint32_t q = master.persons().of_row[pairs[pair.pair].right];
    if (used[p] || used[q] || !persons_[p] || !persons_[q]) {
      continue;
    }
    used[p] = used[q] = true;
    const std::uint32_t f = master.families().of_person[p];
    const std::uint32_t g = master.families().of_person[q];
    if (pair.accepted) {
      ++person_ranges_[master.place_of_person(p)].high;
      ++family_ranges_[master.place_of_family(f)].high;
      continue;
    }
    --person_ranges_[master.place_of_person(q)].low;
    if (f != g && (master.members_of(f).size() == 1 || master.members_of(g).size() == 1)) {
      --family_ranges_[master.place_of_family(master.members_of(g).size() == 1 ? g : f)].low;
    }
  }
}

Range Official::sum(const std::vector<Range>& ranges) {
  Range all;
  for (const Range& range : ranges) {
    all.count += range.count;
    all.low += range.low;
    all.high += range.high;
  }
  return all;
}

} // namespace padan::analyse
