#pragma once
// figures.json: every number that minutes state of a result. It is sealed with it, so that a printed number can be checked.

#include <string>
#include <string_view>

#include "padan/engine/results.hpp"

namespace padan::codec {

/// The same result gives the same bytes: no clock, no timings.
[[nodiscard]] std::string write_figures(const engine::Session& session, const engine::Results& results,
                                        const std::string& as_of);

} // namespace padan::codec
