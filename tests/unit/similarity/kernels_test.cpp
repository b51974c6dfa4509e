// Published and hand-worked values of the kernels.

#include <gtest/gtest.h>

#include <limits>

#include "padan/similarity/digits.hpp"
#include "padan/similarity/edit.hpp"
#include "padan/similarity/jaro_winkler.hpp"

namespace {

using namespace padan::similarity;

constexpr std::uint32_t kNoCutoff = std::numeric_limits<std::uint32_t>::max();

void check(std::string_view a, std::string_view b, std::uint32_t expected_levenshtein, std::uint32_t expected_osa) {
  EXPECT_EQ(levenshtein(a, b, kNoCutoff), expected_levenshtein) << a << " | " << b;
  EXPECT_EQ(osa(a, b, kNoCutoff), expected_osa) << a << " | " << b;
}

TEST(Edit, WorkedExamples) {
  check("", "", 0, 0);
  check("SITI", "", 4, 4);
  check("KITTEN", "SITTING", 3, 3);
  check("SRI", "SIR", 2, 1);
  check("CA", "ABC", 3, 3); // the unrestricted distance would be 2
  check("WARSINI", "WARSINIH", 1, 1);
  check(std::string(100, 'A'), std::string(99, 'A') + "B", 1, 1);
}

TEST(Edit, AboveTheCutoffIsCutoffPlusOne) {
  EXPECT_EQ(levenshtein("SITI", "BUDI", 1), 2u);
  EXPECT_EQ(levenshtein("SITI", "BUDI", 0), 1u);
  EXPECT_EQ(osa("SUKARNO", "A", 3), 4u);
}

TEST(Edit, PreparingAgainForgetsTheOldString) {
  CachedOsa scorer;
  EXPECT_EQ(scorer.distance("AB", 5), 2u);
  for (const std::string& left : {std::string("SUTRISNO"), std::string(80, 'S'), std::string("AB"), std::string()}) {
    scorer.prepare(left);
    EXPECT_EQ(scorer.distance(left, 5), 0u);
    EXPECT_EQ(scorer.distance(left + "S", 5), 1u);
  }
}

TEST(JaroWinkler, PublishedValues) {
  EXPECT_NEAR(jaro_winkler("MARTHA", "MARHTA"), 0.9611, 5e-5);
  EXPECT_NEAR(jaro_winkler("DWAYNE", "DUANE"), 0.84, 5e-5);
  EXPECT_NEAR(jaro_winkler("DIXON", "DICKSONX"), 0.8133, 5e-5);
}

TEST(JaroWinkler, Ends) {
  EXPECT_EQ(jaro_winkler("", ""), 1.0);
  EXPECT_EQ(jaro_winkler("", "A"), 0.0);
  EXPECT_EQ(jaro_winkler("AB", "CD"), 0.0);
  EXPECT_EQ(jaro_winkler("A", "A"), 1.0);
}

TEST(JaroWinkler, PreparingAgainForgetsTheOldString) {
  CachedJaroWinkler scorer;
  EXPECT_EQ(scorer.similarity("AB"), 0.0);
  for (const std::string& left : {std::string("SUTRISNO"), std::string(80, 'S'), std::string("AB"), std::string()}) {
    scorer.prepare(left);
    EXPECT_EQ(scorer.similarity(left), 1.0);
    EXPECT_EQ(scorer.similarity("SUTRISNA"), jaro_winkler(left, "SUTRISNA"));
  }
}

TEST(Digits, WorkedExamples) {
  using enum DigitMatch;
  EXPECT_EQ(compare_digits(3304010101800001, 16, 3304010101800001, 16), Equal);
  EXPECT_EQ(compare_digits(3304010101800001, 16, 3304010101800007, 16), Substitution);
  EXPECT_EQ(compare_digits(3304010101800001, 16, 9304010101800001, 16), Substitution);
  EXPECT_EQ(compare_digits(3304010101800001, 16, 3304010101800010, 16), Transposition);
  EXPECT_EQ(compare_digits(330401010180001, 15, 3304010101800001, 16), MissingDigit);
  EXPECT_EQ(compare_digits(304010101800001, 15, 3304010101800001, 16), MissingDigit);
  EXPECT_EQ(compare_digits(123, 3, 123, 4), MissingDigit); // 123 and 0123
  EXPECT_EQ(compare_digits(1000, 4, 999, 4), Different);   // one apart in value, four digits apart
  EXPECT_EQ(compare_digits(12, 2, 1234, 4), Different);
  EXPECT_EQ(compare_digits(0, 0, 0, 0), Equal);
}

} // namespace
