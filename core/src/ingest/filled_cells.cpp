#include "filled_cells.hpp"

#include <algorithm>
#include <string>

#include "header_words.hpp"

namespace padan::ingest {
namespace {

std::uint32_t small_number(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char c : digits) {
    value = value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  return value;
}

bool is_blank(std::string_view cell) {
  return std::all_of(cell.begin(), cell.end(), [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
}

} // namespace

void find_filled(const table::Grid& grid, std::uint32_t row, std::uint32_t width, FilledCells& filled) {
  filled.clear();
  for (std::uint32_t column = 0; column < width; ++column) {
    const std::string_view cell = grid.cell(row, column);
    if (!cell.empty() && !is_blank(cell)) {
      filled.emplace_back(column, cell);
    }
  }
}

std::uint32_t digits_in(std::string_view cell) {
  return static_cast<std::uint32_t>(
      std::count_if(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

bool is_numbering(const FilledCells& filled) {
  std::uint32_t expected = 0;
  for (const auto& [column, cell] : filled) {
    const std::vector<std::string> parts = words(cell);
    if (parts.size() != 1 || parts[0].size() > 3 || digits_in(parts[0]) != parts[0].size()) {
      return false;
    }
    const auto value = small_number(parts[0]);
    if (expected != 0 && value != expected) {
      return false;
    }
    expected = value + 1;
  }
  return filled.size() >= 3;
}

} // namespace padan::ingest
