#include <algorithm>

#include "places.hpp"
#include "world.hpp"

namespace padan::synth {
namespace {

std::uint32_t village_count(std::uint32_t people) {
  if (people < 12'000)
    return std::max(6U, people / 270U);
  return std::clamp(people / 1070U, 44U, 280U);
}

struct Words {
  std::vector<std::string> districts = split_words(data::kDistricts);
  std::vector<std::string> heads = split_words(data::kVillageHeads);
  std::vector<std::string> tails = split_words(data::kVillageTails);
  std::vector<std::string> sides = split_words(data::kVillageSides);
  std::vector<std::string> hamlets = split_words(data::kHamlets);
};

std::string village_name(base::Rng& rng, const Words& words) {
  std::string name = words.heads[rng.below(static_cast<std::uint32_t>(words.heads.size()))];
  const std::string& tail = words.tails[rng.below(static_cast<std::uint32_t>(words.tails.size()))];
  name += tail;
  if (rng.chance(0.12))
    name += " " + words.sides[rng.below(static_cast<std::uint32_t>(words.sides.size()))];
  return name;
}

Style draw_village_style(base::Rng& rng) {
  const std::uint32_t draw = rng.below(100);
  if (draw < 58)
    return Style::Sunda;
  if (draw < 84)
    return Style::Java;
  if (draw < 92)
    return Style::Faith;
  if (draw < 97)
    return Style::Banten;
  return Style::Bali;
}

std::vector<std::string> draw_hamlets(base::Rng& rng, const std::vector<std::string>& all) {
  std::vector<std::string> hamlets;
  const std::uint32_t wanted = 3 + rng.below(3);
  while (hamlets.size() < wanted) {
    const std::string& name = all[rng.below(static_cast<std::uint32_t>(all.size()))];
    if (std::find(hamlets.begin(), hamlets.end(), name) == hamlets.end())
      hamlets.push_back(name);
  }
  return hamlets;
}

// The names of the neighbours' districts are drawn; those of the own regency are fixed.
std::string district_name(const World& world, std::uint32_t regency, std::uint32_t number, const Words& words,
                          base::Rng& rng) {
  if (regency == 0)
    return words.districts[number];
  const auto taken = [&](const std::string& name) {
    return std::any_of(world.districts.begin(), world.districts.end(),
                       [&](const District& other) { return other.name == name; });
  };
  std::string name = village_name(rng, words);
  while (taken(name))
    name = village_name(rng, words);
  return name;
}

void build_regency(World& world, std::uint32_t regency, std::uint32_t people, const Words& words, base::Rng& rng) {
  const std::uint32_t villages = village_count(people);
  const std::uint32_t districts = std::clamp(villages / 3U, 2U, static_cast<std::uint32_t>(words.districts.size()));
  const auto first_district = static_cast<std::uint32_t>(world.districts.size());
  for (std::uint32_t i = 0; i < districts; ++i)
    world.districts.push_back(
        {district_name(world, regency, i, words, rng), world.regencies[regency].code * 100U + i + 1, regency});

  for (std::uint32_t i = 0; i < villages; ++i) {
    Village village;
    village.district = first_district + i * districts / villages;
    const bool first = i == 0 || world.villages.back().district != village.district;
    const auto taken = [&](const std::string& name) {
      return std::any_of(world.villages.begin(), world.villages.end(), [&](const Village& other) {
        return other.district == village.district && other.name == name;
      });
    };
    // The seat bears the district's name; the seat of the first district is a town (kelurahan, 1xxx).
    village.name = first ? world.districts[village.district].name : village_name(rng, words);
    while (taken(village.name))
      village.name = village_name(rng, words);
    village.code = first ? (i == 0 ? 1001U : 2001U) : world.villages.back().code % 1000U + 1U + (i < 3 ? 1000U : 2000U);
    village.hamlets = draw_hamlets(rng, words.hamlets);
    village.main_style = draw_village_style(rng);
    village.weight = 60 + rng.below(100);
    world.villages.push_back(std::move(village));
  }
}

} // namespace

void build_places(World& world, std::uint32_t people, std::uint32_t regencies, base::Rng& rng) {
  const Words words;
  world.streets = split_words(data::kStreets);
  world.cities = split_words(data::kRegencyName);
  for (std::string_view list : {data::kBirthCities, data::kFarCities})
    for (std::string& city : split_words(list))
      world.cities.push_back(std::move(city));

  const std::vector<std::string> neighbours = split_words(data::kNeighbours);
  for (std::uint32_t i = 0; i < regencies; ++i)
    world.regencies.push_back({i == 0 ? std::string(data::kRegencyName) : neighbours[i - 1],
                               data::kProvinceCode * 100U + data::kRegencyCode - i});
  for (std::uint32_t i = 0; i < regencies; ++i)
    build_regency(world, i, people / regencies, words, rng);
}

} // namespace padan::synth
