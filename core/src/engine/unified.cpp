#include "padan/engine/unified.hpp"

#include <algorithm>
#include <tuple>

#include "padan/region/region_table.hpp"

namespace padan::engine {

using resolve::MasterList;

Result<std::vector<PlaceTally>> tally_places(const Results& results, const Query& query) {
  const Result<View> hits = open_view(results, query);
  if (!hits) {
    return tl::unexpected<Error>(hits.error());
  }
  const MasterList& master = results.master();
  const bool persons = query.kind == ViewKind::Persons;
  const auto place_of = [&](std::uint32_t unit) {
    return persons ? master.place_of_person(unit) : master.place_of_family(unit);
  };
  std::vector<PlaceTally> all(results.scoring().corpus.places.size());
  const std::uint32_t units = persons ? master.persons().size() : master.families().size();
  for (std::uint32_t unit = 0; unit < units; ++unit) {
    ++all[place_of(unit)].units;
  }
  for (const std::uint32_t unit : hits->items) {
    ++all[place_of(unit)].hits;
  }
  std::vector<PlaceTally> tallies;
  for (std::uint32_t place = 0; place < all.size(); ++place) {
    if (all[place].units != 0 && (query.region.within.empty() || query.region.within[place])) {
      tallies.push_back({place, results.place_key(place), std::string(results.village_text(place)),
                         std::string(results.district_text(place)), results.regency_key(place), all[place].units,
                         all[place].hits});
    }
  }
  std::sort(tallies.begin(), tallies.end(), [](const PlaceTally& a, const PlaceTally& b) {
    return std::tuple(a.place == 0, std::string_view(a.regency), std::string_view(a.district),
                      std::string_view(a.village),
                      a.place) < std::tuple(b.place == 0, std::string_view(b.regency), std::string_view(b.district),
                                            std::string_view(b.village), b.place);
  });
  return tallies;
}

std::string_view regency_name(std::string_view key) {
  std::uint32_t code = 0;
  for (const char digit : key) {
    code = code * 10 + static_cast<std::uint32_t>(digit - '0');
  }
  return region::RegionTable::builtin().regency(code).value_or(std::string_view());
}

Result<std::array<std::uint64_t, analyse::kCodes>> count_findings(const Results& results, const Region& region) {
  std::array<std::uint64_t, analyse::kCodes> counts{};
  if (region.everywhere()) {
    for (std::uint32_t code = 0; code < analyse::kCodes; ++code) {
      counts[code] = results.findings().count(static_cast<analyse::Code>(code));
    }
    return counts;
  }
  Query query;
  query.kind = ViewKind::Findings;
  query.region = region;
  return open_view(results, query).map([&](const View& view) {
    for (const analyse::Finding& finding : view.findings) {
      ++counts[static_cast<std::size_t>(finding.code)];
    }
    return counts;
  });
}

ConflictLine conflict_line(const Results& results, std::uint32_t person, table::FieldKind field) {
  const MasterList& master = results.master();
  ConflictLine line;
  line.person = person_line(results, person);
  resolve::Opinions opinions;
  master.ask(person, field, opinions);
  line.rule = opinions.winner.rule;
  std::vector<std::uint64_t> keys;
  for (const resolve::Opinion& opinion : opinions.all) {
    const auto at = static_cast<std::size_t>(std::find(keys.begin(), keys.end(), opinion.key) - keys.begin());
    if (at == keys.size()) {
      keys.push_back(opinion.key);
      line.sayings.push_back({master.text(opinion.row, field), {}, opinion.row, opinion.key == opinions.key});
    }
    Saying& saying = line.sayings[at];
    const std::string_view source = master.cells().source_of(opinion.row).name;
    if (saying.sources.empty() || saying.sources.back() != source) {
      saying.sources.push_back(source);
    }
  }
  for (Saying& saying : line.sayings) {
    if (saying.in_use && opinions.winner.said) { // as it is written where it won
      saying.value = master.text(opinions.winner.row, field);
    }
  }
  std::stable_sort(line.sayings.begin(), line.sayings.end(), [](const Saying& a, const Saying& b) {
    return a.in_use != b.in_use ? a.in_use : a.sources.size() > b.sources.size();
  });
  return line;
}

} // namespace padan::engine
