// What the one list says: the one number, shares by village, findings in order of consequence, conflicts, the civil registry.
#include <algorithm>

#include "line_json.hpp"
#include "padan/codec/finding_words.hpp"
#include "padan/engine/export.hpp"
#include "padan/engine/unified.hpp"
#include "query_json.hpp"
#include "state.hpp"

namespace padan::codec {
namespace {

using engine::Results;

constexpr std::uint32_t kMostLines = 1'000; // of one page

std::size_t read_language(JsonReader& read) {
  const std::string language = read.text("language").value_or("id");
  if (language != "id" && language != "en") {
    read.refuse("language");
  }
  return language == "en" ? 1 : 0;
}

Json range_json(const analyse::Range& range) {
  return {{"count", range.count}, {"low", range.low}, {"high", range.high}};
}

Json place_json(const engine::PlaceTally& tally) {
  return {{"code", tally.key.empty() ? engine::kUnknownPlace : std::string_view(tally.key)},
          {"village", tally.village},
          {"district", tally.district},
          {"regency", tally.regency},
          {"regency_name", engine::regency_name(tally.regency)}};
}

Result<Json> official(State& state, JsonReader&) {
  const Results& results = *state.results;
  const analyse::Official& number = results.official();
  engine::Query query;
  query.kind = engine::ViewKind::Persons;
  query.official = true;
  const auto tallies = engine::tally_places(results, query);
  if (!tallies) {
    return tl::unexpected<Error>(tallies.error());
  }
  Json places = Json::array();
  for (const engine::PlaceTally& tally : *tallies) {
    if (tally.hits != 0) {
      Json place = place_json(tally);
      place["persons"] = range_json(number.persons_at(tally.place));
      place["families"] = range_json(number.families_at(tally.place));
      places.push_back(std::move(place));
    }
  }
  Json lists = Json::array();
  for (const resolve::SourceInfo& source : results.master().cells().sources()) {
    if (number.by_registers() ? source.kind == "register" : source.kind != "civil_registry") {
      lists.push_back({{"name", source.name}, {"owner", source.owner}, {"data_date", source.data_date}});
    }
  }
  return Json{{"as_of", state.as_of},
              {"by_registers", number.by_registers()},
              {"lists", std::move(lists)},
              {"persons", range_json(number.persons())},
              {"families", range_json(number.families())},
              {"places", std::move(places)}};
}

Result<Json> tiles(State& state, JsonReader& read) {
  engine::Query query = read_query(state, read);
  const std::string unit = read.text("unit").value_or("persons");
  query.kind = unit == "families" ? engine::ViewKind::Families : engine::ViewKind::Persons;
  if (unit != "persons" && unit != "families") {
    read.refuse("unit");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const auto tallies = engine::tally_places(*state.results, query);
  if (!tallies) {
    return tl::unexpected<Error>(tallies.error());
  }
  Json json = Json::array();
  for (const engine::PlaceTally& tally : *tallies) {
    Json tile = place_json(tally);
    tile["units"] = tally.units;
    tile["hits"] = tally.hits;
    json.push_back(std::move(tile));
  }
  return json;
}

Json entry_json(const FindingEntry& entry, std::size_t language) {
  const FindingWords& words = entry.words[language];
  return {{"code", analyse::to_text(entry.code)},
          {"severity", analyse::to_text(analyse::severity_of(entry.code))},
          {"subject_kind", analyse::to_text(analyse::subject_kind_of(entry.code))},
          {"sentence", words.sentence},
          {"meaning", words.meaning},
          {"basis", entry.basis[language]},
          {"mended_by", entry.mended_by[language]},
          {"remedy", words.remedy}};
}

Result<Json> findings_guide(State&, JsonReader& read) {
  const std::size_t language = read_language(read);
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  Json json = Json::array();
  for (const FindingEntry& entry : finding_catalogue()) {
    json.push_back(entry_json(entry, language));
  }
  return json;
}

Result<Json> findings(State& state, JsonReader& read) {
  const std::size_t language = read_language(read);
  const engine::Region region = read_region(state, read);
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const auto counts = engine::count_findings(*state.results, region);
  if (!counts) {
    return tl::unexpected<Error>(counts.error());
  }
  Json json = Json::array();
  for (const FindingEntry& entry : finding_catalogue()) {
    Json line = entry_json(entry, language);
    line["count"] = (*counts)[static_cast<std::size_t>(entry.code)];
    json.push_back(std::move(line));
  }
  return json;
}

Result<Json> conflicts(State& state, JsonReader&) {
  const analyse::Conflicts& found = state.results->conflicts();
  const resolve::MasterList& master = state.results->master();
  Json json = Json::array();
  for (std::uint32_t i = 0; i < analyse::kConflictFields.size(); ++i) {
    const resolve::AuthorityRule* rule = master.authority_of(analyse::kConflictFields[i]);
    json.push_back({{"field", table::to_text({analyse::kConflictFields[i], {}})},
                    {"open", found.count(i)},
                    {"decided", found.decided(i)},
                    {"basis", rule == nullptr ? std::string_view() : std::string_view(rule->basis)}});
  }
  return json;
}

Result<Json> conflict_rows(State& state, JsonReader& read) {
  const auto found = state.views.find(read.need("view"));
  const std::uint32_t from = read.need("from");
  const std::uint32_t to = read.need("to");
  const auto field = analyse::conflict_place(read.text("field").value_or(""));
  if (!field) {
    read.refuse("field");
  }
  if (found == state.views.end() || found->second.kind != engine::ViewKind::Persons) {
    read.refuse("view");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const std::vector<std::uint32_t>& items = found->second.items;
  Json rows = Json::array();
  for (std::uint32_t at = from; at < std::min<std::uint64_t>(to, items.size()) && at - from < kMostLines; ++at) {
    const engine::ConflictLine line =
        engine::conflict_line(*state.results, items[at], analyse::kConflictFields[*field]);
    Json sayings = Json::array();
    for (const engine::Saying& saying : line.sayings) {
      sayings.push_back({{"value", saying.value},
                         {"sources", text_list(saying.sources)},
                         {"row", saying.row},
                         {"in_use", saying.in_use}});
    }
    Json row = line_json(line.person);
    row["rule"] = resolve::to_text(line.rule);
    row["sayings"] = std::move(sayings);
    rows.push_back(std::move(row));
  }
  return Json{{"rows", std::move(rows)}};
}

Result<Json> civil(State& state, JsonReader&) {
  const analyse::CivilStatuses& statuses = state.results->civil_statuses();
  const auto& sources = state.results->master().cells().sources();
  Json json = Json::array();
  for (std::uint32_t i = 1; i < analyse::kCivilStatuses; ++i) {
    const auto status = static_cast<analyse::CivilStatus>(i);
    Json counts = Json::array();
    for (std::uint32_t source = 0; source < sources.size(); ++source) {
      counts.push_back({{"source", sources[source].name}, {"rows", statuses.count(source, status)}});
    }
    json.push_back(
        {{"status", analyse::to_text(status)}, {"answer", analyse::answer_code(status)}, {"lists", std::move(counts)}});
  }
  return json;
}

Result<Json> correction_owners(State& state, JsonReader&) {
  Json json = Json::array();
  for (const auto& [owner, lines] : engine::correction_owners(*state.results)) {
    json.push_back({{"owner", owner}, {"lines", lines}});
  }
  return json;
}

} // namespace

std::vector<NamedMethod> unified_methods() {
  return {{"official", official, true},
          {"tiles", tiles, true},
          {"findings.guide", findings_guide},
          {"findings", findings, true},
          {"conflicts", conflicts, true},
          {"conflict.rows", conflict_rows, true},
          {"civil", civil, true},
          {"correction.owners", correction_owners, true}};
}

} // namespace padan::codec
