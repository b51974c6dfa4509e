#pragma once
// What lists hold before anything is matched, as JSON.

#include <cstdint>
#include <string>

#include "padan/engine/session.hpp"

namespace padan::codec {

/// {"sources":[Source of docs/dev/api.md, each column with good, damaged and missing]}
[[nodiscard]] std::string write_profile(const engine::Session& session, std::uint16_t year);

} // namespace padan::codec
