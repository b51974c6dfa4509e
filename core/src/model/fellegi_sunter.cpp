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
  Training training;
  for (training.iterations = 1; training.iterations <= most_iterations; ++training.iterations) {
    const WeightTable weights(model);
    std::vector<std::vector<double>> counts;
    for (const Comparison& comparison : model.comparisons) {
      counts.emplace_back(comparison.levels, 0.0);
    }
    std::vector<double> matches(model.source_pairs.size(), 0.0);
    training.matches = 0.0;
    for (const Pattern& pattern : patterns) {
      double match = pattern.bits;
      double family = pattern.bits;
      for (std::uint32_t c = 0; c < counts.size(); ++c) {
        match += weights.match(c, pattern.levels[c]);
        family += weights.family(c, pattern.levels[c], pattern.same_birth);
      }
      const double expected = pattern.count * probability(weights.weigh(pattern.source_pair, match, family).match);
      training.matches += expected;
      matches[pattern.source_pair] += expected * scale;
      for (std::uint32_t c = 0; c < counts.size(); ++c) {
        counts[c][pattern.levels[c]] += expected;
      }
    }
    training.change = 0.0;
    for (std::uint32_t c = 0; c < counts.size(); ++c) {
      const std::vector<double> before = model.comparisons[c].m;
      update_m(model.comparisons[c], counts[c], prior_pairs);
      for (std::uint32_t level = 1; level < before.size(); ++level) {
        training.change = std::max(training.change, std::fabs(before[level] - model.comparisons[c].m[level]));
      }
    }
    for (std::size_t i = 0; i < model.source_pairs.size(); ++i) {
      SourcePair& pair = model.source_pairs[i];
      if (pair.pairs > 0.0) {
        pair.match_share = (matches[i] + 1.0) / (pair.pairs + 2.0); // a pair of lists is never sure to share nobody
        if (pair.family_per_match > 0.0) {
          pair.family_share = std::min(0.25, pair.match_share * pair.family_per_match);
        }
      }
    }
    if (training.change < 1e-4) {
      break;
    }
  }
  return training;
}

} // namespace padan::model
