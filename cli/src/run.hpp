#pragma once
// Runs a session to its end with threads. The result does not depend on their number.

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "padan/engine/session.hpp"

namespace padan::cli {

/// Milliseconds per stage, in the order in which they ran.
using Timings = std::vector<std::pair<engine::Stage, std::uint64_t>>;

/// The session has been started. workers threads score, at least one; report is called from this thread.
[[nodiscard]] Timings run(engine::Session& session, std::uint32_t workers,
                          const std::function<void(const engine::Progress&)>& report);

} // namespace padan::cli
