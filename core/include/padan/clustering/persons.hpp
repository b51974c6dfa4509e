#pragma once
// From weighed pairs to persons: sets of rows that are one human being.
//
// Links are taken best first (not as connected components): a link joins two groups only if the rows across them speak
// for one person when taken together, so a weak link never chains two strong groups. Families help: once some members of
// two cards are known to be the same, the rest of both cards are weighed against each other as members of one family, where
// a nickname, a lost NIK or a wrong birth date no longer hides who is who; and a doubtful link between two rows whose
// families share nobody loses weight.

#include <cstdint>
#include <vector>

#include "padan/matching/scorer.hpp"
#include "padan/matching/verdict.hpp"

namespace padan::clustering {

using matching::RowId;
using matching::ScoredPair;
using matching::Verdict;
using prepare::Corpus;

/// Rows of one card in one list.
struct Cards {
  static constexpr std::uint32_t kNone = UINT32_MAX;
  std::vector<std::uint32_t> of_row; // card of a row, kNone where it has none
  std::vector<std::uint32_t> starts; // card c holds rows[starts[c] .. starts[c + 1])
  std::vector<RowId> rows;
  std::vector<std::uint64_t> number; // the KK of the card; 0 for a family number of another kind or a damaged KK
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(number.size()); }
  [[nodiscard]] std::uint32_t members(std::uint32_t card) const { return starts[card + 1] - starts[card]; }
};
/// Rows of the mask (empty: none) are on no card.
[[nodiscard]] Cards find_cards(const Corpus& corpus, const std::vector<bool>& without = {});
/// Per source whether it names the members of families: its cards have several rows, so it would list others if there were any.
[[nodiscard]] std::vector<bool> lists_of_members(const Corpus& corpus, const Cards& cards);

struct Persons {
  std::vector<std::uint32_t> of_row; // person of a row; persons are numbered in the order of their first rows
  std::vector<std::uint32_t> starts;
  std::vector<RowId> rows;    // person p holds rows[starts[p] .. starts[p + 1]), ascending
  std::uint32_t left_out = 0; // so many of the last persons count for nothing: people decided to exclude them
  [[nodiscard]] std::uint32_t all() const { return static_cast<std::uint32_t>(starts.size() - 1); }
  [[nodiscard]] std::uint32_t size() const { return all() - left_out; } // those that count
};

struct Thresholds {
  double accept = 0.0;  // log2 odds from which a link counts
  double review = -4.0; // below accept and above this, or barely above accept: a person should look
};

/// The same persons without those rows (each becomes a person of its own) and without the persons of those other rows; both
/// are numbered last and left out. Cost: O(rows) where there is anything to leave out.
[[nodiscard]] Persons leave_out(const Persons& persons, const std::vector<RowId>& rows,
                                const std::vector<RowId>& persons_of);

/// Clusters the rows. pairs are re-weighed in place by family evidence and come back sorted by weight, highest first.
/// Cost: O(pairs log pairs), plus a few comparisons a link.
[[nodiscard]] Persons cluster_persons(const Corpus& corpus, const matching::Scorer& scorer, const Cards& cards,
                                      std::vector<ScoredPair>& pairs, const Thresholds& thresholds,
                                      const std::vector<Verdict>& verdicts = {}, const base::Executor& executor = {});

} // namespace padan::clustering
