#pragma once
// What Excel accepts as the text of a cell, as the name of a sheet, and as a number.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace padan::codec::workbook {

/// Valid XML text without NUL, cut at 32,767 UTF-16 units; "_x0041_" is escaped, for Excel would read it as "A".
/// Returns false when it was cut.
bool cell_text(std::string_view value, std::string& out);

/// Without []:*?/\ and outer apostrophes, at most `most` UTF-16 units; may be empty.
[[nodiscard]] std::string sheet_name(std::string_view name, std::size_t most);

/// The number, if a double holds all its digits and Excel would show it as it is written: "12", "-0.5"; not "007", "1e5" or a NIK.
[[nodiscard]] std::optional<double> exact_number(std::string_view value);

} // namespace padan::codec::workbook
