#pragma once

#include "json.hpp"
#include "padan/codec/figures_file.hpp"

namespace padan::codec {

/// {"as_of", "counts": {…}, "sources": […], "by_lists": […], "regencies": […], "districts": […], "findings": […]}: see docs/dev/api.md.
[[nodiscard]] Json figures_json(const engine::Session& session, const engine::Results& results,
                                const std::string& as_of);

} // namespace padan::codec
