#pragma once
// The pairs that a person should look at, and what would change if the answer were the other one.

#include <cstdint>
#include <vector>

#include "padan/clustering/persons.hpp"

namespace padan::analyse {

using clustering::Persons;
using clustering::ScoredPair;
using clustering::Thresholds;
using clustering::Verdict;
using prepare::RowId;

/// How far above accept a link is still doubtful: one in sixteen odds.
inline constexpr double kDoubt = 4.0;

/// A question to a human. Several row pairs that ask the same question stand once, with the heaviest.
struct OpenPair {
  std::uint32_t pair; // place in the scored pairs
  bool accepted;      // both rows are one person now
};

struct OpenPairs {
  std::vector<OpenPair> pairs;         // nearest to the accept threshold first
  std::vector<std::uint32_t> piece_of; // per row: rows of one piece hang together by links beyond doubt or by verdict
};

/// Accepted links below accept + kDoubt, and links from review on that were rejected, unless the answer follows: the rows of
/// an accepted link hang together without it; the persons of a rejected one contradict each other by their other rows. What a verdict has settled is never asked
/// again. pairs come heaviest first. Cost: O(rows + pairs log pairs).
[[nodiscard]] OpenPairs find_open_pairs(const Persons& persons, const std::vector<ScoredPair>& pairs,
                                        const Thresholds& thresholds, const std::vector<Verdict>& verdicts = {});

} // namespace padan::analyse
