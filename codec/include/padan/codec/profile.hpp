#pragma once
// What lists hold before anything is matched, as JSON.

#include <cstdint>
#include <string>

#include "padan/codec/profile_words.hpp"

namespace padan::codec {

struct ProfileOptions {
  std::uint16_t year = 0; // of the day of the run, bounds dates
  ProfileLanguage language = ProfileLanguage::Indonesian;
  bool masked = false; // samples and examples
};

/// {"sources":[Source of docs/dev/api.md, with the answer of source.profile as "profile"]}
[[nodiscard]] std::string write_profile(const engine::Session& session, const ProfileOptions& options);

} // namespace padan::codec
