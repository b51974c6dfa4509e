#pragma once
// The one rule by which cells of exported CSV are written.

#include <string>
#include <string_view>
#include <vector>

namespace padan::engine {

/// Appends a cell: quoted when it holds a comma, quote or line break, or outer space; a cell that a spreadsheet would run
/// as a formula (it begins with = + - @, tab or CR, and is no plain negative number) gets an apostrophe in front.
///   append_csv_cell(out, "A, B");   // "A, B" in quotes
///   append_csv_cell(out, "=1+1");   // '=1+1
void append_csv_cell(std::string& out, std::string_view cell);
/// Appends cells, commas and CRLF (RFC 4180).
void append_csv_row(std::string& out, const std::vector<std::string_view>& cells);

/// UTF-8 byte order mark, so that spreadsheets read the file as UTF-8. Goes in front of the header.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

} // namespace padan::engine
