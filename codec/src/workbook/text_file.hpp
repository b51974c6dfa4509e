#pragma once
// Markup files whole, in UTF-8 whatever they were written in.

#include <string>
#include <string_view>

namespace padan::codec::workbook {

/// UTF-16 by its byte order mark; otherwise UTF-8, with bytes that are none read as Windows-1252.
[[nodiscard]] std::string text_of(std::string_view bytes);

} // namespace padan::codec::workbook
