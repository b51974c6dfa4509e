#include "run.hpp"

#include <chrono>

namespace padan::cli {
namespace {

constexpr std::uint64_t kUnits = 100'000; // of a step: often enough to move a bar

} // namespace

Timings run(engine::Session& session, const std::function<void(const engine::Progress&)>& report) {
  Timings timings;
  auto begun = std::chrono::steady_clock::now();
  for (engine::Progress now = session.progress(); !now.finished;) {
    const engine::Progress next = session.step(kUnits);
    report(next);
    if (next.stage != now.stage) {
      const auto ended = std::chrono::steady_clock::now();
      timings.emplace_back(now.stage, std::chrono::duration_cast<std::chrono::milliseconds>(ended - begun).count());
      begun = ended;
    }
    now = next;
  }
  return timings;
}

} // namespace padan::cli
