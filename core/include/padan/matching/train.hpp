#pragma once
// Learns the model from the lists themselves, without labels.

#include "padan/blocking/plan.hpp"
#include "padan/matching/compare.hpp"

namespace padan::matching {

struct TrainingReport {
  model::Training em;
  std::uint64_t sampled_pairs = 0;
  std::uint32_t patterns = 0;
};

/// u from rows drawn at random (within one birthday, one village where comparisons depend on these), h from members of
/// one card in one list, m by expectation maximisation over a sample of the candidate pairs.
/// Deterministic: the samples depend on the rows alone. Cost: half a second of one thread whatever the size.
[[nodiscard]] model::Model train(const Corpus& corpus, const blocking::Plan& plan, TrainingReport* report = nullptr,
                                 const base::Executor& executor = {});

} // namespace padan::matching
