// Numbers and dates against each other, and rows as a whole.

#include <gtest/gtest.h>

#include "padan/base/rng.hpp"
#include "padan/matching/scorer.hpp"
#include "padan/matching/train.hpp"
#include "support/corpora.hpp"
#include "support/random_lists.hpp"

namespace {

using namespace padan;
using namespace padan::matching;
using prepare::IdState;
using support::corpus_of;

Record record_of(std::string_view nik, std::string_view birth = "", bool confirmed = false) {
  Record record;
  const prepare::Identifier id = prepare::read_nik(nik, false);
  record.nik = id.value;
  record.nik_length = id.length;
  record.nik_state = id.state;
  record.nik_confirmed = confirmed;
  record.birth = prepare::read_date(birth, prepare::DateOrder::DayFirst, 2026);
  return record;
}

void check_nik(std::string_view a, std::string_view b, NikLevel expected) {
  EXPECT_EQ(static_cast<int>(compare_nik(record_of(a), record_of(b))), static_cast<int>(expected)) << a << ' ' << b;
  EXPECT_EQ(static_cast<int>(compare_nik(record_of(b), record_of(a))), static_cast<int>(expected)) << b << ' ' << a;
}

TEST(CompareNik, Levels) {
  using enum NikLevel;
  const char* const nik = "3304010105800017";
  check_nik(nik, nik, Equal);
  check_nik(nik, "", Missing);
  check_nik(nik, "9999999999999999", Missing);
  check_nik(nik, "3304010105800010", SerialSlip); // a good number whose text ends in 0
  check_nik("3304010105800000", "3304010105800007", Prefix15);
  check_nik("3304010105800000", "3304010105800000", Prefix15);
  check_nik(nik, "3304010105800018", SerialSlip);
  check_nik(nik, "3304010105800071", SerialSlip); // neighbours swapped
  check_nik(nik, "330401010580017", SerialSlip);  // a digit lost in the serial
  check_nik(nik, "3304020105800017", OtherSlip);
  check_nik(nik, "334010105800017", OtherSlip); // a digit lost in the region
  check_nik(nik, "3209150105800017", OtherRegion);
  check_nik(nik, "3304010106810017", FewDigits);
  check_nik(nik, "3304010105800942", SamePrefix);
  check_nik(nik, "3209154506910003", Different);
}

TEST(CompareNik, TwoConfirmedNumbersAreTwo) {
  const Record a = record_of("3304010105800017", "", true);
  EXPECT_EQ(compare_nik(a, record_of("3304010105800018", "", true)), NikLevel::BothConfirmed);
  EXPECT_EQ(compare_nik(a, record_of("3304010105800018")), NikLevel::SerialSlip);
  EXPECT_EQ(compare_nik(a, a), NikLevel::Equal);
}

void check_birth(std::string_view a, std::string_view b, BirthLevel expected) {
  EXPECT_EQ(static_cast<int>(compare_birth(record_of("", a), record_of("", b))), static_cast<int>(expected))
      << a << ' ' << b;
  EXPECT_EQ(static_cast<int>(compare_birth(record_of("", b), record_of("", a))), static_cast<int>(expected))
      << b << ' ' << a;
}

TEST(CompareBirth, Levels) {
  using enum BirthLevel;
  check_birth("12-05-1970", "12-05-1970", Equal);
  check_birth("12-05-1970", "", Missing);
  check_birth("01-01-1950", "01-01-1950", EqualDefault);
  check_birth("01-01-1950", "12-05-1950", YearOfDefault);
  check_birth("01-01-1950", "31-12-1950", YearOfDefault);
  check_birth("12-05-1970", "05-12-1970", Swapped);
  check_birth("12-05-1970", "13-05-1970", OnePart);
  check_birth("12-05-1970", "12-06-1970", OnePart);
  check_birth("12-05-1970", "12-05-1980", OnePart);
  check_birth("12-05-1970", "1970", YearOnly);
  check_birth("1970", "1970", YearOnly);
  check_birth("12-05-1970", "1972", YearNear);
  check_birth("12-05-1970", "1973", Different);
  check_birth("12-05-1970", "20-08-1971", YearNear);
  check_birth("12-05-1970", "20-08-1970", YearNear);
  check_birth("12-05-1970", "20-08-1975", Different);
}

TEST(CompareBirth, ADateReadOffTheNikSaysNothingBesideIt) {
  Record derived = record_of("3304011205700017", "12-05-1970");
  derived.birth_from_nik = true;
  EXPECT_EQ(compare_birth(derived, record_of("3304011205700018", "12-05-1970")), BirthLevel::Missing);
  EXPECT_EQ(compare_birth(derived, record_of("", "12-05-1970")), BirthLevel::Equal); // a list without NIK
}

bool same(const Evidence& a, const Evidence& b) { return a.levels == b.levels && a.bits == b.bits; }

TEST(Comparer, IsSymmetric) {
  const Corpus corpus = corpus_of(support::random_lists(77, 3, 60));
  Comparer comparer(corpus);
  Evidence there;
  Evidence back;
  for (RowId a = 0; a < corpus.rows(); ++a) {
    for (RowId b = a + 1; b < corpus.rows(); ++b) {
      comparer.compare(a, b, there);
      comparer.compare(b, a, back);
      ASSERT_TRUE(same(there, back)) << a << ' ' << b;
    }
  }
}

TEST(Comparer, FamilyOnTwoLists) {
  const Corpus corpus = corpus_of(
      {{"a",
        "name|alias|mother_name|kk|village|district|rt_rw",
        {"ASEP||SITI|3304010101130001|SUKAMAJU|MANDIRAJA|1/2",
         "DADANG|UJANG|SITI|3304010101130001|SUKAMAJU|MANDIRAJA|1/2"}},
       {"b", "name|parent_name|kk|village|district|rt_rw", {"UJANG|SITI|3304010101130002|SUKASARI|MANDIRAJA|1/2"}}});
  Comparer comparer(corpus);
  Evidence evidence;
  comparer.compare(1, 2, evidence);
  EXPECT_EQ(evidence.levels[kName], static_cast<int>(PhraseLevel::Exact));   // the alias
  EXPECT_EQ(evidence.levels[kMother], static_cast<int>(PhraseLevel::Exact)); // "a parent" may be the mother
  EXPECT_EQ(evidence.levels[kKk], 2);                                        // a slip
  EXPECT_EQ(evidence.levels[kPlace], 2);                                     // another village of the district
  EXPECT_EQ(evidence.levels[kRt], 0);                                        // compared inside a village only
  EXPECT_EQ(evidence.levels[kSex], 0);
  comparer.compare(0, 1, evidence);
  EXPECT_EQ(evidence.levels[kName], static_cast<int>(PhraseLevel::Different));
  EXPECT_EQ(evidence.levels[kKk], 1);
  EXPECT_EQ(evidence.levels[kPlace], 1);
  EXPECT_EQ(evidence.levels[kRt], 1);
}

bool equal(const std::vector<ScoredPair>& a, const std::vector<ScoredPair>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const ScoredPair& x, const ScoredPair& y) {
    return x.left == y.left && x.right == y.right && x.weight == y.weight && x.family == y.family;
  });
}

TEST(Scorer, PartitionsInAnyOrderAndSplitGiveTheSamePairs) {
  const Corpus corpus = corpus_of(support::random_lists(78, 3, 150));
  blocking::PlanBuilder builder(corpus);
  while (!builder.step()) {
  }
  const blocking::Plan plan = builder.finish();
  const model::Model model = train(corpus, plan);
  std::vector<std::vector<ScoredPair>> forwards(plan.partitions.size());
  Scorer one(corpus, model);
  for (std::size_t i = 0; i < forwards.size(); ++i) {
    one.score(plan.candidates(plan.partitions[i]), forwards[i]);
  }
  Scorer other(corpus, model);
  std::size_t kept = 0;
  for (std::size_t i = forwards.size(); i-- > 0;) {
    std::vector<ScoredPair> single;
    const blocking::Partition part = plan.partitions[i];
    for (std::uint32_t pair = part.first; pair < part.last; ++pair) {
      other.score(plan.candidates({part.rule, pair, pair + 1}), single);
    }
    EXPECT_TRUE(equal(single, forwards[i]));
    kept += single.size();
  }
  EXPECT_GT(kept, 100u);
}

} // namespace
