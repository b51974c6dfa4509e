// Digit slips against the slow twin: all short numbers, and damaged long ones.

#include "padan/similarity/digits.hpp"

#include <gtest/gtest.h>

#include "reference/digits.hpp"
#include "strings.hpp"

namespace {

using namespace padan;

similarity::DigitMatch compare(const std::string& a, const std::string& b) {
  const auto number = [](const std::string& digits) {
    std::uint64_t value = 0;
    for (const char digit : digits)
      value = value * 10 + static_cast<std::uint64_t>(digit - '0');
    return value;
  };
  return similarity::compare_digits(number(a), static_cast<unsigned>(a.size()), number(b),
                                    static_cast<unsigned>(b.size()));
}

void check_all_pairs(std::string_view digits, std::size_t longest) {
  const auto numbers = property::all_strings(digits, longest);
  for (const std::string& a : numbers) {
    for (const std::string& b : numbers)
      ASSERT_EQ(compare(a, b), reference::compare_digits(a, b)) << a << " | " << b;
  }
}

TEST(DigitsProperty, AllPairsOfThreeDigits) { check_all_pairs("0123456789", 3); }
TEST(DigitsProperty, AllPairsOfSixDigitsZeroOneAndNine) { check_all_pairs("019", 6); }

TEST(DigitsProperty, DamagedLongNumbers) {
  base::Rng rng(19);
  for (int round = 0; round < 100000; ++round) {
    std::string a = property::random_string(rng, "0123456789", similarity::kMaxDigits);
    std::string b = property::damage(rng, a, "0123456789", rng.below(3));
    b.resize(std::min<std::size_t>(b.size(), similarity::kMaxDigits));
    ASSERT_EQ(compare(a, b), reference::compare_digits(a, b)) << a << " | " << b;
    ASSERT_EQ(compare(a, b), compare(b, a)) << a << " | " << b;
  }
}

} // namespace
