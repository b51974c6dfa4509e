#include "padan/act/minutes_figures.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "padan/region/region_table.hpp"

namespace padan::act {
namespace {

using Unit = MinutesFigures::Unit;

constexpr std::size_t kVillageCode = 10;
constexpr std::size_t kRegencyCode = 4;

// The regency of a place that is known by its code.
std::string regency_of(const std::string& key) {
  const bool is_code = key.size() == kVillageCode &&
                       std::all_of(key.begin(), key.end(), [](char letter) { return letter >= '0' && letter <= '9'; });
  return is_code ? key.substr(0, kRegencyCode) : std::string();
}

std::string_view regency_name(const std::string& code) {
  std::uint32_t number = 0;
  std::from_chars(code.data(), code.data() + code.size(), number);
  return region::RegionTable::builtin().regency(number).value_or("");
}

void add(Unit& sum, const engine::PlaceCount& place) {
  sum.persons += place.persons;
  sum.families += place.families;
}

void add_places(const engine::Results& results, MinutesFigures& figures) {
  std::map<std::string, Unit> regencies;
  std::map<std::pair<std::string, std::string>, MinutesFigures::District> districts;
  for (const engine::PlaceCount& place : results.places()) {
    const std::string regency = regency_of(place.key);
    MinutesFigures::District& district = districts[{regency, place.district}];
    add(district.units, place);
    district.villages.push_back({place.key, place.village, {place.persons, place.families}});
    if (!regency.empty()) {
      add(regencies[regency], place);
    }
  }
  for (const auto& [code, units] : regencies) {
    figures.regencies.push_back({code, regency_name(code), units});
  }
  for (auto& [key, district] : districts) {
    district.regency = key.first;
    district.name = key.second;
    figures.districts.push_back(std::move(district));
  }
}

void add_lists(const resolve::MasterList& master, MinutesFigures& figures) {
  const auto count = [&](std::uint32_t set, std::uint64_t Unit::*member) {
    const std::size_t lists = master.source_sets()[set].size();
    if (lists > 0) {
      figures.by_lists[lists - 1].*member += 1;
    }
  };
  for (std::uint32_t person = 0; person < master.persons().size(); ++person) {
    count(master.sources_of_person(person), &Unit::persons);
    const auto rows = master.rows_of(person);
    const bool receives = std::any_of(rows.begin(), rows.end(),
                                      [&](engine::RowId row) { return !master.programmes().of_row(row).empty(); });
    figures.counts.receiving += receives ? 1 : 0;
  }
  for (std::uint32_t family = 0; family < master.families().size(); ++family) {
    count(master.sources_of_family(family), &Unit::families);
  }
}

} // namespace

MinutesFigures minutes_figures(const engine::Results& results) {
  MinutesFigures figures;
  const engine::Outcome& outcome = results.outcome();
  MinutesFigures::Counts& counts = figures.counts;
  for (std::uint32_t i = 0; i < results.scoring().corpus.sources.size(); ++i) {
    const engine::SourceCount source = results.source_count(i);
    counts.rows += source.rows;
    counts.set_aside += source.set_aside;
    counts.excluded += source.excluded;
    figures.sources.push_back(source);
  }
  counts.persons = outcome.persons.size();
  counts.families = outcome.families.size();
  counts.open_pairs = results.open_pairs().pairs.size();
  counts.decisions = outcome.decisions.used();
  const analyse::Official& official = results.official();
  figures.official = {official.persons().count, official.families().count};
  figures.official_by_registers = official.by_registers();
  figures.by_lists.resize(figures.sources.size());
  add_lists(results.master(), figures);
  add_places(results, figures);
  for (std::size_t code = 0; code < analyse::kCodes; ++code) {
    figures.findings[code] = results.findings().count(static_cast<analyse::Code>(code));
  }
  return figures;
}

} // namespace padan::act
