#pragma once
// The name of a row on a worksheet, to be read aloud and typed: "VK7Q-02-01F-00M3X".
// A V, then three characters of the project, two of the batch, three of the village within it, four of the row within that, and
// one of check. The alphabet has 31 characters, without those that are taken for each other (I, L, O, S, U); 31 is prime and every
// place has a weight of its own, so one wrong character and any two exchanged ones are always found.
// Never a number or a date to a spreadsheet, since it begins with a letter.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace padan::act {

struct RowCode {
  std::uint32_t project = 0; // below kMostProjects: of project_mark()
  std::uint32_t batch = 0;   // from 1, below kMostBatches
  std::uint32_t village = 0; // below kMostVillages
  std::uint32_t row = 0;     // below kMostRows

  friend bool operator==(const RowCode&, const RowCode&) = default;
};

inline constexpr std::uint32_t kMostProjects = 31 * 31 * 31;
inline constexpr std::uint32_t kMostBatches = 31 * 31;
inline constexpr std::uint32_t kMostVillages = 31 * 31 * 31;
inline constexpr std::uint32_t kMostRows = 31 * 31 * 31 * 31;

/// The mark of a project by its id, any text: equal ids, equal marks; two projects share one once in 29,791 times.
[[nodiscard]] std::uint32_t project_mark(std::string_view id);

/// All parts below their limits.
[[nodiscard]] std::string to_text(const RowCode& code);

/// Reads what people make of it: small letters, spaces for dashes or none at all, and the letters that the alphabet avoids for
/// those they are taken for (O for 0, I and L for 1, S for 5, U for V). Nothing when the check does not fit.
[[nodiscard]] std::optional<RowCode> parse_row_code(std::string_view text);

/// Whether the text wants to be a row code, broken or whole: what tells "a code with a slip" from "no code".
[[nodiscard]] bool looks_like_row_code(std::string_view text);

} // namespace padan::act
