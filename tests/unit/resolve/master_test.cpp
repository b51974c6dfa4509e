#include "padan/resolve/master.hpp"

#include <gtest/gtest.h>

#include "support/lists.hpp"

// Regions 99 do not exist: no number here can be anybody's.

namespace padan::resolve {
namespace {

using support::CsvList;
using support::Lists;

Value value_of(const std::vector<CsvList>& lists, FieldKind field) {
  Lists made(lists);
  std::vector<std::uint32_t> all(made.corpus.rows());
  std::iota(all.begin(), all.end(), 0U);
  return made.master({all}).resolve(0, field);
}

TEST(MasterList, TheCivilRegistryDecidesIdentityAgainstTheMajority) {
  const std::vector<CsvList> lists{{"a", "name,birth_date\nSITI AMINA,1970-05-12\n"},
                                   {"b", "name,birth_date\nSITI AMINA,1970-05-12\n"},
                                   {"c", "name,birth_date\nSiti Aminah,1970-05-13\n", "civil_registry"}};
  const Value name = value_of(lists, FieldKind::Name);
  EXPECT_EQ(name.text, "Siti Aminah");
  EXPECT_EQ(name.rule, Rule::CivilRegistry);
  EXPECT_EQ(name.row, 2U);
  EXPECT_EQ(value_of(lists, FieldKind::BirthDate).text, "1970-05-13");
}

TEST(MasterList, ADamagedNumberOfTheRegistryDecidesNothing) {
  const Value nik = value_of({{"a", "nik,name\n9901011205700003,SITI AMINAH\n"},
                              {"b", "nik,name\n9901011205700000,SITI AMINAH\n", "civil_registry"}},
                             FieldKind::Nik);
  EXPECT_EQ(nik.text, "9901011205700003");
  EXPECT_EQ(nik.rule, Rule::BestQuality);
}

TEST(MasterList, WithoutARegistryMostListsDecideThenTheLongerName) {
  const Value most =
      value_of({{"a", "name\nSITI AMINAH\n"}, {"b", "name\nSITI AMINAH\n"}, {"c", "name\nSITI AMINAH PUTRI\n"}},
               FieldKind::Name);
  EXPECT_EQ(most.text, "SITI AMINAH");
  EXPECT_EQ(most.rule, Rule::Agreed);
  const Value longer = value_of({{"a", "name\nSITI\n"}, {"b", "name\nSITI AMINAH\n"}}, FieldKind::Name);
  EXPECT_EQ(longer.text, "SITI AMINAH");
  EXPECT_EQ(longer.rule, Rule::BestQuality);
}

TEST(MasterList, AnAbbreviationLosesToTheNameInFullHoweverOftenItStands) {
  EXPECT_EQ(
      value_of({{"a", "name\nSITI N\n"}, {"b", "name\nSITI N\n"}, {"c", "name\nSITI NURJANAH\n"}}, FieldKind::Name)
          .text,
      "SITI NURJANAH");
}

TEST(MasterList, ADateTypedForWantOfOneLoses) {
  const Value date = value_of({{"a", "name,birth_date\nSITI,01/01/1970\n"},
                               {"b", "name,birth_date\nSITI,01/01/1970\n"},
                               {"c", "name,birth_date\nSITI,23/04/1970\n"}},
                              FieldKind::BirthDate);
  EXPECT_EQ(date.text, "1970-04-23");
  EXPECT_EQ(date.rule, Rule::BestQuality);
}

TEST(MasterList, TheDecileIsThatOfDtsenElseOfTheNewestList) {
  const CsvList old{"a", "name,decile\nSITI,1\n", "register", "general", "", "2022-01-01"};
  const CsvList fresh{"b", "name,decile\nSITI,4\n", "register", "general", "", "2024-01-01"};
  const CsvList dtsen{"c", "name,decile\nSITI,2\n", "register", "dtsen", "", "2023-01-01"};
  EXPECT_EQ(value_of({old, fresh}, FieldKind::Decile).text, "4");
  EXPECT_EQ(value_of({old, fresh}, FieldKind::Decile).rule, Rule::Newest);
  EXPECT_EQ(value_of({old, fresh, dtsen}, FieldKind::Decile).text, "2");
  EXPECT_EQ(value_of({old, fresh, dtsen}, FieldKind::Decile).rule, Rule::Authority);
}

TEST(MasterList, TheVillageIsThatOfMostListsThenOfTheNewest) {
  const CsvList a{"a", "name,village,district\nSITI,Sukamaju,Cibogo\n", "register", "general", "", "2022-01-01"};
  const CsvList b{"b", "name,village,district\nSITI,DESA SUKAMAJU,CIBOGO\n", "register", "general", "", "2022-01-01"};
  const CsvList c{"c", "name,village,district\nSITI,Mekarsari,Cibogo\n", "civil_registry", "general", "", "2025-01-01"};
  EXPECT_EQ(value_of({a, b, c}, FieldKind::Village).text, "Sukamaju");
  EXPECT_EQ(value_of({a, c}, FieldKind::Village).text, "Mekarsari");
  EXPECT_EQ(value_of({a, c}, FieldKind::Village).rule, Rule::Newest);
}

TEST(MasterList, MissingStaysEmpty) {
  Lists lists{{{"a", "nik,name,birth_date,decile,occupation\n,SITI AMINAH,,6-10,-\n"}}};
  const MasterList master = lists.master();
  for (const FieldKind field : {FieldKind::Nik, FieldKind::BirthDate, FieldKind::Decile, FieldKind::Sex,
                                FieldKind::Village, FieldKind::Occupation, FieldKind::VitalStatus}) {
    EXPECT_EQ(master.resolve(0, field).text, "") << table::to_text({field, {}});
    EXPECT_EQ(master.resolve(0, field).rule, Rule::None);
  }
  EXPECT_EQ(master.age(0), -1);
  EXPECT_FALSE(master.has(0, Flag::Poorest));
}

TEST(MasterList, WhoDisagreesIsKept) {
  Lists lists{{{"a", "name,birth_date\nSITI AMINAH,12/05/1970\n"},
               {"b", "name,birth_date\nSiti Aminah,1970-05-12\n"},
               {"c", "name,birth_date\nSITI MINAH,\n"}}};
  const MasterList master = lists.master({{0, 1, 2}});
  EXPECT_EQ(master.resolve(0, FieldKind::BirthDate).rule, Rule::Agreed);
  EXPECT_TRUE(master.dissenters(0, FieldKind::BirthDate).empty()); // another dress of one date
  const std::vector<Dissenter> dissenters = master.dissenters(0, FieldKind::Name);
  ASSERT_EQ(dissenters.size(), 1U);
  EXPECT_EQ(dissenters[0].text, "SITI MINAH");
  EXPECT_EQ(dissenters[0].row, 2U);
  EXPECT_TRUE(master.has(0, Flag::Differs));
}

TEST(MasterList, ADuplicateInOneListHasOneVote) {
  EXPECT_EQ(value_of({{"a", "name,village\nSITI,Sukamaju\nSITI,Sukamaju\nSITI,Sukamaju\n", "register", "general", "",
                       "2020-01-01"},
                      {"b", "name,village\nSITI,Mekarsari\n", "register", "general", "", "2021-01-01"}},
                     FieldKind::Village)
                .text,
            "Mekarsari");
}

TEST(MasterList, AgesAreCountedOnTheDayOfTheRun) {
  Lists lists{{{"a", "name,birth_date\nTUA,1966-11-22\nHAMPIR,1966-11-23\nANAK,2010-01-01\n"}}};
  const MasterList master = lists.master();
  EXPECT_EQ(master.age(0), 60);
  EXPECT_EQ(master.age(1), 59);
  EXPECT_TRUE(master.has(0, Flag::Elderly));
  EXPECT_FALSE(master.has(1, Flag::Elderly));
  EXPECT_TRUE(master.has(2, Flag::Child));
  const MasterList undated = lists.master({}, {}, "");
  EXPECT_EQ(undated.age(0), -1);
  EXPECT_FALSE(undated.has(0, Flag::Elderly));
}

TEST(MasterList, WhoStandsOnlyOnRegistersThatHaveRunOutIsMarked) {
  const CsvList old{"a", "name\nSITI\nBUDI\n", "register", "general", "", "", "2024-12-31"};
  const CsvList valid{"b", "name\nBUDI\n", "register", "general", "", "", "2026-11-22"}; // the last day still counts
  const CsvList undated{"c", "name\nRINA\n"};
  const CsvList paid{"d", "name\nANAK\nWATI\n", "recipients", "general", "", "", "2020-01-01"};
  Lists lists{{old, valid, undated, paid}};
  // SITI; BUDI of both; RINA; ANAK, a child of SITI; WATI on no register.
  const std::vector<std::vector<std::uint32_t>> persons{{0}, {1, 2}, {3}, {4}, {5}};
  const MasterList master = lists.master(persons, {{0, 3}});
  const auto marked = [](const MasterList& of) {
    std::vector<bool> marks;
    for (std::uint32_t person = 0; person < 5; ++person) {
      marks.push_back(of.has(person, Flag::ExpiredBasis));
    }
    return marks;
  };
  EXPECT_EQ(marked(master), (std::vector<bool>{true, false, false, true, false}));
  EXPECT_TRUE(master.basis_expired(master.families().of_person[0]));
  EXPECT_FALSE(master.basis_expired(master.families().of_person[1]));
  EXPECT_EQ(marked(lists.master(persons, {{0, 3}}, "")), std::vector<bool>(5, false)) << "nobody knows what day it is";
}

TEST(MasterList, FlagsTellNoNumberFromADamagedOneAndFromAListWithoutTheColumn) {
  Lists lists{{{"a", "nik,name\n,SITI AMINAH\n9901011205700000,BUDI SANTOSO\n9901011205700003,JOKO SUPARMAN\n"},
               {"b", "name\nWARSINIH\n"}}};
  const MasterList master = lists.master();
  EXPECT_TRUE(master.has(0, Flag::NikMissing));
  EXPECT_TRUE(master.has(1, Flag::NikDamaged));
  EXPECT_FALSE(master.has(1, Flag::NikMissing));
  EXPECT_FALSE(master.has(2, Flag::NikMissing) || master.has(2, Flag::NikDamaged));
  EXPECT_FALSE(master.has(3, Flag::NikMissing)); // nobody asked for it
}

TEST(MasterList, TheHeadIsWhomTheListsCallSoElseTheEldest) {
  Lists lists{{{"a", "name,relation,birth_date\nIBU,ISTRI,1950-01-02\nBAPAK,KEPALA "
                     "KELUARGA,1960-01-02\nNENEK,,1940-05-06\nCUCU,,2015-05-06\n"}}};
  const MasterList master = lists.master({}, {{0, 1}, {2, 3}});
  EXPECT_EQ(master.head_of(0), 1U);
  EXPECT_EQ(master.head_of(1), 2U);
}

TEST(MasterList, CompositeColumnsAnswerForTheirParts) {
  const std::vector<CsvList> lists{{"a", "given_name,family_name,birth_place_date,hamlet,rt_rw\nAnna,Schmidt,\"Serang, "
                                         "12-05-1970\",Kp. Cibogo,001/002\n"}};
  EXPECT_EQ(value_of(lists, FieldKind::Name).text, "Anna Schmidt");
  EXPECT_EQ(value_of(lists, FieldKind::BirthPlace).text, "Serang");
  EXPECT_EQ(value_of(lists, FieldKind::BirthDate).text, "1970-05-12");
  EXPECT_EQ(value_of(lists, FieldKind::Address).text, "Kp. Cibogo");
  EXPECT_EQ(value_of(lists, FieldKind::Rt).text, "001");
  EXPECT_EQ(value_of(lists, FieldKind::Rw).text, "002");
}

} // namespace
} // namespace padan::resolve
