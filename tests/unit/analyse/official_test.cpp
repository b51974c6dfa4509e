#include "padan/analyse/official.hpp"

#include <gtest/gtest.h>

#include "padan/analyse/conflicts.hpp"
#include "support/lists.hpp"

namespace padan::analyse {
namespace {

using support::Lists;

TEST(Official, CountsTheLivingOfRegistersOnceAndSaysBetweenWhat) {
  Lists lists({{"a", "name,village,vital_status\nSITI,MEKAR,\nBUDI,MEKAR,\nKARTO,MEKAR,MATI\nTONO,,\n"},
               {"b", "name,village\nSITI,MEKAR\nBUDIMAN,MEKAR\nWATI,SARI\n", "recipients"}});
  const resolve::MasterList master = lists.master({{0, 4}, {1}, {2}, {3}, {5}, {6}}, {{0, 1}, {2}, {3}, {4}, {5}});
  const std::vector<ScoredPair> pairs{{0, 4, 3.0F}, {1, 5, 1.0F}};
  const OpenPairs open{{{0, true}, {1, false}}, {}};
  const Official official(master, pairs, open);
  EXPECT_TRUE(official.by_registers());
  EXPECT_TRUE(official.person(0));
  EXPECT_FALSE(official.person(2)) << "dead";
  EXPECT_FALSE(official.person(4)) << "on no register";
  const Range persons = official.persons();
  EXPECT_EQ(persons.count, 3U);
  EXPECT_EQ(persons.high, 4U) << "SITI may be two";
  EXPECT_EQ(persons.low, 3U) << "BUDIMAN is not counted, so nothing is lost if he is BUDI";
  EXPECT_EQ(official.persons_at(0).count, 1U) << "TONO's village is not known";
  EXPECT_EQ(official.families().count, 2U);
}

TEST(Official, WithoutARegisterEveryListButTheRegistryCounts) {
  Lists lists({{"a", "name\nSITI\n", "recipients"}, {"b", "name\nBUDI\n", "civil_registry"}});
  const resolve::MasterList master = lists.master();
  const Official official(master, {}, {});
  EXPECT_FALSE(official.by_registers());
  EXPECT_EQ(official.persons().count, 1U);
}

TEST(Conflicts, AreTwoSoundValuesThatDiffer) {
  Lists lists({{"a", "nik,name,sex,decile\n9901011205700003,SITI AMINAH,P,1\n"},
               {"b", "nik,name,sex,decile\n9901011205700000,SITI AMINAH,L,4\n"}});
  const resolve::MasterList master = lists.master({{0, 1}});
  const Conflicts conflicts(master);
  const auto count = [&](std::string_view field) { return conflicts.count(*conflict_place(field)); };
  EXPECT_EQ(count("nik"), 0U) << "a lost digit is no other number";
  EXPECT_EQ(count("name"), 0U);
  EXPECT_EQ(count("sex"), 1U);
  EXPECT_EQ(count("decile"), 1U);
  EXPECT_EQ(count("vital_status"), 0U);
  EXPECT_TRUE(conflicts.open(0, *conflict_place("sex")));
  EXPECT_FALSE(conflict_place("relation"));
}

} // namespace
} // namespace padan::analyse
