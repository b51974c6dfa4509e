#include "padan/codec/figures_file.hpp"

#include "padan/act/minutes_figures.hpp"
#include "padan/codec/fieldwork.hpp"
#include "json/figures_json.hpp"

namespace padan::codec {
namespace {

using act::MinutesFigures;

Json with_units(Json json, const MinutesFigures::Unit& units) {
  json["persons"] = units.persons;
  json["families"] = units.families;
  return json;
}

Json counts_json(const MinutesFigures::Counts& counts) {
  return {{"rows", counts.rows},           {"set_aside", counts.set_aside}, {"excluded", counts.excluded},
          {"persons", counts.persons},     {"families", counts.families},   {"open_pairs", counts.open_pairs},
          {"receiving", counts.receiving}, {"decisions", counts.decisions}};
}

// A list of several files says what its first file says.
Json sources_json(const engine::Session& session, const engine::Results& results, const MinutesFigures& figures) {
  const resolve::RowCells& cells = results.master().cells();
  Json list = Json::array();
  std::size_t first = 0;
  for (std::uint32_t i = 0; i < figures.sources.size(); ++i) {
    const engine::Source& source = *session.run_sources()[first];
    const std::size_t end = first + cells.files_of(i).size();
    std::string files;
    for (; first < end; ++first) {
      files.append(files.empty() ? "" : ", ").append(session.run_sources()[first]->file);
    }
    const engine::SourceCount& count = figures.sources[i];
    list.push_back({{"name", cells.sources()[i].name},
                    {"file", files},
                    {"sheet", source.grid.sheet},
                    {"layout", source.recognition.layout},
                    {"kind", source.facts.kind},
                    {"owner", source.facts.owner},
                    {"level", source.facts.level},
                    {"data_date", source.facts.data_date},
                    {"valid_until", source.facts.valid_until},
                    {"fiscal_year", source.facts.fiscal_year},
                    {"rows", count.rows},
                    {"set_aside", count.set_aside},
                    {"excluded", count.excluded},
                    {"persons", count.persons},
                    {"duplicates", count.duplicates}});
  }
  return list;
}

Json districts_json(const MinutesFigures& figures) {
  Json list = Json::array();
  for (const MinutesFigures::District& district : figures.districts) {
    Json json = with_units({{"regency", district.regency}, {"district", district.name}}, district.units);
    json["villages"] = Json::array();
    for (const MinutesFigures::Village& village : district.villages) {
      json["villages"].push_back(with_units({{"code", village.key}, {"village", village.name}}, village.units));
    }
    list.push_back(std::move(json));
  }
  return list;
}

Json with_tally(Json json, const act::FieldworkFigures::Tally& tally) {
  json["rows"] = tally.rows;
  json["answered"] = tally.answered;
  json["repaired"] = tally.repaired;
  for (std::uint32_t i = 1; i < act::kVisitResults; ++i) {
    json["results"][std::string(act::to_text(static_cast<act::VisitResult>(i)))] = tally.results[i];
  }
  return json;
}

// Rows of the lists of new proposals that the result was made of.
std::uint64_t proposals_in(const engine::Session& session) {
  std::uint64_t rows = 0;
  for (const auto& source : session.run_sources()) {
    rows += is_proposals(*source) ? source->recognition.data_rows.size() : 0;
  }
  return rows;
}

Json fieldwork_json(const engine::Session& session, const act::FieldworkFigures& fieldwork) {
  Json json = with_tally({{"batches", fieldwork.batches},
                          {"villages", fieldwork.villages.size()},
                          {"done", fieldwork.done},
                          {"proposals", proposals_in(session)}},
                         fieldwork.total);
  for (std::size_t field = 0; field < act::kRepairedFields.size(); ++field) {
    json["repairs"][table::to_text({act::kRepairedFields[field], {}})] = fieldwork.total.repairs[field];
  }
  json["by_village"] = Json::array();
  for (const auto& [place, tally] : fieldwork.villages) {
    json["by_village"].push_back(
        with_tally({{"code", place.key}, {"district", place.district}, {"village", place.village}}, tally));
  }
  return json;
}

} // namespace

Json figures_json(const engine::Session& session, const engine::Results& results,
                  const act::FieldworkFigures& fieldwork, const std::string& as_of) {
  const MinutesFigures figures = act::minutes_figures(results);
  Json by_lists = Json::array();
  for (std::size_t i = 0; i < figures.by_lists.size(); ++i) {
    by_lists.push_back(with_units({{"lists", i + 1}}, figures.by_lists[i]));
  }
  Json regencies = Json::array();
  for (const MinutesFigures::Regency& regency : figures.regencies) {
    regencies.push_back(with_units({{"code", regency.code}, {"regency", regency.name}}, regency.units));
  }
  Json findings = Json::array();
  for (std::size_t i = 0; i < analyse::kCodes; ++i) {
    const auto code = static_cast<analyse::Code>(i);
    findings.push_back({{"code", analyse::to_text(code)},
                        {"severity", analyse::to_text(analyse::severity_of(code))},
                        {"subject", analyse::to_text(analyse::subject_kind_of(code))},
                        {"count", figures.findings[i]}});
  }
  Json json = {{"as_of", as_of},
               {"counts", counts_json(figures.counts)},
               {"official", with_units({{"by_registers", figures.official_by_registers}}, figures.official)},
               {"sources", sources_json(session, results, figures)},
               {"by_lists", std::move(by_lists)},
               {"regencies", std::move(regencies)},
               {"districts", districts_json(figures)},
               {"findings", std::move(findings)}};
  if (fieldwork.batches != 0) {
    json["fieldwork"] = fieldwork_json(session, fieldwork);
  }
  return json;
}

std::string write_figures(const engine::Session& session, const engine::Results& results,
                          const act::FieldworkFigures& fieldwork, const std::string& as_of) {
  return to_text(figures_json(session, results, fieldwork, as_of), 2) + "\n";
}

} // namespace padan::codec
