#include "padan/codec/summary.hpp"

#include <map>

#include "padan/codec/version.hpp"
#include "json/reader.hpp"
#include "json/summary_json.hpp"

namespace padan::codec {
namespace {

using analyse::Overlap;
using analyse::Unit;
using Sources = std::vector<std::uint16_t>;

struct Both {
  analyse::Range persons;
  analyse::Range families;
};

Json sources_json(const engine::Results& results) {
  Json json = Json::array();
  const resolve::RowCells& cells = results.master().cells();
  for (std::uint32_t i = 0; i < cells.sources().size(); ++i) {
    const engine::SourceCount count = results.source_count(i);
    Json& source = json.emplace_back(Json{{"name", cells.sources()[i].name},
                                          {"layout", cells.sources()[i].layout},
                                          {"rows", count.rows},
                                          {"set_aside", count.set_aside},
                                          {"persons", count.persons},
                                          {"duplicates", count.duplicates}});
    if (const auto files = cells.files_of(i); files.size() > 1) {
      for (const resolve::FileInfo& file : files) {
        source["files"].push_back(file.name);
      }
    }
    if (count.excluded != 0) {
      source["excluded"] = count.excluded;
    }
    if (count.companions != 0) {
      source["companions"] = {{"named", count.companions}, {"found", count.found}};
    }
  }
  return json;
}

// Exact combinations say "exact", pairs of lists (whatever else the person is on) do not.
void add_overlaps(const engine::Results& results, const std::map<Sources, Both>& found, bool exact, Json& out) {
  for (const auto& [sources, both] : found) {
    out.push_back({{"sources", source_names(results, sources)},
                   {"exact", exact},
                   {"persons", both.persons.count},
                   {"families", both.families.count},
                   {"low", both.persons.low},
                   {"high", both.persons.high}});
  }
}

Json overlap_json(const engine::Results& results) {
  std::map<Sources, Both> exact;
  std::map<Sources, Both> pairs;
  for (const Unit unit : {Unit::Persons, Unit::Families}) {
    analyse::Range Both::*member = unit == Unit::Persons ? &Both::persons : &Both::families;
    const Overlap overlap = results.overlap(unit);
    for (const analyse::Combination& combination : overlap.combinations) {
      exact[combination.sources].*member = combination.units;
    }
    for (std::uint16_t a = 0; a < overlap.sources; ++a) {
      for (auto b = static_cast<std::uint16_t>(a + 1); b < overlap.sources; ++b) {
        pairs[{a, b}].*member = overlap.both(a, b);
      }
    }
  }
  Json json = Json::array();
  add_overlaps(results, pairs, false, json);
  add_overlaps(results, exact, true, json);
  return json;
}

Json model_json(const engine::Results& results) {
  Json comparisons = Json::array();
  Json saved = Json::array(); // comparisons that were not learned here
  for (const model::Comparison& comparison : results.scoring().model.comparisons) {
    comparisons.push_back(
        {{"name", comparison.name}, {"m", comparison.m}, {"family", comparison.h}, {"u", comparison.u}});
    if (comparison.given) {
      saved.push_back(comparison.name);
    }
  }
  Json rules = Json::array();
  for (const blocking::Rule& rule : results.scoring().plan.rules) {
    rules.push_back({{"name", rule.name}, {"pairs", rule.count}, {"refined", rule.refined}});
  }
  const engine::Outcome& outcome = results.outcome();
  Json json = {{"accept", outcome.thresholds.accept},
               {"review", outcome.thresholds.review},
               {"iterations", outcome.training.em.iterations},
               {"comparisons", std::move(comparisons)},
               {"rules", std::move(rules)}};
  if (!saved.empty()) {
    json["saved"] = std::move(saved);
  }
  return json;
}

// The one number; by_registers says what it counts (analyse/official.hpp).
Json official_json(const engine::Results& results) {
  const auto range = [](const analyse::Range& of) {
    return Json{{"count", of.count}, {"low", of.low}, {"high", of.high}};
  };
  const analyse::Official& official = results.official();
  return {{"by_registers", official.by_registers()},
          {"persons", range(official.persons())},
          {"families", range(official.families())}};
}

std::vector<HashedFile> inputs_of(const engine::Session& session) {
  std::map<std::string, std::string> inputs;
  for (const engine::Source* source : session.run_sources()) {
    inputs.emplace(source->file, source->sha256);
  }
  std::vector<HashedFile> files;
  for (const auto& [name, sha256] : inputs) {
    files.push_back({name, sha256});
  }
  return files;
}

Json files_json(const std::vector<HashedFile>& files) {
  Json json = Json::array();
  for (const HashedFile& file : files) {
    json.push_back({{"name", file.name}, {"sha256", file.sha256}});
  }
  return json;
}

Json inputs_json(const std::vector<HashedFile>& used, const std::vector<HashedFile>& unused) {
  Json json = files_json(used);
  for (Json& file : files_json(unused)) {
    file["used"] = false;
    json.push_back(std::move(file));
  }
  return json;
}

} // namespace

std::string_view to_text(engine::Stage stage) {
  constexpr std::string_view kNames[] = {"idle",  "prepare", "plan",     "train",
                                         "score", "cluster", "families", "finished"};
  return kNames[static_cast<std::size_t>(stage)];
}

Json source_names(const engine::Results& results, const std::vector<std::uint16_t>& sources) {
  Json names = Json::array();
  for (const std::uint16_t source : sources) {
    names.push_back(results.scoring().corpus.sources[source].name);
  }
  return names;
}

Json audit_json(const std::vector<review::AuditStratum>& strata) {
  const auto share_json = [](const review::Share& share) {
    return Json{{"value", share.value}, {"low", share.low}, {"high", share.high}};
  };
  std::uint64_t answers = 0;
  Json list = Json::array();
  for (const review::AuditStratum& stratum : strata) {
    const review::Share share =
        stratum.asked != 0 ? review::wilson(stratum.same, stratum.asked) : review::Share{0.5, 0.0, 1.0};
    answers += stratum.asked;
    list.push_back({{"stratum", stratum.stratum},
                    {"accepted", stratum.accepted},
                    {"pairs", stratum.pairs},
                    {"asked", stratum.asked},
                    {"same", stratum.same},
                    {"low", share.low},
                    {"high", share.high}});
  }
  const std::optional<review::Accuracy> found = review::accuracy(strata);
  return {{"answers", answers},
          {"strata", std::move(list)},
          {"precision", found ? share_json(found->precision) : Json()},
          {"recall", found ? share_json(found->recall) : Json()}};
}

Json summary_json(const engine::Session& session, const engine::Results& results, const RunFacts& facts) {
  std::uint64_t set_aside = 0;
  for (std::uint32_t i = 0; i < results.scoring().corpus.sources.size(); ++i) {
    set_aside += results.source_count(i).set_aside;
  }
  const engine::Outcome& outcome = results.outcome();
  Json summary = {{"versions", {{"padan", version()}}}, // first: it marks a folder as padan's own
                  {"counts",
                   {{"rows", results.scoring().corpus.rows()},
                    {"set_aside", set_aside},
                    {"persons", outcome.persons.size()},
                    {"families", outcome.families.size()},
                    {"review_pairs", results.open_pairs().pairs.size()}}},
                  {"official", official_json(results)},
                  {"sources", sources_json(results)},
                  {"overlap", overlap_json(results)},
                  {"model", model_json(results)},
                  {"pairs_scored", outcome.pairs_scored},
                  {"decisions_used", outcome.decisions.used()}};
  if (!facts.audit.empty()) {
    summary["audit"] = audit_json(facts.audit);
  }
  summary["timings_ms"] = Json::object();
  for (const auto& [stage, ms] : facts.timings_ms) {
    summary["timings_ms"][stage] = ms;
  }
  if (facts.peak_bytes != 0) {
    summary["peak_bytes"] = facts.peak_bytes;
  }
  if (!facts.as_of.empty()) {
    summary["as_of"] = facts.as_of;
  }
  summary["inputs"] = inputs_json(inputs_of(session), facts.unused);
  if (!facts.found_in.empty()) {
    summary["found_in"] = facts.found_in; // a hint for later, no part of the seal
  }
  if (!facts.outputs.empty()) {
    summary["outputs"] = files_json(facts.outputs);
    summary["seal"] = sealed_by(session, facts).code();
  }
  return summary;
}

std::vector<std::string> read_found_in(std::string_view summary) {
  const Json json = parse_json(summary);
  JsonReader reader(json);
  return reader.texts("found_in");
}

Seal sealed_by(const engine::Session& session, const RunFacts& facts) {
  Seal seal{inputs_of(session), facts.outputs};
  seal.inputs.insert(seal.inputs.end(), facts.unused.begin(), facts.unused.end());
  return seal;
}

std::string write_summary(const engine::Session& session, const engine::Results& results, const RunFacts& facts) {
  return to_text(summary_json(session, results, facts), 2) + "\n";
}

} // namespace padan::codec
