#include "run.hpp"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>

namespace padan::cli {
namespace {

using matching::ScoredPair;

constexpr std::uint64_t kUnits = 50'000; // of a step: often enough to move a bar

struct Scored {
  std::uint32_t partition = 0;
  std::vector<ScoredPair> pairs;
  std::uint64_t scored = 0;
};

// Threads take partitions from one counter and leave what they scored here; the owner of the session fetches it.
class Crew {
public:
  Crew(const engine::Scoring& scoring, std::uint32_t workers) : scoring_(scoring) {
    try {
      for (std::uint32_t i = 0; i < workers; ++i) {
        threads_.emplace_back([this] { work(); });
      }
    } catch (const std::system_error&) { // no more threads to be had: the others do the work
      if (threads_.empty()) {
        work();
      }
    }
  }
  ~Crew() {
    next_ = UINT32_MAX / 2; // also when the owner gives up early
    for (std::thread& thread : threads_) {
      thread.join();
    }
  }
  Crew(const Crew&) = delete;
  Crew& operator=(const Crew&) = delete;

  /// Waits for more; empty when all partitions have been fetched. Throws what a thread threw.
  std::vector<Scored> fetch() {
    const std::size_t all = scoring_.plan.partitions().size();
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !ready_.empty() || fault_ || fetched_ == all; });
    if (fault_) {
      std::rethrow_exception(fault_);
    }
    std::vector<Scored> out;
    out.swap(ready_);
    fetched_ += out.size();
    return out;
  }

private:
  void work() {
    try {
      matching::Scorer scorer(scoring_.corpus, scoring_.model);
      const auto& partitions = scoring_.plan.partitions();
      for (std::uint32_t at = next_++; at < partitions.size(); at = next_++) {
        Scored scored{at, {}, 0};
        scored.scored = scorer.score(scoring_.plan, partitions[at], scored.pairs);
        const std::lock_guard lock(mutex_);
        ready_.push_back(std::move(scored));
        changed_.notify_one();
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      fault_ = std::current_exception();
      changed_.notify_one();
    }
  }

  const engine::Scoring& scoring_;
  std::atomic<std::uint32_t> next_{0};
  std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<Scored> ready_;
  std::size_t fetched_ = 0;
  std::exception_ptr fault_;
  std::vector<std::thread> threads_;
};

void score(engine::Session& session, std::uint32_t workers,
           const std::function<void(const engine::Progress&)>& report) {
  Crew crew(session.scoring(), workers);
  for (std::vector<Scored> batch = crew.fetch(); !batch.empty(); batch = crew.fetch()) {
    for (Scored& scored : batch) {
      session.put_scores(scored.partition, std::move(scored.pairs), scored.scored);
    }
    report(session.progress());
  }
}

} // namespace

Timings run(engine::Session& session, std::uint32_t workers,
            const std::function<void(const engine::Progress&)>& report) {
  Timings timings;
  auto begun = std::chrono::steady_clock::now();
  for (engine::Progress now = session.progress(); !now.finished;) {
    if (now.stage == engine::Stage::Score) {
      score(session, workers, report);
    }
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
