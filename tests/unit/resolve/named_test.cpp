// Who the companions of rows are: found in other lists by number or by name and birth, never guessed, never a row.

#include "padan/resolve/named.hpp"

#include <gtest/gtest.h>

#include "padan/resolve/families.hpp"
#include "support/corpora.hpp"

// Regions 99 do not exist: no number here can be anybody's.

namespace {

using namespace padan;
using resolve::Named;
using support::List;

constexpr const char* kMother = "9901015205820003";
constexpr const char* kFather = "9901011203800001";
constexpr const char* kOther = "9901016101750009";

struct Found {
  prepare::Corpus corpus;
  clustering::Persons persons;
  Named named;
  resolve::Families families;

  [[nodiscard]] std::uint32_t person(std::size_t mention) const { return named.person.at(mention); }
};

// Every row is a person, but for those given to be one.
Found find(const std::vector<List>& lists, const std::vector<prepare::RowId>& same = {}) {
  Found found;
  found.corpus = support::corpus_of(lists);
  found.persons.starts.push_back(0);
  for (prepare::RowId row = 0; row < found.corpus.rows(); ++row) {
    const bool joined = !same.empty() && row != same.front() && std::count(same.begin(), same.end(), row) != 0;
    found.persons.of_row.push_back(joined ? found.persons.of_row[same.front()] : 0);
    if (!joined) {
      found.persons.of_row.back() = found.persons.all();
      found.persons.rows.push_back(row);
      found.persons.starts.push_back(static_cast<std::uint32_t>(found.persons.rows.size()));
    }
  }
  found.named = resolve::find_named(found.corpus, found.persons);
  found.families =
      resolve::find_families(found.corpus, found.persons, clustering::find_cards(found.corpus), found.named);
  return found;
}

const List kAdults{"a",
                   "nik|kk|name|birth_date|sex|village",
                   {std::string(kFather) + "|9901010101100001|PARMAN|12-03-1980|L|SUKAMAJU",
                    std::string(kMother) + "|9901010101100001|LASMINI|12-05-1982|P|SUKAMAJU",
                    std::string(kOther) + "||WARSINIH|21-01-1975|P|MEKAR"}};

List pupils(std::vector<std::string> rows) {
  return {"b",
          "name|birth_date|village|mother_name|mother_nik|mother_birth_year|father_name|father_nik|father_birth_year",
          std::move(rows)};
}

TEST(Named, IsFoundByNumber) {
  const Found found =
      find({kAdults, pupils({std::string("DIAN|06-12-2012|SUKAMAJU|Lasmini|") + kMother + "||Parman|" + kFather})});
  ASSERT_EQ(found.corpus.mentions.size(), 2u);
  EXPECT_EQ(found.person(0), 1u);
  EXPECT_EQ(found.person(1), 0u);
  EXPECT_EQ(found.named.of_person(1).size(), 1u);
  EXPECT_TRUE(found.named.of_person(2).empty());
}

TEST(Named, ANumberThatBelongsToSomebodyOfAnotherNameIsNobody) {
  const Found found = find({kAdults, pupils({std::string("DIAN|06-12-2012|SUKAMAJU|Suminten|") + kMother})});
  EXPECT_EQ(found.person(0), Named::kNone);
}

TEST(Named, AMotherIsNoManAndAFatherNoWoman) {
  const Found found = find({kAdults, pupils({std::string("DIAN|06-12-2012|SUKAMAJU||") + kFather + "|||" + kMother})});
  EXPECT_EQ(found.person(0), Named::kNone);
  EXPECT_EQ(found.person(1), Named::kNone);
}

TEST(Named, ALostLastDigitNeedsTheSameName) {
  const List list{
      "b", "name|spouse_name|spouse_nik", {"PARMAN|LASMINI|9901015205820000", "TONO|SUMINTEN|9901015205820000"}};
  const Found found = find({kAdults, list});
  ASSERT_EQ(found.corpus.mentions.size(), 2u);
  EXPECT_EQ(found.person(0), 1u);
  EXPECT_EQ(found.person(1), Named::kNone);
}

TEST(Named, NameAndYearTellInOneVillageOrOnOneCard) {
  const Found found =
      find({kAdults, pupils({"DIAN|06-12-2012|SUKAMAJU|Lasmini||1982", "RINI|06-12-2012|MEKAR|Lasmini||1982",
                             "TINI|06-12-2012|SUKAMAJU|Lasmini||1983"})});
  ASSERT_EQ(found.corpus.mentions.size(), 3u);
  EXPECT_EQ(found.person(0), 1u);
  EXPECT_EQ(found.person(1), Named::kNone);
  EXPECT_EQ(found.person(2), Named::kNone);
}

TEST(Named, ANameAloneIsNobody) {
  EXPECT_TRUE(find({kAdults, pupils({"DIAN|06-12-2012|SUKAMAJU|Lasmini"})}).corpus.mentions.empty());
}

TEST(Named, BetweenTwoNobodyIsChosen) {
  List twice = kAdults;
  twice.rows.push_back("9901015205820011||LASMINI|01-02-1982|P|SUKAMAJU");
  EXPECT_EQ(find({twice, pupils({"DIAN|06-12-2012|SUKAMAJU|Lasmini||1982"})}).person(0), Named::kNone);
}

TEST(Named, NobodyIsHisOwnCompanion) {
  const List heads{"b", "nik|name|head_nik|head_name", {std::string(kFather) + "|PARMAN|" + kFather + "|PARMAN"}};
  EXPECT_TRUE(find({kAdults, heads}).corpus.mentions.empty());
  const List damaged{"b", "name|head_nik|head_name", {std::string("PARMAN|") + kFather + "|PARMAN"}};
  EXPECT_EQ(find({kAdults, damaged}, {0, 3}).person(0), Named::kNone);
}

TEST(Named, AChildJoinsTheFamilyOfItsMother) {
  const Found found = find({kAdults, pupils({std::string("DIAN|06-12-2012|CIBOGO|Lasmini|") + kMother})});
  EXPECT_EQ(found.families.of_person[3], found.families.of_person[1]);
}

TEST(Named, AGrownUpWhoNamesHerMotherHasAFamilyOfHerOwn) {
  const List grown{"b",
                   "name|birth_date|mother_name|mother_nik|relation",
                   {std::string("RATNA|06-12-2001|Lasmini|") + kMother + "|ISTRI", "BAYI|01-02-2026||"}};
  const Found found = find({kAdults, grown});
  EXPECT_EQ(found.person(0), 1u);
  EXPECT_NE(found.families.of_person[3], found.families.of_person[1]);
}

TEST(Named, HusbandAndWifeWithoutACardFoundAFamily) {
  const List couple{"b", "name|birth_date|spouse_name|spouse_nik", {std::string("TONO|06-12-1971|WARSINIH|") + kOther}};
  const Found found = find({kAdults, couple});
  EXPECT_EQ(found.families.of_person[3], found.families.of_person[2]);
}

TEST(Named, SiblingsOfAMotherInNoListAreOneFamily) {
  const Found found = find({pupils({"DIAN|06-12-2012|SUKAMAJU|Lasmini|" + std::string(kMother),
                                    "DONI|07-11-2014|SUKAMAJU|Lasmini|" + std::string(kMother),
                                    "RINI|07-11-2014|SUKAMAJU|Lasmini|" + std::string(kOther)})});
  EXPECT_EQ(found.families.of_person[0], found.families.of_person[1]);
  EXPECT_NE(found.families.of_person[0], found.families.of_person[2]);
}

TEST(Named, ACardIsStrongerThanWhatAnotherRowSays) {
  const List pupil{"b",
                   "name|kk|birth_date|mother_name|mother_nik",
                   {std::string("DIAN|9901010202120002|06-12-2012|Lasmini|") + kMother}};
  const Found found = find({kAdults, pupil});
  EXPECT_NE(found.families.of_person[3], found.families.of_person[1]);
}

} // namespace
