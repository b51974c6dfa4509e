#include "place_builder.hpp"

#include <algorithm>
#include <numeric>

#include "padan/base/hash.hpp"
#include "padan/prepare/address.hpp"
#include "padan/similarity/edit.hpp"

namespace padan::prepare {
namespace {

std::uint32_t root(std::vector<std::uint32_t>& same, std::uint32_t at) {
  while (same[at] != at) {
    same[at] = same[same[at]];
    at = same[at];
  }
  return at;
}

// Towards the place with more rows, then the smaller number, so that the order of unions does not matter.
template <class Rows> void unite(std::vector<std::uint32_t>& same, std::uint32_t a, std::uint32_t b, const Rows& rows) {
  a = root(same, a);
  b = root(same, b);
  if (a == b) {
    return;
  }
  const bool a_wins = rows(a) != rows(b) ? rows(a) > rows(b) : a < b;
  same[a_wins ? b : a] = a_wins ? a : b;
}

// One slip of the pen in a short name, two in a long one; digits tell villages apart (SUKAMAJU1, SUKAMAJU2).
bool slip_of(std::string_view rare, std::string_view common) {
  const auto digits = [](std::string_view text) {
    return std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (rare.size() < 5 || digits(rare) != 0 || digits(common) != 0) {
    return false;
  }
  const std::uint32_t allowed = rare.size() >= 9 ? 2 : 1;
  return similarity::osa(rare, common, allowed) <= allowed;
}

constexpr std::uint32_t kCommonOverRare = 12; // how much more frequent the right spelling must be

} // namespace

std::uint32_t PlaceBuilder::name_code(std::string_view cell) {
  const std::uint32_t raw = raw_.intern(cell);
  if (raw < raw_names_.size()) {
    return raw_names_[raw];
  }
  std::string name;
  read_place(cell, name);
  const std::uint32_t code = names_.intern(name);
  if (code == display_of_.size()) {
    display_of_.push_back(displays_.intern(cell));
  }
  raw_names_.push_back(code);
  return code;
}

std::uint32_t PlaceBuilder::number(std::uint32_t village_name, std::uint32_t district_name, std::uint64_t code,
                                   std::uint32_t rows) {
  if (village_name == 0 && district_name == 0 && code == 0) {
    return 0;
  }
  const std::uint64_t key = base::combine(base::combine(village_name, district_name), code);
  const auto [at, fresh] = by_key_.try_emplace(key, static_cast<std::uint32_t>(places_.size()));
  if (fresh) {
    places_.push_back({village_name, district_name, code, 0});
  }
  places_[at->second].rows += rows;
  return at->second;
}

std::uint32_t PlaceBuilder::add(std::string_view village, std::string_view district, std::uint64_t code) {
  const std::uint32_t village_name = name_code(village);
  return number(village_name, name_code(district), code, 1);
}

std::vector<std::uint32_t> PlaceBuilder::merge(const PlaceBuilder& part) {
  std::vector<std::uint32_t> names(part.names_.size());
  for (std::uint32_t name = 0; name < names.size(); ++name) {
    names[name] = names_.intern(part.names_[name]);
    if (names[name] == display_of_.size()) {
      display_of_.push_back(displays_.intern(part.displays_[part.display_of_[name]]));
    }
  }
  std::vector<std::uint32_t> numbers(part.places_.size(), 0);
  for (std::uint32_t i = 1; i < numbers.size(); ++i) {
    const Found& place = part.places_[i];
    numbers[i] = number(names[place.village], names[place.district], place.code, place.rows);
  }
  return numbers;
}

// Districts first: a slip in the district's name parts a village from itself.
void PlaceBuilder::unite_spellings(std::vector<std::uint32_t>& same) const {
  std::vector<std::uint32_t> district_rows(names_.size(), 0);
  for (const Found& place : places_) {
    district_rows[place.district] += place.rows;
  }
  std::vector<std::uint32_t> districts;
  for (std::uint32_t name = 1; name < district_rows.size(); ++name) {
    if (district_rows[name] != 0) {
      districts.push_back(name);
    }
  }
  std::vector<std::uint32_t> district_of(names_.size());
  std::iota(district_of.begin(), district_of.end(), 0U);
  for (const std::uint32_t rare : districts) {
    std::uint32_t best = 0;
    for (const std::uint32_t common : districts) {
      const bool clear = district_rows[common] >= kCommonOverRare * static_cast<std::uint64_t>(district_rows[rare]);
      if (clear && (best == 0 || district_rows[common] > district_rows[best]) &&
          slip_of(names_[rare], names_[common])) {
        best = common;
      }
    }
    if (best != 0) {
      district_of[rare] = best;
    }
  }
  // Same village name in the same district, then slips of it.
  std::unordered_map<std::uint64_t, std::uint32_t> first;
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_district;
  const auto rows = [&](std::uint32_t place) { return places_[place].rows; };
  for (std::uint32_t i = 1; i < places_.size(); ++i) {
    if (places_[i].village == 0) {
      continue;
    }
    const std::uint32_t district = district_of[places_[i].district];
    const auto [at, fresh] = first.try_emplace(base::combine(places_[i].village, district), i);
    if (fresh) {
      by_district[district].push_back(i);
    } else {
      unite(same, at->second, i, rows);
    }
  }
  std::vector<std::uint32_t> name_rows(places_.size(), 0);
  for (std::uint32_t i = 1; i < places_.size(); ++i) {
    name_rows[root(same, i)] += places_[i].rows;
  }
  for (std::uint32_t i = 1; i < places_.size(); ++i) { // in order of places, never of the map
    const std::uint32_t district = district_of[places_[i].district];
    if (places_[i].village == 0 || root(same, i) != i || district == 0) {
      continue;
    }
    std::uint32_t best = 0;
    for (const std::uint32_t candidate : by_district[district]) {
      const std::uint32_t other = root(same, candidate);
      const bool clear = name_rows[other] >= kCommonOverRare * static_cast<std::uint64_t>(name_rows[i]);
      if (other != i && clear && (best == 0 || name_rows[other] > name_rows[best]) &&
          slip_of(names_[places_[i].village], names_[places_[other].village])) {
        best = other;
      }
    }
    if (best != 0) {
      same[i] = best;
    }
  }
}

// A list that names the village alone means the one village of that name, if there is only one.
void PlaceBuilder::unite_without_district(std::vector<std::uint32_t>& same) const {
  std::unordered_map<std::uint32_t, std::uint32_t> only; // village name -> its place, 0 when there are several
  for (std::uint32_t i = 1; i < places_.size(); ++i) {
    if (places_[i].district != 0 && places_[i].village != 0) {
      const std::uint32_t here = root(same, i);
      const auto [at, fresh] = only.try_emplace(places_[i].village, here);
      if (!fresh && at->second != here) {
        at->second = 0;
      }
    }
  }
  for (std::uint32_t i = 1; i < places_.size(); ++i) {
    if (places_[i].district == 0 && places_[i].village != 0) {
      const auto at = only.find(places_[i].village);
      if (at != only.end() && at->second != 0) {
        same[root(same, i)] = root(same, at->second);
      }
    }
  }
}

// A code without a name means the place that most rows with that code name.
void PlaceBuilder::unite_by_code(std::vector<std::uint32_t>& same) {
  std::unordered_map<std::uint64_t, std::uint32_t> best;
  for (std::uint32_t i = 1; i < places_.size(); ++i) {
    if (places_[i].code != 0 && places_[i].village != 0) {
      const auto [at, fresh] = best.try_emplace(places_[i].code, i);
      if (!fresh && places_[i].rows > places_[at->second].rows) {
        at->second = i;
      }
    }
  }
  for (std::uint32_t i = 1; i < places_.size(); ++i) {
    if (places_[i].code != 0 && places_[i].village == 0) {
      const auto [at, fresh] = best.try_emplace(places_[i].code, i);
      if (!fresh && at->second != i) {
        same[root(same, i)] = root(same, at->second);
      }
    }
  }
}

void PlaceBuilder::finish(Corpus& corpus) {
  std::vector<std::uint32_t> same(places_.size());
  std::iota(same.begin(), same.end(), 0U);
  unite_spellings(same);
  unite_without_district(same);
  unite_by_code(same);

  std::vector<std::uint32_t> number(places_.size(), 0);
  std::vector<std::uint32_t> best_code_rows(1, 0);
  corpus.places.assign(1, Place{});
  for (std::uint32_t i = 1; i < places_.size(); ++i) {
    const std::uint32_t home = root(same, i);
    if (places_[home].village == 0 && places_[home].code == 0) {
      continue; // a district alone is no village
    }
    if (number[home] == 0) {
      number[home] = static_cast<std::uint32_t>(corpus.places.size());
      corpus.places.push_back({places_[home].village, places_[home].district, 0, 0});
      best_code_rows.push_back(0);
    }
    const std::uint32_t place = number[home];
    number[i] = place;
    corpus.places[place].rows += places_[i].rows;
    if (corpus.places[place].district_name == 0) {
      corpus.places[place].district_name = places_[i].district;
    }
    if (places_[i].code != 0 && places_[i].rows > best_code_rows[place]) {
      best_code_rows[place] = places_[i].rows;
      corpus.places[place].code = places_[i].code;
    }
  }
  for (Record& record : corpus.records) {
    const std::uint32_t written = record.village;
    record.village = number[written];
    const std::uint32_t district = record.village != 0 ? corpus.places[record.village].district_name : 0;
    record.district = district != 0 ? district : places_[written].district;
  }
  corpus.place_names = std::move(names_);
  corpus.place_texts = std::move(displays_);
  corpus.display_of = std::move(display_of_);
}

} // namespace padan::prepare
