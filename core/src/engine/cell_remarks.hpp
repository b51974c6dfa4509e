#pragma once
// What can be said of one cell alone.

#include <cstdint>
#include <functional>
#include <string_view>

#include "padan/engine/list_profile.hpp"

namespace padan::engine {

/// RemarkCodes joined: bit n is the code n.
using Remarks = std::uint64_t;
constexpr Remarks bit(RemarkCode code) { return Remarks{1} << static_cast<unsigned>(code); }

/// Of a cell that is not blank; numeric: the spreadsheet held a number.
using CellJudge = std::function<Remarks(std::string_view cell, bool numeric)>;
[[nodiscard]] CellJudge cell_judge(const Source& source, const ingest::Column& column, std::uint16_t year);

/// Whether cells of a kind repeat and take long to judge: not NIK and KK, of which nearly every one is another.
[[nodiscard]] bool is_worth_remembering(table::FieldKind kind);
[[nodiscard]] bool is_blank(std::string_view cell);

/// Of all cells of a column.
[[nodiscard]] prepare::DateOrder order_of(const Source& source, std::uint32_t grid_column, bool place_before);
[[nodiscard]] bool last_digit_lost(const Source& source, std::uint32_t grid_column);

/// "SERANG, 12-05-1970" → the date; empty when there is none.
[[nodiscard]] std::string_view date_part(std::string_view place_and_date);

} // namespace padan::engine
