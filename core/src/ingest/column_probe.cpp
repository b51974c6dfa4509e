#include "column_probe.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <unordered_map>

#include "header_words.hpp"
#include "padan/base/hash.hpp"
#include "probe_words.hpp"

namespace padan::ingest {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

std::string_view trim(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\'' || c == '"'; };
  while (!text.empty() && is_blank(text.front())) {
    text.remove_prefix(1);
  }
  while (!text.empty() && is_blank(text.back())) {
    text.remove_suffix(1);
  }
  return text;
}

// "3201 0112.3456-7890" as digits; nothing when there are letters. A trailing ".0" goes.
std::string digits_of(std::string_view text) {
  text = trim(text);
  if (text.size() > 2 && text.substr(text.size() - 2) == ".0") {
    text.remove_suffix(2);
  }
  std::string digits;
  for (const char c : text) {
    if (is_digit(c)) {
      digits.push_back(c);
    } else if (c != ' ' && c != '.' && c != '-' && c != '\'' && c != ',') {
      return {};
    }
  }
  return digits;
}

std::uint32_t number(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char c : digits) {
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return value;
}

// 3.20101E+15
bool is_scientific(std::string_view text) {
  text = trim(text);
  const std::size_t e = text.find_first_of("Ee");
  if (e == std::string_view::npos || e == 0 || !is_digit(text.front())) {
    return false;
  }
  std::string_view exponent = text.substr(e + 1);
  exponent.remove_prefix(!exponent.empty() && exponent.front() == '+' ? 1 : 0);
  const auto mantissa = [](char c) { return is_digit(c) || c == '.' || c == ','; };
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(e), mantissa) && exponent.size() == 2 &&
         exponent[0] == '1' && is_digit(exponent[1]);
}

struct DateGroup {
  std::uint32_t value = 0;
  std::size_t size = 0;
  bool month = false; // written in letters
};

bool is_date_of(const std::array<DateGroup, 3>& groups) {
  const auto year = [](const DateGroup& group) {
    return !group.month && group.size == 4 && group.value >= 1880 && group.value <= 2100;
  };
  const auto day = [](const DateGroup& group) { return !group.month && group.size <= 2 && group.value <= 31; };
  const auto month = [](const DateGroup& group) { return group.month || (group.size <= 2 && group.value <= 12); };
  if (year(groups[0])) {
    return month(groups[1]) && day(groups[2]);
  }
  const bool year_last = year(groups[2]) || (!groups[2].month && groups[2].size == 2);
  return year_last && ((day(groups[0]) && month(groups[1])) || (month(groups[0]) && day(groups[1])));
}

bool is_compact_date(const std::string& digits) {
  if (digits.size() != 8) {
    return false;
  }
  const std::uint32_t year = number(std::string_view(digits).substr(0, 4));
  const std::uint32_t month = number(std::string_view(digits).substr(4, 2));
  const std::uint32_t day = number(std::string_view(digits).substr(6, 2));
  return year >= 1880 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

// "001/002", "RT 1 RW 2", "1-2": two short numbers. A decimal ("32,2") is none.
bool is_rt_rw(std::string_view cell) {
  if (cell.find_first_of(",.") != std::string_view::npos && cell.find_first_of("rR") == std::string_view::npos) {
    return false;
  }
  std::size_t numbers = 0;
  for (const std::string& word : words(cell)) {
    std::string_view digits = word;
    if (digits.substr(0, 2) == "RT" || digits.substr(0, 2) == "RW") {
      digits.remove_prefix(2);
    }
    if (digits.size() > 3 || !std::all_of(digits.begin(), digits.end(), is_digit)) {
      return false;
    }
    numbers += digits.empty() ? 0U : 1U;
  }
  return numbers == 2;
}

bool is_name_like(std::string_view cell) {
  std::size_t letters = 0;
  std::size_t others = 0;
  std::size_t blanks = 0;
  for (const char c : cell) {
    if (is_letter(c)) {
      ++letters;
    } else if (c == ' ') {
      ++blanks;
    } else if (c != '.' && c != ',' && c != '\'' && c != '-' && c != '`') {
      ++others;
    }
  }
  return letters >= 2 && others == 0 && blanks <= 6;
}

} // namespace

bool looks_like_identifier(std::string_view cell) {
  const std::size_t size = digits_of(cell).size();
  return (size >= 15 && size <= 17) || is_scientific(cell);
}

bool looks_like_date(std::string_view cell) {
  cell = trim(cell);
  if (cell.size() < 6 || cell.size() > 30 || std::none_of(cell.begin(), cell.end(), is_digit)) {
    return false;
  }
  std::array<DateGroup, 3> groups;
  std::size_t count = 0;
  for (std::size_t i = 0; i < cell.size() && count < 3;) {
    const bool digit = is_digit(cell[i]);
    if (!digit && !is_letter(cell[i])) {
      if (std::string_view("-/. ,").find(cell[i]) == std::string_view::npos) {
        return false;
      }
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < cell.size() && (digit ? is_digit(cell[end]) : is_letter(cell[end]))) {
      ++end;
    }
    const std::string_view part = cell.substr(i, end - i);
    if (digit ? part.size() > 4 : !is_word_of(WordClass::Month, compact(part))) {
      return is_compact_date(digits_of(cell));
    }
    groups[count++] = digit ? DateGroup{number(part), part.size(), false} : DateGroup{0, part.size(), true};
    i = end;
  }
  return count == 3 && is_date_of(groups);
}

bool looks_like_data(std::string_view cell) {
  return looks_like_identifier(cell) || looks_like_date(cell) || digits_of(cell).size() >= 6;
}

namespace {

struct Looks {
  std::uint32_t bits = 0; // 1 << Look
  void add(Look look) { bits |= 1U << static_cast<unsigned>(look); }
};
static_assert(static_cast<unsigned>(Look::Count) <= 32);

void add_digits(std::string_view digits, Looks& looks) {
  const std::size_t size = digits.size();
  looks.add(Look::Integer);
  if (size >= 15 && size <= 17) {
    looks.add(Look::Digits16);
    if (size == 16) {
      const std::uint32_t province = number(digits.substr(0, 2));
      const std::uint32_t day = number(digits.substr(6, 2));
      const std::uint32_t month = number(digits.substr(8, 2));
      if (province >= 11 && month >= 1 && month <= 12 && ((day >= 1 && day <= 31) || (day >= 41 && day <= 71))) {
        looks.add(Look::NikDate);
        if (day > 40) {
          looks.add(Look::Day40);
        }
      }
    }
    return;
  }
  if (size <= 12) {
    looks.add(Look::Short);
  }
  if (size == 10) {
    looks.add(Look::Digits10);
    if (number(digits.substr(0, 2)) >= 11 && number(digits.substr(0, 2)) <= 99 && digits.substr(4, 2) != "00") {
      looks.add(Look::Region);
    }
  }
  if (size == 5) {
    looks.add(Look::Postcode);
  }
  const bool local_phone =
      digits.substr(0, 2) == "08" || digits.substr(0, 3) == "628" || (digits.front() == '8' && size >= 9);
  if (size >= 9 && size <= 14 && local_phone) {
    looks.add(Look::Phone);
  }
  if (size > 9) {
    return;
  }
  const std::uint32_t value = number(digits);
  if (size == 4 && value >= 1880 && value <= 2100) {
    looks.add(Look::Year);
  }
  if (value >= 1 && value <= 2) {
    looks.add(Look::SexCode);
  }
  if (value >= 1 && value <= 10) {
    looks.add(Look::UpTo10);
    looks.add(Look::Decile);
  }
  if (value <= 130) {
    looks.add(Look::UpTo130);
  }
  if (size <= 3) {
    looks.add(Look::Digits3);
  }
  if (size <= 4) {
    looks.add(Look::Digits4);
  }
  if (value >= 1000) {
    looks.add(Look::Amount);
  }
}

void add_words(std::string_view cell, const std::vector<std::string>& parts, const std::string& all, Looks& looks) {
  if (is_word_of(WordClass::Sex, all)) {
    looks.add(Look::SexWord);
  }
  if (is_word_of(WordClass::Relation, all)) {
    looks.add(Look::Relation);
  }
  if (is_word_of(WordClass::YesNo, all) || all == "\u2713" || all == "\u2714" || all == "\u221A") {
    looks.add(Look::YesNo);
  }
  const auto is_period = [](const std::string& part) {
    return is_word_of(WordClass::Period, part) || is_word_of(WordClass::Month, part);
  };
  if (std::any_of(parts.begin(), parts.end(), is_period)) {
    looks.add(Look::Period);
  }
  if (all.find("DESIL") != std::string::npos) {
    looks.add(Look::Decile);
  }
  if (parts.size() == 2 && parts[0].size() <= 2 && parts[1].size() <= 2 &&
      std::all_of(all.begin(), all.end(), is_digit)) {
    looks.add(Look::Decile); // "6-10"
  }
  if (all.size() > 2 && all.substr(0, 2) == "RP") {
    looks.add(Look::Amount);
  }
  if (is_rt_rw(cell)) {
    looks.add(Look::RtRw);
  }
}

Looks looks_of(std::string_view cell) {
  Looks looks;
  const std::vector<std::string> parts = words(cell);
  const std::string all = join(parts);
  if (is_word_of(WordClass::Missing, all)) {
    return looks;
  }
  looks.add(Look::Filled);
  const std::string digits = digits_of(cell);
  if (!digits.empty()) {
    add_digits(digits, looks);
  } else if (is_scientific(cell)) {
    looks.add(Look::Digits16);
  } else if (cell.size() >= 14 && cell.size() <= 17 &&
             cell.find_first_not_of("0123456789*xX") == std::string_view::npos) {
    looks.add(Look::Masked);
  }
  add_words(cell, parts, all, looks);
  if (is_name_like(cell)) {
    looks.add(Look::NameLike);
  }
  if (looks_like_date(cell)) {
    looks.add(Look::Date);
  } else if (const std::size_t comma = cell.find_first_of(",/");
             comma != std::string_view::npos && is_letter(cell.front()) && looks_like_date(cell.substr(comma + 1))) {
    looks.add(Look::PlaceDate);
  } else if (const std::size_t first = cell.find_first_of("0123456789");
             first != std::string_view::npos && is_letter(cell.front()) && looks_like_date(cell.substr(first))) {
    looks.add(Look::PlaceDate);
  }
  if (const std::size_t at = cell.find('@');
      at != std::string_view::npos && cell.find('.', at) != std::string_view::npos) {
    looks.add(Look::Email);
  }
  return looks;
}

} // namespace

ColumnProbe::ColumnProbe(const table::StringColumn& cells, const std::vector<std::uint32_t>& rows)
    : sampled_(static_cast<std::uint32_t>(rows.size())) {
  std::unordered_map<std::uint64_t, Looks> seen; // by hash: most columns repeat a few cells
  for (const std::uint32_t row : rows) {
    const std::string_view cell = trim(cells[row]);
    if (cell.empty()) {
      continue;
    }
    const auto [known, first] = seen.try_emplace(base::hash_bytes(cell));
    if (first) {
      known->second = looks_of(cell);
      distinct_ += known->second.bits != 0 ? 1U : 0U;
    }
    for (std::uint32_t bits = known->second.bits; bits != 0; bits &= bits - 1) {
      ++counts_[static_cast<std::size_t>(std::countr_zero(bits))];
    }
  }
}

double ColumnProbe::share(Look look) const { return filled() == 0 ? 0 : static_cast<double>(count(look)) / filled(); }

std::vector<ColumnProbe> probe_columns(const table::Grid& grid, const std::vector<std::uint32_t>& rows) {
  std::vector<ColumnProbe> probes;
  for (const table::StringColumn& column : grid.columns) {
    probes.emplace_back(column, rows);
  }
  return probes;
}

std::vector<ColumnProbe> probe_columns(const table::Grid& grid, std::uint32_t first_row, std::uint32_t limit) {
  const std::uint32_t rows = grid.rows() - std::min(first_row, grid.rows());
  const std::uint32_t samples = std::min(rows, limit);
  std::vector<std::uint32_t> sampled;
  for (std::uint32_t i = 0; i < samples; ++i) {
    const auto row = static_cast<std::uint32_t>(first_row + static_cast<std::uint64_t>(i) * rows / samples);
    const auto filled = [&](const table::StringColumn& column) { return !column[row].empty(); };
    if (std::any_of(grid.columns.begin(), grid.columns.end(), filled)) {
      sampled.push_back(row);
    }
  }
  return probe_columns(grid, sampled);
}

} // namespace padan::ingest
