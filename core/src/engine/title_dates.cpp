#include "padan/engine/title_dates.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "padan/prepare/date.hpp"
#include "padan/text/fold.hpp"

namespace padan::engine {
namespace {

constexpr std::uint16_t kLastYear = 2099;

std::vector<std::string> words_of(std::string_view cell) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : text::fold(cell) + " ") {
    if (c != ' ' && c != ',' && c != ';' && c != ':' && c != '(' && c != ')') {
      word += c;
      continue;
    }
    while (word.size() > 1 && word.back() == '.') {
      word.pop_back();
    }
    if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

bool is_one_of(const std::string& word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string digits(std::uint32_t value, std::size_t width) {
  std::string text = std::to_string(value);
  return std::string(width - std::min(width, text.size()), '0') + text;
}

// The date that begins at a word, in one word or in three; empty where none does.
std::string date_at(const std::vector<std::string>& words, std::size_t at) {
  for (const std::size_t length : {std::size_t{1}, std::size_t{3}}) {
    std::string text;
    for (std::size_t i = at; i < std::min(words.size(), at + length); ++i) {
      text += (i > at ? " " : "") + words[i];
    }
    const bool written_out = length == 3 || text.find_first_of("-/.") != std::string::npos; // not the number of a day
    const prepare::Date date = prepare::read_date(text, prepare::DateOrder::DayFirst, kLastYear);
    if (written_out && date.full()) {
      return digits(date.year, 4) + "-" + digits(date.month, 2) + "-" + digits(date.day, 2);
    }
  }
  return {};
}

// The date that follows `at`, beyond words that only lead to it.
std::string date_after(const std::vector<std::string>& words, std::size_t at) {
  while (at < words.size() && is_one_of(words[at], {"DENGAN", "TANGGAL", "TGL", "DATA", "PER"})) {
    ++at;
  }
  return date_at(words, at);
}

void read_cell(std::string_view cell, TitleDates& dates) {
  const std::vector<std::string> words = words_of(cell);
  bool validity = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    validity = validity || is_one_of(words[i], {"BERLAKU", "BERLAKUNYA", "VALID"});
    if (validity && dates.valid_until.empty() &&
        is_one_of(words[i], {"SAMPAI", "HINGGA", "S.D", "S/D", "SD", "UNTIL"})) {
      dates.valid_until = date_after(words, i + 1);
    }
    if (!validity && dates.data_date.empty() && is_one_of(words[i], {"PER", "KEADAAN", "POSISI", "KONDISI"})) {
      dates.data_date = date_after(words, i + 1);
    }
  }
}

} // namespace

TitleDates read_title_dates(const table::Grid& grid, const ingest::Recognition& recognition) {
  TitleDates dates;
  for (const ingest::SkippedRow& row : recognition.skipped) {
    if (row.why != ingest::SetAside::Title || row.grid_row >= recognition.header_row) {
      continue;
    }
    for (std::uint32_t column = 0; column < grid.own_width(); ++column) {
      read_cell(grid.cell(row.grid_row, column), dates);
    }
  }
  return dates;
}

} // namespace padan::engine
