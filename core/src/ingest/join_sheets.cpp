#include "padan/ingest/join_sheets.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "header_finder.hpp"
#include "header_words.hpp"
#include "probe_words.hpp"

namespace padan::ingest {
namespace {

using table::Grid;

constexpr std::size_t kLeastHeader = 3;         // named columns; fewer are alike by accident
constexpr std::uint32_t kFullSheet = 1'048'000; // rows; the sheet after it may go on without a header
constexpr std::string_view kSheetHeader = "Lembar";

struct Sheet {
  Grid grid;
  HeaderPlace place;
  std::vector<std::string> header; // compact, by column, without blank ones at the end
};

Sheet look_at(Grid grid) {
  Sheet sheet{std::move(grid), {}, {}};
  if (sheet.grid.rows() == 0 || sheet.grid.width() == 0) {
    return sheet;
  }
  sheet.place = find_header(sheet.grid, {});
  if (sheet.place.rows != 0) {
    for (const HeaderText& text : header_texts(sheet.grid, sheet.place)) {
      sheet.header.push_back(compact(text.joined()));
    }
    while (!sheet.header.empty() && sheet.header.back().empty()) {
      sheet.header.pop_back();
    }
  }
  return sheet;
}

// Sheets of one archive are of one file only where what is before their name agrees.
std::string_view file_of(const Grid& grid) { return std::string_view(grid.sheet).substr(0, grid.sheet.rfind('/') + 1); }

// "PKH" beside "BPNT", "Januari 2026" beside "Februari 2026": one header, yet lists of their own.
bool names_a_list(const Grid& grid) {
  const std::string_view name = std::string_view(grid.sheet).substr(file_of(grid).size());
  const std::optional<Meaning> meaning = header_meaning(name);
  const std::vector<std::string> parts = words(name);
  return (meaning && meaning->field.kind == table::FieldKind::Programme) ||
         std::any_of(parts.begin(), parts.end(), [](const std::string& word) {
           const bool year = word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
           return year || is_word_of(WordClass::Month, word);
         });
}

/// Where the rows of `next` begin to be of `list`: after its heading. Nothing when it is another list.
std::optional<std::uint32_t> heading_within(const Sheet& list, const Sheet& next) {
  const auto named =
      std::count_if(list.header.begin(), list.header.end(), [](const auto& text) { return !text.empty(); });
  if (static_cast<std::size_t>(named) < kLeastHeader || file_of(list.grid) != file_of(next.grid)) {
    return std::nullopt;
  }
  if (next.header == list.header && !names_a_list(list.grid) && !names_a_list(next.grid)) {
    return next.place.row + next.place.rows;
  }
  const std::uint32_t last = list.grid.parts.empty() ? 0 : list.grid.parts.back().first;
  const bool goes_on = list.grid.rows() - last >= kFullSheet && next.place.rows == 0 && next.grid.rows() != 0 &&
                       next.grid.width() == list.header.size();
  return goes_on ? std::optional<std::uint32_t>(0) : std::nullopt;
}

void append(Grid& list, Grid&& next, std::uint32_t heading) {
  if (list.parts.empty()) {
    list.parts.push_back({list.sheet, 0, 0});
  }
  const std::uint32_t rows = list.rows();
  list.parts.push_back({next.sheet, rows, heading});
  list.columns.resize(std::max(list.width(), next.width()));
  list.numeric.resize(list.width());
  for (std::uint32_t column = 0; column < list.width(); ++column) {
    table::StringColumn& cells = list.columns[column];
    cells.resize(rows);
    if (column < next.width()) {
      cells.append(next.columns[column]);
    }
    cells.resize(rows + next.rows());
    if (column < next.numeric.size() && !next.numeric[column].empty()) {
      list.numeric[column].resize(rows, false);
      list.numeric[column].insert(list.numeric[column].end(), next.numeric[column].begin(), next.numeric[column].end());
    }
  }
  list.lines.insert(list.lines.end(), next.lines.begin(), next.lines.end());
  list.issues.merge(next.issues);
}

// The names of the sheets as a column beside what the sheets hold.
void add_sheet_column(Sheet& list) {
  Grid& grid = list.grid;
  table::StringColumn names;
  for (std::size_t i = 0; i < grid.parts.size(); ++i) {
    const Grid::Part& part = grid.parts[i];
    const std::string_view name = std::string_view(part.sheet).substr(file_of(grid).size());
    const std::uint32_t end = i + 1 < grid.parts.size() ? grid.parts[i + 1].first : grid.rows();
    const std::uint32_t data = part.first + (i == 0 ? list.place.row + list.place.rows : part.heading);
    while (names.size() < end) {
      names.push_back(names.size() < data ? std::string_view() : name);
    }
  }
  grid.columns.push_back(std::move(names));
  grid.added.emplace_back(kSheetHeader);
  grid.sheet += " +" + std::to_string(grid.parts.size() - 1);
}

} // namespace

std::vector<Grid> join_sheets(std::vector<Grid> grids) {
  if (grids.size() < 2) {
    return grids;
  }
  std::vector<Sheet> lists;
  for (Grid& grid : grids) {
    Sheet next = look_at(std::move(grid));
    std::optional<std::uint32_t> heading;
    const auto home = std::find_if(lists.begin(), lists.end(), [&](const Sheet& list) {
      heading = heading_within(list, next);
      return heading.has_value();
    });
    if (heading) {
      append(home->grid, std::move(next.grid), *heading);
    } else {
      lists.push_back(std::move(next));
    }
  }
  grids.clear();
  for (Sheet& list : lists) {
    if (!list.grid.parts.empty()) {
      add_sheet_column(list);
    }
    grids.push_back(std::move(list.grid));
  }
  return grids;
}

} // namespace padan::ingest
