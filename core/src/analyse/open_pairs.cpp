#include "padan/analyse/open_pairs.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace padan::analyse {
namespace {

constexpr double kUnseen = -9.0; // rows never weighed, or not kept: below the least weight that is kept

std::uint32_t root(std::vector<std::uint32_t>& parent, std::uint32_t at) {
  while (parent[at] != at) {
    at = parent[at] = parent[parent[at]];
  }
  return at;
}

std::uint64_t unordered(std::uint32_t a, std::uint32_t b) {
  return std::uint64_t{std::min(a, b)} << 32 | std::max(a, b);
}

// A question: two pieces of one person, or two persons.
struct Question {
  std::uint64_t key;
  std::uint32_t pair; // pairs come heaviest first, so the least is the heaviest
  bool accepted;
  friend bool operator<(const Question& a, const Question& b) {
    return a.key != b.key ? a.key < b.key : a.pair < b.pair;
  }
};

// Sums of the weights across two persons, for the persons that are asked about.
class Contradictions {
public:
  Contradictions(const Persons& persons, const std::vector<ScoredPair>& pairs, const std::vector<Question>& questions)
      : persons_(persons) {
    for (const Question& question : questions) {
      keys_.push_back(question.key);
    }
    sums_.assign(keys_.size(), 0.0);
    seen_.assign(keys_.size(), 0);
    for (const ScoredPair& pair : pairs) {
      const std::uint64_t key = unordered(persons.of_row[pair.left], persons.of_row[pair.right]);
      const auto at = std::lower_bound(keys_.begin(), keys_.end(), key);
      if (at != keys_.end() && *at == key) {
        sums_[static_cast<std::size_t>(at - keys_.begin())] += static_cast<double>(pair.weight);
        ++seen_[static_cast<std::size_t>(at - keys_.begin())];
      }
    }
  }

  // Mean weight over all pairs of rows across the two persons.
  [[nodiscard]] double mean(std::size_t question) const {
    const auto size = [&](std::uint32_t person) {
      return static_cast<double>(persons_.starts[person + 1] - persons_.starts[person]);
    };
    const double across =
        size(static_cast<std::uint32_t>(keys_[question] >> 32)) * size(static_cast<std::uint32_t>(keys_[question]));
    return (sums_[question] + kUnseen * (across - seen_[question])) / across;
  }

private:
  const Persons& persons_;
  std::vector<std::uint64_t> keys_;
  std::vector<double> sums_;
  std::vector<std::uint32_t> seen_;
};

void keep_heaviest(std::vector<Question>& questions) {
  std::sort(questions.begin(), questions.end());
  questions.erase(std::unique(questions.begin(), questions.end(),
                              [](const Question& a, const Question& b) { return a.key == b.key; }),
                  questions.end());
}

} // namespace

OpenPairs find_open_pairs(const Persons& persons, const std::vector<ScoredPair>& pairs, const Thresholds& thresholds,
                          const std::vector<Verdict>& verdicts) {
  OpenPairs open;
  open.piece_of.resize(persons.of_row.size());
  std::iota(open.piece_of.begin(), open.piece_of.end(), 0U);
  const double sure = thresholds.accept + kDoubt;
  const auto tie = [&](RowId left, RowId right) {
    if (persons.of_row[left] == persons.of_row[right]) {
      const std::uint32_t a = root(open.piece_of, left);
      const std::uint32_t b = root(open.piece_of, right);
      open.piece_of[std::max(a, b)] = std::min(a, b);
    }
  };
  for (const ScoredPair& pair : pairs) {
    if (pair.weight >= sure) {
      tie(pair.left, pair.right);
    }
  }
  std::vector<std::uint64_t> kept_apart;
  for (const Verdict& verdict : verdicts) {
    if (verdict.same) {
      tie(verdict.left, verdict.right);
    } else {
      kept_apart.push_back(unordered(persons.of_row[verdict.left], persons.of_row[verdict.right]));
    }
  }
  std::sort(kept_apart.begin(), kept_apart.end());
  for (RowId row = 0; row < open.piece_of.size(); ++row) {
    open.piece_of[row] = root(open.piece_of, row);
  }

  std::vector<Question> accepted;
  std::vector<Question> rejected;
  for (std::uint32_t i = 0; i < pairs.size(); ++i) {
    const ScoredPair& pair = pairs[i];
    if (pair.weight < thresholds.review) {
      break;
    }
    const std::uint32_t p = persons.of_row[pair.left];
    const std::uint32_t q = persons.of_row[pair.right];
    if (std::max(p, q) >= persons.size()) {
      continue; // left out
    }
    if (p != q) {
      rejected.push_back({unordered(p, q), i, false});
    } else if (pair.weight < sure && open.piece_of[pair.left] != open.piece_of[pair.right]) {
      accepted.push_back({unordered(open.piece_of[pair.left], open.piece_of[pair.right]), i, true});
    }
  }
  keep_heaviest(accepted);
  keep_heaviest(rejected);
  const Contradictions contradictions(persons, pairs, rejected);
  for (const Question& question : accepted) {
    open.pairs.push_back({question.pair, true});
  }
  for (std::size_t i = 0; i < rejected.size(); ++i) {
    if (contradictions.mean(i) >= thresholds.review &&
        !std::binary_search(kept_apart.begin(), kept_apart.end(), rejected[i].key)) {
      open.pairs.push_back({rejected[i].pair, false});
    }
  }
  const auto distance = [&](const OpenPair& at) {
    return std::fabs(static_cast<double>(pairs[at.pair].weight) - thresholds.accept);
  };
  std::sort(open.pairs.begin(), open.pairs.end(), [&](const OpenPair& a, const OpenPair& b) {
    return distance(a) != distance(b) ? distance(a) < distance(b) : a.pair < b.pair;
  });
  return open;
}

} // namespace padan::analyse
