// Rows as comparison sees them: what the columns of a list together say.

#include <gtest/gtest.h>

#include "support/corpora.hpp"

namespace {

using namespace padan::prepare;
using padan::support::corpus_of;
using padan::support::List;

TEST(Corpus, OneRow) {
  const Corpus corpus = corpus_of({{"a",
                                    "nik|kk|name|birth_date|sex|relation|decile|rt_rw",
                                    {"3304014101800001|3304010101130001|SITI AMINAH|01-01-1980|P|ISTRI|2|001/002"}}});
  const Record& record = corpus.records.at(0);
  EXPECT_EQ(record.nik, 3304014101800001u);
  EXPECT_EQ(record.kk, 3304010101130001u);
  EXPECT_EQ(corpus.names.phrase(record.name), "SITI AMINAH");
  EXPECT_EQ(record.birth.state, DateState::Default);
  EXPECT_FALSE(record.birth_from_nik);
  EXPECT_EQ(record.sex, Sex::Female);
  EXPECT_EQ(record.relation, Relation::Spouse);
  EXPECT_EQ(record.decile, 2);
  EXPECT_EQ(record.rt, 1);
  EXPECT_EQ(record.rw, 2);
}

TEST(Corpus, StepsOfAnySize) {
  std::vector<std::string> rows;
  for (int i = 0; i < 10; ++i) {
    rows.push_back("NAMA " + std::string(1, static_cast<char>('A' + i)));
  }
  const Corpus one = corpus_of({{"a", "name", rows}, {"b", "name", rows}}, 1);
  EXPECT_EQ(one.rows(), 20u);
  EXPECT_EQ(one.sources.at(1).begin, 10u);
  EXPECT_EQ(one.sources.at(1).end, 20u);
  EXPECT_EQ(one.records.at(3).name, one.records.at(13).name);
}

TEST(Corpus, NikGivesBirthAndSex) {
  const Corpus corpus = corpus_of({{"a",
                                    "nik|name|age|birth_date",
                                    {"3304014505800001|A", "3304010505100001|B", "3304010505200001|C|102",
                                     "3304015505800000|D", "3304010505800001|E||06-06-1981"}}});
  const auto& r = corpus.records;
  EXPECT_EQ(r[0].sex, Sex::Female);
  EXPECT_TRUE(r[0].birth_from_nik);
  EXPECT_EQ(r[0].birth.packed(), (Date{1980, 0, 5, 5, DateState::Full}.packed()));
  EXPECT_EQ(r[1].birth.year, 2010);
  EXPECT_EQ(r[2].birth.year, 1920);                // the age settles the century
  EXPECT_EQ(r[3].birth.state, DateState::Missing); // a damaged number gives nothing
  EXPECT_EQ(r[3].sex, Sex::Unknown);
  EXPECT_FALSE(r[4].birth_from_nik); // what the list says stands
  EXPECT_EQ(r[4].birth.year, 1981);
}

TEST(Corpus, AgeIsAnInterval) {
  const Corpus corpus =
      corpus_of({{"a", "name|age", {"A|40", "B|40 tahun", "C|8 bulan", "D|2 tahun 8 bulan", "E|-", "F|999"}}});
  const auto year = [&](std::size_t row) { return corpus.records[row].birth.year; };
  EXPECT_EQ(year(0), 1986);
  EXPECT_EQ(year(1), 1986);
  EXPECT_EQ(year(2), 2026);
  EXPECT_EQ(year(3), 2024);
  EXPECT_EQ(corpus.records[0].birth.state, DateState::YearOnly);
  EXPECT_EQ(corpus.records[0].birth.spread, 2);
  EXPECT_EQ(corpus.records[4].birth.state, DateState::Missing);
  EXPECT_EQ(corpus.records[5].birth.state, DateState::Missing);
}

TEST(Corpus, PlaceAndDateInOneCell) {
  const Corpus corpus =
      corpus_of({{"a", "name|birth_place_date", {"A|SERANG, 12-05-1970", "B|SERANG", "C|12 MEI 1970"}}});
  EXPECT_EQ(corpus.records[0].birth.packed(), corpus.records[2].birth.packed());
  EXPECT_EQ(corpus.records[0].birth.month, 5);
  EXPECT_EQ(corpus.records[1].birth.state, DateState::Missing);
}

TEST(Corpus, TheColumnDecidesTheOrderOfItsDates) {
  const Corpus corpus = corpus_of({{"a", "name|birth_date", {"A|05/06/1970", "B|05/13/1970"}},
                                   {"b", "name|birth_date", {"A|05/06/1970", "B|13/05/1970"}}});
  EXPECT_EQ(corpus.records[0].birth.month, 5);
  EXPECT_EQ(corpus.records[2].birth.month, 6);
}

TEST(Corpus, Parents) {
  const Corpus corpus = corpus_of({{"a", "name|parent_name", {"A|SARKIM / SITI", "B|SARKIM", "C|SARKIM / TIDAK ADA"}},
                                   {"b", "name|mother_name|father_name", {"D|SITI|SARKIM"}}});
  const auto& r = corpus.records;
  EXPECT_EQ(corpus.names.phrase(r[0].father), "SARKIM");
  EXPECT_EQ(corpus.names.phrase(r[0].mother), "SITI");
  EXPECT_TRUE(r[1].parent_is_either);
  EXPECT_EQ(r[1].mother, 0u);
  EXPECT_EQ(r[2].mother, 0u);
  EXPECT_FALSE(r[3].parent_is_either);
  EXPECT_EQ(r[3].mother, r[0].mother);
}

TEST(Corpus, GivenAndFamilyNames) {
  const Corpus corpus = corpus_of({{"a", "given_name|family_name|alias", {"BUDI|NASUTION|UCOK", "BUDI||"}}});
  EXPECT_EQ(corpus.names.phrase(corpus.records[0].name), "BUDI NASUTION");
  EXPECT_EQ(corpus.names.phrase(corpus.records[0].alias), "UCOK");
  EXPECT_EQ(corpus.names.phrase(corpus.records[1].name), "BUDI");
}

TEST(Corpus, AColumnWhoseNumbersAllEndInZero) {
  std::vector<std::string> lost;
  std::vector<std::string> kept;
  for (int i = 1; i <= 28; ++i) {
    const std::string start = "330401" + std::string(i < 10 ? "0" : "") + std::to_string(i) + "0580001";
    lost.push_back(start + "0|N");
    kept.push_back(start + (i % 10 == 1 ? "0|N" : "7|N"));
  }
  EXPECT_EQ(corpus_of({{"a", "nik|name", lost}}).records[0].nik_state, IdState::Prefix15);
  EXPECT_EQ(corpus_of({{"a", "nik|name", kept}}).records[0].nik_state, IdState::Good);
}

// --- places

std::vector<std::string> village_rows(const char* row, std::size_t count) {
  return std::vector<std::string>(count, row);
}

void append(std::vector<std::string>& rows, const std::vector<std::string>& more) {
  rows.insert(rows.end(), more.begin(), more.end());
}

TEST(Places, ASlipInTheVillageOrTheDistrictIsThatPlace) {
  std::vector<std::string> rows = village_rows("A|SUKAMAJU|MANDIRAJA", 40);
  append(rows,
         {"B|SUKAMJU|MANDIRAJA", "C|SUKAMAJU|MANDRAJA", "D|DESA SUKA MAJU|KEC. MANDIRAJA", "E|KEBANARAN|MANDIRAJA"});
  const Corpus corpus = corpus_of({{"a", "name|village|district", rows}});
  const std::uint32_t place = corpus.records[0].village;
  for (std::size_t row : {40u, 41u, 42u}) {
    EXPECT_EQ(corpus.records[row].village, place) << row;
    EXPECT_EQ(corpus.records[row].district, corpus.records[0].district) << row;
  }
  EXPECT_NE(corpus.records[43].village, place);
  EXPECT_EQ(corpus.places[place].rows, 43u);
}

TEST(Places, TwoVillagesOfLikeNameStayTwo) {
  std::vector<std::string> rows = village_rows("A|SUKAMAJU|MANDIRAJA", 20);
  append(rows, village_rows("B|SUKAMAJA|MANDIRAJA", 10)); // too frequent for a slip
  append(rows, {"C|SUKAMAJU 2|MANDIRAJA"});               // a number tells villages apart
  append(rows, {"D|SUKAMAJU|SUSUKAN"});
  const Corpus corpus = corpus_of({{"a", "name|village|district", rows}});
  EXPECT_NE(corpus.records[20].village, corpus.records[0].village);
  EXPECT_NE(corpus.records[30].village, corpus.records[0].village);
  EXPECT_NE(corpus.records[31].village, corpus.records[0].village);
}

TEST(Places, AVillageWithoutItsDistrict) {
  const Corpus corpus =
      corpus_of({{"a", "name|village|district", {"A|SUKAMAJU|MANDIRAJA", "B|SUKASARI|MANDIRAJA", "C|SUKASARI|SUSUKAN"}},
                 {"b", "name|village", {"D|Sukamaju", "E|Sukasari"}}});
  EXPECT_EQ(corpus.records[3].village, corpus.records[0].village);
  EXPECT_EQ(corpus.records[3].district, corpus.records[0].district);
  EXPECT_NE(corpus.records[4].village, corpus.records[1].village); // there are two
  EXPECT_NE(corpus.records[4].village, corpus.records[2].village);
  EXPECT_EQ(corpus.records[4].district, 0u);
}

TEST(Places, ACodeAlone) {
  const Corpus corpus = corpus_of(
      {{"a", "name|village|district|region_code", {"A|SUKAMAJU|MANDIRAJA|33.04.05.2001"}},
       {"b", "name|region_code", {"B|3304052001", "C|3304052009", "D|330405", "E|"}},
       {"c", "name|province_code|regency_code|district_code|village_code", {"F|33|4|5|2001", "G|33|04|05|2001"}}});
  const std::uint32_t place = corpus.records[0].village;
  EXPECT_EQ(corpus.records[1].village, place);
  EXPECT_EQ(corpus.records[1].district, corpus.records[0].district);
  EXPECT_NE(corpus.records[2].village, place);
  EXPECT_NE(corpus.records[2].village, 0u);
  EXPECT_EQ(corpus.records[3].village, 0u); // six digits name a district
  EXPECT_EQ(corpus.records[4].village, 0u);
  EXPECT_EQ(corpus.records[5].village, place);
  EXPECT_EQ(corpus.records[6].village, place);
  EXPECT_EQ(corpus.places[place].code, 3304052001u);
}

// --- numbers that lists share

TEST(Extras, FamilyNumbersRepeatAmongDifferentPeople) {
  const Corpus corpus =
      corpus_of({{"a",
                  "name|birth_date|id:dtks|id:kis",
                  {"A|02-02-1980|K1|P1", "B|03-03-1985|K1|P2", "C|04-04-2010|K1|P3", "D|05-05-1990|K2|P4",
                   "E|06-06-1991|K2|P5", "F|07-07-1991|K2|P6"}},
                 {"b", "name|birth_date|id:dtks|id:kis", {"A|02-02-1980|K1|P1", "E|06-06-1991|K2|P5"}}});
  ASSERT_EQ(corpus.extras.size(), 2u);
  for (const Extra& extra : corpus.extras) {
    EXPECT_EQ(extra.of_family, extra.name == "id:dtks") << extra.name;
  }
}

TEST(Extras, PhonesInTheirForms) {
  const Corpus corpus = corpus_of(
      {{"a",
        "name|phone",
        {"A|0812-3456-789", "B|+62 812 3456 789", "C|8123456789", "D|62812 3456789", "E|-", "F|12", "G|000000000"}}});
  ASSERT_EQ(corpus.extras.size(), 1u);
  const auto& codes = corpus.extras[0].codes;
  for (std::size_t row : {1u, 2u, 3u}) {
    EXPECT_EQ(codes[row], codes[0]);
  }
  for (std::size_t row : {4u, 5u, 6u}) {
    EXPECT_EQ(codes[row], 0u);
  }
}

TEST(Extras, BirthPlacesWithAndWithoutKota) {
  const Corpus corpus = corpus_of({{"a", "name|birth_place", {"A|KOTA SERANG", "B|Serang", "C|KAB. SERANG"}}});
  ASSERT_EQ(corpus.extras.size(), 1u);
  EXPECT_EQ(corpus.extras[0].codes[0], corpus.extras[0].codes[1]);
  EXPECT_EQ(corpus.extras[0].codes[2], corpus.extras[0].codes[1]);
}

TEST(Extras, ColumnsThatNoTwoRowsShareAreDropped) {
  EXPECT_TRUE(corpus_of({{"a", "name|phone", {"A|0812345678", "B|0812345679"}}}).extras.empty());
}

TEST(SharedNik, OfThreeDifferentPeople) {
  const char* const nik = "3304010505800001";
  const auto row = [&](const char* rest) { return std::string(nik) + "|" + rest; };
  const Corpus shared = corpus_of(
      {{"a", "nik|name|birth_date", {row("BUDI|02-02-1980"), row("WARSINI|03-03-1985"), row("KASINAH|04-04-1990")}}});
  EXPECT_EQ(shared.records[0].nik_state, IdState::Shared);
  EXPECT_FALSE(shared.records[0].nik_usable());
  const Corpus relatives =
      corpus_of({{"a", "nik|name|birth_date", {row("BUDI|02-02-1980"), row("WARSINI|03-03-1985")}}});
  EXPECT_EQ(relatives.records[0].nik_state, IdState::Good);
  const Corpus misspelt =
      corpus_of({{"a",
                  "nik|name|birth_date",
                  {row("BUDI|02-02-1980"), row("BUDY|02-02-1980"), row("BOEDI|02-02-1980"), row("BUDIH|02-02-1980")}}});
  EXPECT_EQ(misspelt.records[0].nik_state, IdState::Good);
}

TEST(SharedKk, OfMoreRowsThanAFamilyHas) {
  std::vector<std::string> rows(60, "3304010101130001|A");
  EXPECT_EQ(corpus_of({{"a", "kk|name", rows}}).records[0].kk_state, IdState::Shared);
  rows.resize(12);
  EXPECT_EQ(corpus_of({{"a", "kk|name", rows}}).records[0].kk_state, IdState::Good);
}

TEST(ConfirmedNik, ByASecondListOnly) {
  const Corpus corpus = corpus_of(
      {{"a",
        "nik|name|birth_date",
        {"3304010505800001|BUDI|05-05-1980", "3304010505800002|SITI|05-05-1980", "3304010505800002|SITI|05-05-1980",
         "3304010505800003|KASINAH|05-05-1980"}},
       {"b", "nik|name|birth_date", {"3304010505800001|BUDI|05-05-1980", "3304010505800003|WARSINI|06-06-1985"}}});
  EXPECT_TRUE(corpus.records[0].nik_confirmed);
  EXPECT_TRUE(corpus.records[4].nik_confirmed);
  EXPECT_FALSE(corpus.records[1].nik_confirmed); // twice in one list
  EXPECT_FALSE(corpus.records[3].nik_confirmed); // another person there
}

} // namespace
