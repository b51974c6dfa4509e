#include "padan/matching/scorer.hpp"

#include <algorithm>

#include "evidence_sum.hpp"

namespace padan::matching {
namespace {

constexpr std::uint32_t kAhead = 12; // pairs between the request for a place of memory and its use

} // namespace

Scorer::Scorer(const Corpus& corpus, const model::Model& model)
    : corpus_(corpus), model_(model), weights_(model), comparer_(corpus) {
  for (std::uint8_t level = 1; level < model.comparisons[kAddress].levels; ++level) {
    most_address_ = std::max(most_address_, weights_.match(kAddress, level) + Comparer::kMostAddressBits);
  }
}

std::uint32_t Scorer::source_pair(RowId left, RowId right) const {
  return model_.source_pair(corpus_.records[left].source, corpus_.records[right].source);
}

model::Weight Scorer::weigh(RowId left, RowId right) const {
  Evidence evidence;
  return weigh(left, right, evidence);
}

model::Weight Scorer::weigh(RowId left, RowId right, Evidence& evidence) const {
  comparer_.compare(left, right, evidence);
  const EvidenceSum sum = sum_evidence(weights_, model_.comparisons.size(), evidence);
  return weights_.weigh(source_pair(left, right), sum.match, sum.family);
}

double Scorer::weigh_in_family(RowId left, RowId right, double prior) const {
  Evidence evidence;
  comparer_.compare(left, right, evidence);
  double weight = prior;
  for (std::uint32_t c = 0; c < model_.comparisons.size(); ++c) {
    weight += weights_.match(c, evidence.levels[c]) - weights_.family(c, evidence.levels[c], evidence.same_birth());
  }
  return weight;
}

void Scorer::score(std::span<const blocking::Candidate> pairs, std::vector<ScoredPair>& out) const {
  Evidence evidence;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (i + kAhead < pairs.size()) {
      comparer_.prefetch_rows(pairs[i + kAhead].left, pairs[i + kAhead].right);
      comparer_.prefetch_names(pairs[i + kAhead / 2].left, pairs[i + kAhead / 2].right);
    }
    const auto [left, right] = pairs[i];
    const std::uint32_t sources = source_pair(left, right);
    // No weight is above its evidence for one person: strangers, as most candidates are, need no more looking.
    const double least = kKeepWeight - weights_.match_prior(sources);
    comparer_.compare_but_address(left, right, evidence);
    if (match_evidence(weights_, model_.comparisons.size(), evidence) + most_address_ < least) {
      continue;
    }
    comparer_.compare_address(left, right, evidence);
    const EvidenceSum sum = sum_evidence(weights_, model_.comparisons.size(), evidence);
    if (sum.match < least) {
      continue;
    }
    const model::Weight weight = weights_.weigh(sources, sum.match, sum.family);
    if (weight.match >= kKeepWeight) {
      out.push_back({left, right, static_cast<float>(weight.match), static_cast<float>(weight.family)});
    }
  }
}

} // namespace padan::matching
