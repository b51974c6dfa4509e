#include "padan/analyse/overlap.hpp"

#include <algorithm>

namespace padan::analyse {
namespace {

using resolve::MasterList;
using resolve::NumberSets;
using Codes = std::vector<std::uint32_t>;

class Counter {
public:
  Counter(const MasterList& master, const std::vector<ScoredPair>& pairs, const OpenPairs& open, Unit unit,
          const std::function<bool(std::uint32_t)>& keep)
      : master_(master), pairs_(pairs), open_(open), of_persons_(unit == Unit::Persons), keep_(keep),
        sets_(master.source_sets()) {}

  Overlap run() {
    overlap_.sources = static_cast<std::uint32_t>(master_.corpus().sources.size());
    overlap_.matrix.assign(std::size_t{overlap_.sources} * overlap_.sources, {});
    combinations_.resize(sets_.size());
    const std::uint32_t units = of_persons_ ? master_.persons().size() : master_.families().size();
    for (std::uint32_t unit = 0; unit < units; ++unit) {
      if (kept(unit)) {
        ++combinations_[set_of(unit)].count;
        ++overlap_.units;
      }
    }
    for (std::uint32_t code = 0; code < combinations_.size(); ++code) {
      fill_matrix(code);
    }
    for (Range& range : combinations_) {
      range.low = range.high = range.count;
    }
    for (Range& range : overlap_.matrix) {
      range.low = range.high = range.count;
    }
    doubt();
    collect();
    return std::move(overlap_);
  }

private:
  [[nodiscard]] std::uint32_t set_of(std::uint32_t unit) const {
    return of_persons_ ? master_.sources_of_person(unit) : master_.sources_of_family(unit);
  }
  [[nodiscard]] std::uint32_t unit_of(std::uint32_t person) const {
    return of_persons_ ? person : master_.families().of_person[person];
  }
  [[nodiscard]] bool kept(std::uint32_t unit) const {
    return !keep_ || keep_(of_persons_ ? master_.place_of_person(unit) : master_.place_of_family(unit));
  }

  void fill_matrix(std::uint32_t code) {
    const auto set = sets_[code];
    for (const std::uint16_t a : set) {
      for (const std::uint16_t b : set) {
        overlap_.matrix[a * overlap_.sources + b].count += combinations_[code].count;
      }
    }
  }

  // Every open pair turned over, each unit at most once: what the counts would lose and gain.
  void doubt() {
    std::vector<bool> used(of_persons_ ? master_.persons().size() : master_.families().size(), false);
    for (const OpenPair& pair : open_.pairs) {
      const std::uint32_t p = master_.persons().of_row[pairs_[pair.pair].left];
      const std::uint32_t q = master_.persons().of_row[pairs_[pair.pair].right];
      const std::uint32_t a = unit_of(p);
      const std::uint32_t b = unit_of(q);
      if (used[a] || used[b] || !kept(a) || !kept(b) || (!pair.accepted && a == b)) {
        continue;
      }
      used[a] = used[b] = true;
      if (pair.accepted) {
        change({set_of(a)}, split(p));
      } else {
        change({set_of(a), set_of(b)}, merged(p, q));
      }
    }
  }

  std::uint32_t intern(NumberSets::Set& set) {
    const std::uint32_t code = sets_.intern(set);
    combinations_.resize(sets_.size());
    return code;
  }

  void add(NumberSets::Set& set, std::uint32_t code) const {
    const auto more = sets_[code];
    set.insert(set.end(), more.begin(), more.end());
  }

  void add_other_members(NumberSets::Set& set, std::uint32_t person) const {
    for (const std::uint32_t other : master_.members_of(master_.families().of_person[person])) {
      if (other != person) {
        add(set, master_.sources_of_person(other));
      }
    }
  }

  // The unit of a person who falls into pieces: the largest piece stays with the family, the others stand alone.
  Codes split(std::uint32_t person) {
    std::vector<std::pair<std::uint32_t, RowId>> rows; // (piece, row)
    for (const RowId row : master_.rows_of(person)) {
      rows.emplace_back(open_.piece_of[row], row);
    }
    std::sort(rows.begin(), rows.end());
    std::vector<NumberSets::Set> pieces;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i == 0 || rows[i].first != rows[i - 1].first) {
        pieces.emplace_back();
      }
      pieces.back().push_back(master_.corpus().records[rows[i].second].source);
    }
    if (!of_persons_) {
      add_other_members(*std::max_element(pieces.begin(), pieces.end(),
                                          [](const auto& a, const auto& b) { return a.size() < b.size(); }),
                        person);
    }
    Codes codes;
    for (NumberSets::Set& piece : pieces) {
      codes.push_back(intern(piece));
    }
    return codes;
  }

  // Two persons who are one: he stays in the larger family, the other family goes on without him.
  Codes merged(std::uint32_t p, std::uint32_t q) {
    NumberSets::Set set;
    if (of_persons_) {
      add(set, master_.sources_of_person(p));
      add(set, master_.sources_of_person(q));
      return {intern(set)};
    }
    const auto members = [&](std::uint32_t person) {
      return master_.members_of(master_.families().of_person[person]).size();
    };
    if (members(p) < members(q)) {
      std::swap(p, q);
    }
    add(set, set_of(unit_of(p)));
    add(set, master_.sources_of_person(q));
    Codes codes{intern(set)};
    if (members(q) > 1) {
      set.clear();
      add_other_members(set, q);
      codes.push_back(intern(set));
    }
    return codes;
  }

  void change(Codes before, Codes after) {
    NumberSets::Set concerned;
    for (const Codes* codes : {&before, &after}) {
      for (const std::uint32_t code : *codes) {
        add(concerned, code);
      }
    }
    std::sort(concerned.begin(), concerned.end());
    concerned.erase(std::unique(concerned.begin(), concerned.end()), concerned.end());
    for (const std::uint16_t a : concerned) {
      for (const std::uint16_t b : concerned) {
        const auto both = [&](std::uint32_t code) { return sets_.contains(code, a) && sets_.contains(code, b); };
        const auto had = static_cast<std::uint32_t>(std::count_if(before.begin(), before.end(), both));
        const auto has = static_cast<std::uint32_t>(std::count_if(after.begin(), after.end(), both));
        Range& range = overlap_.matrix[a * overlap_.sources + b];
        range.low -= had > has ? had - has : 0;
        range.high += has > had ? has - had : 0;
      }
    }
    for (const std::uint32_t code : before) {
      const auto at = std::find(after.begin(), after.end(), code);
      if (at != after.end()) {
        after.erase(at);
      } else {
        --combinations_[code].low;
      }
    }
    for (const std::uint32_t code : after) {
      ++combinations_[code].high;
    }
  }

  void collect() {
    for (std::uint32_t code = 1; code < combinations_.size(); ++code) {
      if (combinations_[code].high != 0) {
        const auto set = sets_[code];
        overlap_.combinations.push_back({{set.begin(), set.end()}, combinations_[code]});
      }
    }
    std::sort(overlap_.combinations.begin(), overlap_.combinations.end(),
              [](const Combination& a, const Combination& b) {
                return a.units.count != b.units.count ? a.units.count > b.units.count : a.sources < b.sources;
              });
  }

  const MasterList& master_;
  const std::vector<ScoredPair>& pairs_;
  const OpenPairs& open_;
  bool of_persons_;
  const std::function<bool(std::uint32_t)>& keep_;
  NumberSets sets_;                 // with those that doubt makes
  std::vector<Range> combinations_; // by code of the set
  Overlap overlap_;
};

} // namespace

Overlap find_overlap(const MasterList& master, const std::vector<ScoredPair>& pairs, const OpenPairs& open, Unit unit,
                     const std::function<bool(std::uint32_t)>& keep) {
  return Counter(master, pairs, open, unit, keep).run();
}

} // namespace padan::analyse
