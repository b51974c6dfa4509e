#include "cell_text.hpp"

#include <algorithm>
#include <cstdlib>

#include "padan/text/utf8.hpp"

namespace padan::codec::workbook {
namespace {

constexpr std::size_t kMaxUnits = 32767;
constexpr std::size_t kMaxDigits = 15;

bool is_hex(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

bool starts_escape(std::string_view text) { // _xHHHH_
  return text.size() >= 7 && text[0] == '_' && text[1] == 'x' &&
         std::all_of(text.begin() + 2, text.begin() + 6, is_hex) && text[6] == '_';
}

std::size_t units_of(char32_t code) { return code > 0xFFFF ? 2 : 1; }

bool is_digit(char c) { return c >= '0' && c <= '9'; }

} // namespace

bool cell_text(std::string_view value, std::string& out) {
  out.clear();
  std::size_t units = 0;
  while (!value.empty()) {
    const text::Decoded character = text::decode_utf8(value);
    const bool escape = starts_escape(value);
    units += escape ? 7 : units_of(character.code);
    if (units > kMaxUnits) {
      return false;
    }
    if (escape) {
      out += "_x005F_";
    } else if (character.code == 0xFFFE || character.code == 0xFFFF) { // no characters of XML
      text::append_utf8(out, text::kReplacement);
    } else if (character.code != 0) {
      text::append_utf8(out, character.code);
    }
    value.remove_prefix(character.length);
  }
  return true;
}

std::string sheet_name(std::string_view name, std::size_t most) {
  std::string out;
  std::size_t units = 0;
  while (!name.empty()) {
    const text::Decoded character = text::decode_utf8(name);
    units += units_of(character.code);
    if (units > most) {
      break;
    }
    const bool forbidden =
        character.code < ' ' ||
        (character.code < 0x80 &&
         std::string_view("[]:*?/\\").find(static_cast<char>(character.code)) != std::string_view::npos);
    text::append_utf8(out, forbidden ? U' ' : character.code);
    name.remove_prefix(character.length);
  }
  const std::size_t first = std::min(out.find_first_not_of("' "), out.size());
  out.erase(0, first);
  out.erase(out.find_last_not_of("' ") + 1);
  return out;
}

std::optional<double> exact_number(std::string_view value) {
  std::string_view digits = value.substr(value.substr(0, 1) == "-" ? 1 : 0);
  const std::size_t dot = digits.find('.');
  const std::string_view whole = digits.substr(0, dot);
  const std::string_view fraction = dot == std::string_view::npos ? std::string_view() : digits.substr(dot + 1);
  const bool shaped = !whole.empty() && std::all_of(whole.begin(), whole.end(), is_digit) &&
                      std::all_of(fraction.begin(), fraction.end(), is_digit) &&
                      !(whole.size() > 1 && whole[0] == '0') &&
                      (dot == std::string_view::npos || (!fraction.empty() && fraction.back() != '0'));
  if (!shaped || whole.size() + fraction.size() > kMaxDigits) {
    return std::nullopt;
  }
  return std::strtod(std::string(value).c_str(), nullptr);
}

} // namespace padan::codec::workbook
