#pragma once
// Threads of this process as an executor of the core.

#include <cstdint>

#include "padan/base/executor.hpp"

namespace padan::cli {

/// Runs tasks on so many threads, the caller's among them; fewer when the system has no more to give. 0: as many as the
/// machine runs at one time.
[[nodiscard]] base::Executor threads(std::uint32_t wanted);

} // namespace padan::cli
