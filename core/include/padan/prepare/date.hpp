#pragma once
// Birth dates as lists write them, read into year, month and day with what is known of each.

#include <cstdint>
#include <string_view>

namespace padan::prepare {

enum class DateState : std::uint8_t {
  Missing,
  Full,     // year, month and day
  Default,  // a date typed for want of one: 1 January, 31 December, 1 July
  YearOnly, // year_low..year_high, from an age or a year
};

struct Date {
  std::uint16_t year = 0;   // of Full and Default; the middle of the interval of YearOnly
  std::uint16_t spread = 0; // YearOnly: the year may be off by this much to each side
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  DateState state = DateState::Missing;

  [[nodiscard]] bool full() const { return state == DateState::Full || state == DateState::Default; }
  [[nodiscard]] std::uint32_t packed() const { return static_cast<std::uint32_t>(year) << 9 | month << 5U | day; }
  friend bool operator==(const Date& a, const Date& b) {
    return a.year == b.year && a.month == b.month && a.day == b.day && a.state == b.state && a.spread == b.spread;
  }
};

/// Decided once a column, because one cell such as 05/06/1970 cannot tell.
enum class DateOrder : std::uint8_t { DayFirst, MonthFirst };

/// Counts evidence over cells; add() each, then order().
class DateOrderVote {
public:
  void add(std::string_view cell);
  [[nodiscard]] DateOrder order() const {
    return month_first_ > day_first_ ? DateOrder::MonthFirst : DateOrder::DayFirst;
  }

private:
  std::uint32_t day_first_ = 0;
  std::uint32_t month_first_ = 0;
};

/// Reads ISO, dd/mm/yyyy, dd-mm-yy, 19700131, 12 Mei 1970, text months in Indonesian and English, spreadsheet serials
/// (1900 system), a time part, and years alone. last_year settles the century of two-digit years and bounds all dates.
///   read_date("12-05-1970", DateOrder::DayFirst, 2026) == 12 May 1970
[[nodiscard]] Date read_date(std::string_view cell, DateOrder order, std::uint16_t last_year);

/// What may be wrong with a date, or doubtful; several may hold. See date_faults().
enum DateFault : std::uint8_t {
  kDatePlaceholder = 1, // -, 0, 00-00-0000, TIDAK TAHU: no date is meant
  kDateImpossible = 2,  // 31-02-1970, or no date at all
  kDateFuture = 4,      // after the year of the run
  kDateShortYear = 8,   // two digits: the century is a guess
  kDateSwapped = 16,    // can only be read with day and month the other way round than its column
  kDateDefault = 32,    // 1 January, 31 December, 1 July
  kDateSerial = 64,     // the number of a spreadsheet's day
  kDatePartial = 128,   // a year, perhaps a month, but no day
};

/// The DateFaults of a cell that is not blank, joined; 0 for a date that read_date() takes without a doubt.
[[nodiscard]] std::uint8_t date_faults(std::string_view cell, DateOrder order, std::uint16_t last_year);

/// "SERANG, 12-05-1970" → position where the date begins; npos when there is none.
[[nodiscard]] std::size_t find_date(std::string_view place_and_date);

} // namespace padan::prepare
