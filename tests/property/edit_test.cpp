// Edit distances against their slow twins: exhaustively on short strings, at random on long ones.

#include "padan/similarity/edit.hpp"

#include <gtest/gtest.h>

#include "reference/edit.hpp"
#include "strings.hpp"

namespace {

using namespace padan;

// Every face of the room must give the same answer.
void check(const std::string& a, const std::string& b, similarity::CachedOsa& cached, std::uint32_t cutoff) {
  const auto limited = [&](std::uint32_t distance) { return std::min(distance, cutoff + 1); };
  const std::uint32_t expected_osa = limited(reference::osa(a, b));
  ASSERT_EQ(similarity::levenshtein(a, b, cutoff), limited(reference::levenshtein(a, b)))
      << a << " | " << b << " cutoff " << cutoff;
  ASSERT_EQ(similarity::osa(a, b, cutoff), expected_osa) << a << " | " << b << " cutoff " << cutoff;
  ASSERT_EQ(cached.distance(b, cutoff), expected_osa) << a << " | " << b << " cutoff " << cutoff;
}

void check_all_pairs(std::string_view alphabet, std::size_t longest) {
  const auto strings = property::all_strings(alphabet, longest);
  similarity::CachedOsa cached;
  for (const std::string& a : strings) {
    cached.prepare(a);
    for (const std::string& b : strings) {
      for (const std::uint32_t cutoff : {0u, 1u, 2u, 100u})
        check(a, b, cached, cutoff);
      if (testing::Test::HasFatalFailure())
        return;
    }
  }
}

TEST(EditProperty, AllShortStringsOfTwoLetters) { check_all_pairs("AB", 6); }
TEST(EditProperty, AllShortStringsOfThreeLetters) { check_all_pairs("ABC", 4); }

TEST(EditProperty, RandomLongStrings) {
  base::Rng rng(20261122);
  similarity::CachedOsa cached;
  for (int round = 0; round < 4000 && !HasFatalFailure(); ++round) {
    const std::string_view alphabet = round % 2 == 0 ? "AB" : "ABCDEFGH\xC3\xFF";
    const std::uint32_t longest = round % 3 == 0 ? 200 : round % 3 == 1 ? 66 : 20;
    const std::string a = property::random_string(rng, alphabet, longest);
    const std::string b = rng.chance(0.7) ? property::damage(rng, a, alphabet, rng.below(12))
                                          : property::random_string(rng, alphabet, longest);
    cached.prepare(a);
    check(a, b, cached, rng.chance(0.1) ? 1000 : rng.below(15));
  }
}

TEST(EditProperty, EveryLengthAroundTheWordBoundary) {
  base::Rng rng(64);
  similarity::CachedOsa cached;
  for (std::size_t size = 60; size <= 70; ++size) {
    const std::string a = std::string(size, 'A');
    for (int round = 0; round < 50 && !HasFatalFailure(); ++round) {
      cached.prepare(a);
      check(a, property::damage(rng, a, "AB", rng.below(6)), cached, 200);
    }
  }
}

TEST(EditProperty, LevenshteinIsAMetric) {
  const auto strings = property::all_strings("AB", 5);
  for (const std::string& a : strings) {
    for (const std::string& b : strings) {
      const std::uint32_t ab = similarity::levenshtein(a, b, 100);
      ASSERT_EQ(ab == 0, a == b);
      ASSERT_EQ(ab, similarity::levenshtein(b, a, 100));
      for (const std::string& c : strings)
        ASSERT_LE(similarity::levenshtein(a, c, 100), ab + similarity::levenshtein(b, c, 100))
            << a << ' ' << b << ' ' << c;
    }
  }
}

TEST(EditProperty, OsaIsSymmetricAndNeverAboveLevenshtein) {
  const auto strings = property::all_strings("ABC", 4);
  for (const std::string& a : strings) {
    for (const std::string& b : strings) {
      ASSERT_EQ(similarity::osa(a, b, 100), similarity::osa(b, a, 100)) << a << ' ' << b;
      ASSERT_LE(similarity::osa(a, b, 100), similarity::levenshtein(a, b, 100)) << a << ' ' << b;
    }
  }
}

} // namespace
