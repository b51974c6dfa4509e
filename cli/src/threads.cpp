#include "threads.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace padan::cli {
namespace {

void run(std::uint32_t workers, std::uint32_t count, const base::Executor::Task& task) {
  std::atomic<std::uint32_t> next{0};
  std::mutex mutex;
  std::exception_ptr fault;
  const auto work = [&] {
    try {
      for (std::uint32_t at = next++; at < count; at = next++) {
        task(at);
      }
    } catch (...) {
      next = count; // what nobody has begun stays undone
      const std::lock_guard lock(mutex);
      fault = fault ? fault : std::current_exception();
    }
  };
  std::vector<std::thread> others;
  try {
    for (std::uint32_t i = 1; i < std::min(workers, count); ++i) {
      others.emplace_back(work);
    }
  } catch (const std::system_error&) { // no more threads to be had: those there are do the work
  }
  work();
  for (std::thread& thread : others) {
    thread.join();
  }
  if (fault) {
    std::rethrow_exception(fault);
  }
}

} // namespace

base::Executor threads(std::uint32_t wanted) {
  const std::uint32_t workers = wanted != 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
  return {workers, [workers](std::uint32_t count, const base::Executor::Task& task) { run(workers, count, task); }};
}

} // namespace padan::cli
