#pragma once
// figures.json: every number that minutes state of a result. It is sealed with it, so that a printed number can be checked.

#include <string>
#include <string_view>

#include "padan/act/fieldwork_figures.hpp"
#include "padan/engine/results.hpp"

namespace padan::codec {

/// The same result gives the same bytes: no clock, no timings. fieldwork: without a batch nothing is said of it.
[[nodiscard]] std::string write_figures(const engine::Session& session, const engine::Results& results,
                                        const act::FieldworkFigures& fieldwork, const std::string& as_of);

} // namespace padan::codec
