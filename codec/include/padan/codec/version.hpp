#pragma once

#include <string_view>

namespace padan::codec {

/// "0.1.0": of the project, written into every result.
[[nodiscard]] std::string_view version();

} // namespace padan::codec
