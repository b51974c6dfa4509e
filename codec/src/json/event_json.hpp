#pragma once

#include "json.hpp"
#include "padan/review/event.hpp"
#include "reader.hpp"

namespace padan::codec {

/// As a line of decisions.jsonl has it; what an event does not have is left out.
[[nodiscard]] Json event_json(const review::Event& event);
/// Refuses in the reader what cannot be.
[[nodiscard]] review::Event read_event(JsonReader& reader);
/// Field, value, scope of an event whose kind is known; for logs and requests alike.
void read_what(JsonReader& reader, review::Event& event);

} // namespace padan::codec
