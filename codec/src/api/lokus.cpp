// Where work begins: villages by number and share of poor families, or a list that somebody gives.
#include <algorithm>
#include <set>

#include "planning.hpp"

namespace padan::codec {
namespace {

using engine::FoundVillage;

Result<Json> lokus(State& state, JsonReader&) {
  const Lokus lokus = lokus_of(state);
  const engine::Results& results = *state.results;
  std::vector<std::uint32_t> order(lokus.villages.size(), 0); // from 1 in the order of choice, 0: not chosen
  std::set<std::string> districts;
  std::set<std::string> villages(lokus.absent.begin(), lokus.absent.end());
  for (std::uint32_t i = 0; i < lokus.chosen.size(); ++i) {
    const std::uint32_t place = lokus.villages[lokus.chosen[i]].place;
    order[lokus.chosen[i]] = i + 1;
    villages.insert(results.place_key(place));
    districts.insert(std::string(results.district_text(place)));
  }
  Json absent = Json::array();
  for (const std::string& key : lokus.absent) {
    const FoundVillage found = engine::find_village(results, {key});
    absent.push_back({{"key", key}, {"village", found.village}, {"district", found.district}});
    if (!found.district.empty()) {
      districts.insert(found.district);
    }
  }
  Json list = Json::array();
  for (std::uint32_t i = 0; i < lokus.villages.size(); ++i) {
    const analyse::VillageFigures& village = lokus.villages[i];
    list.push_back({{"key", results.place_key(village.place)},
                    {"village", results.village_text(village.place)},
                    {"district", results.district_text(village.place)},
                    {"families", village.families},
                    {"persons", village.persons},
                    {"poor", village.poor},
                    {"poor_persons", village.poor_persons},
                    {"unknown", village.unknown},
                    {"unaided", village.unaided},
                    {"population", village.population},
                    {"order", order[i]}});
  }
  return Json{{"villages", std::move(list)},
              {"chosen", {{"villages", villages.size()}, {"districts", districts.size()}}},
              {"absent", std::move(absent)},
              {"by_population", lokus.by_population}};
}

Json found_json(const FoundVillage& found, std::uint32_t entry, const std::vector<std::string>& cells) {
  std::string text;
  for (const std::string& cell : cells) {
    text.append(text.empty() || cell.empty() ? "" : " · ").append(cell);
  }
  return {{"entry", entry},           {"text", std::move(text)},    {"key", found.key},
          {"village", found.village}, {"district", found.district}, {"trouble", found.trouble}};
}

// Each village once, in the order given. Lines before the first that means one are titles and headers.
Json match_entries(const engine::Results& results, const std::vector<std::vector<std::string>>& entries,
                   bool has_heads) {
  Json found = Json::array();
  std::set<std::string> keys;
  bool begun = !has_heads;
  for (std::uint32_t entry = 0; entry < entries.size(); ++entry) {
    const bool blank = std::all_of(entries[entry].begin(), entries[entry].end(),
                                   [](const std::string& cell) { return resolve::trimmed(cell).empty(); });
    if (blank) {
      continue;
    }
    FoundVillage village = engine::find_village(results, entries[entry]);
    begun = begun || village.trouble != "unknown";
    if (!begun) {
      continue;
    }
    if (!village.key.empty() && !keys.insert(village.key).second) {
      village.trouble = "twice";
    }
    found.push_back(found_json(village, entry + 1, entries[entry]));
  }
  return found;
}

Result<Json> match(State& state, JsonReader& read) {
  std::vector<std::vector<std::string>> entries;
  const Json* list = read.member("entries");
  for (const Json& entry : list != nullptr && list->is_array() ? *list : Json::array()) {
    std::vector<std::string>& cells = entries.emplace_back();
    for (const Json& cell : entry.is_array() ? entry : Json::array()) {
      cells.push_back(cell.is_string() ? cell.get<std::string>() : std::string());
    }
  }
  if (list == nullptr || !list->is_array()) {
    return fail(ErrorCode::RequestInvalid, {{"where", "entries"}});
  }
  return match_entries(*state.results, entries, false);
}

// The file that was fed, as a list of villages: it becomes no source.
Result<Json> match_file(State& state, JsonReader&) {
  if (!state.reader) {
    return fail(ErrorCode::RequestInvalid, {{"where", "lokus.file"}});
  }
  FileReader reader = std::move(*state.reader);
  state.reader.reset();
  state.input = {};
  Result<ReadFile> file = reader.finish();
  if (!file) {
    return tl::unexpected<Error>(std::move(file.error()));
  }
  constexpr std::uint32_t kMostLines = 100'000; // there are 84,000 villages in the country
  std::vector<std::vector<std::string>> entries;
  const table::Grid& grid = file->grids.front();
  for (std::uint32_t row = 0; row < std::min(grid.rows(), kMostLines); ++row) {
    std::vector<std::string>& cells = entries.emplace_back();
    for (std::uint32_t column = 0; column < grid.width(); ++column) {
      cells.emplace_back(grid.cell(row, column));
    }
  }
  return match_entries(*state.results, entries, true);
}

} // namespace

std::vector<NamedMethod> lokus_methods() {
  return {{"lokus", lokus, true}, {"lokus.match", match, true}, {"lokus.file", match_file, true}};
}

} // namespace padan::codec
