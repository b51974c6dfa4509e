#pragma once
// Files of the command line into a session. A file that cannot be used is reported and the others go on.

#include <cstdint>
#include <string>
#include <vector>

#include "console.hpp"
#include "padan/engine/session.hpp"

namespace padan::cli {

struct Loaded {
  std::uint32_t used = 0;
  std::uint32_t refused = 0;
};

[[nodiscard]] Loaded load_files(engine::Session& session, const std::vector<std::string>& paths, Console& console);

} // namespace padan::cli
