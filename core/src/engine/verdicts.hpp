#pragma once
// Human decisions, found again in the rows of this run.

#include <vector>

#include "padan/engine/session.hpp"

namespace padan::engine {

/// Rows are named by list and number; where a key is given and the row of that number has another, the first row of the
/// list with the key is meant. Verdicts whose rows are not there, or are one row, are left out.
/// Cost: a hash of each row of the lists in which rows moved.
[[nodiscard]] std::vector<clustering::Verdict> find_verdicts(const prepare::Corpus& corpus,
                                                             const std::vector<RowVerdict>& verdicts);

} // namespace padan::engine
