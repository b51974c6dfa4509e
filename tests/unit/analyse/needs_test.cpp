#include "padan/analyse/needs.hpp"

#include <gtest/gtest.h>

#include "support/lists.hpp"

namespace padan::analyse {
namespace {

using support::CsvList;
using support::Lists;
using Groups = std::vector<std::vector<std::uint32_t>>;

Needs needs_of(const std::vector<CsvList>& written, const Groups& persons = {}, const Groups& families = {},
               std::string_view as_of = "2026-11-22") {
  Lists lists(written);
  return Needs(lists.master(persons, families, as_of), lists.cards);
}

TEST(Needs, IllnessIsReadInWordsAndInCodes) {
  const Needs words = needs_of({{"a", "name,chronic_illness,disability\nSITI,Hipertensi,Tidak ada\nBUDI,TIDAK,Netra\n"
                                      "JOKO,,-\nRINA,2. Tidak,SEHAT\n"}});
  EXPECT_TRUE(words.persons()[0].has(Need::Sick));
  EXPECT_TRUE(words.persons()[0].lacks(Need::Disabled));
  EXPECT_TRUE(words.persons()[1].lacks(Need::Sick));
  EXPECT_TRUE(words.persons()[1].has(Need::Disabled));
  EXPECT_EQ(words.persons()[2].unknown & need_bit(Need::Sick), need_bit(Need::Sick)) << "blank is not healthy";
  EXPECT_TRUE(words.persons()[3].lacks(Need::Sick));
  EXPECT_TRUE(words.persons()[3].lacks(Need::Disabled));

  const Needs yes_no = needs_of({{"a", "name,chronic_illness\nSITI,1\nBUDI,2\nJOKO,0\n"}});
  EXPECT_TRUE(yes_no.persons()[0].has(Need::Sick));
  EXPECT_TRUE(yes_no.persons()[1].lacks(Need::Sick));
  EXPECT_TRUE(yes_no.persons()[2].lacks(Need::Sick));

  const std::string kinds = "name,chronic_illness\nSITI,1\nBUDI,7\n";
  const Needs dtsen = needs_of({{"a", kinds, "register", "dtsen"}});
  EXPECT_TRUE(dtsen.persons()[0].lacks(Need::Sick));
  EXPECT_TRUE(dtsen.persons()[1].has(Need::Sick));
  const Needs other = needs_of({{"a", kinds}});
  EXPECT_NE(other.persons()[0].unknown & need_bit(Need::Sick), 0) << "nobody knows what 1 means in a list of numbers";
  EXPECT_TRUE(other.persons()[1].has(Need::Sick));
}

TEST(Needs, OneListThatSaysSoIsEnough) {
  const Needs needs =
      needs_of({{"a", "name,chronic_illness\nSITI,Tidak\n"}, {"b", "name,chronic_illness\nSITI,Asma\n"}}, {{0, 1}});
  EXPECT_TRUE(needs.persons()[0].has(Need::Sick));
}

TEST(Needs, TheLatestMeasurementOfAChildCounts) {
  const Needs needs = needs_of({{"a", "name,birth_date,stunting,measured_on\n"
                                      "DIAN,2024-03-04,Pendek,2026-01-05\nDIAN,2024-03-04,Normal,2026-07-05\n"
                                      "DEWI,2024-03-04,Normal,2026-01-05\nDEWI,2024-03-04,Sangat Pendek,2026-07-05\n"
                                      "TONO,2025-05-06,,2026-07-05\nBUDI,1980-05-06,,\n"}},
                               {{0, 1}, {2, 3}, {4}, {5}});
  EXPECT_TRUE(needs.persons()[0].lacks(Need::Stunted));
  EXPECT_TRUE(needs.persons()[1].has(Need::Stunted));
  EXPECT_NE(needs.persons()[2].unknown & need_bit(Need::Stunted), 0);
  EXPECT_TRUE(needs.persons()[3].lacks(Need::Stunted)) << "no question of a grown man";
}

TEST(Needs, AgeFollowsTheRuleAndMissingIsUnknown) {
  Lists lists(std::vector<CsvList>{{"a", "name,birth_date\nSITI,1964-01-02\nBUDI,1970-01-02\nJOKO,\n"}});
  const resolve::MasterList master = lists.master();
  const Needs needs(master, lists.cards);
  EXPECT_TRUE(needs.persons()[0].has(Need::Elderly));
  EXPECT_TRUE(needs.persons()[1].lacks(Need::Elderly));
  EXPECT_NE(needs.persons()[2].unknown & need_bit(Need::Elderly), 0);
  EXPECT_EQ(needs.persons()[2].age, Situation::kUnknownAge);
  EXPECT_TRUE(Needs(master, lists.cards, {55}).persons()[1].has(Need::Elderly));
}

TEST(Needs, AloneTakesAListThatWouldNameTheOthers) {
  const std::string members = "name,kk,relation\nSITI,9901011205100001,KEPALA KELUARGA\n"
                              "BUDI,9901011205100002,KEPALA KELUARGA\nINAH,9901011205100002,ISTRI\n"
                              "TUTI,9901011205100002,ANAK\n";
  const Needs proven = needs_of({{"a", members}}, {}, {{0}, {1, 2, 3}});
  EXPECT_TRUE(proven.persons()[0].has(Need::Alone));
  EXPECT_TRUE(proven.families()[0].has(Need::Alone));
  EXPECT_TRUE(proven.persons()[1].lacks(Need::Alone));
  const Needs heads = needs_of({{"a", "name,kk\nSITI,9901011205100001\nBUDI,9901011205100002\n"}});
  EXPECT_NE(heads.persons()[0].unknown & need_bit(Need::Alone), 0) << "a list of heads proves nothing";
  const Needs widowed = needs_of({{"a", "name,vital_status\nSITI,HIDUP\nBUDI,MENINGGAL\n"}}, {}, {{0, 1}});
  EXPECT_TRUE(widowed.persons()[0].has(Need::Alone));
  EXPECT_FALSE(widowed.persons()[1].present);
}

TEST(Needs, AidIsOfTheFamilyAndSilenceOfAllListsIsUnknown) {
  const Needs needs = needs_of({{"a", "name,programme:pkh\nSITI,YA\nANAK,\nJOKO,TIDAK\n"}}, {}, {{0, 1}, {2}});
  EXPECT_TRUE(needs.persons()[1].lacks(Need::NoAid));
  EXPECT_TRUE(needs.persons()[2].has(Need::NoAid));
  EXPECT_TRUE(needs.families()[1].has(Need::NoAid));
  const Needs silent = needs_of({{"a", "name,decile\nSITI,1\n"}});
  EXPECT_NE(silent.persons()[0].unknown & need_bit(Need::NoAid), 0);
  EXPECT_FALSE(silent.asked(Need::NoAid));
}

TEST(Needs, ADecileIsOfTheFamilyAndTheHeadIsWhoIsCalledSo) {
  const Needs needs = needs_of({{"a", "name,sex,relation,decile,birth_date\nSITI,P,KEPALA KELUARGA,3,1970-01-01\n"
                                      "ANAK,L,ANAK,,2000-01-01\nRINA,P,,,1970-01-01\n"}},
                               {}, {{0, 1}, {2}});
  EXPECT_EQ(needs.persons()[1].decile, 3);
  EXPECT_EQ(needs.persons()[2].decile, 0);
  EXPECT_TRUE(needs.persons()[0].has(Need::FemaleHead));
  EXPECT_TRUE(needs.persons()[1].lacks(Need::FemaleHead));
  EXPECT_TRUE(needs.families()[0].has(Need::FemaleHead));
  EXPECT_NE(needs.persons()[2].unknown & need_bit(Need::FemaleHead), 0) << "nobody has called her head";
}

} // namespace
} // namespace padan::analyse
