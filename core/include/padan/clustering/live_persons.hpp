#pragma once
// The persons of a result while people decide: only what hangs together with a decided pair is clustered again.
//
//   LivePersons live(corpus, scorer, pairs, thresholds, persons);
//   live.follow({{{12, 9034}}}, {{12, 9034, true}});     // which pair is new, and all verdicts
//   live.root(12) == live.root(9034);

#include <memory>
#include <span>

#include "padan/clustering/persons.hpp"

namespace padan::clustering {

/// Weights are those of the result: what families would say of other pairs after a decision comes with the next run.
/// The groups depend on the verdicts that stand, not on the order in which they came.
class LivePersons {
public:
  /// persons: what cluster_persons made of the pairs. Everything given outlives it. Cost: O(rows + pairs).
  LivePersons(const Corpus& corpus, const matching::Scorer& scorer, const std::vector<ScoredPair>& pairs,
              const Thresholds& thresholds, const Persons& persons, const std::vector<Verdict>& verdicts);
  ~LivePersons();

  /// changed: pairs with a new verdict, or none any more; verdicts: all that stand now. The rows whose groups were made anew,
  /// by component, ascending. Cost: that of the links among them.
  std::vector<std::vector<RowId>> follow(std::span<const std::pair<RowId, RowId>> changed,
                                         const std::vector<Verdict>& verdicts);

  [[nodiscard]] std::uint32_t root(RowId row);
  /// Rows of the group of a row, ascending.
  [[nodiscard]] std::vector<RowId> group(RowId row);

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace padan::clustering
