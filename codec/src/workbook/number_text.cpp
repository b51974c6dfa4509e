#include "number_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace padan::codec::workbook {
namespace {

constexpr std::size_t kExcelDigits = 15;
constexpr int kDoubleDigits = 17;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool all_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }

bool take_sign(std::string_view& text) {
  const bool negative = !text.empty() && text[0] == '-';
  if (negative || (!text.empty() && text[0] == '+')) {
    text.remove_prefix(1);
  }
  return negative;
}

std::optional<int> parse_exponent(std::string_view text) {
  const bool negative = take_sign(text);
  if (!all_digits(text) || text.size() > 3) {
    return std::nullopt;
  }
  int value = 0;
  for (const char c : text) {
    value = value * 10 + (c - '0');
  }
  return value > 400 ? std::nullopt : std::optional(negative ? -value : value);
}

void trim_zeros(Decimal& number) {
  const std::size_t first = std::min(number.digits.find_first_not_of('0'), number.digits.size());
  number.digits.erase(0, first);
  number.point = number.digits.empty() ? 0 : number.point - static_cast<int>(first);
  number.digits.erase(number.digits.find_last_not_of('0') + 1);
}

bool is_plain_integer(std::string_view text) {
  take_sign(text);
  return all_digits(text);
}

std::size_t significant_length(std::string_view integer) {
  take_sign(integer);
  return integer.size() - std::min(integer.find_first_not_of('0'), integer.size());
}

} // namespace

std::optional<Decimal> parse_decimal(std::string_view text) {
  Decimal number;
  number.negative = take_sign(text);
  const std::size_t e = text.find_first_of("eE");
  const std::string_view mantissa = text.substr(0, e);
  const auto exponent = e == std::string_view::npos ? std::optional(0) : parse_exponent(text.substr(e + 1));
  const std::size_t dot = std::min(mantissa.find('.'), mantissa.size());
  number.digits = mantissa.substr(0, dot);
  number.digits += mantissa.substr(std::min(dot + 1, mantissa.size()));
  if (!exponent || !all_digits(number.digits) || number.digits.size() > 400) {
    return std::nullopt;
  }
  number.point = static_cast<int>(dot) + *exponent;
  trim_zeros(number);
  return number;
}

std::uint32_t count_of(std::string_view text, std::uint32_t otherwise) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? value : otherwise;
}

NumberText number_text(std::string_view text, std::string& scratch) {
  if (!is_plain_integer(text)) {
    const auto number = parse_decimal(text);
    if (!number || !number->is_integer() || number->point > kDoubleDigits) {
      return {text, false};
    }
    scratch = number->negative && !number->digits.empty() ? "-" : "";
    scratch += number->digits.empty() ? "0" : number->digits;
    scratch.append(static_cast<std::size_t>(number->point) - number->digits.size(), '0');
    text = scratch;
  }
  return {text, significant_length(text) > kExcelDigits};
}

std::string number_text(double value) {
  char buffer[40];
  constexpr double kWholeUpTo = 9.2e18;
  if (value == std::floor(value) && std::fabs(value) < kWholeUpTo) {
    return std::to_string(static_cast<long long>(value));
  }
  for (int digits = static_cast<int>(kExcelDigits); digits <= kDoubleDigits; ++digits) {
    std::snprintf(buffer, sizeof buffer, "%.*g", digits, value);
    if (std::strtod(buffer, nullptr) == value) {
      break;
    }
  }
  return buffer;
}

} // namespace padan::codec::workbook
