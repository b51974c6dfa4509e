#pragma once
// A day of the calendar, as files write it.

#include <cstdint>
#include <string_view>

namespace padan::resolve {

/// The day against which ages and validity are counted. day 0: not known, then ages are not either.
struct Day {
  std::uint16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;
  [[nodiscard]] bool known() const { return day != 0; }
  /// Later days have higher numbers; only for comparing.
  [[nodiscard]] std::uint32_t number() const { return year * 512U + month * 32U + day; }
};
/// "2026-11-22"; an unknown day for any other text.
[[nodiscard]] Day parse_day(std::string_view iso);

} // namespace padan::resolve
