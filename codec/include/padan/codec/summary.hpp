#pragma once
// summary.json: the figures of a run.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "padan/codec/seal.hpp"
#include "padan/engine/results.hpp"
#include "padan/review/audit.hpp"

namespace padan::codec {

/// What the core cannot know: it has no clock, and asks no machine.
struct RunFacts {
  std::string as_of;                                             // ISO day
  std::vector<std::pair<std::string, std::uint64_t>> timings_ms; // per stage
  std::uint64_t peak_bytes = 0;                                  // 0: not known, left out
  std::vector<HashedFile> unused;                                // files that were given but could not be used
  std::vector<HashedFile> outputs;                               // none: the summary has no seal
  std::vector<review::AuditStratum> audit;                       // answers of people to a blind sample
  std::vector<std::string> found_in;                             // folders of the inputs, on this machine
};

/// Text of a stage: "prepare", "score", ...; "idle" and "finished" too.
[[nodiscard]] std::string_view to_text(engine::Stage stage);

/// The seal that the summary states: facts.outputs are what belongs to the result.
[[nodiscard]] Seal sealed_by(const engine::Session& session, const RunFacts& facts);

[[nodiscard]] std::string write_summary(const engine::Session& session, const engine::Results& results,
                                        const RunFacts& facts);

/// Folders where the inputs of a summary.json lay when it was written; none where it does not say.
[[nodiscard]] std::vector<std::string> read_found_in(std::string_view summary);

} // namespace padan::codec
