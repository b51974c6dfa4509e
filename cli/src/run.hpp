#pragma once
// Runs a session to its end.

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "padan/engine/session.hpp"

namespace padan::cli {

/// Milliseconds per stage, in the order in which they ran.
using Timings = std::vector<std::pair<engine::Stage, std::uint64_t>>;

/// The session has been started. report is called after every step, from this thread.
[[nodiscard]] Timings run(engine::Session& session, const std::function<void(const engine::Progress&)>& report);

} // namespace padan::cli
