#pragma once
// One step of expectation maximisation with labels, pair by pair and in plain probabilities.

#include <vector>

#include "padan/model/fellegi_sunter.hpp"

namespace padan::reference {

/// What a step of model::expectation_maximisation makes of m, h and u (scale 1, one pair of lists, no tables, no twins).
inline void expectation_step(model::Model& model, const std::vector<model::Pattern>& patterns, double prior_pairs) {
  using Levels = std::vector<double>;
  const model::SourcePair lists = model.source_pairs[0];
  const auto product = [&](const model::Pattern& pattern, Levels model::Comparison::*population) {
    double p = 1.0;
    for (std::size_t c = 0; c < model.comparisons.size(); ++c) {
      p *= pattern.levels[c] == 0 ? 1.0 : (model.comparisons[c].*population)[pattern.levels[c]];
    }
    return p;
  };
  std::vector<std::vector<Levels>> counts(3); // match, family, strangers; per comparison and level
  for (auto& population : counts) {
    for (const model::Comparison& comparison : model.comparisons) {
      population.emplace_back(comparison.levels, 0.0);
    }
  }
  for (const model::Pattern& pattern : patterns) {
    const double match = lists.match_share * product(pattern, &model::Comparison::m);
    const double family = lists.family_share * product(pattern, &model::Comparison::h);
    const double strangers = product(pattern, &model::Comparison::u);
    const double part[3] = {
        pattern.label == model::Label::Same      ? 1.0
        : pattern.label == model::Label::NotSame ? 0.0
                                                 : match / (match + family + strangers),
        pattern.label == model::Label::NotSame ? family / (family + strangers) : 0.0,
        pattern.label == model::Label::NotSame ? strangers / (family + strangers) : 0.0,
    };
    for (std::size_t population = 0; population < 3; ++population) {
      for (std::size_t c = 0; c < model.comparisons.size(); ++c) {
        counts[population][c][pattern.levels[c]] += pattern.count * part[population];
      }
    }
  }
  const auto mix = [](Levels& out, const Levels& before, double pairs, const Levels& seen) {
    double total = pairs;
    for (std::size_t level = 1; level < seen.size(); ++level) {
      total += seen[level];
    }
    for (std::size_t level = 1; level < seen.size(); ++level) {
      out[level] = (pairs * before[level] + seen[level]) / total;
    }
  };
  for (std::size_t c = 0; c < model.comparisons.size(); ++c) {
    model::Comparison& comparison = model.comparisons[c];
    mix(comparison.m, comparison.m_prior, prior_pairs, counts[0][c]);
    mix(comparison.h, comparison.h, prior_pairs + lists.pairs * lists.family_share, counts[1][c]);
    mix(comparison.u, comparison.u, prior_pairs + lists.pairs, counts[2][c]);
  }
}

} // namespace padan::reference
