#pragma once
// Dates as day numbers (0 = 1970-01-01, proleptic Gregorian) and back. Cost: a few divisions.

#include <cstdint>

namespace padan::synth {

using Day = std::int32_t;

struct Date {
  int year = 0;
  int month = 0;
  int day = 0;
};

/// The counting starts in March, so that the leap day ends the year (the usual civil-calendar arithmetic).
[[nodiscard]] constexpr Day to_day(Date date) {
  const int year = date.month <= 2 ? date.year - 1 : date.year;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int of_era = year - era * 400;
  const int of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  return era * 146'097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719'468;
}

[[nodiscard]] constexpr Date to_date(Day day) {
  const int shifted = day + 719'468;
  const int era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
  const int of_era = shifted - era * 146'097;
  const int years = (of_era - of_era / 1460 + of_era / 36'524 - of_era / 146'096) / 365;
  const int of_year = of_era - (365 * years + years / 4 - years / 100);
  const int march = (5 * of_year + 2) / 153;
  const int month = march < 10 ? march + 3 : march - 9;
  return {years + era * 400 + (month <= 2 ? 1 : 0), month, of_year - (153 * march + 2) / 5 + 1};
}

/// The lists are drawn on this day; those of a year later on `World::today`.
inline constexpr Day kToday = to_day({2024, 6, 30});

[[nodiscard]] constexpr int age_at(Day birth, Day on) { return (on - birth) * 4 / 1461; }

} // namespace padan::synth
