#pragma once

#include "json.hpp"
#include "padan/review/event.hpp"
#include "reader.hpp"

namespace padan::codec {

[[nodiscard]] Json row_name_json(const review::RowName& row);
/// Nothing when it names no row.
[[nodiscard]] std::optional<review::RowName> read_row_name(const Json& json);

/// As a line of decisions.jsonl has it; what an event does not have is left out.
[[nodiscard]] Json event_json(const review::Event& event);
/// Refuses in the reader what cannot be.
[[nodiscard]] review::Event read_event(JsonReader& reader);
/// Field, value, scope of an event whose kind is known; for logs and requests alike.
void read_what(JsonReader& reader, review::Event& event);

} // namespace padan::codec
