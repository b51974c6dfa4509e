#pragma once
// How independent tasks are run: one after the other here, on threads where a host has them (the command line).
//
//   executor.run(files, [&](std::uint32_t file) { grids[file] = read(file); });
//
// Nothing in the core starts a thread, and no result depends on how many there are: tasks write to places of their own.

#include <algorithm>
#include <cstdint>
#include <functional>

namespace padan::base {

struct Executor {
  using Task = std::function<void(std::uint32_t)>;

  /// Tasks that may run at one time; callers that keep one cache per worker make so many tasks.
  std::uint32_t workers = 1;
  /// Runs task(0) .. task(count - 1), each once, in any order, and returns when all are done. The first exception of a
  /// task comes out of it, after the others have ended.
  std::function<void(std::uint32_t count, const Task& task)> run = [](std::uint32_t count, const Task& task) {
    for (std::uint32_t i = 0; i < count; ++i) {
      task(i);
    }
  };
};

/// Slices of many small items, one task each: enough that a task is worth its thread, few enough that all have work. They
/// do not depend on the number of workers.
inline constexpr std::uint32_t kSlice = 1024;
constexpr std::uint32_t slices(std::uint32_t items) { return (items + kSlice - 1) / kSlice; }

/// Runs task(slice, begin, end) for slices that together are 0 .. items - 1.
template <class Task> void run_slices(const Executor& executor, std::uint32_t items, const Task& task) {
  executor.run(slices(items),
               [&](std::uint32_t slice) { task(slice, slice * kSlice, std::min(items, (slice + 1) * kSlice)); });
}

} // namespace padan::base
