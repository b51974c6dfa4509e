#pragma once

#include "../json/json.hpp"
#include "padan/engine/profile.hpp"

namespace padan::codec {

/// Source of docs/dev/api.md.
[[nodiscard]] Json source_json(const engine::Source& source, const engine::SourceProfile& profile);
/// The same; profiles the source first. Cost: one pass over the cells of the list.
[[nodiscard]] Json source_json(const engine::Source& source, std::uint16_t year);

/// Whether the file is a part of a list, and why.
[[nodiscard]] Json joined_json(const engine::Source& source);

/// "title" of a row that recognition set aside.
[[nodiscard]] std::string_view to_text(ingest::SetAside why);

/// "memory" of a list that is read as one of its shape was before.
[[nodiscard]] std::string_view to_text(engine::ReadBy who);

} // namespace padan::codec
