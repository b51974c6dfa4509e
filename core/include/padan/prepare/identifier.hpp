#pragma once
// NIK and KK: sixteen digits, kept as an integer of exactly those digits, never as a floating-point number.
// A damaged number is evidence with its damage named (product law 4); nothing is repaired.

#include <cstdint>
#include <string_view>

namespace padan::prepare {

enum class IdState : std::uint8_t {
  Missing,  // blank or a placeholder word
  Good,     // 16 digits that follow the rule of the number
  Prefix15, // 16 digits of which a spreadsheet kept 15: the last is not known
  Wrong,    // about 16 digits that break the rule (one digit missing or too many, impossible date): still comparable
  Useless,  // dummy, all alike, scientific notation, letters: carries no evidence
  Shared,   // a good number that several different people use: carries no evidence
};

/// Why a number is not Good; the first that holds.
enum class IdDamage : std::uint8_t {
  None,
  Placeholder, // 0, -, KOSONG, 9998
  Scientific,  // 3.20901E+15
  Length,      // not sixteen digits
  Dummy,       // digits all alike, or counting up
  LastDigit,   // Prefix15 of a spreadsheet's number
  Serial,      // ends in 0000
  Region,      // no province begins so
  Date,        // no day of any calendar
};

/// value holds the digits; length their number, which tells 0012 from 12. For Prefix15 value ends in 0.
struct Identifier {
  std::uint64_t value = 0;
  std::uint8_t length = 0;
  IdState state = IdState::Missing;
  IdDamage damage = IdDamage::Placeholder;
};

/// Parts of a NIK: PPKKCC, DDMMYY (women DD + 40), SSSS. Source: PP 40/2019; Dukcapil's public explanation.
struct NikParts {
  std::uint32_t region; // six digits
  std::uint32_t date;   // as written, DDMMYY
  std::uint32_t serial;
  std::uint8_t day; // 40 taken off
  std::uint8_t month;
  std::uint8_t year; // two digits
  bool female;
};
[[nodiscard]] NikParts nik_parts(std::uint64_t nik);

/// Reads a cell: apostrophes, spaces, dots, dashes and a trailing ".0" go, O I l become digits where digits surround them.
/// numeric tells that the spreadsheet held a number: then a last digit 0 means Prefix15.
///   read_nik("3209010511620001", false).state == IdState::Good
[[nodiscard]] Identifier read_nik(std::string_view cell, bool numeric);
[[nodiscard]] Identifier read_kk(std::string_view cell, bool numeric);

/// Whether a spreadsheet took the sixteenth digit of a whole column: most of its numbers end in 0, where by nature one in
/// ten does. add() cells, then lost(): read_nik(cell, true) is right for all of them then.
class LastDigitVote {
public:
  void add(std::string_view cell);
  [[nodiscard]] bool lost() const { return full_ >= 20 && zero_ * 2 > full_; }

private:
  std::uint32_t full_ = 0;
  std::uint32_t zero_ = 0;
};

} // namespace padan::prepare
