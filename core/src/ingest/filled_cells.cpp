#include "filled_cells.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "header_words.hpp"

namespace padan::ingest {
namespace {

bool is_blank(std::string_view cell) {
  return std::all_of(cell.begin(), cell.end(), [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
}

std::optional<std::uint32_t> row_number(std::string_view cell) {
  const std::vector<std::string> parts = words(cell);
  if (parts.size() != 1 || parts[0].size() > 3 || digits_in(parts[0]) != parts[0].size()) {
    return std::nullopt;
  }
  std::uint32_t value = 0;
  for (const char digit : parts[0]) {
    value = value * 10 + static_cast<std::uint32_t>(digit - '0');
  }
  return value;
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

bool has_letters(std::string_view cell) {
  return std::count_if(cell.begin(), cell.end(), [](char c) {
           return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
         }) >= 2;
}

bool is_row_number(std::string_view cell) { return row_number(cell).has_value(); }

bool is_numbering(const FilledCells& filled) {
  std::uint32_t expected = 0;
  for (const auto& [column, cell] : filled) {
    const std::optional<std::uint32_t> number = row_number(cell);
    if (!number || (expected != 0 && *number != expected)) {
      return false;
    }
    expected = *number + 1;
  }
  return filled.size() >= 3;
}

} // namespace padan::ingest
