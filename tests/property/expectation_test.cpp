// A step of expectation maximisation with labels, against its slow twin.

#include <gtest/gtest.h>

#include "padan/base/rng.hpp"
#include "reference/expectation.hpp"

namespace {

using namespace padan;
using model::Comparison;
using model::Model;
using model::Pattern;

std::vector<double> random_levels(base::Rng& rng, std::uint32_t levels) {
  std::vector<double> p(levels, 1.0);
  double sum = 0.0;
  for (std::uint32_t level = 1; level < levels; ++level) {
    p[level] = 0.05 + rng.unit();
    sum += p[level];
  }
  for (std::uint32_t level = 1; level < levels; ++level) {
    p[level] /= sum;
  }
  return p;
}

Model random_model(base::Rng& rng) {
  Model model;
  for (std::uint32_t c = 0; c < 1 + rng.below(4); ++c) {
    Comparison comparison;
    comparison.levels = 2 + rng.below(4);
    comparison.m = random_levels(rng, comparison.levels);
    comparison.m_prior = comparison.m;
    comparison.h = random_levels(rng, comparison.levels);
    comparison.u = random_levels(rng, comparison.levels);
    model.comparisons.push_back(comparison);
  }
  model.sources = 1;
  model.source_pairs = {{1.0 + rng.below(1000), rng.unit() / 2, rng.unit() / 2, 0.0}};
  return model;
}

std::vector<Pattern> random_patterns(base::Rng& rng, const Model& model) {
  std::vector<Pattern> patterns(rng.below(30));
  for (Pattern& pattern : patterns) {
    for (const Comparison& comparison : model.comparisons) {
      pattern.levels.push_back(static_cast<std::uint8_t>(rng.below(comparison.levels)));
    }
    pattern.count = 1.0 + rng.below(20);
    pattern.label = static_cast<model::Label>(rng.below(3));
  }
  return patterns;
}

TEST(Expectation, IsItsSlowTwin) {
  base::Rng rng(31);
  for (int round = 0; round < 2'000; ++round) {
    Model fast = random_model(rng);
    Model slow = fast;
    const std::vector<Pattern> patterns = random_patterns(rng, fast);
    (void)model::expectation_maximisation(fast, patterns, 1.0, 40.0, 1);
    reference::expectation_step(slow, patterns, 40.0);
    for (std::size_t c = 0; c < slow.comparisons.size(); ++c) {
      for (std::uint32_t level = 1; level < slow.comparisons[c].levels; ++level) {
        ASSERT_NEAR(fast.comparisons[c].m[level], slow.comparisons[c].m[level], 1e-9) << round;
        ASSERT_NEAR(fast.comparisons[c].h[level], slow.comparisons[c].h[level], 1e-9) << round;
        ASSERT_NEAR(fast.comparisons[c].u[level], slow.comparisons[c].u[level], 1e-9) << round;
      }
    }
  }
}

} // namespace
