#include "padan/table/differences.hpp"

#include <map>

#include <gtest/gtest.h>

#include "padan/base/rng.hpp"

namespace padan::table {
namespace {

using Table = std::vector<std::vector<std::string>>;

Grid grid_of(const Table& rows) {
  Grid grid;
  for (const auto& row : rows) {
    grid.columns.resize(row.size());
    for (std::size_t column = 0; column < row.size(); ++column) {
      grid.columns[column].push_back(row[column]);
    }
    grid.lines.push_back(static_cast<std::uint32_t>(grid.lines.size()) + 1);
  }
  return grid;
}

const std::vector<std::string> kHeader = {"source", "row", "person"};

TEST(Differences, AreNoneBetweenATableAndItselfInAnotherOrder) {
  const Grid before = grid_of({kHeader, {"dtks", "1", "P1"}, {"pbi", "1", "P2"}});
  const Grid after = grid_of({kHeader, {"pbi", "1", "P2"}, {"dtks", "1", "P1"}});
  EXPECT_TRUE(find_differences(before, after, 2, 10).none());
}

TEST(Differences, NameRowsThatCameWentAndChanged) {
  const Grid before = grid_of({kHeader, {"dtks", "1", "P1"}, {"dtks", "2", "P2"}, {"dtks", "3", ""}});
  const Grid after = grid_of({kHeader, {"dtks", "1", "P9"}, {"dtks", "3", ""}, {"pbi", "1", "P2"}});
  const Differences found = find_differences(before, after, 2, 10);
  EXPECT_EQ(found.changed, 1U);
  EXPECT_EQ(found.removed, 1U);
  EXPECT_EQ(found.added, 1U);
  ASSERT_EQ(found.examples.size(), 3U);
  EXPECT_EQ(found.examples[0].key, "dtks 1");
  EXPECT_EQ(found.examples[0].column, "person");
  EXPECT_EQ(found.examples[0].before, "P1");
  EXPECT_EQ(found.examples[0].after, "P9");
  EXPECT_EQ(found.examples[1].key, "dtks 2");
  EXPECT_EQ(found.examples[1].before, "P2");
  EXPECT_EQ(found.examples[2].key, "pbi 1");
  EXPECT_EQ(found.examples[2].after, "P2");
}

TEST(Differences, AreNotLookedForUnderOtherHeaders) {
  const Grid before = grid_of({kHeader, {"dtks", "1", "P1"}});
  EXPECT_TRUE(
      find_differences(before, grid_of({{"source", "row", "family"}, {"dtks", "1", "P1"}}), 2, 1).headers_differ);
  EXPECT_TRUE(find_differences(before, grid_of({{"source", "row"}, {"dtks", "1"}}), 2, 1).headers_differ);
  EXPECT_TRUE(find_differences(before, Grid{}, 2, 1).headers_differ);
  EXPECT_TRUE(find_differences(Grid{}, Grid{}, 2, 1).none());
}

TEST(Differences, CountAllButShowOnlySoMany) {
  Table many = {kHeader};
  for (int row = 0; row < 50; ++row) {
    many.push_back({"dtks", std::to_string(row), "P"});
  }
  const Differences found = find_differences(grid_of(many), grid_of({kHeader}), 2, 3);
  EXPECT_EQ(found.removed, 50U);
  EXPECT_EQ(found.examples.size(), 3U);
}

// A map by key is the slow twin.
TEST(Differences, CountAsAMapDoes) {
  base::Rng rng(7);
  for (int round = 0; round < 200; ++round) {
    std::map<std::string, std::string> sides[2];
    Table tables[2] = {{{"key", "value"}}, {{"key", "value"}}};
    for (int side = 0; side < 2; ++side) {
      for (char key = 'a'; key < 'j'; ++key) {
        if (rng.below(3) != 0) {
          const std::string value(1, static_cast<char>('0' + rng.below(2)));
          sides[side][std::string(1, key)] = value;
          tables[side].push_back({std::string(1, key), value});
        }
      }
    }
    std::uint32_t removed = 0;
    std::uint32_t changed = 0;
    for (const auto& [key, value] : sides[0]) {
      const auto other = sides[1].find(key);
      removed += other == sides[1].end() ? 1 : 0;
      changed += other != sides[1].end() && other->second != value ? 1 : 0;
    }
    const Differences found = find_differences(grid_of(tables[0]), grid_of(tables[1]), 1, 2);
    EXPECT_EQ(found.removed, removed);
    EXPECT_EQ(found.changed, changed);
    EXPECT_EQ(found.added, sides[1].size() - (sides[0].size() - removed));
  }
}

} // namespace
} // namespace padan::table
