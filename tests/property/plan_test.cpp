// Blocking against its slow twin: the candidates are exactly the pairs that share a key, each once.

#include <gtest/gtest.h>

#include <map>

#include "padan/blocking/plan.hpp"
#include "reference/plan.hpp"
#include "support/random_lists.hpp"

namespace {

using namespace padan;
using blocking::Plan;
using prepare::Corpus;
using prepare::RowId;
using support::corpus_of;

Plan plan_of(const Corpus& corpus, std::uint32_t workers = 1) {
  base::Executor executor;
  executor.workers = workers;
  blocking::PlanBuilder builder(corpus, executor);
  while (!builder.step()) {
    EXPECT_LT(builder.planned(), builder.rules());
  }
  EXPECT_EQ(builder.planned(), builder.rules());
  return builder.finish();
}

using Visits = std::map<std::pair<RowId, RowId>, int>;

Visits visits_of(const Plan& plan) {
  Visits visits;
  for (const blocking::Partition& partition : plan.partitions) {
    for (std::uint32_t i = partition.first; i < partition.last; ++i) {
      const auto [a, b] = plan.rules.at(partition.rule).pairs.at(i);
      EXPECT_LT(a, b);
      ++visits[{a, b}];
    }
  }
  return visits;
}

std::uint32_t refined(const Plan& plan) {
  std::uint32_t sum = 0;
  for (const blocking::Rule& rule : plan.rules) {
    sum += rule.refined;
  }
  return sum;
}

// Every candidate stands in one partition.
void check_partitions(const Plan& plan) {
  std::vector<std::vector<int>> seen;
  for (const blocking::Rule& rule : plan.rules) {
    seen.emplace_back(rule.pairs.size(), 0);
  }
  for (const blocking::Partition& partition : plan.partitions) {
    for (std::uint32_t i = partition.first; i < partition.last; ++i) {
      ++seen.at(partition.rule).at(i);
    }
  }
  for (const std::vector<int>& pairs : seen) {
    EXPECT_EQ(std::count(pairs.begin(), pairs.end(), 1), static_cast<std::ptrdiff_t>(pairs.size()));
  }
}

TEST(Plan, VisitsEveryPairThatSharesAKeyOnce) {
  std::size_t found = 0;
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const Corpus corpus = corpus_of(support::random_lists(seed, 3, 14));
    const Plan plan = plan_of(corpus);
    check_partitions(plan);
    if (refined(plan) != 0) {
      continue; // the twin knows no refinement
    }
    const Visits visits = visits_of(plan);
    for (RowId a = 0; a < corpus.rows(); ++a) {
      for (RowId b = a + 1; b < corpus.rows(); ++b) {
        const int expected = reference::is_candidate(corpus, a, b) ? 1 : 0;
        const auto at = visits.find({a, b});
        ASSERT_EQ(at == visits.end() ? 0 : at->second, expected) << "seed " << seed << ' ' << a << ' ' << b;
      }
    }
    EXPECT_EQ(visits.size(), plan.pairs());
    found += visits.size();
  }
  EXPECT_GT(found, 800u);
}

TEST(Plan, RefinesOversizeBlocks) {
  for (std::uint64_t seed = 21; seed <= 22; ++seed) {
    const Corpus corpus = corpus_of(support::random_lists(seed, 3, 1'200));
    const Plan plan = plan_of(corpus);
    check_partitions(plan);
    ASSERT_GT(refined(plan), 0u);
    const Visits visits = visits_of(plan);
    std::size_t alike = 0;
    for (const auto& [pair, times] : visits) {
      ASSERT_TRUE(reference::is_candidate(corpus, pair.first, pair.second));
    }
    // Rows that agree in all by which blocks are parted stay together however large the block.
    for (RowId a = 0; a < corpus.rows(); ++a) {
      for (RowId b = a + 1; b < corpus.rows(); ++b) {
        const prepare::Record& x = corpus.records[a];
        const prepare::Record& y = corpus.records[b];
        if (x.name != 0 && x.name == y.name && x.birth == y.birth && x.birth.full() && x.village == y.village &&
            x.address == y.address && x.rt == y.rt && reference::is_candidate(corpus, a, b)) {
          ASSERT_TRUE(visits.count({a, b}) != 0) << a << ' ' << b;
          ++alike;
        }
      }
    }
    EXPECT_GT(alike, 100u);
  }
}

TEST(Plan, WalksWhatCannotBeRefinedAsNeighbours) {
  const support::List list{"a", "name|birth_date|village|district",
                           std::vector<std::string>(500, "SITI AMINAH|12-05-1970|SUKAMAJU|MANDIRAJA")};
  const Corpus corpus = corpus_of({list});
  const Plan plan = plan_of(corpus);
  check_partitions(plan);
  const Visits visits = visits_of(plan);
  for (RowId a = 0; a < corpus.rows(); ++a) {
    for (RowId b = a + 1; b < corpus.rows(); ++b) {
      ASSERT_EQ(visits.count({a, b}) != 0, b - a <= Plan::kWindow) << a << ' ' << b;
    }
  }
}

TEST(Plan, OfNothing) {
  for (const std::vector<std::string>& rows : {std::vector<std::string>{}, {"SITI|12-05-1970"}, {"|", "|"}}) {
    const Corpus corpus = corpus_of({{"a", "name|birth_date", rows}});
    const Plan plan = plan_of(corpus);
    EXPECT_TRUE(plan.partitions.empty());
    EXPECT_EQ(plan.pairs(), 0u);
  }
}

TEST(Plan, IsTheSameEachTimeAndForAnyNumberOfWorkers) {
  const std::vector<support::List> lists = support::random_lists(31, 3, 600);
  const Corpus corpus = corpus_of(lists);
  const auto pairs_of = [](const blocking::Rule& rule) {
    std::vector<std::pair<RowId, RowId>> pairs;
    for (const auto [a, b] : rule.pairs) {
      pairs.emplace_back(a, b);
    }
    return pairs;
  };
  const Plan one = plan_of(corpus);
  for (const Plan& other : {plan_of(corpus_of(lists, 7)), plan_of(corpus, 2), plan_of(corpus, 5)}) {
    ASSERT_EQ(one.rules.size(), other.rules.size());
    for (std::size_t r = 0; r < one.rules.size(); ++r) {
      EXPECT_EQ(pairs_of(one.rules[r]), pairs_of(other.rules[r])) << one.rules[r].name;
    }
  }
}

} // namespace
