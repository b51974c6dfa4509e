#include "padan/engine/audit_sample.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "padan/base/rng.hpp"

namespace padan::engine {
namespace {

// Bits of weight; what is below the first hardly ever is one person.
constexpr std::array kEdges{-4.0, 0.0, 4.0, 8.0, 15.0};

std::size_t bin_of(double weight) {
  return static_cast<std::size_t>(std::upper_bound(kEdges.begin(), kEdges.end(), weight) - kEdges.begin());
}

// Shares `size` out evenly, smallest strata first.
std::vector<std::uint64_t> allot(const std::vector<SampleStratum>& strata, std::uint64_t size) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < strata.size(); ++i) {
    if (strata[i].pairs != 0) {
      order.push_back(i);
    }
  }
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return strata[a].pairs < strata[b].pairs; });
  std::vector<std::uint64_t> allotted(strata.size(), 0);
  for (std::size_t i = 0; i < order.size(); ++i) {
    allotted[order[i]] = std::min(strata[order[i]].pairs, size / (order.size() - i));
    size -= allotted[order[i]];
  }
  return allotted;
}

} // namespace

std::vector<SampleStratum> draw_sample(const Results& results, std::uint64_t seed, std::uint32_t size) {
  const Outcome& outcome = results.outcome();
  std::set<std::pair<RowId, RowId>> decided;
  for (const clustering::Verdict& verdict : outcome.decisions.verdicts) {
    decided.insert(std::minmax(verdict.left, verdict.right));
  }
  std::vector<SampleStratum> strata(2 * (kEdges.size() + 1));
  for (std::size_t i = 0; i < strata.size(); ++i) {
    const std::size_t bin = i / 2;
    strata[i].from = bin == 0 ? static_cast<double>(matching::kKeepWeight) : kEdges[bin - 1];
    strata[i].to = bin == kEdges.size() ? INFINITY : kEdges[bin];
    strata[i].accepted = i % 2 == 1;
  }
  const auto stratum_of = [&](const matching::ScoredPair& pair) {
    const bool accepted = outcome.persons.of_row[pair.left] == outcome.persons.of_row[pair.right];
    return 2 * bin_of(static_cast<double>(pair.weight)) + (accepted ? 1 : 0);
  };
  const auto counts = [&](const matching::ScoredPair& pair) { return decided.count({pair.left, pair.right}) == 0; };
  for (const matching::ScoredPair& pair : outcome.pairs) {
    strata[stratum_of(pair)].pairs += counts(pair) ? 1U : 0U;
  }
  const std::vector<std::uint64_t> wanted = allot(strata, size);
  std::vector<std::uint64_t> seen(strata.size(), 0);
  base::Rng rng(seed);
  for (std::uint32_t i = 0; i < outcome.pairs.size(); ++i) { // selection sampling: Knuth, volume 2, 3.4.2, algorithm S
    const std::size_t at = stratum_of(outcome.pairs[i]);
    SampleStratum& stratum = strata[at];
    if (counts(outcome.pairs[i])) {
      const auto left = static_cast<double>(stratum.pairs - seen[at]++);
      if (rng.unit() * left < static_cast<double>(wanted[at] - stratum.sample.size())) {
        stratum.sample.push_back(i);
      }
    }
  }
  return strata;
}

} // namespace padan::engine
