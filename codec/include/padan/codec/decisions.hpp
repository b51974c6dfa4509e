#pragma once
// decisions.jsonl: what people decided about pairs of rows, one event a line, only ever appended.

#include <cstdint>
#include <string_view>
#include <vector>

#include "padan/engine/session.hpp"

namespace padan::codec {

struct Decisions {
  std::vector<engine::RowVerdict> verdicts; // what stands in the end: undone and overtaken events are gone
  std::uint32_t others = 0;                 // events in force that do not concern matching (value, status, exclude)
};

/// Later events about the same two rows overtake earlier ones, `unsure` leaves the pair to the evidence, and `undo` takes
/// the event with that `seq` out of force (an undo can be undone). Blank lines count as nothing.
/// Errors: ConfigInvalid {where: "line 12"}: no JSON, an unknown kind, a missing row, an undo of nothing. Then no line counts.
[[nodiscard]] Result<Decisions> read_decisions(std::string_view jsonl);

} // namespace padan::codec
