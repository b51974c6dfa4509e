#include "padan/matching/scorer.hpp"

#include "evidence_sum.hpp"

namespace padan::matching {

Scorer::Scorer(const Corpus& corpus, const model::Model& model)
    : corpus_(corpus), model_(model), weights_(model), comparer_(corpus) {}

std::uint32_t Scorer::source_pair(RowId left, RowId right) const {
  return model_.source_pair(corpus_.records[left].source, corpus_.records[right].source);
}

model::Weight Scorer::weigh(RowId left, RowId right, Evidence& evidence) {
  comparer_.compare(left, right, evidence);
  const EvidenceSum sum = sum_evidence(weights_, model_.comparisons.size(), evidence);
  return weights_.weigh(source_pair(left, right), sum.match, sum.family);
}

double Scorer::weigh_in_family(RowId left, RowId right, double prior) {
  comparer_.compare(left, right, evidence_);
  double weight = prior;
  for (std::uint32_t c = 0; c < model_.comparisons.size(); ++c) {
    weight += weights_.match(c, evidence_.levels[c]) - weights_.family(c, evidence_.levels[c], evidence_.same_birth());
  }
  return weight;
}

std::uint64_t Scorer::score(const blocking::Plan& plan, const blocking::Partition& partition,
                            std::vector<ScoredPair>& out) {
  std::uint64_t scored = 0;
  for (std::uint32_t block = partition.first_block; block < partition.last_block; ++block) {
    plan.for_each_pair(corpus_, partition.rule, block, [&](RowId left, RowId right) {
      ++scored;
      comparer_.compare(left, right, evidence_);
      const EvidenceSum sum = sum_evidence(weights_, model_.comparisons.size(), evidence_);
      const std::uint32_t sources = source_pair(left, right);
      if (weights_.match_prior(sources) + sum.match < kKeepWeight) {
        return; // no weight is above this sum: strangers, as most candidates are
      }
      const model::Weight weight = weights_.weigh(sources, sum.match, sum.family);
      if (weight.match >= kKeepWeight) {
        out.push_back({left, right, static_cast<float>(weight.match), static_cast<float>(weight.family)});
      }
    });
  }
  return scored;
}

} // namespace padan::matching
