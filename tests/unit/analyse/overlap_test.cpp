#include "padan/analyse/overlap.hpp"

#include <gtest/gtest.h>

#include "support/lists.hpp"

namespace padan::analyse {
namespace {

using support::Lists;
using Sources = std::vector<std::uint16_t>;

// Rows 0-2 of a, 3-4 of b, 5 of c.
Lists three() {
  return Lists{{{"a", "name,village\nSATU,Satu\nDUA,Satu\nTIGA,Dua\n"},
                {"b", "name,village\nSATU,Satu\nDUA,Satu\n"},
                {"c", "name,village\nSATU,Satu\n"}}};
}

Range of(const Overlap& overlap, const Sources& sources) {
  for (const Combination& combination : overlap.combinations) {
    if (combination.sources == sources) {
      return combination.units;
    }
  }
  return {};
}

void expect_range(const Range& range, std::uint32_t count, std::uint32_t low, std::uint32_t high) {
  EXPECT_EQ(range.count, count);
  EXPECT_EQ(range.low, low);
  EXPECT_EQ(range.high, high);
}

Overlap overlap_of(Lists& lists, const resolve::MasterList& master, const std::vector<ScoredPair>& pairs, Unit unit,
                   const std::function<bool(std::uint32_t)>& keep = {}) {
  return find_overlap(master, pairs, find_open_pairs(lists.persons, pairs, {}), unit, keep);
}

TEST(Overlap, CountsExactCombinationsAndPairsOfLists) {
  Lists lists = three();
  const resolve::MasterList master = lists.master({{0, 3, 5}, {1, 4}});
  const Overlap overlap = overlap_of(lists, master, {}, Unit::Persons);
  EXPECT_EQ(overlap.units, 3U);
  ASSERT_EQ(overlap.combinations.size(), 3U);
  expect_range(of(overlap, {0, 1, 2}), 1, 1, 1);
  expect_range(of(overlap, {0, 1}), 1, 1, 1);
  expect_range(of(overlap, {0}), 1, 1, 1);
  EXPECT_EQ(overlap.both(0, 1).count, 2U);
  EXPECT_EQ(overlap.both(1, 2).count, 1U);
  EXPECT_EQ(overlap.both(0, 0).count, 3U);
  EXPECT_EQ(overlap.both(2, 0).count, overlap.both(0, 2).count);
}

TEST(Overlap, AFamilyStandsOnTheListsOfItsMembers) {
  Lists lists = three();
  const resolve::MasterList master = lists.master({{0, 3, 5}, {1, 4}}, {{0, 2}});
  const Overlap overlap = overlap_of(lists, master, {}, Unit::Families);
  EXPECT_EQ(overlap.units, 2U);
  EXPECT_EQ(of(overlap, {0, 1, 2}).count, 1U);
  EXPECT_EQ(of(overlap, {0, 1}).count, 1U);
}

TEST(Overlap, ADoubtfulLinkWidensTheRangeBelow) {
  Lists lists = three();
  const resolve::MasterList master = lists.master({{0, 3, 5}, {1, 4}});
  const std::vector<ScoredPair> pairs{{0, 3, 20, 20}, {0, 5, 20, 20}, {1, 4, 2, 2}};
  const Overlap overlap = overlap_of(lists, master, pairs, Unit::Persons);
  expect_range(of(overlap, {0, 1}), 1, 0, 1);
  expect_range(of(overlap, {0}), 1, 1, 2);
  expect_range(of(overlap, {1}), 0, 0, 1);
  expect_range(overlap.both(0, 1), 2, 1, 2);
  expect_range(overlap.both(0, 0), 3, 3, 3);
}

TEST(Overlap, ADoubtfulRejectionWidensTheRangeAbove) {
  Lists lists = three();
  const resolve::MasterList master = lists.master({{0, 3}});
  const std::vector<ScoredPair> pairs{{0, 3, 20, 20}, {1, 4, -1, -1}};
  const Overlap overlap = overlap_of(lists, master, pairs, Unit::Persons);
  expect_range(of(overlap, {0, 1}), 1, 1, 2);
  expect_range(of(overlap, {0}), 2, 1, 2);
  expect_range(of(overlap, {1}), 1, 0, 1);
  expect_range(overlap.both(0, 1), 1, 1, 2);
  expect_range(overlap.both(1, 1), 2, 2, 2);
}

TEST(Overlap, AFamilyKeepsAListThatAnotherMemberStandsOn) {
  Lists lists = three();
  const resolve::MasterList master = lists.master({{0, 3}, {1, 4}}, {{0, 1}});
  const std::vector<ScoredPair> pairs{{1, 4, 20, 20},
                                      {0, 3, 1, 1}}; // if 0 and 3 are two, the family still stands on both lists
  const Overlap overlap = overlap_of(lists, master, pairs, Unit::Families);
  EXPECT_EQ(of(overlap, {0, 1}).low, 1U);
}

TEST(Overlap, AFilterKeepsThePlacesAskedFor) {
  Lists lists = three();
  const resolve::MasterList master = lists.master({{0, 3, 5}, {1, 4}});
  const std::uint32_t second = master.place_of_person(2);
  const Overlap overlap =
      overlap_of(lists, master, {}, Unit::Persons, [&](std::uint32_t place) { return place == second; });
  EXPECT_EQ(overlap.units, 1U);
  EXPECT_EQ(of(overlap, {0}).count, 1U);
  EXPECT_EQ(overlap.both(0, 1).count, 0U);
}

} // namespace
} // namespace padan::analyse
