#include "padan/engine/planning.hpp"

#include <algorithm>

#include "padan/prepare/address.hpp"
#include "padan/region/region_table.hpp"

namespace padan::engine {
namespace {

using analyse::Ranking;
using analyse::Selection;
using analyse::Selector;
using analyse::Situation;
using analyse::Unit;

constexpr std::size_t kKept = 8; // rankings: in force and tried, of persons and families, of a region or two
constexpr std::uint8_t kBand = 5;
constexpr std::uint8_t kLastBand = 80;

std::vector<std::uint32_t> places_of_families(const resolve::MasterList& master) {
  std::vector<std::uint32_t> places(master.families().size());
  for (std::uint32_t family = 0; family < places.size(); ++family) {
    places[family] = master.place_of_family(family);
  }
  return places;
}

} // namespace

Planning::Planning(const Results& results, const analyse::NeedRules& rules, const base::Executor& executor)
    : results_(results), needs_(results.master(), results.outcome().cards, rules, executor),
      aid_(results.master(), needs_), family_places_(places_of_families(results.master())),
      persons_(needs_, Unit::Persons), families_(needs_, Unit::Families) {}

std::uint32_t Planning::place_of(Unit unit, std::uint32_t item) const {
  return unit == Unit::Persons ? results_.master().place_of_person(item) : family_places_[item];
}

std::shared_ptr<const Ranking> Planning::ranking(Unit unit, const analyse::Weights& weights,
                                                 const std::vector<bool>& places) {
  const auto known = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& kept) {
    return kept.unit == unit && kept.weights == weights && kept.places == places;
  });
  if (known != kept_.end()) {
    kept_.splice(kept_.begin(), kept_, known);
    return kept_.front().ranking;
  }
  const analyse::Scale scale(weights, needs_);
  const analyse::PriorityOrder& order = unit == Unit::Persons ? persons_ : families_;
  auto ranking = std::make_shared<const Ranking>(
      places.empty() ? order.rank(scale)
                     : order.rank(scale, [&](std::uint32_t item) { return places[place_of(unit, item)]; }));
  kept_.push_front({unit, weights, places, ranking});
  if (kept_.size() > kKept) {
    kept_.pop_back();
  }
  return ranking;
}

std::vector<std::uint32_t> Planning::items(Unit unit, Selection selection) const {
  return Selector(needs_, aid_, results_.master(), unit, std::move(selection)).all();
}

std::uint32_t Planning::count(Unit unit, Selection selection) const {
  return Selector(needs_, aid_, results_.master(), unit, std::move(selection)).count();
}

analyse::AidTally Planning::tally(Unit unit, const std::vector<bool>& places) const {
  if (places.empty()) {
    return aid_.tally(unit);
  }
  return aid_.tally(unit, [&](std::uint32_t item) { return places[place_of(unit, item)]; });
}

std::vector<AgeBand> age_pyramid(const Planning& planning, const Selection& selection) {
  std::vector<AgeBand> bands;
  for (std::uint8_t from = 0; from <= kLastBand; from = static_cast<std::uint8_t>(from + kBand)) {
    bands.push_back(
        {from, static_cast<std::uint8_t>(from == kLastBand ? Situation::kUnknownAge - 1 : from + kBand - 1)});
  }
  bands.push_back({Situation::kUnknownAge, Situation::kUnknownAge});
  const Selector fits(planning.needs(), planning.aid(), planning.results().master(), Unit::Persons, selection);
  const std::vector<Situation>& persons = planning.needs().persons();
  for (std::uint32_t person = 0; person < persons.size(); ++person) {
    if (!fits(person)) {
      continue;
    }
    const Situation& of = persons[person];
    AgeBand& band =
        of.age == Situation::kUnknownAge ? bands.back() : bands[std::min<std::size_t>(of.age, kLastBand) / kBand];
    ++(of.sex == prepare::Sex::Male ? band.male : of.sex == prepare::Sex::Female ? band.female : band.unknown);
  }
  return bands;
}

namespace {

// The ten digits of a village code, 0 when the cell is none.
std::uint64_t village_code(std::string_view cell) {
  std::string digits;
  for (const char c : cell) {
    if (c >= '0' && c <= '9') {
      digits.push_back(c);
    } else if (c != '.' && c != ' ' && c != '-') {
      return 0;
    }
  }
  return digits.size() == 10 ? std::stoull(digits) : 0;
}

FoundVillage of_place(const Results& results, std::uint32_t place) {
  return {results.place_key(place),
          std::string(results.village_text(place)),
          std::string(results.district_text(place)),
          {}};
}

FoundVillage by_code(const Results& results, std::uint64_t code) {
  const auto& places = results.scoring().corpus.places;
  for (std::uint32_t place = 1; place < places.size(); ++place) {
    if (places[place].code == code) {
      return of_place(results, place);
    }
  }
  const region::RegionTable& table = region::RegionTable::builtin();
  const auto village = table.village(code);
  if (!village) {
    return {{}, {}, {}, "unknown"};
  }
  std::string digits = std::to_string(code);
  digits.insert(0, 10 - digits.size(), '0');
  return {digits, std::string(*village),
          std::string(table.district(static_cast<std::uint32_t>(code / 10000)).value_or("")), "no_people"};
}

} // namespace

FoundVillage find_village(const Results& results, const std::vector<std::string>& cells) {
  for (const std::string& cell : cells) {
    if (const std::uint64_t code = village_code(cell); code != 0) {
      return by_code(results, code);
    }
  }
  // Names: a place whose village is one cell and whose district is another; else a village alone, if there is one of that name.
  const prepare::Corpus& corpus = results.scoring().corpus;
  std::vector<std::string> names;
  for (const std::string& cell : cells) {
    prepare::read_place(cell, names.emplace_back());
  }
  const auto cells_named = [&](std::uint32_t name) {
    const std::string_view compact = corpus.place_names[name];
    return compact.empty() ? 0 : std::count(names.begin(), names.end(), compact);
  };
  const bool several =
      std::count(names.begin(), names.end(), std::string()) + 1 < static_cast<std::ptrdiff_t>(names.size());
  std::vector<std::uint32_t> full;
  std::vector<std::uint32_t> bare;
  bool tells_district = false;
  for (std::uint32_t place = 1; place < corpus.places.size(); ++place) {
    const auto [village_name, district_name] =
        std::pair(corpus.places[place].village_name, corpus.places[place].district_name);
    const auto village = cells_named(village_name);
    // A village often bears the name of its district: one cell cannot stand for both.
    const bool district = cells_named(district_name) > (village_name == district_name ? 1 : 0);
    tells_district = tells_district || (district && several);
    if (village > 0) {
      (district ? full : bare).push_back(place);
    }
  }
  const std::vector<std::uint32_t>& fits =
      tells_district ? full : bare; // a village of another district is another village
  // Lists write one village in several ways: without its code, or a few rows with a damaged one. Two villages of one name
  // have many people each.
  constexpr std::uint64_t kMany = 10;                           // times as many
  std::vector<std::pair<std::uint64_t, std::uint32_t>> peopled; // persons, place
  for (const PlaceCount& place : results.places()) {
    if (std::find(fits.begin(), fits.end(), place.place) != fits.end()) {
      peopled.emplace_back(place.persons, place.place);
    }
  }
  std::sort(peopled.rbegin(), peopled.rend());
  if (fits.size() == 1 || (!peopled.empty() && (peopled.size() == 1 || peopled[1].first * kMany <= peopled[0].first))) {
    return of_place(results, peopled.empty() ? fits.front() : peopled.front().second);
  }
  return {{}, {}, {}, fits.empty() ? "unknown" : "ambiguous"};
}

} // namespace padan::engine
