#include "padan/act/row_code.hpp"

#include <algorithm>
#include <array>

#include "padan/base/hash.hpp"

namespace padan::act {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRTVWXYZ";
constexpr std::uint32_t kBase = 31;
static_assert(kAlphabet.size() == kBase);
constexpr char kPrefix = 'V';
constexpr std::array<std::size_t, 4> kLengths{3, 2, 3, 4}; // project, batch, village, row
constexpr std::size_t kDigits = 3 + 2 + 3 + 4 + 1;

using Digits = std::array<std::uint32_t, kDigits>;

// The sum of weight times digit, check included, is 0: weights 2, 3, … and 1 for the check are all different and below 31.
std::uint32_t sum(const Digits& digits) {
  std::uint32_t total = digits[kDigits - 1];
  for (std::size_t i = 0; i + 1 < kDigits; ++i) {
    total += digits[i] * static_cast<std::uint32_t>(i + 2);
  }
  return total % kBase;
}

char meant(char c) {
  const char letter = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  switch (letter) {
  case 'O':
    return '0';
  case 'I':
  case 'L':
    return '1';
  case 'S':
    return '5';
  case 'U':
    return 'V';
  default:
    return letter;
  }
}

bool is_between(char c) { return c == '-' || c == ' ' || c == '.' || c == '_'; }

std::string characters(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_between(c)) {
      out.push_back(meant(c));
    }
  }
  return out;
}

} // namespace

std::uint32_t project_mark(std::string_view id) {
  return static_cast<std::uint32_t>(base::hash_bytes(id) % kMostProjects);
}

std::string to_text(const RowCode& code) {
  const std::array<std::uint32_t, 4> parts{code.project, code.batch, code.village, code.row};
  Digits digits{};
  std::size_t end = 0;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    end += kLengths[part];
    std::uint32_t left = parts[part];
    for (std::size_t i = 1; i <= kLengths[part]; ++i, left /= kBase) {
      digits[end - i] = left % kBase;
    }
  }
  digits[kDigits - 1] = (kBase - sum(digits)) % kBase;
  std::string text(1, kPrefix);
  for (std::size_t i = 0; i < kDigits; ++i) {
    if (i == 3 || i == 5 || i == 8) {
      text.push_back('-');
    }
    text.push_back(kAlphabet[digits[i]]);
  }
  return text;
}

std::optional<RowCode> parse_row_code(std::string_view text) {
  const std::string all = characters(text);
  if (all.size() != kDigits + 1 || all.front() != kPrefix) {
    return std::nullopt;
  }
  Digits digits{};
  for (std::size_t i = 0; i < kDigits; ++i) {
    const std::size_t at = kAlphabet.find(all[i + 1]);
    if (at == std::string_view::npos) {
      return std::nullopt;
    }
    digits[i] = static_cast<std::uint32_t>(at);
  }
  if (sum(digits) != 0) {
    return std::nullopt;
  }
  std::array<std::uint32_t, 4> parts{};
  std::size_t next = 0;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    for (std::size_t i = 0; i < kLengths[part]; ++i) {
      parts[part] = parts[part] * kBase + digits[next++];
    }
  }
  return RowCode{parts[0], parts[1], parts[2], parts[3]};
}

bool looks_like_row_code(std::string_view text) {
  const std::string all = characters(text);
  const auto dashes = std::count(text.begin(), text.end(), '-');
  if (all.size() < kDigits - 1 || all.size() > kDigits + 3 || all.front() != kPrefix || dashes < 2) {
    return parse_row_code(text).has_value();
  }
  std::size_t known = 0;
  for (const char c : all) {
    known += kAlphabet.find(c) != std::string_view::npos ? 1U : 0U;
  }
  return known + 2 >= all.size();
}

} // namespace padan::act
