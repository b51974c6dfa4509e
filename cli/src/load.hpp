#pragma once
// Files of the command line into a session, several at one time. A file that cannot be used is reported and the others go on.

#include <cstdint>
#include <string>
#include <vector>

#include "console.hpp"
#include "padan/base/executor.hpp"
#include "padan/codec/project.hpp"
#include "padan/engine/session.hpp"

namespace padan::cli {

struct Loaded {
  std::uint32_t used = 0;
  std::uint32_t refused = 0;
};

/// Sources and refusals come in the order of the paths. hints: of the project, for lists whose headers nobody would recognise.
[[nodiscard]] Loaded load_files(engine::Session& session, const std::vector<std::string>& paths, Console& console,
                                const base::Executor& executor, const codec::ProjectHints& hints = {});

} // namespace padan::cli
