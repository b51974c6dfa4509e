#include "padan/matching/train.hpp"

#include <algorithm>
#include <cstring>

#include "padan/base/hash.hpp"
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

// Every pair of one block in stride, so that a block's pairs stay together and each pair stands for stride others.
std::vector<PatternKey> collect(const Corpus& corpus, const Model& model, const blocking::Plan& plan,
                                std::uint64_t stride) {
  std::vector<PatternKey> keys;
  Comparer comparer(corpus);
  Evidence evidence;
  for (std::uint32_t rule = 0; rule < plan.rules().size(); ++rule) {
    for (std::uint32_t block = 0; block < plan.rules()[rule].windowed.size(); ++block) {
      if (base::combine(rule, block) % stride != 0) {
        continue;
      }
      plan.for_each_pair(corpus, rule, block, [&](RowId a, RowId b) {
        comparer.compare(a, b, evidence);
        PatternKey key;
        key.levels = evidence.levels;
        float bits = 0.0F;
        for (std::size_t c = 0; c < model.comparisons.size(); ++c) {
          bits += evidence.bits[c];
        }
        key.bits = static_cast<std::uint16_t>(bits + 0.5F);
        key.same_birth = evidence.same_birth() ? 1 : 0;
        key.source_pair =
            static_cast<std::uint16_t>(model.source_pair(corpus.records[a].source, corpus.records[b].source));
        keys.push_back(key);
      });
    }
  }
  std::sort(keys.begin(), keys.end());
  return keys;
}

} // namespace

model::Model train(const Corpus& corpus, const blocking::Plan& plan, TrainingReport* report) {
  Model model = default_model(corpus);
  if (corpus.rows() < 2) {
    return model;
  }
  learn_other_populations(corpus, model);
  const std::uint64_t stride = plan.pairs() / kTrainingPairs + 1;
  const std::vector<PatternKey> keys = collect(corpus, model, plan, stride);
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
