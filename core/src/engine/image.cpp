#include "padan/engine/image.hpp"

#include <algorithm>

#include "padan/base/archive.hpp"

namespace padan::engine {
namespace {

// Kind of content and layout of its structs; a build that changed a struct without changing its size raises the number.
constexpr std::uint64_t tag(std::uint64_t kind) {
  constexpr std::uint64_t kVersion = 3;
  return kVersion << 48 | kind << 40 | std::uint64_t{sizeof(prepare::Record)} << 16 | sizeof(matching::ScoredPair);
}
constexpr std::uint64_t kImage = tag(1);
constexpr std::uint64_t kScores = tag(2);

template <class... T> std::string write(std::uint64_t kind, const T&... parts) {
  base::ArchiveWriter archive;
  archive(kind, parts...);
  return archive.take();
}

template <class... T> bool read(std::string_view bytes, std::uint64_t kind, T&... parts) {
  base::ArchiveReader archive(bytes);
  std::uint64_t found = 0;
  archive(found);
  if (found != kind) {
    return false;
  }
  archive(parts...);
  return archive.at_end();
}

} // namespace

std::string write_image(const Scoring& scoring) { return write(kImage, scoring.corpus, scoring.plan, scoring.model); }

Result<Scoring> read_image(std::string_view bytes) {
  Scoring scoring;
  if (!read(bytes, kImage, scoring.corpus, scoring.plan, scoring.model)) {
    return fail(ErrorCode::RequestInvalid, {{"where", "image"}});
  }
  return scoring;
}

std::string write_scores(const Scores& scores) { return write(kScores, scores.scored, scores.pairs); }

Result<Scores> read_scores(std::string_view bytes, std::uint32_t rows) {
  Scores scores;
  const bool good = read(bytes, kScores, scores.scored, scores.pairs) &&
                    std::all_of(scores.pairs.begin(), scores.pairs.end(), [rows](const matching::ScoredPair& pair) {
                      return pair.left < pair.right && pair.right < rows;
                    });
  if (!good) {
    return fail(ErrorCode::RequestInvalid, {{"where", "scores"}});
  }
  return scores;
}

} // namespace padan::engine
