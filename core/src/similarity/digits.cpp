#include "padan/similarity/digits.hpp"

#include <array>
#include <utility>

namespace padan::similarity {
namespace {

constexpr std::array<std::uint64_t, kMaxDigits + 1> make_powers() {
  std::array<std::uint64_t, kMaxDigits + 1> powers{1};
  for (unsigned i = 1; i <= kMaxDigits; ++i)
    powers[i] = powers[i - 1] * 10;
  return powers;
}
constexpr auto kPowers = make_powers();

// A wrong digit or a swap at place k leaves a difference of c * 10^k with c at most 81, whatever the other digits are.
DigitMatch compare_equal_lengths(std::uint64_t a, std::uint64_t b, unsigned length) {
  if (a == b)
    return DigitMatch::Equal;
  std::uint64_t factor = a > b ? a - b : b - a;
  unsigned place = 0;
  while (place + 2 < length && factor >= kPowers[place + 2])
    ++place;
  if (factor % kPowers[place] != 0)
    return DigitMatch::Different;
  factor /= kPowers[place];
  if (factor % 10 == 0) {
    factor /= 10;
    ++place;
  }
  a /= kPowers[place];
  b /= kPowers[place];
  if (a / 10 == b / 10)
    return DigitMatch::Substitution;
  const bool swapped = a / 100 == b / 100 && a % 10 == b / 10 % 10 && b % 10 == a / 10 % 10;
  return swapped ? DigitMatch::Transposition : DigitMatch::Different;
}

// Taking out the digit just left of the common end is right if taking out any digit is.
bool lacks_one_digit(std::uint64_t longer, std::uint64_t shorter, unsigned shorter_length) {
  unsigned common_end = 0;
  const std::uint64_t gap = longer > shorter ? longer - shorter : shorter - longer;
  while (common_end < shorter_length && gap % kPowers[common_end + 1] == 0)
    ++common_end;
  return longer / kPowers[common_end] / 10 == shorter / kPowers[common_end];
}

} // namespace

DigitMatch compare_digits(std::uint64_t a, unsigned a_len, std::uint64_t b, unsigned b_len) {
  if (a_len == b_len)
    return compare_equal_lengths(a, b, a_len);
  if (a_len < b_len) {
    std::swap(a, b);
    std::swap(a_len, b_len);
  }
  return a_len == b_len + 1 && lacks_one_digit(a, b, b_len) ? DigitMatch::MissingDigit : DigitMatch::Different;
}

} // namespace padan::similarity
