#include "header_finder.hpp"

#include <algorithm>
#include <set>

#include "column_probe.hpp"
#include "header_words.hpp"

namespace padan::ingest {
namespace {

constexpr std::uint32_t kSearchRows = 60;
constexpr std::size_t kLongestHeader = 120;

std::string_view trim(std::string_view text) {
  constexpr std::string_view kBlank = " \t\r\n";
  text.remove_prefix(std::min(text.find_first_not_of(kBlank), text.size()));
  return text.substr(0, text.find_last_not_of(kBlank) + 1);
}

// A cell as one line: spreadsheets break long headers with line feeds.
std::string one_line(std::string_view cell) {
  std::string line;
  for (const char c : trim(cell)) {
    const bool blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!blank) {
      line.push_back(c);
    } else if (line.back() != ' ') {
      line.push_back(' ');
    }
  }
  return line;
}

struct RowLook {
  std::vector<bool> filled; // by column
  std::uint32_t cells = 0;
  std::uint32_t data = 0; // cells that no header holds
  double known = 0;       // trust of the known headers
};

class Finder {
public:
  Finder(const table::Grid& grid, const Hints& hints);
  [[nodiscard]] HeaderPlace find() const;

private:
  [[nodiscard]] RowLook look(std::uint32_t row) const;
  [[nodiscard]] double known_header(std::string_view cell) const;
  [[nodiscard]] HeaderPlace around(std::uint32_t row) const;
  [[nodiscard]] bool is_upper_of(std::uint32_t upper, std::uint32_t lower) const;
  [[nodiscard]] bool is_lower_of(std::uint32_t upper, std::uint32_t lower) const;
  [[nodiscard]] HeaderPlace without_known_words() const;

  const table::Grid& grid_;
  const Hints& hints_;
  std::set<std::string> mapped_; // headers that the officer's mapping names
  std::vector<RowLook> rows_;
};

Finder::Finder(const table::Grid& grid, const Hints& hints) : grid_(grid), hints_(hints) {
  if (hints.mapping) {
    for (const auto& [header, field] : *hints.mapping) {
      mapped_.insert(compact(header));
    }
  }
  for (std::uint32_t row = 0; row < std::min(grid.rows(), kSearchRows + 1); ++row) {
    rows_.push_back(look(row));
  }
}

double Finder::known_header(std::string_view cell) const {
  if (cell.size() > kLongestHeader) {
    return 0;
  }
  if (!mapped_.empty() && mapped_.count(compact(cell)) > 0) {
    return 1;
  }
  const auto meaning = header_meaning(cell);
  if (!meaning) {
    return 0;
  }
  return meaning->field.kind == table::FieldKind::Text ? meaning->trust / 2 : meaning->trust;
}

RowLook Finder::look(std::uint32_t row) const {
  RowLook look;
  look.filled.resize(grid_.width());
  for (std::uint32_t column = 0; column < grid_.width(); ++column) {
    const std::string_view cell = trim(grid_.cell(row, column));
    if (cell.empty()) {
      continue;
    }
    look.filled[column] = true;
    ++look.cells;
    if (looks_like_data(cell)) {
      ++look.data;
    } else {
      look.known += known_header(cell);
    }
  }
  return look;
}

// The lower row fills what the upper row left blank under its groups, and little else.
bool Finder::is_lower_of(std::uint32_t upper, std::uint32_t lower) const {
  if (lower >= rows_.size()) {
    return false;
  }
  const RowLook& above = rows_[upper];
  const RowLook& below = rows_[lower];
  if (below.cells < 2 || below.data > 0 || below.known < 0.5) {
    return false;
  }
  std::uint32_t in_gaps = 0;
  std::uint32_t alone_above = 0;  // headers of one row
  std::uint32_t alone_filled = 0; // and yet with something below
  for (std::uint32_t column = 0; column < grid_.width(); ++column) {
    const bool next_gap = column + 1 < grid_.width() && !above.filled[column + 1] && below.filled[column + 1];
    if (!above.filled[column]) {
      in_gaps += below.filled[column] ? 1U : 0U;
    } else if (!next_gap) {
      ++alone_above;
      alone_filled += below.filled[column] ? 1U : 0U;
    }
  }
  return in_gaps > 0 && alone_filled * 10 <= alone_above * 3;
}

// The upper row holds headers of columns that the lower row leaves blank, or groups over several columns.
bool Finder::is_upper_of(std::uint32_t upper, std::uint32_t lower) const {
  const RowLook& above = rows_[upper];
  const RowLook& below = rows_[lower];
  if (above.cells < 2 || above.data > 0 || above.cells > below.cells + grid_.width() / 2) {
    return false;
  }
  std::uint32_t over_gaps = 0;
  std::uint32_t over_groups = 0;
  for (std::uint32_t column = 0; column < grid_.width(); ++column) {
    over_gaps += above.filled[column] && !below.filled[column] ? 1U : 0U;
    const bool group = above.filled[column] && below.filled[column] && column + 1 < grid_.width() &&
                       !above.filled[column + 1] && below.filled[column + 1];
    over_groups += group ? 1U : 0U;
  }
  return over_groups > 0 && (over_gaps > 0 || above.cells >= 2);
}

HeaderPlace Finder::around(std::uint32_t row) const {
  if (is_lower_of(row, row + 1)) {
    return {row, 2};
  }
  if (row > 0 && is_upper_of(row - 1, row)) {
    return {row - 1, 2};
  }
  return {row, 1};
}

// No row has known words: a header that nobody knows, or none. Data shows in the first full row, or types differ below it.
HeaderPlace Finder::without_known_words() const {
  std::uint32_t most = 0;
  for (const RowLook& row : rows_) {
    most = std::max(most, row.cells);
  }
  std::uint32_t first = 0;
  while (first < rows_.size() && rows_[first].cells * 2 < most) {
    ++first;
  }
  if (rows_[first].data > 0) {
    return {first, 0};
  }
  const std::vector<ColumnProbe> probes = probe_columns(grid_, first + 1, 200);
  for (std::uint32_t column = 0; column < grid_.width(); ++column) {
    const std::string_view cell = trim(grid_.cell(first, column));
    const bool digit = std::any_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
    const ColumnProbe& below = probes[column];
    const double numbers = below.share(Look::Integer) + below.share(Look::Date) + below.share(Look::Digits16);
    if (!cell.empty() && !digit && below.filled() >= 2 && numbers > 0.8) {
      return {first, 1};
    }
  }
  return {first, 0};
}

HeaderPlace Finder::find() const {
  if (hints_.header_row) {
    const std::uint32_t row = std::min(grid_.row_at(*hints_.header_row), grid_.rows() - 1);
    return row + 1 < rows_.size() && is_lower_of(row, row + 1) ? HeaderPlace{row, 2} : HeaderPlace{row, 1};
  }
  std::uint32_t best = 0;
  double best_score = 0;
  std::uint32_t full_rows = 0; // rows of more than one cell seen so far: what is no title
  for (std::uint32_t row = 0; row < std::min<std::size_t>(rows_.size(), kSearchRows); ++row) {
    const double score = rows_[row].known - rows_[row].data;
    // One known word alone is a header only where headers stand.
    const bool placed = score >= 1.5 || full_rows < 2;
    if (score >= 0.5 && placed && score > best_score) {
      best = row;
      best_score = score;
    }
    full_rows += rows_[row].cells > 1 ? 1U : 0U;
  }
  return best_score > 0 ? around(best) : without_known_words();
}

} // namespace

HeaderPlace find_header(const table::Grid& grid, const Hints& hints) { return Finder(grid, hints).find(); }

std::string HeaderText::joined() const {
  if (upper.empty() || lower.empty() || upper == lower) {
    return upper.empty() ? lower : upper;
  }
  return upper + " \u2013 " + lower;
}

std::vector<HeaderText> header_texts(const table::Grid& grid, HeaderPlace place) {
  std::vector<HeaderText> texts(grid.width());
  const std::uint32_t own = grid.own_width();
  for (std::uint32_t column = own; column < grid.width(); ++column) {
    texts[column].lower = grid.added[column - own];
  }
  if (place.rows == 0) {
    return texts;
  }
  std::string group;
  for (std::uint32_t column = 0; column < own; ++column) {
    const std::string first = one_line(grid.cell(place.row, column));
    if (place.rows == 1) {
      texts[column].lower = first;
      continue;
    }
    const std::string second = one_line(grid.cell(place.row + 1, column));
    group = first.empty() ? group : first;
    texts[column].lower = second.empty() ? first : second;
    texts[column].upper = second.empty() ? "" : group;
  }
  return texts;
}

} // namespace padan::ingest
