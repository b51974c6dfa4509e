#include "padan/codec/change_summary.hpp"

#include "padan/codec/version.hpp"
#include "json/json.hpp"
#include "json/reader.hpp"

namespace padan::codec {
namespace {

using engine::Change;

Json version_json(const VersionFigures& version) {
  return {{"as_of", version.as_of},
          {"seal", version.seal},
          {"rows", version.rows},
          {"persons", version.persons},
          {"families", version.families}};
}

std::int64_t difference(std::uint64_t before, std::uint64_t after) {
  return static_cast<std::int64_t>(after) - static_cast<std::int64_t>(before);
}

// real: who came less who went; only_data: entries that were split less those that were merged.
template <class Count> Json balance(std::uint64_t before, std::uint64_t after, const Count& count) {
  return {{"change", difference(before, after)},
          {"real", difference(count(Change::Left), count(Change::Entered))},
          {"only_data", difference(count(Change::Merged), count(Change::Split))},
          {"entered", count(Change::Entered)},
          {"left", count(Change::Left)},
          {"merged", count(Change::Merged)},
          {"split", count(Change::Split)}};
}

} // namespace

Result<VersionFigures> read_figures(std::string_view summary) {
  const Json json = parse_json(summary);
  JsonReader reader(json);
  VersionFigures version{reader.text("as_of").value_or(""), reader.text("seal").value_or("")};
  const Json* counts = reader.member("counts");
  if (counts == nullptr) {
    reader.refuse("counts");
    return reader.refusal(ErrorCode::ConfigInvalid);
  }
  JsonReader inner(*counts, "counts");
  version.rows = inner.need("rows");
  version.persons = inner.need("persons");
  version.families = inner.need("families");
  if (!inner.ok()) {
    return inner.refusal(ErrorCode::ConfigInvalid);
  }
  return version;
}

Result<std::map<std::string, std::string, std::less<>>> read_list_hashes(std::string_view project) {
  const Json json = parse_json(project);
  JsonReader reader(json);
  const Json* sources = reader.member("sources");
  if (sources == nullptr || !sources->is_array()) {
    reader.refuse("sources");
    return reader.refusal(ErrorCode::ConfigInvalid);
  }
  std::map<std::string, std::string, std::less<>> hashes;
  for (const Json& item : *sources) {
    JsonReader source(item, "sources");
    hashes[source.text("name").value_or("")] = source.text("sha256").value_or("");
    if (!source.ok()) {
      return source.refusal(ErrorCode::ConfigInvalid);
    }
  }
  return hashes;
}

std::string write_change_summary(const VersionFigures& before, const VersionFigures& after,
                                 const engine::VersionChange& change) {
  Json persons = balance(before.persons, after.persons, [&](Change kind) { return std::uint64_t{change.count(kind)}; });
  for (const Change kind : {Change::Died, Change::Moved, Change::Graduated, Change::Poorer, Change::Programmes,
                            Change::Card, Change::Mended}) {
    persons[std::string(engine::to_text(kind))] = change.count(kind);
  }
  const Json json = {{"versions", {{"padan_diff", version()}}}, // first: it marks a folder as padan's own
                     {"old", version_json(before)},
                     {"new", version_json(after)},
                     {"persons", std::move(persons)},
                     {"families", balance(before.families, after.families,
                                          [&](Change kind) { return std::uint64_t{change.count_families(kind)}; })},
                     {"rows", {{"change", difference(before.rows, after.rows)}}},
                     {"by_nik_alone", {{"entered", change.entered_by_nik}, {"left", change.left_by_nik}}}};
  return to_text(json, 2) + "\n";
}

} // namespace padan::codec
