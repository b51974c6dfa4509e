#pragma once
// Learns the model from the lists themselves. No labels are needed; decisions of people are labels where there are some.

#include <span>

#include "padan/blocking/plan.hpp"
#include "padan/matching/compare.hpp"
#include "padan/matching/verdict.hpp"

namespace padan::matching {

/// What is known before the lists are looked at.
struct Known {
  std::span<const Verdict> verdicts;        // in any order; those that contradict each other count by their numbers
  std::span<const model::Comparison> saved; // of an earlier model, found by name; the others are learned
};

struct TrainingReport {
  model::Training em;
  std::uint64_t sampled_pairs = 0;
  std::uint32_t patterns = 0;
};

/// u from rows drawn at random (within one birthday, one village where comparisons depend on these), h from members of
/// one card in one list, m by expectation maximisation over a sample of the candidate pairs, in which verdicts are labels.
/// Saved comparisons are taken as they are (`given`); a saved one that these lists do not have, or of which there are other
/// levels here, is left aside. The shares of the lists are always learned.
/// Deterministic: the samples depend on the rows alone. Cost: half a second of one thread whatever the size.
[[nodiscard]] model::Model train(const Corpus& corpus, const blocking::Plan& plan, TrainingReport* report = nullptr,
                                 const base::Executor& executor = {}, const Known& known = {});

} // namespace padan::matching
