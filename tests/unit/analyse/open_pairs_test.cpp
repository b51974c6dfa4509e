#include "padan/analyse/open_pairs.hpp"

#include <gtest/gtest.h>

#include "support/lists.hpp"

namespace padan::analyse {
namespace {

using Rows = std::vector<std::vector<std::uint32_t>>;

Persons persons_of(const Rows& groups) {
  Persons persons;
  persons.starts.push_back(0);
  for (const auto& rows : groups) {
    for (const std::uint32_t row : rows) {
      persons.of_row.resize(std::max<std::size_t>(persons.of_row.size(), row + std::size_t{1}), 0);
      persons.of_row[row] = static_cast<std::uint32_t>(persons.starts.size() - 1);
      persons.rows.push_back(row);
    }
    persons.starts.push_back(static_cast<std::uint32_t>(persons.rows.size()));
  }
  return persons;
}

// Places in pairs of the open ones.
std::vector<std::uint32_t> open_of(const Rows& groups, const std::vector<ScoredPair>& pairs,
                                   const std::vector<Verdict>& verdicts = {}) {
  std::vector<std::uint32_t> places;
  for (const OpenPair& open : find_open_pairs(persons_of(groups), pairs, {}, verdicts).pairs) {
    places.push_back(open.pair);
  }
  return places;
}

using Places = std::vector<std::uint32_t>;

TEST(OpenPairs, DoubtfulLinksAreAskedNearestToTheThresholdFirst) {
  const std::vector<ScoredPair> pairs{{4, 5, 20, 20}, {0, 1, 3, 3}, {2, 3, -1, -1}, {6, 7, -5, -5}};
  EXPECT_EQ(open_of({{0, 1}, {2}, {3}, {4, 5}, {6}, {7}}, pairs), (Places{2, 1}));
}

TEST(OpenPairs, AWeakLinkBetweenRowsTiedByStrongOnesIsSettled) {
  const std::vector<ScoredPair> pairs{{0, 1, 20, 20}, {1, 2, 15, 15}, {0, 2, 1, 1}};
  EXPECT_TRUE(open_of({{0, 1, 2}}, pairs).empty());
}

TEST(OpenPairs, TwoPiecesAskOneQuestion) {
  const std::vector<ScoredPair> pairs{{0, 1, 20, 20}, {2, 3, 20, 20}, {0, 2, 3, 3}, {1, 3, 2, 2}, {0, 3, 1, 1}};
  const OpenPairs open = find_open_pairs(persons_of({{0, 1, 2, 3}}), pairs, {});
  ASSERT_EQ(open.pairs.size(), 1U);
  EXPECT_EQ(open.pairs[0].pair, 2U);
  EXPECT_TRUE(open.pairs[0].accepted);
  EXPECT_EQ(open.piece_of, (std::vector<std::uint32_t>{0, 0, 2, 2}));
}

TEST(OpenPairs, PersonsWhoseOtherRowsContradictAreNotAskedAbout) {
  // 0 and 2 look alike, but 1 (the same person as 0) was never worth weighing against 2.
  EXPECT_TRUE(open_of({{0, 1}, {2}}, {{0, 1, 20, 20}, {0, 2, -2, -2}}).empty());
  EXPECT_EQ(open_of({{0, 1}, {2}}, {{0, 1, 20, 20}, {0, 2, -2, -2}, {1, 2, -3, -3}}), (Places{1}));
}

TEST(OpenPairs, AStrongLinkThatWasRejectedIsAskedAbout) {
  EXPECT_EQ(open_of({{0, 1}, {2}}, {{0, 1, 20, 20}, {0, 2, 9, 9}, {1, 2, -3, -3}}), (Places{1}));
}

TEST(OpenPairs, AVerdictIsNeverAskedAgain) {
  const std::vector<ScoredPair> pairs{{0, 1, 2, 2}, {2, 3, -1, -1}};
  EXPECT_EQ(open_of({{0, 1}, {2}, {3}}, pairs).size(), 2U);
  EXPECT_EQ(open_of({{0, 1}, {2}, {3}}, pairs, {{0, 1, true}}), (Places{1}));
  EXPECT_EQ(open_of({{0, 1}, {2}, {3}}, pairs, {{2, 3, false}}), (Places{0}));
}

} // namespace
} // namespace padan::analyse
