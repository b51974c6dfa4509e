// Looking at a result: views, persons, pairs, overlaps, facets, places.
#include <algorithm>

#include "../json/summary_json.hpp"
#include "line_json.hpp"
#include "planning.hpp"
#include "state.hpp"

namespace padan::codec {
namespace {

using engine::Results;

constexpr std::uint32_t kMostRows = 10'000; // of one page

Json view_line(const Results& results, const engine::View& view, std::uint32_t at) {
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
  return line_json(engine::finding_line(results, view.findings[item]));
}

engine::Query read_query(JsonReader& read) {
  engine::Query query;
  const auto kind = engine::parse_view_kind(read.text("kind").value_or(""));
  if (!kind) {
    read.refuse("kind");
  }
  query.kind = kind.value_or(query.kind);
  query.search = read.text("search").value_or("");
  query.village = read.text("village").value_or("");
  query.district = read.text("district").value_or("");
  query.flag = read.text("flag").value_or("");
  query.finding = read.text("finding").value_or("");
  query.sort = read.text("sort").value_or("");
  query.person = read.number32("person");
  query.family = read.number32("family");
  if (const Json* sources = read.member("sources")) {
    JsonReader inner(*sources);
    query.sources = {inner.texts("all"), inner.texts("any"), inner.texts("exact")};
    if (!inner.ok()) {
      read.refuse("sources");
    }
  }
  if (const Json* lists = read.member("lists")) {
    JsonReader inner(*lists);
    query.least_lists = inner.number32("min").value_or(query.least_lists);
    query.most_lists = inner.number32("max").value_or(query.most_lists);
    if (!inner.ok()) {
      read.refuse("lists");
    }
  }
  return query;
}

Result<Json> open_view(State& state, JsonReader& read) {
  engine::Query query = read_query(read);
  if (read.flag("lokus").value_or(false)) {
    query.places = lokus_places(state);
  }
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
  if (found == state.views.end()) {
    read.refuse("view");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const auto total = static_cast<std::uint32_t>(found->second.items.size());
  Json rows = Json::array();
  for (std::uint32_t at = from; at < std::min(to, total) && at - from < kMostRows; ++at) {
    rows.push_back(view_line(*state.results, found->second, at));
  }
  return Json{{"rows", std::move(rows)}};
}

Result<Json> close_view(State& state, JsonReader& read) {
  const std::uint32_t view = read.need("view");
  state.views.erase(view);
  state.ranked.erase(view);
  return read.ok() ? Result<Json>(Json::object()) : read.refusal(ErrorCode::RequestInvalid);
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
    item["dissenters"] = Json::array();
    for (const resolve::Dissenter& dissenter : field.dissenters) {
      Json other = {{"value", dissenter.text}};
      place(dissenter.row, other);
      item["dissenters"].push_back(std::move(other));
    }
    json["fields"].push_back(std::move(item));
  }
  json["rows"] = Json::array();
  for (const engine::RowDetail& row : detail.rows) {
    Json item = line_json(row.line);
    item["cells"] = Json::array();
    for (const engine::CellDetail& cell : row.cells) {
      item["cells"].push_back({{"header", cell.header}, {"field", cell.field}, {"value", cell.value}});
    }
    json["rows"].push_back(std::move(item));
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
  const std::string village = read.text("village").value_or("");
  const std::string district = read.text("district").value_or("");
  if (unit != "persons" && unit != "families") {
    read.refuse("unit");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const Results& results = *state.results;
  const analyse::Overlap overlap =
      results.overlap(unit == "persons" ? analyse::Unit::Persons : analyse::Unit::Families, village, district);
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
