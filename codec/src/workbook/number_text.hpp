#pragma once
// Numbers and dates of workbooks as text, worked out digit by digit: a double would spoil identifiers.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace padan::codec::workbook {

/// A stored number such as "3.2012345678901E+15" taken apart: 0.DIGITS × 10^point.
struct Decimal {
  bool negative = false;
  std::string digits; // no zeros in front or behind; empty for zero
  int point = 0;      // places before the decimal point

  [[nodiscard]] bool is_integer() const { return point >= static_cast<int>(digits.size()); }
};

/// Nothing for a text that is no number, or beyond 10^±400.
std::optional<Decimal> parse_decimal(std::string_view text);

/// A count or an index of the markup: digits and nothing else, within 32 bits; `otherwise` for anything different.
std::uint32_t count_of(std::string_view text, std::uint32_t otherwise);

struct NumberText {
  std::string_view text;
  bool rounded = false; // an integer of more than 15 digits: what Excel keeps of an identifier
};

/// Whole numbers as plain digits ("3.2012345678901E+15" -> "3201234567890100", "7.0" -> "7") as long as the stored digits
/// determine them (17 digits at most, the precision of a double); everything else as stored. The text lives in `text` or `scratch`.
NumberText number_text(std::string_view text, std::string& scratch);

/// A double of a binary workbook: whole numbers exactly, others with the fewest digits that give the same double.
std::string number_text(double value);

enum class DateKind : std::uint8_t { None, Date, Time, Elapsed };

/// What a number format shows: "dd/mm/yyyy" Date, "h:mm" Time, "[h]:mm" Elapsed (hours may pass 24), "0.00" None.
DateKind date_kind(std::string_view format);
/// The same for the built-in formats, which have a number only (ECMA-376 part 1, 18.8.30).
DateKind built_in_date_kind(std::uint32_t format);

/// A date serial as "1970-05-12", "1970-05-12 08:30:00" or "08:30:00"; nothing when the number is no date (0, negative, past 9999).
/// Serial 60 of the 1900 system is Excel's 29 February 1900, a day that never was, and is given as such.
std::optional<std::string> date_text(const Decimal& serial, DateKind kind, bool date1904);

/// "1970-05-12T00:00:00" -> "1970-05-12"; another time is kept after a space, fractions of a second and Z are dropped.
std::string iso_date_text(std::string_view text);

/// "PT08H30M00S" -> "08:30:00"; as written when it is something else.
std::string iso_duration_text(std::string_view text);

} // namespace padan::codec::workbook
