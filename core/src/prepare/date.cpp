#include "padan/prepare/date.hpp"

#include <algorithm>
#include <array>

#include "days_in_month.hpp"

namespace padan::prepare {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

struct Part {
  std::uint32_t number = 0;
  std::uint32_t digits = 0; // 0: a month written in letters, number = 1..12
};

// The first three letters tell the month; P and N for F and V are spellings in use (Pebruari, Nopember).
std::uint32_t month_of(std::string_view word) {
  struct Name {
    std::string_view start;
    std::uint32_t month;
  };
  static constexpr std::array<Name, 20> kNames{{{"JAN", 1},  {"FEB", 2},  {"PEB", 2},  {"MAR", 3},  {"MRT", 3},
                                                {"APR", 4},  {"MEI", 5},  {"MAY", 5},  {"JUN", 6},  {"JUL", 7},
                                                {"AGU", 8},  {"AGS", 8},  {"AGT", 8},  {"AUG", 8},  {"SEP", 9},
                                                {"OKT", 10}, {"OCT", 10}, {"NOV", 11}, {"NOP", 11}, {"DE", 12}}};
  std::array<char, 3> head{' ', ' ', ' '};
  for (std::size_t i = 0; i < head.size() && i < word.size(); ++i) {
    head[i] = upper(word[i]);
  }
  const std::string_view start(head.data(), head.size());
  for (const Name& name : kNames) {
    if (start.substr(0, name.start.size()) == name.start) {
      return name.month;
    }
  }
  return 0;
}

// Up to three parts; a fourth and later (a time) are ignored. False when a word is no month.
bool split(std::string_view cell, std::array<Part, 3>& parts, std::size_t& count) {
  count = 0;
  for (std::size_t i = 0; i < cell.size() && count < parts.size();) {
    if (is_digit(cell[i])) {
      Part part;
      for (; i < cell.size() && is_digit(cell[i]) && part.digits < 9; ++i, ++part.digits) {
        part.number = part.number * 10 + static_cast<std::uint32_t>(cell[i] - '0');
      }
      parts[count++] = part;
    } else if (is_letter(cell[i])) {
      const std::size_t start = i;
      while (i < cell.size() && is_letter(cell[i])) {
        ++i;
      }
      const std::uint32_t month = month_of(cell.substr(start, i - start));
      if (month == 0) {
        return false;
      }
      parts[count++] = Part{month, 0};
    } else {
      ++i;
    }
  }
  return true;
}

bool valid(std::uint32_t year, std::uint32_t month, std::uint32_t day, std::uint16_t last_year) {
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return year >= 1880 && year <= last_year && day >= 1 && day <= days_in_month(month, leap);
}

Date make(std::uint32_t year, std::uint32_t month, std::uint32_t day) {
  const bool is_default = (day == 1 && (month == 1 || month == 7)) || (day == 31 && month == 12);
  Date date;
  date.year = static_cast<std::uint16_t>(year);
  date.month = static_cast<std::uint8_t>(month);
  date.day = static_cast<std::uint8_t>(day);
  date.state = is_default ? DateState::Default : DateState::Full;
  return date;
}

// Days since 1899-12-30 (the 1900 system as spreadsheets count after their phantom 29 February 1900).
Date from_serial(std::uint32_t serial, std::uint16_t last_year) {
  // Civil-from-days, Howard Hinnant's published algorithm, from 1970-01-01 = serial 25569.
  const std::int64_t z = static_cast<std::int64_t>(serial) - 25569 + 719468;
  const std::int64_t era = z / 146097;
  const auto doe = static_cast<std::uint32_t>(z - era * 146097);
  const std::uint32_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
  const std::uint32_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
  const std::uint32_t mp = (5 * doy + 2) / 153;
  const std::uint32_t day = doy - (153 * mp + 2) / 5 + 1;
  const std::uint32_t month = mp < 10 ? mp + 3 : mp - 9;
  const auto year = static_cast<std::uint32_t>(yoe + era * 400 + (month <= 2 ? 1 : 0));
  return valid(year, month, day, last_year) ? make(year, month, day) : Date{};
}

std::uint32_t full_year(const Part& part, std::uint16_t last_year) {
  if (part.digits > 2) {
    return part.number;
  }
  const std::uint32_t century = last_year / 100U * 100U;
  return part.number + (century + part.number > last_year ? century - 100 : century);
}

Date year_only(std::uint32_t year, std::uint16_t last_year) {
  Date date;
  if (year >= 1880 && year <= last_year) {
    date.year = static_cast<std::uint16_t>(year);
    date.state = DateState::YearOnly;
  }
  return date;
}

Date from_one(const Part& part, std::uint16_t last_year) {
  if (part.digits == 8) {
    const std::uint32_t n = part.number;
    if (valid(n / 10000, n / 100 % 100, n % 100, last_year)) {
      return make(n / 10000, n / 100 % 100, n % 100); // 19700131
    }
    if (valid(n % 10000, n / 10000 % 100, n / 1000000, last_year)) {
      return make(n % 10000, n / 10000 % 100, n / 1000000); // 31011970
    }
  } else if (part.digits == 5 && part.number > 366) {
    return from_serial(part.number, last_year);
  } else if (part.digits == 4) {
    // A year to come is a slip and 9998 means "not known" (Regsosek): neither is a day of 1905 or 1927.
    return part.number > 2199 && part.number < 9998 ? from_serial(part.number, last_year)
                                                    : year_only(part.number, last_year);
  }
  return {};
}

} // namespace

void DateOrderVote::add(std::string_view cell) {
  std::array<Part, 3> parts;
  std::size_t count = 0;
  if (!split(cell, parts, count) || count < 3 || parts[0].digits == 0 || parts[1].digits == 0 || parts[0].digits > 2) {
    return;
  }
  day_first_ += parts[0].number > 12 && parts[1].number <= 12 ? 1U : 0U;
  month_first_ += parts[1].number > 12 && parts[0].number <= 12 ? 1U : 0U;
}

Date read_date(std::string_view cell, DateOrder order, std::uint16_t last_year) {
  std::array<Part, 3> parts;
  std::size_t count = 0;
  if (!split(cell, parts, count) || count == 0) {
    return {};
  }
  if (count == 1 || parts[0].digits >= 5) { // a serial or eight digits, perhaps with a time of day
    return from_one(parts[0], last_year);
  }
  if (count == 2) { // "Mei 1970", "05/1970", "1970-05", "1970.0": only the year is safe
    return parts[0].digits == 4   ? from_one(parts[0], last_year)
           : parts[1].digits == 4 ? year_only(parts[1].number, last_year)
                                  : Date{};
  }
  std::uint32_t year = 0;
  std::uint32_t month = 0;
  std::uint32_t day = 0;
  if (parts[0].digits >= 3) { // ISO
    year = parts[0].number;
    month = parts[1].number;
    day = parts[2].number;
  } else if (parts[0].digits == 0) { // May 12, 1970
    month = parts[0].number;
    day = parts[1].number;
    year = full_year(parts[2], last_year);
  } else {
    const bool day_first = order == DateOrder::DayFirst || parts[1].digits == 0;
    day = day_first ? parts[0].number : parts[1].number;
    month = day_first ? parts[1].number : parts[0].number;
    year = full_year(parts[2], last_year);
  }
  if (!valid(year, month, day, last_year) && month > 12 && day <= 12) {
    const std::uint32_t swapped = month; // the other order is the only one possible
    month = day;
    day = swapped;
  }
  if (valid(year, month, day, last_year)) {
    return make(year, month, day);
  }
  return year_only(year, last_year); // 31-02-1970, 00-00-1970: the year still counts
}

namespace {

// Of a date that was read whole.
std::uint8_t doubts(const Date& date, const std::array<Part, 3>& parts, std::size_t count, DateOrder order) {
  std::uint32_t faults = 0;
  if (date.state == DateState::Default) {
    faults |= kDateDefault;
  }
  if (parts[0].digits == 5 || (parts[0].digits == 4 && count == 1)) {
    faults |= kDateSerial;
  } else if (count == 3 && parts[0].digits <= 2 && parts[2].digits <= 2) {
    faults |= kDateShortYear;
  }
  const bool numbers = count == 3 && parts[0].digits != 0 && parts[0].digits <= 2 && parts[1].digits != 0;
  const std::uint32_t month = parts[order == DateOrder::DayFirst ? 1 : 0].number;
  if (numbers && month > 12) {
    faults |= kDateSwapped;
  }
  return static_cast<std::uint8_t>(faults);
}

bool nothing_but_zeros(const std::array<Part, 3>& parts, std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    if (parts[i].number != 0) {
      return false;
    }
  }
  return true;
}

} // namespace

std::uint8_t date_faults(std::string_view cell, DateOrder order, std::uint16_t last_year) {
  constexpr std::uint16_t kFarFuture = 2199; // years beyond are slips, not plans
  std::array<Part, 3> parts;
  std::size_t count = 0;
  if (!split(cell, parts, count)) { // a word that is no month
    return std::any_of(cell.begin(), cell.end(), is_digit) ? kDateImpossible : kDatePlaceholder;
  }
  const bool not_known = count == 1 && parts[0].digits == 4 && parts[0].number >= 9998; // of Regsosek
  if (not_known || nothing_but_zeros(parts, count)) {
    return kDatePlaceholder;
  }
  const Date date = read_date(cell, order, last_year);
  if (date.full()) {
    return doubts(date, parts, count, order);
  }
  const Date later = read_date(cell, order, kFarFuture);
  if (later.full() || (later.state == DateState::YearOnly && date.state == DateState::Missing)) {
    return kDateFuture;
  }
  return date.state == DateState::YearOnly && count < 3 ? kDatePartial : kDateImpossible;
}

std::size_t find_date(std::string_view place_and_date) {
  for (std::size_t i = 0; i < place_and_date.size(); ++i) {
    if (is_digit(place_and_date[i])) {
      return i;
    }
  }
  return std::string_view::npos;
}

} // namespace padan::prepare
