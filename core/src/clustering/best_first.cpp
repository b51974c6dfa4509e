#include "best_first.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "padan/base/hash.hpp"

namespace padan::clustering {
namespace {

constexpr std::size_t kMostAsked = 7; // rows of a group that are asked about a union
constexpr double kMostSay = 12.0;     // no single pair of rows outweighs all others

// What one pair of rows says about the union of their groups. Two rows may have nothing to compare: that is silence, not
// dissent. Dissent is evidence against one person, or for two members of one family.
// A card names each member once, so two names on one card of one list are two people.
double voice(const Corpus& corpus, RowId a, RowId b, const model::Weight& weight, const matching::Evidence& evidence) {
  const bool one_card = corpus.records[a].source == corpus.records[b].source && evidence.levels[matching::kKk] == 1;
  if (one_card && evidence.levels[matching::kName] >= static_cast<std::uint8_t>(matching::PhraseLevel::Partial)) {
    return -kMostSay;
  }
  if (weight.match >= 0.0) {
    return std::min(weight.match, kMostSay);
  }
  return std::max(std::min({weight.evidence, weight.family, 0.0}), -kMostSay);
}

} // namespace

BestFirst::BestFirst(const Corpus& corpus, const matching::Scorer& scorer)
    : corpus_(&corpus), scorer_(&scorer), parent_(corpus.rows()), next_(corpus.rows()), size_(corpus.rows(), 1) {
  std::iota(parent_.begin(), parent_.end(), 0U);
  std::iota(next_.begin(), next_.end(), 0U);
}

std::uint32_t BestFirst::root(RowId row) {
  while (parent_[row] != row) {
    parent_[row] = parent_[parent_[row]];
    row = parent_[row];
  }
  return row;
}

void BestFirst::join(std::uint32_t a, std::uint32_t b) {
  // The larger group keeps its root, equal ones that of the smaller row, so the order of links alone decides.
  if (size_[a] < size_[b] || (size_[a] == size_[b] && b < a)) {
    std::swap(a, b);
  }
  parent_[b] = a;
  size_[a] += size_[b];
  std::swap(next_[a], next_[b]);
}

bool BestFirst::forbidden(std::uint32_t a, std::uint32_t b) {
  bool found = false;
  if (!apart_.empty()) {
    for_each_member(a, [&](RowId x) {
      for_each_member(
          b, [&](RowId y) { found = found || std::binary_search(apart_.begin(), apart_.end(), std::make_pair(x, y)); });
    });
  }
  for_each_member(a, [&](RowId x) {
    const std::uint16_t source = corpus_->records[x].source;
    if (!corpus_->sources[source].duplicates_allowed) {
      for_each_member(b, [&](RowId y) { found = found || corpus_->records[y].source == source; });
    }
  });
  return found;
}

bool BestFirst::may_join(std::uint32_t a, std::uint32_t b) {
  if (forbidden(a, b)) {
    return false;
  }
  if (size_[a] == 1 && size_[b] == 1) {
    return true;
  }
  std::array<RowId, kMostAsked> left{};
  std::array<RowId, kMostAsked> right{};
  std::size_t lefts = 0;
  std::size_t rights = 0;
  for_each_member(a, [&](RowId row) { lefts < kMostAsked ? (void)(left[lefts++] = row) : void(); });
  for_each_member(b, [&](RowId row) { rights < kMostAsked ? (void)(right[rights++] = row) : void(); });
  double sum = 0.0;
  matching::Evidence evidence;
  for (std::size_t i = 0; i < lefts; ++i) {
    for (std::size_t j = 0; j < rights; ++j) {
      const RowId x = std::min(left[i], right[j]);
      const RowId y = std::max(left[i], right[j]);
      const model::Weight weight = scorer_->weigh(x, y, evidence);
      sum += voice(*corpus_, x, y, weight, evidence);
    }
  }
  return sum > 0.0;
}

void BestFirst::decide(const std::vector<Verdict>& verdicts) {
  for (const Verdict& verdict : verdicts) {
    if (!verdict.same) {
      apart_.emplace_back(verdict.left, verdict.right);
      apart_.emplace_back(verdict.right, verdict.left);
    }
  }
  std::sort(apart_.begin(), apart_.end());
  for (const Verdict& verdict : verdicts) {
    const std::uint32_t a = root(verdict.left);
    const std::uint32_t b = root(verdict.right);
    if (verdict.same && a != b && !forbidden(a, b)) {
      join(a, b);
    }
  }
}

void BestFirst::adopt(const Persons& persons, const std::vector<Verdict>& verdicts) {
  for (std::uint32_t person = 0; person < persons.all(); ++person) {
    for (std::uint32_t i = persons.starts[person] + 1; i < persons.starts[person + 1]; ++i) {
      join(root(persons.rows[persons.starts[person]]), root(persons.rows[i]));
    }
  }
  decide(verdicts);
}

void BestFirst::dissolve(const std::vector<RowId>& rows) {
  for (const RowId row : rows) {
    parent_[row] = next_[row] = row;
    size_[row] = 1;
  }
  std::erase_if(apart_, [&](const auto& pair) { return std::binary_search(rows.begin(), rows.end(), pair.first); });
}

void BestFirst::take(const ScoredPair& link) {
  const std::uint32_t a = root(link.left);
  const std::uint32_t b = root(link.right);
  if (a != b && may_join(a, b)) {
    join(a, b);
  }
}

// Per row a row that stands for all that hang together with it, by groups so far and by the links.
std::vector<std::uint32_t> BestFirst::components(const ScoredPair* begin, const ScoredPair* end) {
  std::vector<std::uint32_t> parent(parent_.size());
  for (RowId row = 0; row < parent.size(); ++row) {
    parent[row] = root(row);
  }
  const auto find = [&](std::uint32_t row) {
    while (parent[row] != row) {
      row = parent[row] = parent[parent[row]];
    }
    return row;
  };
  for (const ScoredPair* link = begin; link != end; ++link) {
    const std::uint32_t a = find(link->left);
    const std::uint32_t b = find(link->right);
    parent[std::max(a, b)] = std::min(a, b);
  }
  for (RowId row = 0; row < parent.size(); ++row) {
    parent[row] = find(row);
  }
  return parent;
}

void BestFirst::run(const ScoredPair* begin, const ScoredPair* end, const base::Executor& executor) {
  if (executor.workers == 1) {
    std::for_each(begin, end, [this](const ScoredPair& link) { take(link); });
    return;
  }
  const std::vector<std::uint32_t> component = components(begin, end);
  executor.run(executor.workers, [&](std::uint32_t worker) {
    for (const ScoredPair* link = begin; link != end; ++link) {
      if (base::mix(component[link->left]) % executor.workers == worker) {
        take(*link);
      }
    }
  });
}

Persons BestFirst::persons() {
  Persons persons;
  persons.of_row.assign(corpus_->rows(), 0);
  std::vector<std::uint32_t> number(corpus_->rows(), UINT32_MAX);
  std::uint32_t count = 0;
  for (RowId row = 0; row < corpus_->rows(); ++row) {
    const std::uint32_t group = root(row);
    if (number[group] == UINT32_MAX) {
      number[group] = count++;
    }
    persons.of_row[row] = number[group];
  }
  persons.starts.assign(count + std::size_t{1}, 0);
  for (const std::uint32_t person : persons.of_row) {
    ++persons.starts[person + 1];
  }
  std::partial_sum(persons.starts.begin(), persons.starts.end(), persons.starts.begin());
  persons.rows.resize(corpus_->rows());
  std::vector<std::uint32_t> fill(persons.starts.begin(), persons.starts.end() - 1);
  for (RowId row = 0; row < corpus_->rows(); ++row) {
    persons.rows[fill[persons.of_row[row]]++] = row;
  }
  return persons;
}

} // namespace padan::clustering
