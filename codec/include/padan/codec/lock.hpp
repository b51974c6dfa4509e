#pragma once
// "Kunci": somebody says that a result is final. Only then does it tell programmes whom to keep, add, remove or check; a result
// that has changed since is not the one that was locked.

#include <string>
#include <vector>

#include "padan/engine/results.hpp"

namespace padan::codec {

struct LockEvent {
  bool locks = true; // else it unlocks
  std::string by;
  std::string capacity;
  std::string at; // ISO time
  std::string reason;
  std::string hash; // of the result that it speaks about
};

/// All that was said, oldest first; nothing is forgotten.
struct Lock {
  std::vector<LockEvent> events;
  [[nodiscard]] const LockEvent* standing() const {
    return events.empty() || !events.back().locks ? nullptr : &events.back();
  }
};

/// SHA-256 of who is whom and lives with whom, of the values that people or authority have set, and of the lists. The same
/// result has the same, natively and in WASM. rules: text of what else the result hangs on. Cost: 10 ns a row.
[[nodiscard]] std::string result_hash(const engine::Session& session, const engine::Results& results,
                                      std::string_view rules);

} // namespace padan::codec
