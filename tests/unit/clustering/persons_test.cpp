// Constructed cases of clustering, with a model that is believed and not learned.

#include <gtest/gtest.h>

#include "padan/clustering/persons.hpp"
#include "padan/matching/train.hpp"
#include "support/corpora.hpp"

namespace {

using namespace padan;
using clustering::Persons;
using matching::ScoredPair;
using support::corpus_of;
using support::List;

struct Clustered {
  prepare::Corpus corpus;
  std::vector<ScoredPair> pairs;
  Persons persons;
  [[nodiscard]] bool same(std::uint32_t a, std::uint32_t b) const { return persons.of_row[a] == persons.of_row[b]; }
};

// Weighs all pairs of rows, so that blocking plays no part.
Clustered run_of(const std::vector<List>& lists, const std::vector<clustering::Verdict>& verdicts = {}) {
  Clustered run;
  run.corpus = corpus_of(lists);
  const model::Model model = matching::default_model(run.corpus);
  matching::Scorer scorer(run.corpus, model);
  for (std::uint32_t a = 0; a < run.corpus.rows(); ++a) {
    for (std::uint32_t b = a + 1; b < run.corpus.rows(); ++b) {
      const model::Weight weight = scorer.weigh(a, b);
      if (weight.match >= matching::kKeepWeight) {
        run.pairs.push_back({a, b, static_cast<float>(weight.match), static_cast<float>(weight.family)});
      }
    }
  }
  run.persons =
      clustering::cluster_persons(run.corpus, scorer, clustering::find_cards(run.corpus), run.pairs, {}, verdicts);
  return run;
}

const char* const kFields = "nik|kk|name|birth_date|mother_name|village|district|rt_rw";
const std::vector<std::string> kStrangers = {"3304016203610003||KASINAH|22-03-1961|TUMINAH|KEBANARAN|MANDIRAJA|2/1",
                                             "3304010911910004||DARSONO|09-11-1991|PAINAH|SUKASARI|MANDIRAJA|3/3",
                                             "3304014404440005||WARSINIH|04-04-1944|SARINAH|SUKASARI|MANDIRAJA|1/4",
                                             "3304013006770006||TUGIMAN|30-06-1977|WAGINAH|KEBANARAN|MANDIRAJA|5/1"};

std::vector<std::string> with(std::vector<std::string> rows) {
  rows.insert(rows.end(), kStrangers.begin(), kStrangers.end());
  return rows;
}

TEST(Cards, GoodNumbersDamagedOnesAndFamilyNumbers) {
  const prepare::Corpus corpus = corpus_of(
      {{"a",
        "kk|name|id:dtks|birth_date|village|rt_rw",
        {"3304010101130001|A||02-02-1980|X|1/1", "3304010101130001|B||03-03-1981|X|1/1",
         "3304010101130000|C||04-04-1982|X|1/1", "3304010101130000|D||05-05-1983|X|2/1", "|E|K1|06-06-1984|X|1/1",
         "|F|K1|07-07-1985|X|1/1", "|G|K1|08-08-1986|X|1/1", "|H||09-09-1987|X|1/1"}},
       {"b", "kk|name", {"3304010101130001|A"}}});
  const clustering::Cards cards = clustering::find_cards(corpus);
  EXPECT_EQ(cards.of_row[0], cards.of_row[1]);
  EXPECT_NE(cards.of_row[0], cards.of_row[8]); // another list
  EXPECT_EQ(cards.number[cards.of_row[0]], 3304010101130001u);
  EXPECT_EQ(cards.members(cards.of_row[0]), 2u);
  EXPECT_NE(cards.of_row[2], cards.of_row[3]); // a lost digit, and two homes
  EXPECT_EQ(cards.number[cards.of_row[2]], 0u);
  EXPECT_EQ(cards.of_row[4], cards.of_row[6]);
  EXPECT_EQ(cards.of_row[7], clustering::Cards::kNone);
}

TEST(Persons, TheSamePersonOnTwoLists) {
  const std::vector<std::string> rows =
      with({"3304015205700001||SITI AMINAH|12-05-1970|SARIYEM|SUKAMAJU|MANDIRAJA|1/2"});
  const Clustered run = run_of({{"a", kFields, rows}, {"b", kFields, rows}});
  EXPECT_EQ(run.persons.size(), rows.size());
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    EXPECT_TRUE(run.same(row, row + static_cast<std::uint32_t>(rows.size())));
  }
}

// Two women with every sign of being two, and a poor row that resembles both.
TEST(Persons, AWeakLinkChainsNoTwoStrongGroups) {
  const std::vector<std::string> rows =
      with({"3304015205700001||SITI AMINAH|12-05-1970|SARIYEM|SUKAMAJU|MANDIRAJA|1/2",
            "3304015409850009||SITI AMINAH|14-09-1985|PONIYEM|SUKAMAJU|MANDIRAJA|1/2"});
  const Clustered run =
      run_of({{"a", kFields, rows}, {"b", kFields, rows}, {"c", kFields, {"||SITI AMINAH|||SUKAMAJU|MANDIRAJA|1/2"}}});
  const auto second = static_cast<std::uint32_t>(rows.size());
  EXPECT_TRUE(run.same(0, second));
  EXPECT_TRUE(run.same(1, second + 1));
  EXPECT_FALSE(run.same(0, 1));
}

TEST(Persons, BrothersOnOneCardAreTwo) {
  const std::vector<std::string> rows = {
      "3304010101100001|3304010101130001|AGUS SETIAWAN|01-02-2010|SARIYEM|SUKAMAJU|MANDIRAJA|1/2",
      "3304010101100002|3304010101130001|AGUNG SETIAWAN|03-04-2011|SARIYEM|SUKAMAJU|MANDIRAJA|1/2"};
  const Clustered run = run_of({{"a", kFields, with(rows)}, {"b", kFields, with(rows)}});
  EXPECT_FALSE(run.same(0, 1));
  EXPECT_TRUE(run.same(0, 6));
  EXPECT_TRUE(run.same(1, 7));
}

// The rest of a family whose other members are known is weighed as a family: a nickname and a lost NIK hide nobody.
TEST(Persons, TheFamilyHelps) {
  const std::vector<std::string> a = {
      "3304010101700001|3304010101130001|PARMAN|02-01-1970|SARIYEM|SUKAMAJU|MANDIRAJA|1/2",
      "3304014505720002|3304010101130001|LASMINI|05-05-1972|TUMINI|SUKAMAJU|MANDIRAJA|1/2",
      "|3304010101130001|UJANG DARMAWAN|06-06-2000|LASMINI|SUKAMAJU|MANDIRAJA|1/2"};
  std::vector<std::string> b = a;
  b[2] = "|3304010101130001|DARMAWAN|06-06-2001|LASMINI|SUKAMAJU|MANDIRAJA|1/2";
  const Clustered run = run_of({{"a", kFields, with(a)}, {"b", kFields, with(b)}});
  EXPECT_TRUE(run.same(2, 9));
}

TEST(Persons, VerdictsOutweighEvidence) {
  const std::vector<std::string> rows =
      with({"3304015205700001||SITI AMINAH|12-05-1970|SARIYEM|SUKAMAJU|MANDIRAJA|1/2"});
  const std::vector<List> lists = {{"a", kFields, rows}, {"b", kFields, rows}, {"c", kFields, rows}};
  const auto n = static_cast<std::uint32_t>(rows.size());
  const Clustered apart = run_of(lists, {{0, n, false}});
  EXPECT_FALSE(apart.same(0, n));
  EXPECT_TRUE(apart.same(0, 2 * n) || apart.same(n, 2 * n)); // the third row goes with one of them
  const Clustered together = run_of(lists, {{0, 1, true}});
  EXPECT_TRUE(together.same(0, 1));
}

TEST(Persons, AListWithoutDuplicatesHasNone) {
  const std::vector<std::string> rows =
      with({"3304015205700001||SITI AMINAH|12-05-1970|SARIYEM|SUKAMAJU|MANDIRAJA|1/2",
            "3304015205700001||SITI AMINAH|12-05-1970|SARIYEM|SUKAMAJU|MANDIRAJA|1/2"});
  EXPECT_TRUE(run_of({{"a", kFields, rows}}).same(0, 1));
  const Clustered run = run_of({{"a", kFields, rows, false}, {"b", kFields, rows}});
  EXPECT_FALSE(run.same(0, 1));
  const Clustered told = run_of({{"a", kFields, rows, false}}, {{0, 1, true}});
  EXPECT_FALSE(told.same(0, 1)); // the list's own word stands above a single decision
}

} // namespace
