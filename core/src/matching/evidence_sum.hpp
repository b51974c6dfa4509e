#pragma once
// The evidence of all comparisons added up, against strangers and for one family.

#include "padan/matching/compare.hpp"

namespace padan::matching {

struct EvidenceSum {
  double match = 0.0;
  double family = 0.0;
};

inline double match_evidence(const model::WeightTable& weights, std::size_t comparisons, const Evidence& evidence) {
  double sum = 0.0;
  for (std::uint32_t c = 0; c < comparisons; ++c) {
    sum += weights.match(c, evidence.levels[c]) + evidence.bits[c];
  }
  return sum;
}

inline EvidenceSum sum_evidence(const model::WeightTable& weights, std::size_t comparisons, const Evidence& evidence) {
  EvidenceSum sum;
  const bool same_birth = evidence.same_birth();
  for (std::uint32_t c = 0; c < comparisons; ++c) {
    sum.match += weights.match(c, evidence.levels[c]) + evidence.bits[c];
    sum.family += weights.family(c, evidence.levels[c], same_birth) + evidence.bits[c];
  }
  return sum;
}

} // namespace padan::matching
