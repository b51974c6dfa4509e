#include "padan/model/fellegi_sunter.hpp"

#include <algorithm>
#include <cmath>

#include "padan/base/math.hpp"

namespace padan::model {
namespace {

constexpr double kLeast = 1e-12; // no level is impossible

double ratio(double a, double b) { return base::log2(std::max(a, kLeast) / std::max(b, kLeast)); }

// The level probabilities m of a table are the product of those of its two sides, as errors in one do not cause the other's.
void multiply_sides(Comparison& comparison, const std::vector<double>& rows, const std::vector<double>& columns) {
  for (std::uint32_t level = 0; level < comparison.levels; ++level) {
    const std::uint32_t row = level / comparison.columns;
    const std::uint32_t column = level % comparison.columns;
    comparison.m[level] = (row == 0 ? 1.0 : rows[row]) * (column == 0 ? 1.0 : columns[column]);
  }
}

// Probabilities of levels 1.. from counts, smoothed towards prior.
std::vector<double> smoothed(std::vector<double> counts, const std::vector<double>& prior, double prior_pairs) {
  double total = prior_pairs;
  for (std::size_t level = 1; level < counts.size(); ++level) {
    total += counts[level];
  }
  for (std::size_t level = 1; level < counts.size(); ++level) {
    counts[level] = (counts[level] + prior_pairs * prior[level]) / total;
  }
  counts[0] = 1.0;
  return counts;
}

void update_m(Comparison& comparison, const std::vector<double>& counts, double prior_pairs) {
  if (comparison.columns == 0) {
    comparison.m = smoothed(counts, comparison.m_prior, prior_pairs);
  } else {
    const std::uint32_t rows = comparison.levels / comparison.columns;
    std::vector<double> row_counts(rows, 0.0);
    std::vector<double> column_counts(comparison.columns, 0.0);
    std::vector<double> row_prior(rows, 0.0);
    std::vector<double> column_prior(comparison.columns, 0.0);
    for (std::uint32_t level = 0; level < comparison.levels; ++level) {
      row_counts[level / comparison.columns] += counts[level];
      column_counts[level % comparison.columns] += counts[level];
    }
    for (std::uint32_t row = 1; row < rows; ++row) {
      row_prior[row] = comparison.m_prior[row * comparison.columns]; // column 0: the other side missing
    }
    for (std::uint32_t column = 1; column < comparison.columns; ++column) {
      column_prior[column] = comparison.m_prior[column];
    }
    multiply_sides(comparison, smoothed(row_counts, row_prior, prior_pairs),
                   smoothed(column_counts, column_prior, prior_pairs));
  }
  if (comparison.of_family) {
    comparison.h = comparison.m;
  }
}

using LevelCounts = std::vector<std::vector<double>>; // per comparison, per level

// What the pairs are by the weights of one iteration.
struct Expectation {
  LevelCounts match;
  LevelCounts family; // of pairs decided to be two people, in candidates
  LevelCounts twins;  // ... those of them born on one day
  LevelCounts strangers;
  bool decided = false;        // whether there are any
  double pairs = 0.0;          // matches among the counted pairs
  std::vector<double> matches; // ... among the candidates, per pair of lists

  explicit Expectation(const Model& model) : matches(model.source_pairs.size(), 0.0) {
    for (const Comparison& comparison : model.comparisons) {
      match.emplace_back(comparison.levels, 0.0);
    }
    family = twins = strangers = match;
  }
};

void count_levels(const Pattern& pattern, double pairs, LevelCounts& counts) {
  for (std::size_t c = 0; c < counts.size(); ++c) {
    counts[c][pattern.levels[c]] += pairs;
  }
}

Expectation expect(const Model& model, const std::vector<Pattern>& patterns, double scale) {
  const WeightTable weights(model);
  Expectation expected(model);
  for (const Pattern& pattern : patterns) {
    double match = pattern.bits;
    double family = pattern.bits;
    for (std::uint32_t c = 0; c < model.comparisons.size(); ++c) {
      match += weights.match(c, pattern.levels[c]);
      family += weights.family(c, pattern.levels[c], pattern.same_birth);
    }
    if (pattern.label == Label::NotSame) {
      const double relatives = probability(weights.family_prior(pattern.source_pair) + family);
      const double pairs = pattern.count * scale;
      count_levels(pattern, pairs * relatives, expected.family);
      count_levels(pattern, pattern.same_birth ? pairs * relatives : 0.0, expected.twins);
      count_levels(pattern, pairs * (1.0 - relatives), expected.strangers);
      expected.decided = true;
      continue;
    }
    const bool known = pattern.label == Label::Same;
    const double pairs =
        pattern.count * (known ? 1.0 : probability(weights.weigh(pattern.source_pair, match, family).match));
    expected.pairs += pairs;
    expected.matches[pattern.source_pair] += pairs * scale;
    count_levels(pattern, pairs, expected.match);
  }
  return expected;
}

// The largest change of any m.
double learn_m(const Expectation& expected, double prior_pairs, Model& model) {
  double change = 0.0;
  for (std::size_t c = 0; c < model.comparisons.size(); ++c) {
    if (model.comparisons[c].given) {
      continue;
    }
    const std::vector<double> before = model.comparisons[c].m;
    update_m(model.comparisons[c], expected.match[c], prior_pairs);
    for (std::uint32_t level = 1; level < before.size(); ++level) {
      change = std::max(change, std::fabs(before[level] - model.comparisons[c].m[level]));
    }
  }
  return change;
}

// The largest change of any share, as part of itself.
double learn_shares(const Expectation& expected, Model& model) {
  double change = 0.0;
  for (std::size_t i = 0; i < model.source_pairs.size(); ++i) {
    SourcePair& pair = model.source_pairs[i];
    if (pair.pairs > 0.0) {
      const double before = pair.match_share;
      // A pair of lists is never sure to share nobody.
      pair.match_share = (expected.matches[i] + 1.0) / (pair.pairs + 2.0);
      change = std::max(change, std::fabs(before - pair.match_share) / pair.match_share);
      if (pair.family_per_match > 0.0) {
        pair.family_share = std::min(0.25, pair.match_share * pair.family_per_match);
      }
    }
  }
  return change;
}

// Adds decided pairs to probabilities that a sample gave of `pairs` pairs.
void add_decided(const Comparison& comparison, const std::vector<double>& sampled, const std::vector<double>& counts,
                 double pairs, std::vector<double>& out) {
  // A table is three distributions: both sides there, and either of them alone.
  const auto part = [&](std::uint32_t level) {
    return comparison.columns == 0 ? 0 : level < comparison.columns ? 1 : level % comparison.columns == 0 ? 2 : 0;
  };
  double totals[3] = {pairs, pairs, pairs};
  for (std::uint32_t level = 1; level < comparison.levels; ++level) {
    totals[part(level)] += counts[level];
  }
  for (std::uint32_t level = 1; level < comparison.levels; ++level) {
    out[level] = (sampled[level] * pairs + counts[level]) / totals[part(level)];
  }
}

void learn_decided(const Expectation& expected, const std::vector<Comparison>& sampled, double prior_pairs,
                   Model& model) {
  double strangers = prior_pairs;
  double family = prior_pairs;
  for (const SourcePair& pair : model.source_pairs) {
    strangers += pair.pairs;
    family += pair.pairs * pair.family_share;
  }
  for (std::size_t c = 0; c < sampled.size(); ++c) {
    Comparison& comparison = model.comparisons[c];
    if (comparison.given) {
      continue;
    }
    add_decided(comparison, sampled[c].u, expected.strangers[c], strangers, comparison.u);
    if (comparison.of_family) {
      continue; // h is m
    }
    add_decided(comparison, sampled[c].h, expected.family[c], family, comparison.h);
    if (!comparison.h_twins.empty()) {
      add_decided(comparison, sampled[c].h_twins, expected.twins[c], family, comparison.h_twins);
    }
  }
}

} // namespace

double probability(double weight) { return weight > 60.0 ? 1.0 : 1.0 / (1.0 + base::exp2(-weight)); }

double log2_sum(double a, double b) {
  const double high = std::max(a, b);
  const double low = std::min(a, b);
  return low < high - 60.0 ? high : high + base::log2(1.0 + base::exp2(low - high));
}

WeightTable::WeightTable(const Model& model) {
  for (const Comparison& comparison : model.comparisons) {
    starts_.push_back(static_cast<std::uint32_t>(match_.size()));
    for (std::uint32_t level = 0; level < comparison.levels; ++level) {
      const bool silent = level == 0;
      match_.push_back(silent ? 0.0 : ratio(comparison.m[level], comparison.u[level]));
      family_.push_back(silent ? 0.0 : ratio(comparison.h[level], comparison.u[level]));
      twins_.push_back(silent || comparison.h_twins.empty() ? family_.back()
                                                            : ratio(comparison.h_twins[level], comparison.u[level]));
    }
  }
  for (const SourcePair& pair : model.source_pairs) {
    match_prior_.push_back(base::log2(std::max(pair.match_share, kLeast)));
    family_prior_.push_back(base::log2(std::max(pair.family_share, kLeast)));
  }
}

Weight WeightTable::weigh(std::uint32_t source_pair, double match_evidence, double family_evidence) const {
  const double match = match_prior_[source_pair] + match_evidence;
  const double family = family_prior_[source_pair] + family_evidence;
  return {match - log2_sum(family, 0.0), match - family, match_evidence};
}

Training expectation_maximisation(Model& model, const std::vector<Pattern>& patterns, double scale, double prior_pairs,
                                  std::uint32_t most_iterations) {
  const std::vector<Comparison> sampled = model.comparisons;
  const bool some_given = std::any_of(sampled.begin(), sampled.end(), [](const Comparison& c) { return c.given; });
  Training training;
  for (training.iterations = 1; training.iterations <= most_iterations; ++training.iterations) {
    const Expectation expected = expect(model, patterns, scale);
    training.matches = expected.pairs;
    training.change = learn_m(expected, prior_pairs, model);
    if (expected.decided) {
      learn_decided(expected, sampled, prior_pairs, model);
    }
    const double shares = learn_shares(expected, model);
    training.change = some_given ? std::max(training.change, shares) : training.change;
    if (training.change < 1e-4) {
      break;
    }
  }
  return training;
}

} // namespace padan::model
