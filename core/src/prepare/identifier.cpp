#include "padan/prepare/identifier.hpp"

#include <algorithm>
#include <string>

#include "days_in_month.hpp"

namespace padan::prepare {
namespace {

struct Digits {
  std::string text;
  bool scientific = false;
  bool letters = false;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Letters that a hand or a scanner puts for digits. 0 when it is none of them.
char as_digit(char c) {
  switch (c) {
  case 'O':
  case 'o':
    return '0';
  case 'I':
  case 'l':
  case '|':
    return '1';
  default:
    return 0;
  }
}

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

// A letter behind a digit, or in front of one with no letter before it, stands for a digit; those of a word ("NO 3209...") do not.
bool stands_for_digit(std::string_view cell, std::size_t at, bool digit_before) {
  const bool digit_follows = at + 1 < cell.size() && is_digit(cell[at + 1]);
  return as_digit(cell[at]) != 0 && (digit_before || (digit_follows && (at == 0 || !is_letter(cell[at - 1]))));
}

// "3.20901E+15": what is left of the number is too little to compare.
bool is_scientific(std::string_view cell) {
  const std::size_t e = cell.find_first_of("eE");
  return e != std::string_view::npos && e > 0 && e + 1 < cell.size() && is_digit(cell[0]) &&
         (cell[e + 1] == '+' || is_digit(cell[e + 1])) &&
         cell.find_first_not_of("0123456789.,+eE ") == std::string_view::npos;
}

Digits digits_of(std::string_view cell) {
  Digits out;
  cell.remove_prefix(std::min(cell.find_first_not_of("' \""), cell.size())); // the apostrophe that keeps a number text
  if (is_scientific(cell)) {
    out.scientific = true;
    return out;
  }
  for (const std::string_view fraction : {".0", ",0", ".00", ",00"}) { // a number written out by a data-frame library
    if (cell.size() > fraction.size() && cell.substr(cell.size() - fraction.size()) == fraction) {
      cell.remove_suffix(fraction.size());
      break;
    }
  }
  std::size_t real = 0;
  for (const char c : cell) {
    real += is_digit(c) ? 1U : 0U;
  }
  const bool mostly_digits = real >= 10;
  bool digit_before = false;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const char c = mostly_digits && stands_for_digit(cell, i, digit_before) ? as_digit(cell[i]) : cell[i];
    digit_before = is_digit(c);
    if (digit_before) {
      out.text.push_back(c);
    }
    out.letters = out.letters || is_letter(c);
  }
  return out;
}

// All alike, counting up, or a run of one digit after the region: typed to get past a form.
bool is_dummy(const std::string& digits) {
  if (digits.find_first_not_of(digits[0]) == std::string::npos) {
    return true;
  }
  if (digits.find("1234567890") != std::string::npos || digits.find("0123456789") != std::string::npos) {
    return true;
  }
  const std::string tail = digits.size() > 6 ? digits.substr(6) : digits;
  return tail.find_first_not_of(tail[0]) == std::string::npos;
}

IdDamage broken_rule(std::uint64_t value, bool women_add_40) {
  const NikParts parts = nik_parts(value);
  const std::uint32_t written_day = parts.date / 10000;
  const bool women_ok = women_add_40 || written_day <= 31;
  const bool leap = parts.year % 4 == 0; // 1900 is the one exception, and nobody's birth
  if (value < 1100000000000000ULL) {
    return IdDamage::Region;
  }
  if (!women_ok || parts.day < 1 || parts.day > days_in_month(parts.month, leap)) {
    return IdDamage::Date;
  }
  return parts.serial == 0 ? IdDamage::Serial : IdDamage::None;
}

Identifier worthless(IdState state, IdDamage damage) {
  Identifier id;
  id.state = state;
  id.damage = damage;
  return id;
}

Identifier read(std::string_view cell, bool numeric, bool women_add_40) {
  const Digits digits = digits_of(cell);
  if (digits.scientific) {
    return worthless(IdState::Useless, IdDamage::Scientific);
  }
  const std::string& text = digits.text;
  if (text.size() < 5) { // blank, "-", "BELUM PUNYA", 9998 of Regsosek
    const bool nothing = text.empty() || text.find_first_not_of("09 8") == std::string::npos || digits.letters;
    return nothing ? Identifier{} : worthless(IdState::Useless, IdDamage::Length);
  }
  if (text.find_first_not_of('0') == std::string::npos) {
    return {};
  }
  if (is_dummy(text)) {
    return worthless(IdState::Useless, IdDamage::Dummy);
  }
  if (text.size() < 13 || text.size() > 18) {
    return worthless(IdState::Useless, IdDamage::Length);
  }
  Identifier id;
  for (const char c : text) {
    id.value = id.value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  id.length = static_cast<std::uint8_t>(text.size());
  if (text.size() != 16) {
    id.state = IdState::Wrong;
    id.damage = IdDamage::Length;
    return id;
  }
  if (text.back() == '0' && (numeric || id.value % 10000 == 0)) {
    id.state = IdState::Prefix15;
    id.damage = numeric ? IdDamage::LastDigit : IdDamage::Serial;
    return id;
  }
  id.damage = broken_rule(id.value, women_add_40);
  id.state = id.damage == IdDamage::None ? IdState::Good : IdState::Wrong;
  return id;
}

} // namespace

NikParts nik_parts(std::uint64_t nik) {
  NikParts parts{};
  parts.serial = static_cast<std::uint32_t>(nik % 10000);
  parts.date = static_cast<std::uint32_t>(nik / 10000 % 1000000);
  parts.region = static_cast<std::uint32_t>(nik / 10000000000ULL % 1000000);
  const std::uint32_t day = parts.date / 10000;
  parts.female = day > 40;
  parts.day = static_cast<std::uint8_t>(parts.female ? day - 40 : day);
  parts.month = static_cast<std::uint8_t>(parts.date / 100 % 100);
  parts.year = static_cast<std::uint8_t>(parts.date % 100);
  return parts;
}

Identifier read_nik(std::string_view cell, bool numeric) { return read(cell, numeric, true); }
Identifier read_kk(std::string_view cell, bool numeric) { return read(cell, numeric, false); }

void LastDigitVote::add(std::string_view cell) {
  const Identifier id = read_nik(cell, false);
  full_ += id.length == 16 ? 1U : 0U;
  zero_ += id.length == 16 && id.value % 10 == 0 ? 1U : 0U;
}

} // namespace padan::prepare
