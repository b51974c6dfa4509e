#include "padan/resolve/programmes.hpp"

#include <gtest/gtest.h>

#include "support/lists.hpp"

namespace padan::resolve {
namespace {

using support::Lists;

std::vector<std::string> received(const MasterList& master, std::uint32_t person) {
  std::vector<std::string> names;
  for (const std::uint16_t programme : master.programmes().of_person(person)) {
    names.push_back(master.programmes().names()[programme]);
  }
  return names;
}

TEST(Programmes, ColumnsCountWhereTheySayYes) {
  Lists lists{{{"a", "name,programme:pkh,programme:bpnt\nSITI,YA,JAN-MAR 2024\nBUDI,TIDAK,-\nJOKO,,0\n"}}};
  const MasterList master = lists.master();
  EXPECT_EQ(received(master, 0), (std::vector<std::string>{"bpnt", "pkh"}));
  EXPECT_TRUE(received(master, 1).empty());
  EXPECT_TRUE(received(master, 2).empty());
  EXPECT_TRUE(master.has(0, Flag::Aided));
  EXPECT_FALSE(master.has(1, Flag::Aided));
}

TEST(Programmes, TwoIsNoWhereStatisticsIndonesiaCodesAndACountElsewhere) {
  Lists lists{
      {{"a", "name,programme:pbi,programme:bpnt,programme:pkh\nSITI,2,2,2. Tidak\nBUDI,1,3,1. Ya\nJOKO,,1,-\n"}}};
  const MasterList master = lists.master();
  EXPECT_EQ(received(master, 0), (std::vector<std::string>{"bpnt"}));
  EXPECT_EQ(received(master, 1), (std::vector<std::string>{"bpnt", "pbi", "pkh"}));
  EXPECT_EQ(received(master, 2), (std::vector<std::string>{"bpnt"}));
  EXPECT_EQ(master.programmes().denied_by_row(0).size(), 2U); // pbi and pkh
  EXPECT_TRUE(master.programmes().denied_by_row(2).empty());
}

TEST(Programmes, EveryRowOfAListOfRecipientsReceives) {
  Lists lists{{{"BLT DD 2024", "name\nSITI\n", "recipients"},
               {"PKH tahap 2", "name\nSITI\n", "recipients"},
               {"Sedekah Jumat", "name\nSITI\n", "recipients"},
               {"x", "name\nSITI\n", "recipients", "pbi"},
               {"y", "name\nSITI\n", "register"}}};
  const MasterList master = lists.master({{0, 1, 2, 3, 4}});
  EXPECT_EQ(received(master, 0), (std::vector<std::string>{"blt_dd", "pbi", "pkh", "sedekah_jumat"}));
  EXPECT_EQ(master.programmes().of_list(4), Programmes::kNone);
  EXPECT_TRUE(master.programmes().is_pbi(1));
}

TEST(Programmes, AListThatSaysItPerRowIsAskedPerRow) {
  Lists lists{{{"dapodik", "name,programme:kip\nSITI,YA\nBUDI,TIDAK\n", "recipients", "pip"}}};
  const MasterList master = lists.master();
  EXPECT_EQ(received(master, 0), (std::vector<std::string>{"kip"}));
  EXPECT_TRUE(received(master, 1).empty());
}

TEST(Programmes, CellsMayNameThem) {
  Lists lists{
      {{"penyaluran",
        "name,programme:*\nSITI,PKH TAHAP 2\nBUDI,PBI APBD\nJOKO,-\nRINA,BLT Dana Desa\nTUTI,Tidak\nASEP,Kursi roda\n",
        "recipients", "payment"}}};
  const MasterList master = lists.master();
  const std::vector<std::vector<std::string>> expected = {{"pkh"}, {"pbi_apbd"}, {}, {"blt_dd"}, {}, {"kursi_roda"}};
  for (std::uint32_t person = 0; person < expected.size(); ++person) {
    EXPECT_EQ(received(master, person), expected[person]) << person;
  }
  EXPECT_EQ(master.programmes().of_list(0), Programmes::kNone) << "who is named nothing receives nothing";
}

TEST(Programmes, SilenceIsNotKnowledge) {
  Lists lists{{{"a", "name\nSITI\n"}}};
  EXPECT_FALSE(lists.master().programmes().known());
}

TEST(NumberSets, EqualSetsShareACode) {
  NumberSets sets;
  NumberSets::Set a{3, 1, 3};
  NumberSets::Set b{1, 3};
  NumberSets::Set none;
  EXPECT_EQ(sets.intern(a), 1U);
  EXPECT_EQ(sets.intern(b), 1U);
  EXPECT_EQ(sets.intern(none), 0U);
  EXPECT_EQ(sets.size(), 2U);
  EXPECT_EQ(sets[1].size(), 2U);
  EXPECT_TRUE(sets.contains(1, 3));
  EXPECT_FALSE(sets.contains(1, 2));
}

} // namespace
} // namespace padan::resolve
