#include "padan/ingest/blocks.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "block_table.hpp"
#include "filled_cells.hpp"

namespace padan::ingest {
namespace {

bool ends_in_digit(std::string_view text) { return !text.empty() && text.back() >= '0' && text.back() <= '9'; }

// "BELUM/TIDAK" and "BEKERJA" are two words, "88010101" and "01120001" one number, "12-05-" and "1990" one date.
void append_wrapped(std::string& cell, std::string_view rest) {
  const bool number = ends_in_digit(cell) && digits_in(rest) == rest.size();
  const bool open = !cell.empty() && (cell.back() == '-' || cell.back() == '/');
  cell.append(number || open ? "" : " ").append(rest);
}

void join_wrapped(table::Grid& grid, const BlockTable& table) {
  std::map<std::uint32_t, std::map<std::uint32_t, std::string>> joined; // by column, then row: few of either
  FilledCells filled;
  for (std::uint32_t row = 0; row < grid.rows(); ++row) {
    if (table.rows[row].part != BlockPart::Continued) {
      continue;
    }
    find_filled(grid, row, grid.own_width(), filled);
    for (const auto& [column, rest] : filled) {
      const std::uint32_t member = table.rows[row].of;
      const auto at = joined[column].try_emplace(member, grid.cell(member, column)).first;
      append_wrapped(at->second, rest);
    }
  }
  for (const auto& [column, cells] : joined) {
    table::StringColumn whole;
    whole.reserve(grid.rows(), grid.columns[column].memory_bytes());
    for (std::uint32_t row = 0; row < grid.rows(); ++row) {
      const auto found = cells.find(row);
      whole.push_back(found == cells.end() ? grid.cell(row, column) : std::string_view(found->second));
    }
    whole.shrink_to_fit();
    grid.columns[column] = std::move(whole);
  }
}

void add_column(table::Grid& grid, const BlockTable& table, FamilyFact fact) {
  table::StringColumn column;
  std::vector<bool> numeric;
  for (const BlockRow& row : table.rows) {
    const bool member = row.part == BlockPart::Member;
    column.push_back(member ? std::string_view(table.families[row.of][fact]) : std::string_view());
    numeric.push_back(member && fact == FamilyFact::Kk && table.families[row.of].card_is_number);
  }
  column.shrink_to_fit();
  if (std::find(numeric.begin(), numeric.end(), true) != numeric.end()) {
    grid.numeric.resize(grid.width());
    grid.numeric.push_back(std::move(numeric));
  }
  grid.columns.push_back(std::move(column));
  grid.added.emplace_back(header_of(fact));
}

void add_columns(table::Grid& grid, const BlockTable& table) {
  for (std::size_t i = 0; i < static_cast<std::size_t>(FamilyFact::Count); ++i) {
    const auto fact = static_cast<FamilyFact>(i);
    const auto known = [&](const FamilyFacts& family) { return !family[fact].empty(); };
    if (fact == FamilyFact::Kk || std::any_of(table.families.begin(), table.families.end(), known)) {
      add_column(grid, table, fact);
    }
  }
}

bool is_unfolded(const table::Grid& grid) {
  return std::find(grid.added.begin(), grid.added.end(), header_of(FamilyFact::Kk)) != grid.added.end();
}

} // namespace

void unfold_blocks(std::vector<table::Grid>& sheets) {
  std::string layout;
  FamilyFacts last;
  for (table::Grid& grid : sheets) {
    std::optional<BlockTable> table = is_unfolded(grid) ? std::nullopt : find_blocks(grid);
    if (!table) {
      layout.clear();
      continue;
    }
    if (table->layout.name == layout) {
      table->families.front() = std::move(last);
    }
    join_wrapped(grid, *table);
    add_columns(grid, *table);
    layout = table->layout.name;
    last = std::move(table->families.back());
  }
}

} // namespace padan::ingest
