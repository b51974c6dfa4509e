#pragma once
// What a result says for planning: who comes first, where to begin, who receives what. Made when first asked for, because it costs a
// look at every person, and kept while the result lives; weights, quotas and ceilings may change as often as somebody likes.
//
//   Planning planning(results, {.elderly_from = 60});
//   const Ranking& now = planning.ranking(Unit::Families, weights, places);   // the last ones asked for are kept
//   planning.count(Unit::Families, selection);

#include <list>
#include <memory>
#include <string>
#include <vector>

#include "padan/analyse/lokus.hpp"
#include "padan/analyse/priority.hpp"
#include "padan/analyse/selection.hpp"
#include "padan/engine/results.hpp"

namespace padan::engine {

class Planning {
public:
  Planning(const Results& results, const analyse::NeedRules& rules, const base::Executor& executor = {});

  [[nodiscard]] const Results& results() const { return results_; }
  [[nodiscard]] const analyse::Needs& needs() const { return needs_; }
  [[nodiscard]] const analyse::Aid& aid() const { return aid_; }

  /// Of those who are there in the places of the mask (empty: everywhere). Shared with those who hold it.
  [[nodiscard]] std::shared_ptr<const analyse::Ranking> ranking(analyse::Unit unit, const analyse::Weights& weights,
                                                                const std::vector<bool>& places = {});

  [[nodiscard]] std::vector<std::uint32_t> items(analyse::Unit unit, analyse::Selection selection) const;
  [[nodiscard]] std::uint32_t count(analyse::Unit unit, analyse::Selection selection) const;
  [[nodiscard]] analyse::AidTally tally(analyse::Unit unit, const std::vector<bool>& places = {}) const;
  [[nodiscard]] std::uint32_t place_of(analyse::Unit unit, std::uint32_t item) const;

private:
  struct Kept {
    analyse::Unit unit;
    analyse::Weights weights;
    std::vector<bool> places;
    std::shared_ptr<const analyse::Ranking> ranking;
  };
  const Results& results_;
  analyse::Needs needs_;
  analyse::Aid aid_;
  std::vector<std::uint32_t> family_places_;
  analyse::PriorityOrder persons_;
  analyse::PriorityOrder families_;
  std::list<Kept> kept_; // the latest first
};

/// Persons by age and sex: five years a band, the last open; those whose age or sex is not known apart.
struct AgeBand {
  std::uint8_t from = 0;
  std::uint8_t to = 0; // inclusive; Situation::kUnknownAge where from is: not known
  std::uint32_t male = 0;
  std::uint32_t female = 0;
  std::uint32_t unknown = 0;
};
[[nodiscard]] std::vector<AgeBand> age_pyramid(const Planning& planning, const analyse::Selection& selection);

/// A village as somebody wrote it, in cells of one line: a code of ten digits with or without dots, or its name beside that of its
/// district, in any order.
struct FoundVillage {
  std::string key;     // PlaceCount::key; of a village of the table without anybody on the lists: its code
  std::string village; // as lists or the table write it
  std::string district;
  std::string trouble; // "": found; "unknown", "ambiguous", "no_people": known, but nobody on the lists lives there
};
[[nodiscard]] FoundVillage find_village(const Results& results, const std::vector<std::string>& cells);

} // namespace padan::engine
