// Clustering of random lists with random links and random human decisions.

#include <gtest/gtest.h>

#include <algorithm>

#include "padan/clustering/live_persons.hpp"
#include "padan/matching/train.hpp"
#include "padan/resolve/families.hpp"
#include "reference/clusters.hpp"
#include "support/random_lists.hpp"

namespace {

using namespace padan;
using clustering::Persons;
using clustering::Verdict;
using matching::ScoredPair;

struct Case {
  prepare::Corpus corpus;
  model::Model model;
  std::vector<ScoredPair> pairs;
  std::vector<Verdict> verdicts;

  Persons cluster(std::vector<ScoredPair>& of) const {
    matching::Scorer scorer(corpus, model);
    return clustering::cluster_persons(corpus, scorer, clustering::find_cards(corpus), of, {}, verdicts);
  }
};

// True weights, and every tenth link is invented with any weight.
Case case_of(std::uint64_t seed, std::uint32_t decisions) {
  Case made;
  made.corpus = support::corpus_of(support::random_lists(seed, 3, 40));
  made.model = matching::default_model(made.corpus);
  base::Rng rng(seed);
  matching::Scorer scorer(made.corpus, made.model);
  const std::uint32_t rows = made.corpus.rows();
  for (std::uint32_t a = 0; a < rows; ++a) {
    for (std::uint32_t b = a + 1; b < rows; ++b) {
      const model::Weight weight = scorer.weigh(a, b);
      const auto match = static_cast<float>(rng.chance(0.02) ? rng.unit() * 30.0 - 10.0 : weight.match);
      if (match >= matching::kKeepWeight) {
        made.pairs.push_back({a, b, match, static_cast<float>(weight.family)});
      }
    }
  }
  for (std::uint32_t i = 0; i < decisions; ++i) {
    const std::uint32_t a = rng.below(rows);
    const std::uint32_t b = rng.below(rows);
    if (a != b) {
      made.verdicts.push_back({std::min(a, b), std::max(a, b), rng.chance(0.5)});
    }
  }
  return made;
}

TEST(Clustering, IsAPartitionThatKeepsTheRules) {
  std::uint32_t persons_in_all = 0;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Case made = case_of(seed, static_cast<std::uint32_t>(seed % 5) * 10);
    std::vector<ScoredPair> pairs = made.pairs;
    const Persons persons = made.cluster(pairs);
    ASSERT_EQ(reference::fault_of_partition(persons, made.corpus.rows()), "") << "seed " << seed;
    ASSERT_EQ(reference::fault_of_rules(made.corpus, persons, made.verdicts), "") << "seed " << seed;
    ASSERT_TRUE(
        std::is_sorted(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) { return a.weight > b.weight; }));
    persons_in_all += persons.size();
  }
  EXPECT_GT(persons_in_all, 200u);
  EXPECT_LT(persons_in_all, 2200u); // of 2,400 rows: something was joined
}

// Groups by the least row of each.
std::vector<matching::RowId> groups_of(clustering::LivePersons& live, std::uint32_t rows) {
  std::vector<matching::RowId> groups;
  for (matching::RowId row = 0; row < rows; ++row) {
    groups.push_back(live.group(row).front());
  }
  return groups;
}

TEST(LivePersons, DependOnTheVerdictsThatStandAndNotOnTheirOrder) {
  std::uint32_t moved = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    Case made = case_of(seed, 30);
    const std::vector<Verdict> wanted = std::exchange(made.verdicts, {});
    std::vector<ScoredPair> pairs = made.pairs;
    const Persons persons = made.cluster(pairs);
    const matching::Scorer scorer(made.corpus, made.model);
    const std::uint32_t rows = made.corpus.rows();
    clustering::LivePersons live(made.corpus, scorer, pairs, {}, persons, {});
    const auto before = groups_of(live, rows);
    for (matching::RowId row = 0; row < rows; ++row) {
      ASSERT_EQ(before[row], persons.rows[persons.starts[persons.of_row[row]]]);
    }
    const auto follow = [&](clustering::LivePersons& of, const Verdict& changed, std::vector<Verdict> standing) {
      std::sort(standing.begin(), standing.end(), [](const Verdict& a, const Verdict& b) {
        return std::tie(a.left, a.right) < std::tie(b.left, b.right);
      });
      const std::pair<matching::RowId, matching::RowId> pair(changed.left, changed.right);
      (void)of.follow({&pair, 1}, standing);
    };
    base::Rng rng(seed);
    std::vector<Verdict> standing;
    std::vector<Verdict> open = wanted;
    while (!open.empty()) { // in any order, with one taken back now and then
      const auto at = open.begin() + rng.below(static_cast<std::uint32_t>(open.size()));
      standing.push_back(*at);
      follow(live, *at, standing);
      if (rng.chance(0.3)) {
        standing.pop_back();
        follow(live, *at, standing);
      } else {
        open.erase(at);
      }
    }
    clustering::LivePersons other(made.corpus, scorer, pairs, {}, persons, {});
    std::vector<Verdict> in_order;
    for (const Verdict& verdict : wanted) {
      in_order.push_back(verdict);
      follow(other, verdict, in_order);
    }
    const auto after = groups_of(live, rows);
    ASSERT_EQ(after, groups_of(other, rows)) << "seed " << seed;
    moved += after != before ? 1U : 0U;
    while (!standing.empty()) {
      const Verdict last = standing.back();
      standing.pop_back();
      follow(live, last, standing);
    }
    ASSERT_EQ(groups_of(live, rows), before) << "seed " << seed;
  }
  EXPECT_GT(moved, 6U);
}

TEST(LeaveOut, NumbersLastWhatIsLeftOutAndKeepsTheRest) {
  Case made = case_of(3, 0);
  std::vector<ScoredPair> pairs = made.pairs;
  const Persons persons = made.cluster(pairs);
  const matching::RowId several = *std::find_if(persons.rows.begin(), persons.rows.end(), [&](matching::RowId row) {
    const std::uint32_t person = persons.of_row[row];
    return persons.starts[person + 1] - persons.starts[person] > 2;
  });
  const std::uint32_t whole = persons.of_row[several] == 0 ? 1 : 0;
  const Persons left = clustering::leave_out(persons, {several}, {persons.rows[persons.starts[whole]]});
  ASSERT_EQ(reference::fault_of_partition(left, made.corpus.rows()), "");
  EXPECT_EQ(left.left_out, 2U);
  EXPECT_EQ(left.all(), persons.size() + 1);
  EXPECT_EQ(left.size(), persons.size() - 1);
  EXPECT_GE(left.of_row[several], left.size());
  EXPECT_GE(left.of_row[persons.rows[persons.starts[whole]]], left.size());
  EXPECT_EQ(clustering::leave_out(persons, {}, {}).of_row, persons.of_row);
}

TEST(Clustering, JoinsWhatWasJudgedOneUnlessForbidden) {
  std::uint32_t honoured = 0;
  for (std::uint64_t seed = 31; seed <= 45; ++seed) {
    Case made = case_of(seed, 12);
    std::erase_if(made.verdicts, [](const Verdict& verdict) { return !verdict.same; });
    for (prepare::SourceRows& source : made.corpus.sources) {
      source.duplicates_allowed = true;
    }
    const Persons persons = made.cluster(made.pairs);
    for (const Verdict& verdict : made.verdicts) {
      ASSERT_EQ(persons.of_row[verdict.left], persons.of_row[verdict.right]) << "seed " << seed;
      ++honoured;
    }
  }
  EXPECT_GT(honoured, 50u);
}

TEST(Clustering, DoesNotDependOnTheOrderOfPairs) {
  for (std::uint64_t seed = 51; seed <= 56; ++seed) {
    const Case made = case_of(seed, 6);
    std::vector<ScoredPair> sorted = made.pairs;
    const Persons expected = made.cluster(sorted);
    base::Rng rng(seed);
    for (int round = 0; round < 3; ++round) {
      std::vector<ScoredPair> pairs = made.pairs;
      for (std::size_t i = pairs.size(); i > 1; --i) {
        std::swap(pairs[i - 1], pairs[rng.below(static_cast<std::uint32_t>(i))]);
      }
      pairs.insert(pairs.end(), pairs.begin(),
                   pairs.begin() + static_cast<std::ptrdiff_t>(pairs.size() / 2)); // and some twice
      ASSERT_EQ(made.cluster(pairs).of_row, expected.of_row) << "seed " << seed;
      ASSERT_EQ(pairs.size(), sorted.size());
    }
  }
}

TEST(Families, AreAPartitionOfPersons) {
  for (std::uint64_t seed = 61; seed <= 70; ++seed) {
    Case made = case_of(seed, 0);
    const Persons persons = made.cluster(made.pairs);
    const resolve::Families families =
        resolve::find_families(made.corpus, persons, clustering::find_cards(made.corpus));
    clustering::Persons as_rows; // the same law, one floor up
    as_rows.of_row = families.of_person;
    as_rows.starts = families.starts;
    as_rows.rows = families.persons;
    ASSERT_EQ(reference::fault_of_partition(as_rows, persons.size()), "") << "seed " << seed;
    ASSERT_EQ(families.kk.size(), families.size());
    ASSERT_LT(families.size(), persons.size());
  }
}

} // namespace
