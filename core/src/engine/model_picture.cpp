#include <algorithm>

#include "level_texts.hpp"
#include "padan/engine/details.hpp"

// The picture of a run: how heavy pairs are and in which ways they agree.

namespace padan::engine {
namespace {

constexpr std::uint32_t kBins = 48; // of one bit each, from the least weight kept
constexpr std::size_t kMostPairsLookedAt = 200'000;

} // namespace

Histogram weight_histogram(const Results& results) {
  Histogram histogram;
  histogram.from = static_cast<double>(matching::kKeepWeight);
  histogram.counts.assign(kBins, 0);
  for (const matching::ScoredPair& pair : results.outcome().pairs) {
    const double bin = (static_cast<double>(pair.weight) - histogram.from) / histogram.step;
    ++histogram.counts[bin <= 0.0 ? 0
                                  : std::min(kBins - 1, static_cast<std::uint32_t>(
                                                            bin))]; // families may have lowered a pair below
  }
  return histogram;
}

std::vector<LevelPattern> level_patterns(const Results& results, std::size_t most) {
  const Scoring& scoring = results.scoring();
  const auto& pairs = results.outcome().pairs;
  const std::size_t stride = pairs.size() / kMostPairsLookedAt + 1;
  const std::size_t comparisons = scoring.model.comparisons.size();
  table::Dictionary seen;
  std::vector<LevelPattern> patterns;
  matching::Evidence evidence;
  for (std::size_t i = 0; i < pairs.size(); i += stride) {
    (void)results.scorer().weigh(pairs[i].left, pairs[i].right, evidence);
    const std::uint32_t code = seen.intern({reinterpret_cast<const char*>(evidence.levels.data()), comparisons});
    if (code > patterns.size()) {
      LevelPattern& fresh = patterns.emplace_back();
      fresh.levels = level_texts(scoring, evidence);
      fresh.levels.erase(std::remove_if(fresh.levels.begin(), fresh.levels.end(),
                                        [](const LevelText& text) { return text.level == "missing"; }),
                         fresh.levels.end());
    }
    ++patterns[code - 1].pairs;
    patterns[code - 1].weight += static_cast<double>(pairs[i].weight);
  }
  for (LevelPattern& pattern : patterns) {
    pattern.weight /= static_cast<double>(pattern.pairs);
    pattern.pairs *= stride;
  }
  std::stable_sort(patterns.begin(), patterns.end(),
                   [](const LevelPattern& a, const LevelPattern& b) { return a.pairs > b.pairs; });
  patterns.resize(std::min(most, patterns.size()));
  return patterns;
}

} // namespace padan::engine
