#pragma once
// Length of a month, for dates and for the numbers that hold dates.

#include <array>
#include <cstdint>

namespace padan::prepare {

/// 0 for a month that does not exist.
constexpr std::uint32_t days_in_month(std::uint32_t month, bool leap_year) {
  constexpr std::array<std::uint32_t, 13> kDays{0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month > 12 ? 0 : kDays[month] + (month == 2 && leap_year ? 1U : 0U);
}

} // namespace padan::prepare
