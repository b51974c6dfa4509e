// From persons to families: renewed cards, daughters who married out, damaged cards, children without one.

#include <gtest/gtest.h>

#include <map>

#include "padan/resolve/families.hpp"
#include "support/corpora.hpp"

namespace {

using namespace padan;
using resolve::Families;
using support::corpus_of;
using support::List;

constexpr const char* kOld = "3304010101130001";
constexpr const char* kNew = "3304011505200007";
constexpr const char* kSlip = "3304010101130007"; // of kOld
constexpr const char* kOther = "3304010202150009";
constexpr const char* kLost = "3304010101130000"; // kOld of which a spreadsheet took the last digit

struct Found {
  prepare::Corpus corpus;
  clustering::Persons persons;
  Families families;
  std::map<std::string, std::uint32_t> person_of; // by name

  [[nodiscard]] std::uint32_t of(const std::string& name) const { return families.of_person[person_of.at(name)]; }
  [[nodiscard]] bool together(const std::string& a, const std::string& b) const { return of(a) == of(b); }
  [[nodiscard]] std::uint64_t kk(const std::string& name) const { return families.kk[of(name)]; }
};

// Rows of one name are one person here, so that nothing but families is tested.
Found find(const std::vector<List>& lists) {
  Found found;
  found.corpus = corpus_of(lists);
  std::vector<std::vector<prepare::RowId>> rows;
  for (prepare::RowId row = 0; row < found.corpus.rows(); ++row) {
    const std::string name(found.corpus.names.phrase(found.corpus.records[row].name));
    const auto [at, fresh] = found.person_of.try_emplace(name, static_cast<std::uint32_t>(rows.size()));
    if (fresh) {
      rows.emplace_back();
    }
    found.persons.of_row.push_back(at->second);
    rows[at->second].push_back(row);
  }
  found.persons.starts.push_back(0);
  for (const auto& person : rows) {
    found.persons.rows.insert(found.persons.rows.end(), person.begin(), person.end());
    found.persons.starts.push_back(static_cast<std::uint32_t>(found.persons.rows.size()));
  }
  found.families = resolve::find_families(found.corpus, found.persons, clustering::find_cards(found.corpus));
  return found;
}

std::string on(const char* kk, const char* name) { return std::string(kk) + "|" + name; }

List list(const char* name, std::vector<std::string> rows, const char* kind = "register") {
  return {name, "kk|name|mother_name|birth_date|village|district|id:dtks", std::move(rows), true, kind};
}

TEST(Families, EveryPersonIsInOne) {
  const Found found = find({list("a", {on(kOld, "PARMAN"), on(kOld, "LASMINI"), on(kNew, "TONO"), "|WARSINI"})});
  EXPECT_EQ(found.families.size(), 3u);
  EXPECT_TRUE(found.together("PARMAN", "LASMINI"));
  EXPECT_FALSE(found.together("TONO", "WARSINI"));
  EXPECT_EQ(found.kk("PARMAN"), std::stoull(kOld));
  EXPECT_EQ(found.kk("WARSINI"), 0u);
  EXPECT_EQ(found.families.persons.size(), found.persons.size());
  EXPECT_EQ(found.of("PARMAN"), 0u); // numbered in the order of first persons
}

TEST(Families, ARenewedCardIsOneFamilyUnderTheNumberThatMostName) {
  const std::vector<std::string> before = {on(kOld, "PARMAN"), on(kOld, "LASMINI"), on(kOld, "UJANG")};
  const std::vector<std::string> after = {on(kNew, "PARMAN"), on(kNew, "LASMINI"), on(kNew, "BAYU")};
  const Found old_wins = find({list("a", before), list("b", before), list("c", after)});
  EXPECT_EQ(old_wins.families.size(), 1u);
  EXPECT_EQ(old_wins.kk("BAYU"), std::stoull(kOld));
  const Found new_wins = find({list("a", before), list("b", after), list("c", after)});
  EXPECT_EQ(new_wins.families.size(), 1u);
  EXPECT_EQ(new_wins.kk("UJANG"), std::stoull(kNew));
  const Found registry = find({list("a", before), list("b", before), list("c", after, "civil_registry")});
  EXPECT_EQ(registry.kk("PARMAN"), std::stoull(kNew)); // nine votes a row against two times four
}

TEST(Families, ADaughterWhoMarriedOutTiesNoFamilies) {
  const Found found = find({list("a", {on(kOld, "PARMAN"), on(kOld, "LASMINI"), on(kOld, "SRI LESTARI")}),
                            list("b", {on(kOld, "PARMAN"), on(kOld, "LASMINI"), on(kOther, "SRI LESTARI"),
                                       on(kOther, "BAMBANG"), on(kOther, "BAYU")}),
                            list("c", {on(kOther, "SRI LESTARI"), on(kOther, "BAMBANG")}, "civil_registry")});
  EXPECT_EQ(found.families.size(), 2u);
  EXPECT_TRUE(found.together("SRI LESTARI", "BAMBANG"));
  EXPECT_FALSE(found.together("SRI LESTARI", "PARMAN"));
}

TEST(Families, ASlipInTheNumberPartsNobody) {
  const Found found =
      find({list("a", {on(kOld, "PARMAN"), on(kOld, "LASMINI")}), list("b", {on(kOld, "PARMAN"), on(kOld, "LASMINI")}),
            list("c", {on(kSlip, "PARMAN"), on(kSlip, "UJANG")})});
  EXPECT_EQ(found.families.size(), 1u);
  EXPECT_EQ(found.kk("UJANG"), std::stoull(kOld));
}

TEST(Families, ADamagedCardFollowsItsMembers) {
  const Found found = find({list("a", {on(kOld, "PARMAN"), on(kOld, "LASMINI")}),
                            list("b", {on(kLost, "PARMAN"), on(kLost, "LASMINI"), on(kLost, "UJANG")})});
  EXPECT_TRUE(found.together("UJANG", "PARMAN"));
  EXPECT_EQ(found.kk("UJANG"), std::stoull(kOld));
}

TEST(Families, ANumberOfTheListFollowsItsMembers) {
  const std::vector<std::string> numbered = {"|PARMAN||02-02-1970|||D1", "|LASMINI||03-03-1972|||D1",
                                             "|UJANG||04-04-2000|||D1", "|TONO||05-05-1960|||D2",
                                             "|TINI||06-06-1961|||D2"};
  const Found found = find({list("a", {on(kOld, "PARMAN"), on(kOld, "LASMINI")}), list("b", numbered)});
  EXPECT_TRUE(found.together("UJANG", "PARMAN"));
  EXPECT_TRUE(found.together("TONO", "TINI"));
  EXPECT_FALSE(found.together("TONO", "PARMAN"));
  EXPECT_EQ(found.kk("TONO"), 0u);
}

TEST(Families, AChildWithoutACardFollowsItsMother) {
  const auto mothers = [](const char* birth, const char* village) {
    return list("a", {std::string(kOld) + "|LASMINI||" + birth + "|" + village + "|MANDIRAJA", on(kOld, "PARMAN")});
  };
  const List child = list("b", {"|BAYU|LASMINI|05-05-2020|SUKAMAJU|MANDIRAJA"});
  EXPECT_TRUE(find({mothers("03-03-1990", "SUKAMAJU"), child}).together("BAYU", "PARMAN"));
  EXPECT_FALSE(find({mothers("03-03-1990", "SUKASARI"), child}).together("BAYU", "PARMAN")); // another village
  EXPECT_FALSE(find({mothers("03-03-2012", "SUKAMAJU"), child}).together("BAYU", "PARMAN")); // a mother of eight years
}

TEST(Families, TwoFamiliesAreNotTiedByOneSharedPerson) {
  // SITI stands on both cards in equally many lists; the families stay two, and she is in one of them.
  const Found found = find({list("a", {on(kOld, "PARMAN"), on(kOld, "LASMINI"), on(kOld, "SITI")}),
                            list("b", {on(kOther, "TONO"), on(kOther, "TINI"), on(kOther, "SITI")})});
  EXPECT_EQ(found.families.size(), 2u);
  EXPECT_FALSE(found.together("PARMAN", "TONO"));
  EXPECT_TRUE(found.together("SITI", "PARMAN") != found.together("SITI", "TONO"));
}

TEST(Families, OfNobody) { EXPECT_EQ(find({list("a", {})}).families.size(), 0u); }

} // namespace
