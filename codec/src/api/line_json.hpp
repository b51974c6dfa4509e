#pragma once
// Lines and details as the page sees them, for all chapters.

#include "../json/json.hpp"
#include "padan/engine/details.hpp"

namespace padan::codec {

[[nodiscard]] Json line_json(const engine::PersonLine& line);
[[nodiscard]] Json line_json(const engine::FamilyLine& line);
[[nodiscard]] Json line_json(const engine::RowLine& line);
[[nodiscard]] Json line_json(const engine::PairLine& line);
[[nodiscard]] Json line_json(const engine::FindingLine& line);
[[nodiscard]] Json levels_json(const std::vector<engine::LevelText>& levels);
[[nodiscard]] Json steps_json(const engine::PairDetail& detail);

} // namespace padan::codec
