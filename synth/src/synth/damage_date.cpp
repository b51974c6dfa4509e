#include <utility>

#include "damage.hpp"

namespace padan::synth {
namespace {

int days_in_month(Date date) {
  const Date next = date.month == 12 ? Date{date.year + 1, 1, 1} : Date{date.year, date.month + 1, 1};
  return to_day(next) - to_day({date.year, date.month, 1});
}

bool swap_day_and_month(Date& date) {
  if (date.day > 12 || date.day == date.month)
    return false;
  std::swap(date.day, date.month);
  return true;
}

bool to_default(Date& date, base::Rng& rng) {
  constexpr Date kDefaults[] = {{0, 12, 31}, {0, 1, 1}, {0, 7, 1}};
  const Date& chosen = kDefaults[rng.below(3)];
  if (chosen.month == date.month && chosen.day == date.day)
    return false;
  date = {date.year, chosen.month, chosen.day};
  return true;
}

bool shift_year(Date& date, Day today, base::Rng& rng) {
  constexpr int kShifts[] = {-1, 1, 1, -1, 2, -2, 10, -10, 5, -3};
  date.year += kShifts[rng.below(10)];
  if (to_day(date) > today)
    date.year -= 11;
  if (date.day > days_in_month(date))
    date.day = 28;
  return true;
}

bool shift_day(Date& date, base::Rng& rng) {
  const int before = date.day;
  date.day = rng.chance(0.5) ? 1 + static_cast<int>(rng.below(28)) : date.day + 1;
  if (date.day > days_in_month(date))
    date.day = 1;
  return date.day != before;
}

} // namespace

bool spoil_date(Spoiling& s, Damage kind) {
  Record& record = s.record;
  const auto restyle = [&](DateStyle style) {
    if (record.date_style == style)
      return false;
    record.date_style = style;
    return true;
  };
  switch (kind) {
  case Damage::DateSwapped:
    return swap_day_and_month(record.birth);
  case Damage::DateDefault:
    return to_default(record.birth, s.rng);
  case Damage::DateYearOff:
    return shift_year(record.birth, s.world.today, s.rng);
  case Damage::DateDayOff:
    return shift_day(record.birth, s.rng);
  case Damage::DateMissing:
    record.birth_known = false;
    return true;
  case Damage::DateTwoDigit:
    return restyle(DateStyle::TwoDigit);
  case Damage::DateSerial:
    return restyle(DateStyle::Serial);
  case Damage::DateText:
    return restyle(DateStyle::Text);
  case Damage::DateFormat: {
    constexpr DateStyle kOthers[] = {DateStyle::Compact, DateStyle::IsoTime, DateStyle::DayDash, DateStyle::DaySlash};
    return restyle(kOthers[s.rng.below(4)]);
  }
  default:
    return false;
  }
}

} // namespace padan::synth
