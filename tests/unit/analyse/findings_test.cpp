#include "padan/analyse/findings.hpp"

#include <gtest/gtest.h>

#include "support/lists.hpp"

// Regions 99 do not exist: no number here can be anybody's.

namespace padan::analyse {
namespace {

using support::CsvList;
using support::Lists;
using Groups = std::vector<std::vector<std::uint32_t>>;

struct Told {
  Code code;
  std::uint32_t subject;
  RowId row;
  std::string evidence;
  std::string owner;
};

std::vector<Told> findings_of(const std::vector<CsvList>& written, const Groups& persons = {},
                              const Groups& families = {}, std::string_view as_of = "2026-11-22") {
  Lists lists(written);
  const resolve::MasterList master = lists.master(persons, families, as_of);
  const Findings findings(master, lists.cards);
  std::vector<Told> told;
  findings.for_each([&](const Finding& finding) {
    std::string evidence;
    for (const EvidencePart& part : findings.evidence(finding)) {
      evidence.append(part.field).append("=").append(part.value).append("|").append(part.against).append(";");
    }
    told.push_back({finding.code, finding.subject, finding.row, evidence, findings.owner(finding)});
  });
  EXPECT_EQ(told.size(), findings.total());
  return told;
}

std::vector<Told> only(Code code, const std::vector<Told>& told) {
  std::vector<Told> some;
  for (const Told& one : told) {
    if (one.code == code) {
      some.push_back(one);
    }
  }
  return some;
}

TEST(Findings, NumbersAreJudgedByTheirDamage) {
  const std::vector<Told> told = findings_of({{"a",
                                               "nik,kk,name\n9901011205700003,9901011205100001,BAIK\n,9901011205100000,"
                                               "KOSONG SEKALI\n9901011205700000,,HILANG\n9901013905700003,,SALAH\n"
                                               "3.20901E+15,,ILMIAH\n1111111111111111,,ISIAN\n",
                                               "register", "general", "Dinsos"}});
  ASSERT_EQ(only(Code::NikMissing, told).size(), 1U);
  EXPECT_EQ(only(Code::NikMissing, told)[0].subject, 1U);
  EXPECT_EQ(only(Code::NikMissing, told)[0].owner, "Dinsos");
  ASSERT_EQ(only(Code::NikDamaged, told).size(), 2U);
  EXPECT_EQ(only(Code::NikDamaged, told)[0].subject, 2U);
  EXPECT_EQ(only(Code::NikDamaged, told)[1].evidence, "nik=3.20901E+15|;");
  ASSERT_EQ(only(Code::NikInvalid, told).size(), 2U);
  EXPECT_EQ(only(Code::NikInvalid, told)[0].subject, 3U);
  EXPECT_EQ(only(Code::KkInvalid, told).size(), 1U);
}

TEST(Findings, AListWithoutANikColumnLacksNoNik) {
  EXPECT_TRUE(
      findings_of({{"a", "name,birth_date\nSITI AMINAH,2020-03-04\n"}}).empty()); // nor is the child without one
}

TEST(Findings, ADamagedNumberNamesTheGoodOneOfAnotherList) {
  const std::vector<Told> told =
      findings_of({{"a", "nik,name\n9901011205700000,SITI\n"}, {"b", "nik,name\n9901011205700003,SITI\n"}}, {{0, 1}});
  ASSERT_EQ(only(Code::NikDamaged, told).size(), 1U);
  EXPECT_EQ(only(Code::NikDamaged, told)[0].evidence, "nik=9901011205700000|9901011205700003;");
}

TEST(Findings, OneNikOfTwoPersonsAndTwoNiksOfOne) {
  const std::vector<Told> told = findings_of({{"a", "nik,name\n9901011205700003,SITI\n9901011205700003,BUDI\n"},
                                              {"b", "nik,name\n9902020101800001,SITI\n"},
                                              {"c", "nik,name\n9902020101800002,SITI\n"}},
                                             {{0, 2, 3}, {1}});
  const std::vector<Told> shared = only(Code::NikShared, told);
  ASSERT_EQ(shared.size(), 2U);
  EXPECT_EQ(shared[0].subject, 0U);
  EXPECT_EQ(shared[1].subject, 1U);
  EXPECT_EQ(shared[0].owner, "Disdukcapil");
  ASSERT_EQ(only(Code::NikSecond, told).size(), 1U); // the third is a slip of the second
  EXPECT_EQ(only(Code::NikSecond, told)[0].row, 2U);
}

TEST(Findings, DuplicatesAreTheFurtherRowsOfOneList) {
  const std::vector<Told> told = findings_of({{"a", "name\nSITI\nBUDI\nSITI\n"}, {"b", "name\nSITI\n"}}, {{0, 2, 3}});
  ASSERT_EQ(only(Code::DuplicateInSource, told).size(), 1U);
  EXPECT_EQ(only(Code::DuplicateInSource, told)[0].subject, 2U);
  EXPECT_EQ(only(Code::DuplicateInSource, told)[0].evidence, "row=3|1;");
}

TEST(Findings, IdentityIsHeldAgainstTheRegistry) {
  const std::vector<Told> told = findings_of({{"a", "name,birth_date\nSITI MINAH,1970-05-12\n"},
                                              {"z", "name,birth_date\nSITI AMINAH,12/05/1970\n", "civil_registry"}},
                                             {{0, 1}});
  ASSERT_EQ(only(Code::IdentityDiffers, told).size(), 1U);
  EXPECT_EQ(only(Code::IdentityDiffers, told)[0].subject, 0U);
  EXPECT_EQ(only(Code::IdentityDiffers, told)[0].evidence, "name=SITI MINAH|SITI AMINAH;");
}

TEST(Findings, TheRegistryIsMissedOnlyWhereItIsThere) {
  const CsvList list{"a", "name,village,district\nSITI,Satu,Utara\nBUDI,Dua,Selatan\n"};
  const CsvList registry{"z", "name,village,district\nJOKO,Satu,Utara\n", "civil_registry"};
  EXPECT_TRUE(only(Code::NotInCivilRegistry, findings_of({list})).empty());
  const std::vector<Told> told = only(Code::NotInCivilRegistry, findings_of({list, registry}));
  ASSERT_EQ(told.size(), 1U); // it says nothing about the south
  EXPECT_EQ(told[0].subject, 0U);
}

TEST(Findings, TheDeadAreFoundOnListsAndAmongRecipients) {
  const std::vector<CsvList> lists{{"a", "name,vital_status\nSITI,\n"},
                                   {"b", "name\nSITI\n", "recipients"},
                                   {"c", "name,vital_status\nSITI,MENINGGAL\n"},
                                   {"z", "name,vital_status\nSITI,MENINGGAL\n", "civil_registry"}};
  const std::vector<Told> told = findings_of(lists, {{0, 1, 2, 3}});
  EXPECT_EQ(only(Code::DeceasedOnList, told).size(), 2U); // a and b; c says so itself
  ASSERT_EQ(only(Code::DeceasedReceiving, told).size(), 1U);
  EXPECT_EQ(only(Code::DeceasedReceiving, told)[0].row, 1U);
  EXPECT_EQ(only(Code::DeceasedReceiving, told)[0].evidence, "vital_status=dead|z;programme=b|;");
}

TEST(Findings, WhoMovedIsNotDead) {
  const std::vector<Told> told = findings_of(
      {{"a", "name,programme:pkh\nSITI,YA\n"}, {"z", "name,vital_status\nSITI,PINDAH\n", "civil_registry"}}, {{0, 1}});
  EXPECT_EQ(only(Code::MovedOnList, told).size(), 1U);
  EXPECT_EQ(only(Code::MovedReceiving, told).size(), 1U);
  EXPECT_TRUE(only(Code::DeceasedOnList, told).empty());
}

TEST(Findings, ReceivingNotRegisteredLooksAtTheFamilyAndNeedsARegister) {
  const CsvList paid{"a", "name\nSITI\nBUDI\n", "recipients"};
  const CsvList registered{"b", "name\nSUAMI SITI\n", "register"};
  EXPECT_TRUE(only(Code::ReceivingNotRegistered, findings_of({paid})).empty());
  const std::vector<Told> told = only(Code::ReceivingNotRegistered, findings_of({paid, registered}, {}, {{0, 2}}));
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].subject, 1U);
}

TEST(Findings, WithoutAnyProgrammeNobodyIsWithoutAid) {
  EXPECT_TRUE(only(Code::PoorestWithoutAid, findings_of({{"a", "name,decile\nSITI,1\n"}})).empty());
  const std::vector<CsvList> lists{
      {"a", "name,decile,programme:pkh\nSITI,1,TIDAK\nBUDI,1,TIDAK\nIBU BUDI,,YA\nJOKO,,TIDAK\n"}};
  const std::vector<Told> told = only(Code::PoorestWithoutAid, findings_of(lists, {}, {{0}, {1, 2}, {3}}));
  ASSERT_EQ(told.size(), 1U); // Budi's family receives, Joko's decile is not known
  EXPECT_EQ(told[0].subject, 0U);
}

TEST(Findings, OneAidTwiceInAFamilyUnlessItIsForPersons) {
  const Groups family{{0, 1}};
  EXPECT_EQ(only(Code::SameAidTwice, findings_of({{"PKH", "name\nSITI\nBUDI\n", "recipients"}}, {}, family)).size(),
            1U);
  EXPECT_TRUE(
      only(Code::SameAidTwice, findings_of({{"x", "name\nSITI\nBUDI\n", "recipients", "pbi"}}, {}, family)).empty());
  EXPECT_TRUE(
      only(Code::SameAidTwice, findings_of({{"x", "name,programme:pkh\nSITI,YA\nBUDI,YA\n", "register"}}, {}, family))
          .empty());
}

TEST(Findings, PbiFollowsTheDecileWhereBothAreKnown) {
  const CsvList register_list{"a", "name,decile\nMISKIN,2\nKAYA,9\nENTAH,\nSUDAH,1\n"};
  const CsvList pbi{"b", "name\nKAYA\nSUDAH\n", "recipients", "pbi"};
  EXPECT_TRUE(only(Code::PbiMissing, findings_of({register_list})).empty());
  const std::vector<Told> told = findings_of({register_list, pbi}, {{0}, {1, 4}, {2}, {3, 5}});
  ASSERT_EQ(only(Code::PbiMissing, told).size(), 1U);
  EXPECT_EQ(only(Code::PbiMissing, told)[0].subject, 0U);
  ASSERT_EQ(only(Code::PbiNotPoor, told).size(), 1U);
  EXPECT_EQ(only(Code::PbiNotPoor, told)[0].row, 4U);
}

TEST(Findings, OutsideTheRegionOfNearlyAllRows) {
  std::string csv = "name,region_code\n";
  for (int i = 0; i < 9; ++i) {
    csv += "SITI,3304012001\n";
  }
  const std::vector<Told> told = only(Code::OutsideRegion, findings_of({{"a", csv + "BUDI,3209012001\nJOKO,\n"}}));
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].subject, 9U);
  EXPECT_EQ(told[0].evidence, "regency=3209|3304;");
}

TEST(Findings, ChildrenWithoutNikAndTheElderlyAlone) {
  const CsvList list{
      "a",
      "nik,kk,name,birth_date\n,9901011205100001,ANAK,2015-03-04\n9901011205600003,9901011205100001,IBU,1980-05-"
      "12\n9901011205400003,9901011205100002,NENEK,1940-05-12\n"
      "9901011205450003,9901011205100003,KAKEK,1945-05-12\n9901011205460003,9901011205100003,NENEK LAIN,1946-05-12\n"};
  const Groups families{{0, 1}, {2}, {3, 4}};
  const std::vector<Told> told = findings_of({list}, {}, families);
  ASSERT_EQ(only(Code::ChildWithoutNik, told).size(), 1U);
  EXPECT_EQ(only(Code::ChildWithoutNik, told)[0].subject, 0U);
  ASSERT_EQ(only(Code::ElderlyAlone, told).size(), 1U);
  EXPECT_EQ(only(Code::ElderlyAlone, told)[0].subject, 2U);
  EXPECT_TRUE(only(Code::ElderlyAlone, findings_of({list}, {}, families, "")).empty()); // no day, no age
}

TEST(Findings, AListOfHeadsDoesNotMakeAnybodyAlone) {
  EXPECT_TRUE(
      only(Code::ElderlyAlone,
           findings_of(
               {{"a", "kk,name,birth_date\n9901011205100001,SITI,1940-05-12\n9901011205100002,BUDI,1941-05-12\n"}}))
          .empty());
}

TEST(Findings, AnExpiredListIsTold) {
  CsvList list{"a", "name\nSITI\n", "register", "general", "Kemenko PMK", "", "2024-12-31"};
  const std::vector<Told> told = findings_of({list});
  ASSERT_EQ(only(Code::BasisExpired, told).size(), 1U);
  EXPECT_EQ(told[0].owner, "Kemenko PMK");
  EXPECT_EQ(told[0].evidence, "valid_until=2024-12-31|;");
  list.valid_until = "2026-11-22"; // the last day still counts
  EXPECT_TRUE(findings_of({list}).empty());
}

TEST(Findings, CodesReadBack) {
  for (std::uint32_t i = 0; i < kCodes; ++i) {
    Code code{};
    ASSERT_TRUE(parse_code(to_text(static_cast<Code>(i)), code));
    EXPECT_EQ(code, static_cast<Code>(i));
  }
  Code code{};
  EXPECT_FALSE(parse_code("nik", code));
}

} // namespace
} // namespace padan::analyse
