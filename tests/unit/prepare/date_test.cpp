// Birth dates in every form that lists use.

#include <gtest/gtest.h>

#include <string>

#include "padan/prepare/date.hpp"

namespace {

using namespace padan::prepare;
using enum DateOrder;

// "1970-05-12", "1970-01-01?" for a default, "1970" for a year alone, "" for nothing.
std::string text_of(const Date& date) {
  const auto two = [](unsigned number) { return (number < 10 ? "-0" : "-") + std::to_string(number); };
  switch (date.state) {
  case DateState::Missing:
    return "";
  case DateState::YearOnly:
    return std::to_string(date.year);
  default:
    return std::to_string(date.year) + two(date.month) + two(date.day) + (date.state == DateState::Default ? "?" : "");
  }
}

void check(std::string_view cell, std::string_view expected, DateOrder order = DayFirst) {
  EXPECT_EQ(text_of(read_date(cell, order, 2026)), expected) << cell;
}

TEST(Date, Numbers) {
  for (const char* cell :
       {"12-05-1970", "12/05/1970", "12.05.1970", "12 05 1970", "12/5/1970", "1970-05-12", "1970/05/12", "19700512",
        "12051970", "12-05-70", "12/5/70", "1970-05-12 00:00:00", "1970-05-12T00:00:00", "12/05/1970 00:00",
        "12/05/1970 12:30:01 PM", " 12-05-1970", "19700512.0", "19700512 00:00:00"}) {
    check(cell, "1970-05-12");
  }
}

TEST(Date, Months) {
  for (const char* cell :
       {"12 Mei 1970", "12-MEI-1970", "12-mei-70", "12 May 1970", "May 12, 1970", "Mei 12 1970", "12Mei1970"}) {
    check(cell, "1970-05-12");
  }
  for (const char* month : {"Agustus", "Agust", "Agst", "Ags", "Agt", "Aug", "August", "AGU"}) {
    check("17 " + std::string(month) + " 1945", "1945-08-17");
  }
  const char* const others[][4] = {{"Januari", "Jan", "January", "JAN"},   {"Februari", "Peb", "Pebruari", "Feb"},
                                   {"Maret", "Mar", "March", "Mrt"},       {"April", "Apr", "APR", "apr."},
                                   {"Juni", "Jun", "June", "JUNI"},        {"Juli", "Jul", "July", "JULI"},
                                   {"September", "Sep", "Sept", "SEP"},    {"Oktober", "Okt", "October", "Oct"},
                                   {"November", "Nopember", "Nov", "Nop"}, {"Desember", "Des", "December", "Dec"}};
  const char* const numbers[] = {"01", "02", "03", "04", "06", "07", "09", "10", "11", "12"};
  for (std::size_t i = 0; i < std::size(others); ++i) {
    for (const char* month : others[i]) {
      check("13 " + std::string(month) + " 1961", "1961-" + std::string(numbers[i]) + "-13");
    }
  }
}

TEST(Date, OrderOfTheColumn) {
  check("05/06/1970", "1970-06-05");
  check("05/06/1970", "1970-05-06", MonthFirst);
  check("05/13/1970", "1970-05-13"); // only one order is possible
  check("13/05/1970", "1970-05-13", MonthFirst);
  check("1970-05-06", "1970-05-06", MonthFirst); // ISO is ISO
  check("5 Juni 1970", "1970-06-05", MonthFirst);
}

TEST(Date, TwoDigitYears) {
  check("12-05-26", "2026-05-12");
  check("12-05-27", "1927-05-12");
  check("12-05-00", "2000-05-12");
}

TEST(Date, Serials) {
  check("25569", "1970-01-01?");
  check("25570", "1970-01-02");
  check("25570.5", "1970-01-02");
  check("25570.0", "1970-01-02");
  check("25570 00:00:00", "1970-01-02");
  check("367", "");   // no column of birth dates holds three digits
  check("00060", ""); // the 29 February 1900 that never was
  check("00367", "1901-01-01?");
  check("2958", "1908-02-05");
  check("46022", "2025-12-31?");
  check("46387", "2026-12-31?");
  check("46388", ""); // 2027
}

TEST(Date, YearsAlone) {
  check("1970", "1970");
  check("1970.0", "1970");
  check("Mei 1970", "1970");
  check("05/1970", "1970");
  check("1970-05", "1970");
  check("00-00-1970", "1970");
  check("31-02-1970", "1970"); // impossible: the year still counts
  check("29-02-1971", "1971");
  check("29-02-1972", "1972-02-29");
  check("32-01-1970", "1970");
}

TEST(Date, Defaults) {
  check("01-01-1950", "1950-01-01?");
  check("31-12-1950", "1950-12-31?");
  check("01-07-1950", "1950-07-01?");
  check("02-01-1950", "1950-01-02");
}

TEST(Date, Nothing) {
  for (const char* cell : {"", "-", "0", "00-00-0000", "0000-00-00", "TIDAK TAHU", "12-05-2027", "2027", "2045", "9998",
                           "9999", "1879", "12-05-1879", "KOSONG", "99", "12", "3304010101800001"}) {
    check(cell, "");
  }
}

TEST(Date, NoCellIsTooOdd) {
  for (const char* cell :
       {"//", "1/2/3/4/5", "999999999999999999999", "Mei Mei Mei", "12 Foo 1970", "-1-1-1970", "\xFF\xFE", "0/0/0"}) {
    const Date date = read_date(cell, DayFirst, 2026);
    EXPECT_TRUE(date.state == DateState::Missing || (date.year >= 1880 && date.year <= 2026)) << cell;
  }
}

DateOrder order_of(const std::vector<std::string>& cells) {
  DateOrderVote vote;
  for (const std::string& cell : cells) {
    vote.add(cell);
  }
  return vote.order();
}

TEST(DateOrderVote, CountsWhatOnlyOneOrderAllows) {
  EXPECT_EQ(order_of({}), DayFirst);
  EXPECT_EQ(order_of({"01/02/1970"}), DayFirst);
  EXPECT_EQ(order_of({"01/13/1970", "02/03/1970"}), MonthFirst);
  EXPECT_EQ(order_of({"01/13/1970", "13/01/1970", "14/01/1970"}), DayFirst);
  EXPECT_EQ(order_of({"1970-01-13", "5 Mei 1970", "-", "13"}), DayFirst); // none of these can tell
}

TEST(FindDate, BehindThePlace) {
  const std::string_view cell = "SERANG, 12-05-1970";
  EXPECT_EQ(cell.substr(find_date(cell)), "12-05-1970");
  EXPECT_EQ(find_date("SERANG"), std::string_view::npos);
}

void check_faults(std::string_view cell, unsigned faults, DateOrder order = DayFirst) {
  EXPECT_EQ(date_faults(cell, order, 2026), faults) << cell;
}

TEST(DateFaults, OfEachKind) {
  for (const char* cell : {"12-05-1970", "1970-05-12", "19700512", "12 Mei 1970", "1970-05-12 00:00:00"}) {
    check_faults(cell, 0);
  }
  for (const char* cell : {"-", "0", "00-00-0000", "0000-00-00", "TIDAK TAHU", "9998"}) {
    check_faults(cell, kDatePlaceholder);
  }
  for (const char* cell : {"31-02-1970", "1970-13-40", "12 Foo 1970", "99", "12/05"}) {
    check_faults(cell, kDateImpossible);
  }
  check_faults("12-05-2031", kDateFuture);
  check_faults("2031-05-12", kDateFuture);
  check_faults("12-05-70", kDateShortYear);
  check_faults("01-01-70", kDateShortYear | kDateDefault);
  check_faults("05-25-1970", kDateSwapped);
  check_faults("25-05-1970", kDateSwapped, MonthFirst);
  check_faults("01-07-1970", kDateDefault);
  check_faults("25700", kDateSerial);
  check_faults("1970", kDatePartial);
  check_faults("Mei 1970", kDatePartial);
}

} // namespace
