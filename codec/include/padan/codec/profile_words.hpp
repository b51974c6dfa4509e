#pragma once
// What each figure of a list's profile means, and what the owner of the list should do: for the page, the command line and the
// workbook that is handed over, so said once.

#include <cstdint>
#include <string_view>

#include "padan/engine/list_profile.hpp"

namespace padan::codec {

enum class ProfileLanguage : std::uint8_t { Indonesian, English };

struct RemarkWords {
  std::string_view title;
  std::string_view meaning;
  std::string_view advice; // empty where nothing is to be done
};
[[nodiscard]] RemarkWords words_of(engine::RemarkCode code, ProfileLanguage language);

} // namespace padan::codec
