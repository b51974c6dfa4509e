#pragma once
// The rows behind a figure of a profile, as they are shown and written.

#include <string>
#include <string_view>

#include "padan/codec/profile_words.hpp"
#include "json/json.hpp"

namespace padan::codec {

/// The column whose cell shows what a remark is about: its own, else the name, else kWholeRow.
[[nodiscard]] std::uint32_t column_shown(const engine::Source& source, const engine::Remark& remark);
/// A cell by grid row and place in Recognition::columns.
[[nodiscard]] std::string shown_cell(const engine::Source& source, std::uint32_t row, std::uint32_t column,
                                     bool masked);
/// The sheet of a row where several were joined.
[[nodiscard]] std::string_view sheet_of(const table::Grid& grid, std::uint32_t row);

[[nodiscard]] Json profile_json(const engine::Source& source, const engine::ListProfile& profile,
                                ProfileLanguage language, bool masked);
/// {rows: [{line, sheet, cells: [{header, field, value}]}], total}: the cell in question and those that tell who it is.
[[nodiscard]] Json remark_rows_json(const engine::Source& source, const engine::Remark& remark, std::uint32_t from,
                                    std::uint32_t to);

} // namespace padan::codec
