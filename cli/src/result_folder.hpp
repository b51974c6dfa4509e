#pragma once
// The folder of a sealed result: tables, recipe, summary.

#include <string>
#include <vector>

#include "match.hpp"
#include "output_folder.hpp"

namespace padan::cli {

/// What a result always holds, so that none of it overwrites an input.
[[nodiscard]] std::vector<std::string> result_names();

/// Tables, recipe, `more` and the summary with the seal over all of them.
[[nodiscard]] tl::expected<void, Refusal> write_result(OutputFolder& folder, Match& match,
                                                       const std::vector<NamedText>& more = {});

} // namespace padan::cli
