#pragma once
// Slow twin of padan/similarity/digits.hpp: tries every slip on the written digits.

#include <string>
#include <string_view>
#include <utility>

#include "padan/similarity/digits.hpp"

namespace padan::reference {

inline similarity::DigitMatch compare_digits(std::string a, std::string b) {
  using similarity::DigitMatch;
  if (a == b)
    return DigitMatch::Equal;
  if (a.size() < b.size())
    std::swap(a, b);
  if (a.size() == b.size()) {
    int wrong = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
      wrong += a[i] != b[i];
    if (wrong == 1)
      return DigitMatch::Substitution;
    for (std::size_t i = 1; i < a.size(); ++i) {
      std::string swapped = a;
      std::swap(swapped[i - 1], swapped[i]);
      if (swapped == b)
        return DigitMatch::Transposition;
    }
    return DigitMatch::Different;
  }
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (std::string(a).erase(i, 1) == b)
      return DigitMatch::MissingDigit;
  }
  return DigitMatch::Different;
}

} // namespace padan::reference
