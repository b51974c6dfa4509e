#pragma once
// Weighs pairs of rows with a trained model, one partition of the plan at a time.

#include <span>
#include <vector>

#include "padan/blocking/plan.hpp"
#include "padan/matching/compare.hpp"

namespace padan::matching {

struct ScoredPair {
  RowId left = 0;
  RowId right = 0;
  float weight = 0.0F; // log2 odds that both rows are one person
  float family = 0.0F; // the same against "two members of one family" alone
};

/// Pairs below this are not kept: one in 250 of them would be a match.
inline constexpr float kKeepWeight = -8.0F;

/// May serve several threads; equal inputs give equal bytes whoever scores. Cost: 0.1-0.3 us a pair natively.
class Scorer {
public:
  Scorer(const Corpus& corpus, const model::Model& model);

  [[nodiscard]] model::Weight weigh(RowId left, RowId right) const;
  model::Weight weigh(RowId left, RowId right, Evidence& evidence) const;
  /// Odds of one person when both rows are known to be members of one family with few others left to be.
  [[nodiscard]] double weigh_in_family(RowId left, RowId right, double prior) const;

  /// Appends the pairs worth keeping.
  void score(std::span<const blocking::Candidate> pairs, std::vector<ScoredPair>& out) const;

private:
  [[nodiscard]] std::uint32_t source_pair(RowId left, RowId right) const;

  const Corpus& corpus_;
  const model::Model& model_;
  model::WeightTable weights_;
  double most_address_ = 0.0; // the best that an address can say
  Comparer comparer_;
};

} // namespace padan::matching
