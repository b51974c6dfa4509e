#include "padan/matching/train.hpp"

#include <algorithm>
#include <cstring>

#include "sampler.hpp"

namespace padan::matching {
namespace {

using model::Model;

constexpr std::uint64_t kTrainingPairs = 300'000;

struct PatternKey {
  std::array<std::uint8_t, kMostComparisons> levels{};
  std::uint8_t same_birth = 0;
  std::uint16_t bits = 0; // whole bits
  std::uint16_t source_pair = 0;
  friend bool operator<(const PatternKey& a, const PatternKey& b) { return std::memcmp(&a, &b, sizeof a) < 0; }
  friend bool operator==(const PatternKey& a, const PatternKey& b) { return std::memcmp(&a, &b, sizeof a) == 0; }
};

PatternKey pattern_of(const Corpus& corpus, const Model& model, const Comparer& comparer, blocking::Candidate pair) {
  Evidence evidence;
  comparer.compare(pair.left, pair.right, evidence);
  PatternKey key;
  key.levels = evidence.levels;
  float bits = 0.0F;
  for (std::size_t c = 0; c < model.comparisons.size(); ++c) {
    bits += evidence.bits[c];
  }
  key.bits = static_cast<std::uint16_t>(bits + 0.5F);
  key.same_birth = evidence.same_birth() ? 1 : 0;
  key.source_pair = static_cast<std::uint16_t>(
      model.source_pair(corpus.records[pair.left].source, corpus.records[pair.right].source));
  return key;
}

// The patterns of every stride-th candidate, sorted.
std::vector<PatternKey> collect(const Corpus& corpus, const Model& model, const blocking::Plan& plan,
                                std::uint64_t stride, const base::Executor& executor) {
  std::vector<blocking::Candidate> sample;
  std::uint64_t next = 0; // candidate to take, counted over all rules
  std::uint64_t begin = 0;
  for (const blocking::Rule& rule : plan.rules) {
    for (; next < begin + rule.pairs.size(); next += stride) {
      sample.push_back(rule.pairs[next - begin]);
    }
    begin += rule.pairs.size();
  }
  const Comparer comparer(corpus);
  std::vector<PatternKey> keys(sample.size());
  const std::size_t slice = sample.size() / executor.workers + 1;
  executor.run(executor.workers, [&](std::uint32_t worker) {
    for (std::size_t i = worker * slice; i < std::min(sample.size(), (worker + 1) * slice); ++i) {
      keys[i] = pattern_of(corpus, model, comparer, sample[i]);
    }
  });
  std::sort(keys.begin(), keys.end());
  return keys;
}

} // namespace

model::Model train(const Corpus& corpus, const blocking::Plan& plan, TrainingReport* report,
                   const base::Executor& executor) {
  Model model = default_model(corpus);
  if (corpus.rows() < 2) {
    return model;
  }
  learn_other_populations(corpus, executor, model);
  const std::uint64_t stride = plan.pairs() / kTrainingPairs + 1;
  const std::vector<PatternKey> keys = collect(corpus, model, plan, stride, executor);
  std::vector<model::Pattern> patterns;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (i == 0 || !(keys[i] == keys[i - 1])) {
      model::Pattern pattern;
      pattern.levels.assign(keys[i].levels.begin(),
                            keys[i].levels.begin() + static_cast<std::ptrdiff_t>(model.comparisons.size()));
      pattern.bits = keys[i].bits;
      pattern.source_pair = keys[i].source_pair;
      pattern.same_birth = keys[i].same_birth != 0;
      patterns.push_back(std::move(pattern));
    }
    patterns.back().count += 1.0;
  }
  const model::Training em = model::expectation_maximisation(model, patterns, static_cast<double>(stride));
  if (report != nullptr) {
    *report = {em, keys.size(), static_cast<std::uint32_t>(patterns.size())};
  }
  return model;
}

} // namespace padan::matching
