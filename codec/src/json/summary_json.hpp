#pragma once

#include "json.hpp"
#include "padan/codec/summary.hpp"

namespace padan::codec {

[[nodiscard]] Json summary_json(const engine::Session& session, const engine::Results& results, const RunFacts& facts);

/// Strata, precision and recall; these two are null without answers.
[[nodiscard]] Json audit_json(const std::vector<review::AuditStratum>& strata);

/// Names of lists by their places in the run.
[[nodiscard]] Json source_names(const engine::Results& results, const std::vector<std::uint16_t>& sources);

} // namespace padan::codec
