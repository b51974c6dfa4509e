#pragma once
// What another instance of the same build needs to score partitions of a run, as bytes: no memory is shared, and none is
// needed for all of the run twice.
//
//   owner:  const ScoringImage image(session.scoring());  image.part(0) … image.part(image.parts() - 1)
//   helper: ScoringTaker taker;  taker.put(part) for each, in order;  Result<Basis> basis = taker.finish();
//           const Scorer scorer(basis->corpus, basis->model);
//   owner:  write_candidates(scoring.plan.candidates(partition))
//   helper: scorer.score(*read_candidates(bytes, rows), pairs);  write_scores(pairs)
//   owner:  session.put_scores(partition, *read_scores(bytes, rows))

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "padan/engine/session.hpp"

namespace padan::engine {

/// The image in parts of a few megabytes, names aside. Scores from it equal those of the original bit by bit; what scoring
/// does not look at (names of places, whole phrases, other candidates) stays behind. scoring outlives it.
class ScoringImage {
public:
  explicit ScoringImage(const Scoring& scoring) : scoring_(scoring) {}
  [[nodiscard]] std::uint32_t parts() const;
  /// part: below parts().
  [[nodiscard]] std::string part(std::uint32_t part) const;

private:
  const Scoring& scoring_;
};

/// What a partition's candidates are scored with.
struct Basis {
  prepare::Corpus corpus;
  model::Model model;
};

class ScoringTaker {
public:
  /// The first part begins anew, whatever came before. False for bytes that are not the next part.
  [[nodiscard]] bool put(std::string_view part);
  /// Errors: RequestInvalid when parts are missing.
  [[nodiscard]] Result<Basis> finish();

private:
  Basis basis_;
  std::uint32_t rows_ = 0; // that are to come in all
  std::uint32_t next_ = 0; // part; 0 waits for a first one
};

/// rows: of the corpus that the pairs are to belong to. Errors: RequestInvalid for bytes of another build or cut short, and
/// for pairs that cannot be.
[[nodiscard]] std::string write_candidates(std::span<const blocking::Candidate> pairs);
[[nodiscard]] Result<std::vector<blocking::Candidate>> read_candidates(std::string_view bytes, std::uint32_t rows);
[[nodiscard]] std::string write_scores(std::span<const matching::ScoredPair> pairs);
[[nodiscard]] Result<std::vector<matching::ScoredPair>> read_scores(std::string_view bytes, std::uint32_t rows);

} // namespace padan::engine
