#include "padan/matching/train.hpp"

#include <algorithm>
#include <cstring>
#include <map>

#include "sampler.hpp"

namespace padan::matching {
namespace {

using model::Model;

constexpr std::uint64_t kTrainingPairs = 300'000;

// A decision counts as so many of the sampled pairs: first those that look exactly alike (levels, rarity, lists), which are
// guessed no longer, then pairs of its own. As one pair it would drown among the easy ones, though it lies where the model
// is in doubt and its simplifications show. But officers decide doubtful pairs only, and if thousands of these were
// added, all matches would look as poor. So the more decisions there are, the less each is raised, down to the one pair
// that it is; in a large sample even all of them together move little.
constexpr double kPairsPerDecision = 4.0;
constexpr double kMostRaisedPairs = 300.0;

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
std::vector<PatternKey> collect(const Corpus& corpus, const Model& model, const Comparer& comparer,
                                const blocking::Plan& plan, std::uint64_t stride, const base::Executor& executor) {
  std::vector<blocking::Candidate> sample;
  std::uint64_t next = 0; // candidate to take, counted over all rules
  std::uint64_t begin = 0;
  for (const blocking::Rule& rule : plan.rules) {
    for (; next < begin + rule.pairs.size(); next += stride) {
      sample.push_back(rule.pairs[next - begin]);
    }
    begin += rule.pairs.size();
  }
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

model::Pattern to_pattern(const PatternKey& key, std::size_t comparisons) {
  model::Pattern pattern;
  pattern.levels.assign(key.levels.begin(), key.levels.begin() + static_cast<std::ptrdiff_t>(comparisons));
  pattern.bits = key.bits;
  pattern.source_pair = key.source_pair;
  pattern.same_birth = key.same_birth != 0;
  return pattern;
}

// How many verdicts there are about pairs that look exactly alike.
struct Decided {
  double same = 0.0;
  double not_same = 0.0;
};

std::map<PatternKey, Decided> decided_patterns(const Corpus& corpus, const Model& model, const Comparer& comparer,
                                               std::span<const Verdict> verdicts) {
  std::map<PatternKey, Decided> decided;
  for (const Verdict& verdict : verdicts) {
    const auto [left, right] = std::minmax(verdict.left, verdict.right);
    Decided& counts = decided[pattern_of(corpus, model, comparer, {left, right})];
    (verdict.same ? counts.same : counts.not_same) += 1.0;
  }
  return decided;
}

// Labels patterns. keys: of the patterns, sorted.
void label(const std::vector<PatternKey>& keys, const std::map<PatternKey, Decided>& decided, double pairs_per_decision,
           std::size_t comparisons, std::vector<model::Pattern>& patterns) {
  for (const auto& [key, counts] : decided) {
    const auto found = std::lower_bound(keys.begin(), keys.end(), key);
    if (found != keys.end() && *found == key) {
      double& guessed = patterns[static_cast<std::size_t>(found - keys.begin())].count;
      guessed = std::max(0.0, guessed - pairs_per_decision * (counts.same + counts.not_same));
    }
    model::Pattern pattern = to_pattern(key, comparisons);
    for (const auto& [label, verdicts] :
         {std::pair(model::Label::Same, counts.same), std::pair(model::Label::NotSame, counts.not_same)}) {
      if (verdicts > 0.0) {
        pattern.label = label;
        pattern.count = pairs_per_decision * verdicts;
        patterns.push_back(pattern);
      }
    }
  }
}

void take_saved(std::span<const model::Comparison> saved, Model& model) {
  for (model::Comparison& own : model.comparisons) {
    const auto found = std::find_if(saved.begin(), saved.end(), [&](const model::Comparison& other) {
      return other.name == own.name && other.levels == own.levels;
    });
    if (found != saved.end()) {
      own.m = found->m;
      own.h = found->h;
      own.h_twins = found->h_twins;
      own.u = found->u;
      own.given = true;
    }
  }
}

} // namespace

model::Model train(const Corpus& corpus, const blocking::Plan& plan, TrainingReport* report,
                   const base::Executor& executor, const Known& known) {
  Model model = default_model(corpus);
  if (corpus.rows() < 2) {
    return model;
  }
  learn_other_populations(corpus, executor, model);
  take_saved(known.saved, model);
  const std::uint64_t stride = plan.pairs() / kTrainingPairs + 1;
  const Comparer comparer(corpus);
  std::vector<PatternKey> keys = collect(corpus, model, comparer, plan, stride, executor);
  const std::size_t sampled = keys.size();
  std::vector<model::Pattern> patterns;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (i == 0 || !(keys[i] == keys[i - 1])) {
      patterns.push_back(to_pattern(keys[i], model.comparisons.size()));
    }
    patterns.back().count += 1.0;
  }
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  const double share = kMostRaisedPairs / std::max(1.0, static_cast<double>(known.verdicts.size()));
  label(keys, decided_patterns(corpus, model, comparer, known.verdicts), std::clamp(share, 1.0, kPairsPerDecision),
        model.comparisons.size(), patterns);
  const model::Training em = model::expectation_maximisation(model, patterns, static_cast<double>(stride));
  if (report != nullptr) {
    *report = {em, sampled, static_cast<std::uint32_t>(patterns.size())};
  }
  return model;
}

} // namespace padan::matching
