#pragma once
// Which questions a result raises.

#include "figures.hpp"

namespace padan::engine {

/// Open pairs, and persons who look like two people; pairs inside such persons are part of that question.
/// Cost: O(rows + pairs), and some comparisons a case.
[[nodiscard]] std::vector<Case> find_cases(const Results& results, const FigureCounter& counter);

} // namespace padan::engine
