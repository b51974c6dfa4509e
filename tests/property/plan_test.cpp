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

Plan plan_of(const Corpus& corpus) {
  blocking::PlanBuilder builder(corpus);
  std::uint32_t steps = 1;
  while (!builder.step()) {
    ++steps;
  }
  EXPECT_EQ(steps, builder.steps());
  return builder.finish();
}

using Visits = std::map<std::pair<RowId, RowId>, int>;

Visits visits_of(const Corpus& corpus, const Plan& plan) {
  Visits visits;
  for (const blocking::Partition& partition : plan.partitions()) {
    for (std::uint32_t block = partition.first_block; block < partition.last_block; ++block) {
      plan.for_each_pair(corpus, partition.rule, block, [&](RowId a, RowId b) {
        EXPECT_LT(a, b);
        ++visits[{a, b}];
      });
    }
  }
  return visits;
}

bool windowed(const Plan& plan) {
  return std::any_of(plan.rules().begin(), plan.rules().end(), [](const blocking::Rule& rule) {
    return std::count(rule.windowed.begin(), rule.windowed.end(), true) != 0;
  });
}

std::uint32_t refined(const Plan& plan) {
  std::uint32_t sum = 0;
  for (const blocking::Rule& rule : plan.rules()) {
    sum += rule.refined;
  }
  return sum;
}

void check_partitions(const Plan& plan) {
  std::vector<std::vector<int>> seen;
  for (const blocking::Rule& rule : plan.rules()) {
    seen.emplace_back(rule.windowed.size(), 0);
    EXPECT_EQ(rule.starts.size(), rule.windowed.size() + 1);
    EXPECT_EQ(rule.starts.back(), rule.rows.size());
  }
  for (const blocking::Partition& partition : plan.partitions()) {
    for (std::uint32_t block = partition.first_block; block < partition.last_block; ++block) {
      ++seen.at(partition.rule).at(block);
    }
  }
  for (const std::vector<int>& blocks : seen) {
    EXPECT_EQ(std::count(blocks.begin(), blocks.end(), 1), static_cast<std::ptrdiff_t>(blocks.size()));
  }
}

TEST(Plan, VisitsEveryPairThatSharesAKeyOnce) {
  std::size_t found = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const Corpus corpus = corpus_of(support::random_lists(seed, 3, 30));
    const Plan plan = plan_of(corpus);
    check_partitions(plan);
    ASSERT_EQ(refined(plan), 0u) << "seed " << seed; // else the twin would have to know refinement
    const Visits visits = visits_of(corpus, plan);
    for (RowId a = 0; a < corpus.rows(); ++a) {
      for (RowId b = a + 1; b < corpus.rows(); ++b) {
        const int expected = reference::share_a_key(corpus, a, b) && !reference::forbidden(corpus, a, b) ? 1 : 0;
        const auto at = visits.find({a, b});
        ASSERT_EQ(at == visits.end() ? 0 : at->second, expected) << "seed " << seed << ' ' << a << ' ' << b;
      }
    }
    EXPECT_LE(visits.size(), plan.pairs());
    found += visits.size();
  }
  EXPECT_GT(found, 1000u);
}

TEST(Plan, RefinesOversizeBlocks) {
  for (std::uint64_t seed = 21; seed <= 22; ++seed) {
    const Corpus corpus = corpus_of(support::random_lists(seed, 3, 1'200));
    const Plan plan = plan_of(corpus);
    check_partitions(plan);
    ASSERT_GT(refined(plan), 0u);
    ASSERT_FALSE(windowed(plan));
    const Visits visits = visits_of(corpus, plan);
    std::size_t alike = 0;
    for (const auto& [pair, times] : visits) {
      ASSERT_EQ(times, 1);
      ASSERT_TRUE(reference::share_a_key(corpus, pair.first, pair.second));
      ASSERT_FALSE(reference::forbidden(corpus, pair.first, pair.second));
    }
    // Rows that agree in all by which blocks are parted stay together however large the block.
    for (RowId a = 0; a < corpus.rows(); ++a) {
      for (RowId b = a + 1; b < corpus.rows(); ++b) {
        const prepare::Record& x = corpus.records[a];
        const prepare::Record& y = corpus.records[b];
        if (x.name != 0 && x.name == y.name && x.birth == y.birth && x.birth.full() && x.village == y.village &&
            x.address == y.address && x.rt == y.rt && !reference::forbidden(corpus, a, b)) {
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
  ASSERT_TRUE(windowed(plan));
  const Visits visits = visits_of(corpus, plan);
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
    EXPECT_TRUE(plan.partitions().empty());
    EXPECT_EQ(plan.pairs(), 0u);
  }
}

TEST(Plan, IsTheSameEachTime) {
  const std::vector<support::List> lists = support::random_lists(31, 2, 200);
  const Corpus corpus = corpus_of(lists);
  const Plan one = plan_of(corpus);
  const Plan two = plan_of(corpus_of(lists, 7));
  ASSERT_EQ(one.rules().size(), two.rules().size());
  for (std::size_t r = 0; r < one.rules().size(); ++r) {
    EXPECT_EQ(one.rules()[r].rows, two.rules()[r].rows) << one.rules()[r].name;
    EXPECT_EQ(one.rules()[r].starts, two.rules()[r].starts) << one.rules()[r].name;
  }
}

} // namespace
