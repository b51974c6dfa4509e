#pragma once
// How two numbers of an identity document differ: the slips of a typing hand, found by arithmetic.

#include <cstdint>

namespace padan::similarity {

enum class DigitMatch : std::uint8_t {
  Equal,
  Substitution,  // one digit is another
  Transposition, // two neighbouring digits are swapped
  MissingDigit,  // one of the two lacks one digit
  Different,
};

/// The longest number that compare_digits takes: 19 digits always fit 64 bits.
inline constexpr unsigned kMaxDigits = 19;

/// Compares two numbers of `a_len` and `b_len` digits (0 to kMaxDigits, leading zeros count as digits). Symmetric.
/// Cost: a few divisions, no memory; numbers that differ in more than one place usually leave after one.
///   compare_digits(3304010101800001, 16, 3304010101800010, 16) == DigitMatch::Transposition
///   compare_digits(330401010180001, 15, 3304010101800001, 16) == DigitMatch::MissingDigit
[[nodiscard]] DigitMatch compare_digits(std::uint64_t a, unsigned a_len, std::uint64_t b, unsigned b_len);

} // namespace padan::similarity
