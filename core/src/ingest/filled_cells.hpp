#pragma once
// The cells of one row that hold something, and small questions about them.

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "padan/table/grid.hpp"

namespace padan::ingest {

using FilledCells = std::vector<std::pair<std::uint32_t, std::string_view>>; // column and text, in file order

/// Of the first `width` columns, those not blank; `filled` is emptied first, so that its memory serves many rows.
void find_filled(const table::Grid& grid, std::uint32_t row, std::uint32_t width, FilledCells& filled);

[[nodiscard]] std::uint32_t digits_in(std::string_view cell);

[[nodiscard]] bool has_letters(std::string_view cell); // at least two

/// "12", "(3)", "1.": as rows and columns are numbered.
[[nodiscard]] bool is_row_number(std::string_view cell);

/// "(1) (2) (3)": columns are numbered under the header of many official tables.
[[nodiscard]] bool is_numbering(const FilledCells& filled);

} // namespace padan::ingest
