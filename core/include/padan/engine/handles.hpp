#pragma once
// What other thresholds would give, at once, without clustering.

#include <cstdint>
#include <vector>

#include "padan/engine/results.hpp"

namespace padan::engine {

struct ExpectedCount {
  double expected = 0.0;
  double low = 0.0; // 95 %
  double high = 0.0;
};

struct ThresholdPicture {
  bool exact = false; // at the thresholds of the result; elsewhere an estimate
  std::int64_t persons = 0;
  std::int64_t families = 0;
  std::int64_t review_pairs = 0;
  ExpectedCount false_links;  // accepted though two people, by the probabilities of the model
  ExpectedCount missed_links; // not accepted though one person, among pairs that were weighed
};

struct CurvePoint {
  double weight = 0.0;
  std::int64_t persons = 0;
  std::int64_t families = 0;
  std::uint64_t links = 0; // pairs from that weight on
};

/// Joins rows by links alone, heaviest first and once for all thresholds; counts elsewhere are those of the result plus what this
/// union changes. It knows no contradictions and asks no families again. Building: O(pairs); a question: a binary search.
class Handles {
public:
  explicit Handles(const Results& results);
  [[nodiscard]] ThresholdPicture at(const clustering::Thresholds& thresholds) const;
  /// Every half bit from the least weight that is kept.
  [[nodiscard]] std::vector<CurvePoint> curve() const;

private:
  [[nodiscard]] std::int64_t persons(double accept) const;
  [[nodiscard]] std::int64_t families(double accept) const;
  [[nodiscard]] std::size_t joins(double least) const;

  const Results& results_;
  std::vector<float> person_joins_; // weights of the pairs that join two groups of rows, heaviest first
  std::vector<float> family_joins_; // of those that join two households
  std::vector<double> wrong_;       // of the first n joins: how many are expected to be of two people ...
  std::vector<double> variance_;    // ... and its variance
};

} // namespace padan::engine
