#include <algorithm>

#include "number_text.hpp"

namespace padan::codec::workbook {
namespace {

constexpr std::int64_t kUnixDay1900 = 25569; // serial of 1970-01-01
constexpr std::int64_t kUnixDay1904 = 24107;
constexpr std::int64_t kLastDay1900 = 2958465; // 9999-12-31
constexpr std::int64_t kLeapDay1900 = 60;
constexpr std::int64_t kSecondsPerDay = 86400;

struct Moment {
  std::int64_t day = 0;
  std::int64_t second = 0;
};

// Whole days and the nearest second; nothing beyond the calendar.
std::optional<Moment> to_moment(const Decimal& serial) {
  if (serial.negative || serial.point > 7) {
    return std::nullopt;
  }
  const auto digit = [&](int place) { // 0 is the first after the point
    const int i = serial.point + place;
    return i >= 0 && i < static_cast<int>(serial.digits.size()) ? serial.digits[static_cast<std::size_t>(i)] - '0' : 0;
  };
  Moment moment;
  for (int place = -serial.point; place < 0; ++place) {
    moment.day = moment.day * 10 + digit(place);
  }
  constexpr std::int64_t kScale = 10'000'000'000;
  std::int64_t fraction = 0;
  for (int place = 0; place < 10; ++place) {
    fraction = fraction * 10 + digit(place);
  }
  moment.second = (fraction * kSecondsPerDay + kScale / 2) / kScale;
  moment.day += moment.second / kSecondsPerDay;
  moment.second %= kSecondsPerDay;
  return moment;
}

std::string two_digits(std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string clock(std::int64_t seconds) {
  return two_digits(seconds / 3600) + ':' + two_digits(seconds / 60 % 60) + ':' + two_digits(seconds % 60);
}

// Howard Hinnant's civil_from_days ("chrono-Compatible Low-Level Date Algorithms").
std::string calendar(std::int64_t unix_day) {
  const std::int64_t z = unix_day + 719468;
  const std::int64_t era = z / 146097; // dates here are never before year 0
  const std::int64_t day_of_era = z - era * 146097;
  const std::int64_t year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted = (5 * day_of_year + 2) / 153; // 0 is March
  const std::int64_t day = day_of_year - (153 * shifted + 2) / 5 + 1;
  const std::int64_t month = shifted < 10 ? shifted + 3 : shifted - 9;
  return std::to_string(year_of_era + era * 400 + (month <= 2 ? 1 : 0)) + '-' + two_digits(month) + '-' +
         two_digits(day);
}

std::optional<std::string> day_text(std::int64_t day, bool date1904) {
  if (date1904) {
    const std::int64_t last = kLastDay1900 - (kUnixDay1900 - kUnixDay1904);
    return day > last ? std::nullopt : std::optional(calendar(day - kUnixDay1904));
  }
  if (day == 0 || day > kLastDay1900) {
    return std::nullopt;
  }
  if (day == kLeapDay1900) {
    return "1900-02-29";
  }
  return calendar(day - kUnixDay1900 + (day < kLeapDay1900 ? 1 : 0));
}

bool is_elapsed(std::string_view bracket) { // [h], [mm], [ss]; not [Red] or [$-421]
  return !bracket.empty() && bracket.find_first_not_of("hHmMsS") == std::string_view::npos;
}

bool starts_with_any_case(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && std::equal(lower.begin(), lower.end(), text.begin(), [](char wanted, char c) {
           return wanted == (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c);
         });
}

} // namespace

DateKind date_kind(std::string_view format) {
  if (starts_with_any_case(format, "general") || starts_with_any_case(format, "standard")) {
    return DateKind::None;
  }
  bool year_or_day = false;
  bool month = false;
  bool clock_part = false;
  for (std::size_t i = 0; i < format.size() && format[i] != ';';
       ++i) { // later sections are for negative numbers and text
    const char c = format[i];
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"' || c == '[') {
      const std::size_t close = std::min(format.find(c == '"' ? '"' : ']', i + 1), format.size());
      if (c == '[' && is_elapsed(format.substr(i + 1, close - i - 1))) {
        return DateKind::Elapsed;
      }
      i = close;
    } else if (starts_with_any_case(format.substr(i), "am/pm")) {
      i += 4;
    } else {
      const char lower = static_cast<char>(c | 0x20);
      year_or_day = year_or_day || lower == 'y' || lower == 'd';
      month = month || lower == 'm';
      clock_part = clock_part || lower == 'h' || lower == 's';
    }
  }
  return year_or_day || (month && !clock_part) ? DateKind::Date : clock_part ? DateKind::Time : DateKind::None;
}

DateKind built_in_date_kind(std::uint32_t format) {
  const auto between = [format](std::uint32_t first, std::uint32_t last) { return format >= first && format <= last; };
  if (format == 46) {
    return DateKind::Elapsed;
  }
  if (between(18, 21) || between(32, 35) || format == 45 || format == 47 || between(55, 56)) {
    return DateKind::Time;
  }
  return between(14, 17) || format == 22 || between(27, 31) || format == 36 || between(50, 54) || between(57, 58)
             ? DateKind::Date
             : DateKind::None;
}

std::optional<std::string> date_text(const Decimal& serial, DateKind kind, bool date1904) {
  const auto moment = to_moment(serial);
  if (!moment || kind == DateKind::None) {
    return std::nullopt;
  }
  if (kind == DateKind::Elapsed) {
    return clock(moment->day * kSecondsPerDay + moment->second);
  }
  if (moment->day == 0 && (kind == DateKind::Time || moment->second != 0)) {
    return clock(moment->second);
  }
  auto text = day_text(moment->day, date1904);
  if (text && moment->second != 0) {
    *text += ' ' + clock(moment->second);
  }
  return text;
}

std::string iso_date_text(std::string_view text) {
  const std::size_t t = text.find('T');
  std::string out(text.substr(0, t));
  if (t == std::string_view::npos) {
    return out;
  }
  std::string_view time = text.substr(t + 1);
  time = time.substr(0, time.find_first_of(".,Z+-"));
  if (time.find_first_not_of("0:") != std::string_view::npos) {
    out += ' ';
    out += time;
  }
  return out;
}

std::string iso_duration_text(std::string_view text) {
  if (!starts_with_any_case(text, "pt")) {
    return std::string(text);
  }
  std::int64_t seconds = 0;
  std::int64_t number = 0;
  bool fraction = false;
  for (const char c : text.substr(2)) {
    if (c >= '0' && c <= '9') {
      number = fraction ? number : std::min<std::int64_t>(number * 10 + (c - '0'), 1'000'000'000);
      continue;
    }
    fraction = c == '.' || c == ',';
    if (!fraction) {
      const std::int64_t unit = c == 'H' ? 3600 : c == 'M' ? 60 : c == 'S' ? 1 : 0;
      if (unit == 0) {
        return std::string(text);
      }
      seconds += number * unit;
      number = 0;
    }
  }
  return clock(seconds);
}

} // namespace padan::codec::workbook
