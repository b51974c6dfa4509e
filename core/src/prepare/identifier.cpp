#include "padan/prepare/identifier.hpp"

#include <string>

namespace padan::prepare {
namespace {

struct Digits {
  std::string text;
  bool scientific = false;
  bool letters = false;
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

char as_digit(char c) {
  switch (c) {
  case 'O': case 'o': return '0';
  case 'I': case 'l': case '|': return '1';
  default: return c;
  }
}

// "3.20901E+15": what is left of the number is too little to compare.
bool is_scientific(std::string_view cell) {
  const std::size_t e = cell.find_first_of("eE");
  return e != std::string_view::npos && e > 0 && e + 1 < cell.size() && is_digit(cell[0]) &&
         (cell[e + 1] == '+' || is_digit(cell[e + 1])) && cell.find_first_not_of("0123456789.,+eE ") == std::string_view::npos;
}

Digits digits_of(std::string_view cell) {
  Digits out;
  if (is_scientific(cell)) {
    out.scientific = true;
    return out;
  }
  if (cell.size() > 2 && (cell.substr(cell.size() - 2) == ".0" || cell.substr(cell.size() - 2) == ",0")) {
    cell.remove_suffix(2); // a number written out by a data-frame library
  }
  std::size_t real = 0;
  for (const char c : cell) {
    real += is_digit(c) ? 1U : 0U;
  }
  const bool mostly_digits = real >= 10;
  for (const char raw : cell) {
    const char c = mostly_digits ? as_digit(raw) : raw;
    if (is_digit(c)) {
      out.text.push_back(c);
    } else if ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) {
      out.letters = true;
    }
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

bool rule_holds(std::uint64_t value, bool women_add_40) {
  const NikParts parts = nik_parts(value);
  const std::uint32_t written_day = parts.date / 10000;
  const bool day_ok = parts.day >= 1 && parts.day <= 31 && (women_add_40 || written_day <= 31);
  return value >= 1100000000000000ULL && day_ok && parts.month >= 1 && parts.month <= 12 && parts.serial != 0;
}

Identifier read(std::string_view cell, bool numeric, bool women_add_40) {
  Identifier id;
  const Digits digits = digits_of(cell);
  if (digits.scientific) {
    id.state = IdState::Useless;
    return id;
  }
  const std::string& text = digits.text;
  if (text.size() < 5) { // blank, "-", "BELUM PUNYA", 9998 of Regsosek
    id.state = text.empty() || text.find_first_not_of("09 8") == std::string::npos || digits.letters ? IdState::Missing : IdState::Useless;
    return id;
  }
  if (text.size() < 13 || text.size() > 18 || is_dummy(text)) {
    id.state = text.find_first_not_of('0') == std::string::npos ? IdState::Missing : IdState::Useless;
    return id;
  }
  for (const char c : text) {
    id.value = id.value * 10 + static_cast<std::uint64_t>(c - '0');
  }
  id.length = static_cast<std::uint8_t>(text.size());
  if (text.size() != 16) {
    id.state = IdState::Wrong;
    return id;
  }
  const bool last_lost = text.back() == '0' && (numeric || id.value % 10000 == 0);
  if (last_lost) {
    id.state = IdState::Prefix15;
  } else {
    id.state = rule_holds(id.value, women_add_40) ? IdState::Good : IdState::Wrong;
  }
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

} // namespace padan::prepare
