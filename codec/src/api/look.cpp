// Looking at a result: views, persons, pairs, overlaps, facets, places.
#include <algorithm>

#include "../json/summary_json.hpp"
#include "line_json.hpp"
#include "planning.hpp"
#include "query_json.hpp"
#include "state.hpp"

namespace padan::codec {
namespace {

using engine::Results;

constexpr std::uint32_t kMostRows = 10'000; // of one page

Json view_line(const Results& results, const engine::View& view, std::uint32_t at, bool masked) {
  const std::uint32_t item = view.items[at];
  switch (view.kind) {
  case engine::ViewKind::Persons:
    return line_json(engine::person_line(results, item));
  case engine::ViewKind::Families:
    return line_json(engine::family_line(results, item));
  case engine::ViewKind::Rows:
    return line_json(engine::row_line(results, item));
  case engine::ViewKind::Pairs:
    return line_json(engine::pair_line(results, item));
  case engine::ViewKind::Findings:
    break;
  }
  return line_json(engine::finding_line(results, view.findings[item], masked));
}

Result<Json> open_view(State& state, JsonReader& read) {
  engine::Query query = read_query(state, read);
  const auto kind = engine::parse_view_kind(read.text("kind").value_or(""));
  if (!kind) {
    read.refuse("kind");
  }
  query.kind = kind.value_or(query.kind);
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  Result<engine::View> view = engine::open_view(*state.results, query);
  if (!view) {
    return tl::unexpected<Error>(std::move(view.error()));
  }
  const std::size_t total = view->items.size();
  const std::uint32_t id = state.keep(std::move(*view));
  return Json{{"view", id}, {"total", total}};
}

Result<Json> view_rows(State& state, JsonReader& read) {
  const auto found = state.views.find(read.need("view"));
  const std::uint32_t from = read.need("from");
  const std::uint32_t to = read.need("to");
  const bool masked = read.flag("mask").value_or(false);
  if (found == state.views.end()) {
    read.refuse("view");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const auto total = static_cast<std::uint32_t>(found->second.items.size());
  Json rows = Json::array();
  for (std::uint32_t at = from; at < std::min(to, total) && at - from < kMostRows; ++at) {
    rows.push_back(view_line(*state.results, found->second, at, masked));
  }
  return Json{{"rows", std::move(rows)}};
}

Result<Json> close_view(State& state, JsonReader& read) {
  const std::uint32_t view = read.need("view");
  state.views.erase(view);
  state.ranked.erase(view);
  return read.ok() ? Result<Json>(Json::object()) : read.refusal(ErrorCode::RequestInvalid);
}

Json companion_json(const engine::CompanionDetail& companion) {
  Json json = {
      {"role", to_text(companion.role)}, {"name", companion.name}, {"nik", companion.nik}, {"birth", companion.birth}};
  if (companion.person != resolve::Named::kNone) {
    json["person"] = companion.person;
    json["id"] = companion.id;
  }
  return json;
}

Json person_json(const engine::PersonDetail& detail, const Results& results) {
  const resolve::RowCells& cells = results.master().cells();
  const auto place = [&](prepare::RowId row, Json& out) {
    const bool known = row != resolve::Winner::kNone;
    out["source"] = known ? std::string_view(cells.source_of(row).name) : std::string_view();
    out["row"] = known ? cells.number(row) : 0;
  };
  Json json = line_json(detail.line);
  json["fields"] = Json::array();
  for (const engine::FieldDetail& field : detail.fields) {
    Json item = {{"field", table::to_text(table::Field{field.field, {}})}, {"value", field.value.text}};
    place(field.value.row, item);
    item["rule"] = resolve::to_text(field.value.rule);
    item["basis"] = field.basis;
    item["dissenters"] = Json::array();
    for (const resolve::Dissenter& dissenter : field.dissenters) {
      Json other = {{"value", dissenter.text}};
      place(dissenter.row, other);
      item["dissenters"].push_back(std::move(other));
    }
    json["fields"].push_back(std::move(item));
  }
  json["rows"] = Json::array();
  json["named"] = Json::array();
  for (const engine::RowDetail& row : detail.rows) {
    Json item = line_json(row.line);
    item["cells"] = Json::array();
    item["companions"] = Json::array();
    for (const engine::CellDetail& cell : row.cells) {
      item["cells"].push_back({{"header", cell.header}, {"field", cell.field}, {"value", cell.value}});
    }
    for (const engine::CompanionDetail& companion : row.companions) {
      item["companions"].push_back(companion_json(companion));
    }
    json["rows"].push_back(std::move(item));
  }
  for (const engine::NamedDetail& named : detail.named) {
    json["named"].push_back({{"role", to_text(named.role)}, {"row", line_json(named.line)}});
  }
  return json;
}

Result<Json> person(State& state, JsonReader& read) {
  const std::uint32_t index = read.need("index");
  if (!read.ok() || index >= state.results->outcome().persons.size()) {
    return fail(ErrorCode::RequestInvalid, {{"where", "index"}});
  }
  return person_json(engine::person_detail(*state.results, index), *state.results);
}

Result<Json> pair(State& state, JsonReader& read) {
  const std::uint32_t index = read.need("index");
  if (!read.ok() || index >= state.results->open_pairs().pairs.size()) {
    return fail(ErrorCode::RequestInvalid, {{"where", "index"}});
  }
  const engine::PairDetail detail = engine::open_pair_detail(*state.results, index);
  return Json{{"left", line_json(detail.left)}, {"right", line_json(detail.right)},
              {"weight", detail.weight},        {"probability", detail.probability},
              {"prior", detail.prior},          {"steps", steps_json(detail)}};
}

Result<Json> overlap(State& state, JsonReader& read) {
  const std::string unit = read.text("unit").value_or("persons");
  const engine::Region region = read_region(state, read);
  if (unit != "persons" && unit != "families") {
    read.refuse("unit");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const Results& results = *state.results;
  const analyse::Overlap overlap =
      results.overlap(unit == "persons" ? analyse::Unit::Persons : analyse::Unit::Families, region);
  Json sources = Json::array();
  Json matrix = Json::array();
  for (std::uint32_t a = 0; a < overlap.sources; ++a) {
    sources.push_back(results.scoring().corpus.sources[a].name);
    Json line = Json::array();
    for (std::uint32_t b = 0; b < overlap.sources; ++b) {
      line.push_back(overlap.both(a, b).count);
    }
    matrix.push_back(std::move(line));
  }
  Json combinations = Json::array();
  for (const analyse::Combination& combination : overlap.combinations) {
    combinations.push_back({{"sources", source_names(results, combination.sources)},
                            {"count", combination.units.count},
                            {"low", combination.units.low},
                            {"high", combination.units.high}});
  }
  return Json{
      {"sources", std::move(sources)}, {"combinations", std::move(combinations)}, {"matrix", std::move(matrix)}};
}

Result<Json> facets(State& state, JsonReader&) {
  Json flags = Json::array();
  const std::vector<std::uint32_t> counts = state.results->flag_counts();
  for (std::uint32_t flag = 0; flag < resolve::kFlags; ++flag) {
    flags.push_back({{"flag", resolve::to_text(static_cast<resolve::Flag>(flag))}, {"persons", counts[flag]}});
  }
  Json findings = Json::array();
  for (std::uint32_t i = 0; i < analyse::kCodes; ++i) {
    const auto code = static_cast<analyse::Code>(i);
    findings.push_back({{"code", analyse::to_text(code)}, {"count", state.results->findings().count(code)}});
  }
  return Json{{"flags", std::move(flags)}, {"findings", std::move(findings)}};
}

Result<Json> places(State& state, JsonReader&) {
  Json json = Json::array();
  for (const engine::PlaceCount& place : state.results->places()) {
    json.push_back({{"code", place.key},
                    {"district", place.district},
                    {"village", place.village},
                    {"persons", place.persons},
                    {"families", place.families}});
  }
  return json;
}

} // namespace

std::vector<NamedMethod> look_methods() {
  return {{"view.open", open_view, true}, {"view.rows", view_rows, true}, {"view.close", close_view},
          {"person", person, true},       {"pair", pair, true},           {"overlap", overlap, true},
          {"facets", facets, true},       {"places", places, true}};
}

} // namespace padan::codec
