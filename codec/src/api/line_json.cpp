#include "line_json.hpp"

namespace padan::codec {

Json line_json(const engine::PersonLine& line) {
  return {{"index", line.index},
          {"id", line.id},
          {"family", line.family},
          {"name", line.name},
          {"nik", line.nik},
          {"kk", line.kk},
          {"birth_date", line.birth_date},
          {"sex", line.sex},
          {"village", line.village},
          {"district", line.district},
          {"rows", line.rows},
          {"sources", text_list(line.sources)},
          {"programmes", text_list(line.programmes)},
          {"flags", text_list(line.flags)}};
}

Json line_json(const engine::FamilyLine& line) {
  return {{"index", line.index},
          {"id", line.id},
          {"kk", line.kk},
          {"head", line.head},
          {"members", line.members},
          {"village", line.village},
          {"district", line.district},
          {"sources", text_list(line.sources)},
          {"programmes", text_list(line.programmes)},
          {"flags", text_list(line.flags)}};
}

Json line_json(const engine::PairLine& line) {
  return {{"index", line.index},
          {"accepted", line.accepted},
          {"weight", line.weight},
          {"probability", line.probability},
          {"left", line_json(line.left)},
          {"right", line_json(line.right)},
          {"levels", levels_json(line.levels)}};
}

Json line_json(const engine::FindingLine& line) {
  return {{"code", analyse::to_text(line.code)},
          {"severity", analyse::to_text(line.severity)},
          {"subject_kind", analyse::to_text(line.subject_kind)},
          {"subject", line.subject},
          {"subject_index", line.subject_index},
          {"person", line.person ? Json(*line.person) : Json()},
          {"name", line.name},
          {"village", line.village},
          {"source", line.source},
          {"row", line.row},
          {"evidence", line.evidence},
          {"owner", line.owner}};
}

Json line_json(const engine::RowLine& line) {
  return {{"index", line.index},
          {"source", line.source},
          {"row", line.row},
          {"line", line.line},
          {"person", line.person},
          {"family", line.family},
          {"status", engine::to_text(line.status)},
          {"name", line.name},
          {"nik", line.nik},
          {"kk", line.kk},
          {"birth_date", line.birth_date},
          {"village", line.village}};
}

Json levels_json(const std::vector<engine::LevelText>& levels) {
  Json json = Json::object();
  for (const engine::LevelText& level : levels) {
    json[std::string(level.comparison)] = level.level;
  }
  return json;
}

Json steps_json(const engine::PairDetail& detail) {
  Json steps = Json::array();
  for (const engine::WeightStep& step : detail.steps) {
    steps.push_back({{"comparison", step.comparison},
                     {"level", step.level},
                     {"left", step.left},
                     {"right", step.right},
                     {"weight", step.weight},
                     {"rarity", step.rarity}});
  }
  return steps;
}

} // namespace padan::codec
