#pragma once
// What another instance of the same build needs to score partitions of a run, as bytes: no memory is shared.
//
//   helper: Result<Scoring> scoring = read_image(image);  Scorer scorer(scoring->corpus, scoring->model);
//           const std::uint64_t scored = scorer.score(scoring->plan, partition, pairs);  write_scores({pairs, scored});
//   owner:  session.put_scores(partition, scores->pairs, scores->scored);

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "padan/engine/session.hpp"

namespace padan::engine {

/// About as many bytes as the corpus and the plan hold in memory. Scores from it equal those of the original bit by bit;
/// texts that scoring does not look at (names of places, whole phrases) stay behind.
[[nodiscard]] std::string write_image(const Scoring& scoring);
/// Errors: RequestInvalid for bytes of another build, or cut short.
[[nodiscard]] Result<Scoring> read_image(std::string_view bytes);

struct Scores {
  std::vector<matching::ScoredPair> pairs;
  std::uint64_t scored = 0; // candidates looked at
};
[[nodiscard]] std::string write_scores(const Scores& scores);
/// rows: of the corpus that the pairs are to belong to. Errors: RequestInvalid.
[[nodiscard]] Result<Scores> read_scores(std::string_view bytes, std::uint32_t rows);

} // namespace padan::engine
