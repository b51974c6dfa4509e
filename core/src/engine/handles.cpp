#include "padan/engine/handles.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace padan::engine {
namespace {

constexpr double kZ = 1.959963984540054;
constexpr double kCurveStep = 0.5;
constexpr double kCurveEnd = 24.0;

class Unions {
public:
  explicit Unions(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }
  bool join(std::uint32_t a, std::uint32_t b) {
    a = root(a);
    b = root(b);
    parent_[std::max(a, b)] = std::min(a, b);
    return a != b;
  }

private:
  std::uint32_t root(std::uint32_t at) {
    while (parent_[at] != at) {
      at = parent_[at] = parent_[parent_[at]];
    }
    return at;
  }
  std::vector<std::uint32_t> parent_;
};

std::size_t count_from(const std::vector<float>& weights, double least) {
  return static_cast<std::size_t>(
      std::partition_point(weights.begin(), weights.end(), [&](float weight) { return weight >= least; }) -
      weights.begin());
}

ExpectedCount expected(double mean, double variance) {
  const double half = kZ * std::sqrt(std::max(0.0, variance));
  return {mean, std::max(0.0, mean - half), mean + half};
}

} // namespace

Handles::Handles(const Results& results) : results_(results), wrong_{0.0}, variance_{0.0} {
  const prepare::Corpus& corpus = results.scoring().corpus;
  const clustering::Cards& cards = results.outcome().cards;
  Unions persons(corpus.rows());
  Unions families(corpus.rows());
  for (std::uint32_t card = 0; card < cards.size(); ++card) {
    for (std::uint32_t i = cards.starts[card] + 1; i < cards.starts[card + 1]; ++i) {
      families.join(cards.rows[cards.starts[card]], cards.rows[i]);
    }
  }
  for (const matching::ScoredPair& pair : results.outcome().pairs) {
    if (persons.join(pair.left, pair.right)) {
      const double probability = model::probability(static_cast<double>(pair.weight));
      person_joins_.push_back(pair.weight);
      wrong_.push_back(wrong_.back() + 1.0 - probability);
      variance_.push_back(variance_.back() + probability * (1.0 - probability));
    }
    if (families.join(pair.left, pair.right)) {
      family_joins_.push_back(pair.weight);
    }
  }
}

std::size_t Handles::joins(double least) const { return count_from(person_joins_, least); }

std::int64_t Handles::persons(double accept) const {
  const auto now = static_cast<std::int64_t>(joins(results_.outcome().thresholds.accept));
  return results_.outcome().persons.size() + now - static_cast<std::int64_t>(joins(accept));
}

std::int64_t Handles::families(double accept) const {
  const auto now = static_cast<std::int64_t>(count_from(family_joins_, results_.outcome().thresholds.accept));
  return results_.outcome().families.size() + now - static_cast<std::int64_t>(count_from(family_joins_, accept));
}

ThresholdPicture Handles::at(const clustering::Thresholds& thresholds) const {
  const clustering::Thresholds& now = results_.outcome().thresholds;
  const auto doubtful = [&](const clustering::Thresholds& of) {
    return static_cast<double>(joins(of.review) - joins(of.accept + analyse::kDoubt));
  };
  ThresholdPicture picture;
  picture.exact = thresholds.accept == now.accept && thresholds.review == now.review;
  picture.persons = persons(thresholds.accept);
  picture.families = families(thresholds.accept);
  const auto questions = static_cast<double>(results_.open_pairs().pairs.size());
  const double scale = doubtful(now) > 0.0 ? doubtful(thresholds) / doubtful(now) : 1.0;
  picture.review_pairs = std::llround(questions * scale);
  const std::size_t links = joins(thresholds.accept);
  picture.false_links = expected(wrong_[links], variance_[links]);
  const double later = static_cast<double>(person_joins_.size() - links); // joins that are not made
  picture.missed_links = expected(later - (wrong_.back() - wrong_[links]), variance_.back() - variance_[links]);
  return picture;
}

std::vector<CurvePoint> Handles::curve() const {
  const auto& pairs = results_.outcome().pairs;
  std::vector<CurvePoint> curve;
  for (double weight = static_cast<double>(matching::kKeepWeight); weight <= kCurveEnd; weight += kCurveStep) {
    const auto end =
        std::partition_point(pairs.begin(), pairs.end(), [&](const auto& p) { return p.weight >= weight; });
    curve.push_back({weight, persons(weight), families(weight), static_cast<std::uint64_t>(end - pairs.begin())});
  }
  return curve;
}

} // namespace padan::engine
