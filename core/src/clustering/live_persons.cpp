#include "padan/clustering/live_persons.hpp"

#include <algorithm>
#include <numeric>

#include "best_first.hpp"

namespace padan::clustering {

struct LivePersons::State {
  State(const Corpus& corpus, const matching::Scorer& scorer, const std::vector<ScoredPair>& of_pairs,
        const Thresholds& thresholds, const Persons& persons, const std::vector<Verdict>& verdicts);

  [[nodiscard]] std::uint32_t find(std::uint32_t row) {
    while (parent[row] != row) {
      row = parent[row] = parent[parent[row]];
    }
    return row;
  }
  void tie(RowId left, RowId right);
  void sort_links(std::size_t accepted);
  [[nodiscard]] std::vector<RowId> rows_of(std::uint32_t component) const;
  void cluster(const std::vector<RowId>& rows, const std::vector<Verdict>& verdicts);

  const std::vector<ScoredPair>& pairs;
  BestFirst groups;
  // Components: rows that hang together by persons, by accepted links and by every pair that was ever decided here. They
  // only grow, so what they hold when a verdict is gone is still all that it moved.
  std::vector<std::uint32_t> parent;
  std::vector<RowId> next;              // rows of a component as a ring
  std::vector<std::uint32_t> link_of;   // places in pairs of accepted links, by their left row
  std::vector<std::uint32_t> link_home; // of row r: link_of[link_home[r] .. link_home[r + 1])
};

LivePersons::State::State(const Corpus& corpus, const matching::Scorer& scorer, const std::vector<ScoredPair>& of_pairs,
                          const Thresholds& thresholds, const Persons& persons, const std::vector<Verdict>& verdicts)
    : pairs(of_pairs), groups(corpus, scorer), parent(corpus.rows()), next(corpus.rows()) {
  std::iota(parent.begin(), parent.end(), 0U);
  std::iota(next.begin(), next.end(), 0U);
  groups.adopt(persons, verdicts);
  for (RowId row = 0; row < corpus.rows(); ++row) {
    tie(row, persons.rows[persons.starts[persons.of_row[row]]]);
  }
  const auto end = std::partition_point(pairs.begin(), pairs.end(),
                                        [&](const ScoredPair& pair) { return pair.weight >= thresholds.accept; });
  for (auto pair = pairs.begin(); pair != end; ++pair) {
    tie(pair->left, pair->right);
  }
  for (const Verdict& verdict : verdicts) {
    tie(verdict.left, verdict.right);
  }
  sort_links(static_cast<std::size_t>(end - pairs.begin()));
}

void LivePersons::State::tie(RowId left, RowId right) {
  const std::uint32_t a = find(left);
  const std::uint32_t b = find(right);
  if (a != b) {
    parent[std::max(a, b)] = std::min(a, b);
    std::swap(next[a], next[b]);
  }
}

// Links by their left row, so that those of a component are found by its rows.
void LivePersons::State::sort_links(std::size_t accepted) {
  link_home.assign(parent.size() + 1, 0);
  for (std::size_t i = 0; i < accepted; ++i) {
    ++link_home[pairs[i].left + 1];
  }
  std::partial_sum(link_home.begin(), link_home.end(), link_home.begin());
  link_of.resize(accepted);
  std::vector<std::uint32_t> fill(link_home.begin(), link_home.end() - 1);
  for (std::size_t i = 0; i < accepted; ++i) {
    link_of[fill[pairs[i].left]++] = static_cast<std::uint32_t>(i);
  }
}

std::vector<RowId> LivePersons::State::rows_of(std::uint32_t component) const {
  std::vector<RowId> rows;
  RowId at = component;
  do {
    rows.push_back(at);
    at = next[at];
  } while (at != component);
  std::sort(rows.begin(), rows.end());
  return rows;
}

// Clusters the rows of one component from the beginning.
void LivePersons::State::cluster(const std::vector<RowId>& rows, const std::vector<Verdict>& verdicts) {
  std::vector<Verdict> local;
  for (const Verdict& verdict : verdicts) {
    if (std::binary_search(rows.begin(), rows.end(), verdict.left)) {
      local.push_back(verdict);
    }
  }
  std::vector<std::uint32_t> links;
  for (const RowId row : rows) {
    links.insert(links.end(), link_of.begin() + link_home[row], link_of.begin() + link_home[row + 1]);
  }
  std::sort(links.begin(), links.end());
  groups.dissolve(rows);
  groups.decide(local);
  for (const std::uint32_t link : links) {
    groups.take(pairs[link]);
  }
}

LivePersons::LivePersons(const Corpus& corpus, const matching::Scorer& scorer, const std::vector<ScoredPair>& pairs,
                         const Thresholds& thresholds, const Persons& persons, const std::vector<Verdict>& verdicts)
    : state_(std::make_unique<State>(corpus, scorer, pairs, thresholds, persons, verdicts)) {}
LivePersons::~LivePersons() = default;

std::uint32_t LivePersons::root(RowId row) { return state_->groups.root(row); }

std::vector<RowId> LivePersons::group(RowId row) {
  std::vector<RowId> rows;
  state_->groups.for_each_member(row, [&](RowId member) { rows.push_back(member); });
  std::sort(rows.begin(), rows.end());
  return rows;
}

std::vector<std::vector<RowId>> LivePersons::follow(std::span<const std::pair<RowId, RowId>> changed,
                                                    const std::vector<Verdict>& verdicts) {
  State& s = *state_;
  for (const auto& [left, right] : changed) {
    s.tie(left, right);
  }
  std::vector<std::uint32_t> touched;
  for (const auto& [left, right] : changed) {
    touched.push_back(s.find(left));
  }
  std::sort(touched.begin(), touched.end());
  touched.erase(std::unique(touched.begin(), touched.end()), touched.end());
  std::vector<std::vector<RowId>> again;
  for (const std::uint32_t component : touched) {
    again.push_back(s.rows_of(component));
    s.cluster(again.back(), verdicts);
  }
  return again;
}

} // namespace padan::clustering
