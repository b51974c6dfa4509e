#pragma once
// Learns what strangers (u) and members of one family (h) look like, from pairs whose population is known.

#include "padan/base/executor.hpp"
#include "padan/matching/compare.hpp"

namespace padan::matching {

/// Fills u, h and the shares of families of a model that has its defaults. Cost: about a million cheap comparisons.
void learn_other_populations(const Corpus& corpus, const base::Executor& executor, model::Model& model);

} // namespace padan::matching
