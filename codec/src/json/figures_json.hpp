#pragma once

#include "json.hpp"
#include "padan/codec/figures_file.hpp"

namespace padan::codec {

/// {"as_of", "counts": {…}, "sources": […], "by_lists": […], "regencies": […], "districts": […], "findings": […], "fieldwork"?: {…}}:
/// see docs/dev/api.md.
[[nodiscard]] Json figures_json(const engine::Session& session, const engine::Results& results,
                                const act::FieldworkFigures& fieldwork, const std::string& as_of);

} // namespace padan::codec
