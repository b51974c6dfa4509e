#pragma once
// Dates that a face is given: whole ISO days and nothing else.

#include <cstdint>
#include <string_view>

namespace padan::codec {

/// "2026-11-22" and a day that exists.
[[nodiscard]] bool is_iso_date(std::string_view text);

/// Its year; the text must be such a date.
[[nodiscard]] std::uint16_t year_of(std::string_view iso_date);

} // namespace padan::codec
