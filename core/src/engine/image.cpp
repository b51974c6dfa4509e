#include "padan/engine/image.hpp"

#include <algorithm>

#include "padan/base/archive.hpp"

namespace padan::engine {
namespace {

using prepare::Corpus;
using prepare::RowId;

constexpr std::uint32_t kSlice = 1U << 16; // rows of a part

// Kind of content and layout of its structs; a build that changed a struct without changing its size raises the number.
constexpr std::uint64_t tag(std::uint64_t kind) {
  constexpr std::uint64_t kVersion = 3;
  return kVersion << 48 | kind << 40 | std::uint64_t{sizeof(prepare::Record)} << 16 | sizeof(matching::ScoredPair);
}
// The parts of an image: first the frame, then names and addresses, then the rows.
constexpr std::uint64_t kFrame = tag(1);
constexpr std::uint64_t kPhrases = tag(2);
constexpr std::uint64_t kRows = tag(3);
constexpr std::uint64_t kCandidates = tag(4);
constexpr std::uint64_t kScores = tag(5);
constexpr std::uint32_t kBeforeRows = 3; // parts

template <class... T> std::string write(std::uint64_t kind, const T&... content) {
  base::ArchiveWriter archive;
  archive(kind, content...);
  return archive.take();
}

template <class... T> bool read(std::string_view bytes, std::uint64_t kind, T&... content) {
  base::ArchiveReader archive(bytes);
  if (archive.kind() != kind) {
    return false;
  }
  archive(content...);
  return archive.at_end();
}

std::string write_frame(const Scoring& scoring) {
  const Corpus& corpus = scoring.corpus;
  base::ArchiveWriter archive;
  archive(kFrame, scoring.model, corpus.sources, corpus.places, corpus.rows(), corpus.extras.size());
  for (const prepare::Extra& extra : corpus.extras) {
    archive(extra.name, extra.values, extra.counts, extra.of_family);
  }
  return archive.take();
}

bool read_frame(std::string_view part, Basis& basis, std::uint32_t& rows) {
  base::ArchiveReader archive(part);
  if (archive.kind() != kFrame) {
    return false;
  }
  std::size_t extras = 0;
  archive(basis.model, basis.corpus.sources, basis.corpus.places, rows, extras);
  for (std::size_t i = 0; archive.ok() && i < extras; ++i) {
    prepare::Extra& extra = basis.corpus.extras.emplace_back();
    archive(extra.name, extra.values, extra.counts, extra.of_family);
    extra.codes.reserve(archive.ok() ? rows : 0);
  }
  basis.corpus.records.reserve(archive.ok() ? rows : 0);
  return archive.at_end();
}

std::string write_rows(const Corpus& corpus, RowId first) {
  const std::size_t count = std::min(kSlice, corpus.rows() - first);
  base::ArchiveWriter archive;
  archive(kRows, std::span(corpus.records).subspan(first, count));
  for (const prepare::Extra& extra : corpus.extras) {
    archive(std::span(extra.codes).subspan(first, count));
  }
  return archive.take();
}

bool read_rows(std::string_view part, Corpus& corpus) {
  base::ArchiveReader archive(part);
  if (archive.kind() != kRows) {
    return false;
  }
  archive.append(corpus.records);
  for (prepare::Extra& extra : corpus.extras) {
    archive.append(extra.codes);
  }
  return archive.at_end() && std::all_of(corpus.extras.begin(), corpus.extras.end(), [&](const prepare::Extra& extra) {
           return extra.codes.size() == corpus.records.size();
         });
}

template <class Pair>
Result<std::vector<Pair>> read_pairs(std::string_view bytes, std::uint64_t kind, std::uint32_t rows) {
  std::vector<Pair> pairs;
  const bool good = read(bytes, kind, pairs) && std::all_of(pairs.begin(), pairs.end(), [rows](const Pair& pair) {
                      return pair.left < pair.right && pair.right < rows;
                    });
  if (!good) {
    return fail(ErrorCode::RequestInvalid, {{"where", "pairs"}});
  }
  return pairs;
}

} // namespace

std::uint32_t ScoringImage::parts() const { return kBeforeRows + (scoring_.corpus.rows() + kSlice - 1) / kSlice; }

std::string ScoringImage::part(std::uint32_t part) const {
  switch (part) {
  case 0:
    return write_frame(scoring_);
  case 1:
    return write(kPhrases, scoring_.corpus.names);
  case 2:
    return write(kPhrases, scoring_.corpus.addresses);
  default:
    return write_rows(scoring_.corpus, (part - kBeforeRows) * kSlice);
  }
}

bool ScoringTaker::put(std::string_view part) {
  if (Basis basis; read_frame(part, basis, rows_)) {
    basis_ = std::move(basis);
    next_ = 1;
    return true;
  }
  Corpus& corpus = basis_.corpus;
  const bool good = next_ == 1   ? read(part, kPhrases, corpus.names)
                    : next_ == 2 ? read(part, kPhrases, corpus.addresses)
                                 : next_ != 0 && read_rows(part, corpus) && corpus.rows() <= rows_;
  next_ = good ? next_ + 1 : 0;
  return good;
}

Result<Basis> ScoringTaker::finish() {
  if (next_ < kBeforeRows || basis_.corpus.rows() != rows_) {
    return fail(ErrorCode::RequestInvalid, {{"where", "image"}});
  }
  next_ = 0;
  return std::move(basis_);
}

std::string write_candidates(std::span<const blocking::Candidate> pairs) { return write(kCandidates, pairs); }

Result<std::vector<blocking::Candidate>> read_candidates(std::string_view bytes, std::uint32_t rows) {
  return read_pairs<blocking::Candidate>(bytes, kCandidates, rows);
}

std::string write_scores(std::span<const matching::ScoredPair> pairs) { return write(kScores, pairs); }

Result<std::vector<matching::ScoredPair>> read_scores(std::string_view bytes, std::uint32_t rows) {
  return read_pairs<matching::ScoredPair>(bytes, kScores, rows);
}

} // namespace padan::engine
