#pragma once
// model.json: what a run has learned of its lists, for later runs and other lists. It holds probabilities and the names of
// comparisons and levels, nothing of any person.

#include <string>
#include <string_view>
#include <vector>

#include "padan/base/error.hpp"
#include "padan/model/fellegi_sunter.hpp"

namespace padan::codec {

/// One line a level: its name, m, h, h_twins where that differs, and u (over 1 where rarity is counted apart). The same
/// model gives the same bytes, and every number comes back to the last bit.
/// What belongs to lists (shares of pairs, rarity of values) is not in it.
[[nodiscard]] std::string write_model(const model::Model& model);

/// Comparisons for RunOptions::saved_model.
/// Errors: ModelInvalid {where}: no JSON, no model of padan's, a value that is no probability, a comparison twice;
/// ModelVersion {where}: a newer file, or a comparison with other levels than this padan gives it.
[[nodiscard]] Result<std::vector<model::Comparison>> read_model(std::string_view json);

} // namespace padan::codec
