// Jaro-Winkler against its slow twin, to the last bit.

#include "padan/similarity/jaro_winkler.hpp"

#include <gtest/gtest.h>

#include "reference/jaro_winkler.hpp"
#include "strings.hpp"

namespace {

using namespace padan;

void check(const std::string& a, const std::string& b, const similarity::CachedJaroWinkler& cached) {
  const double expected = reference::jaro_winkler(a, b);
  ASSERT_EQ(similarity::jaro_winkler(a, b), expected) << a << " | " << b;
  ASSERT_EQ(cached.similarity(b), expected) << a << " | " << b;
  ASSERT_EQ(similarity::jaro_winkler(b, a), expected) << a << " | " << b;
  ASSERT_GE(expected, 0.0);
  ASSERT_LE(expected, 1.0);
  ASSERT_EQ(expected == 1.0, a == b) << a << " | " << b;
}

void check_all_pairs(std::string_view alphabet, std::size_t longest) {
  const auto strings = property::all_strings(alphabet, longest);
  similarity::CachedJaroWinkler cached;
  for (const std::string& a : strings) {
    cached.prepare(a);
    for (const std::string& b : strings) {
      check(a, b, cached);
      if (testing::Test::HasFatalFailure())
        return;
    }
  }
}

TEST(JaroWinklerProperty, AllShortStringsOfTwoLetters) { check_all_pairs("AB", 6); }
TEST(JaroWinklerProperty, AllShortStringsOfThreeLetters) { check_all_pairs("ABC", 4); }

TEST(JaroWinklerProperty, RandomLongStrings) {
  base::Rng rng(1989);
  similarity::CachedJaroWinkler cached;
  for (int round = 0; round < 6000 && !HasFatalFailure(); ++round) {
    const std::string_view alphabet = round % 2 == 0 ? "ABC" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ \xFF";
    const std::uint32_t longest = round % 3 == 0 ? 130 : round % 3 == 1 ? 66 : 20;
    const std::string a = property::random_string(rng, alphabet, longest);
    const std::string b = rng.chance(0.7) ? property::damage(rng, a, alphabet, rng.below(10))
                                          : property::random_string(rng, alphabet, longest);
    cached.prepare(a);
    check(a, b, cached);
  }
}

} // namespace
