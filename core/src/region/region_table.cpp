#include "padan/region/region_table.hpp"

#include <algorithm>
#include <cassert>

#include "region_data.hpp"

namespace padan::region {
namespace {

std::uint32_t number(std::string_view digits) {
  std::uint32_t value = 0;
  for (const char digit : digits)
    value = value * 10 + static_cast<std::uint32_t>(digit - '0');
  return value;
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = text.find('\n');
  assert(end != std::string_view::npos);
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

// Walks the packed villages of a district.
class VillageWalk {
public:
  explicit VillageWalk(std::string_view packed) : rest_(packed) {}

  bool next() {
    if (rest_.empty())
      return false;
    name_ = take_line(rest_);
    ++number_;
    if (name_.front() == '=') {
      number_ = number(name_.substr(1, 4));
      name_.remove_prefix(5);
    }
    return true;
  }
  [[nodiscard]] std::uint32_t village() const { return number_; } // the last four digits of its code
  [[nodiscard]] std::string_view name() const { return name_; }

private:
  std::string_view rest_, name_;
  std::uint32_t number_ = 0;
};

constexpr std::uint64_t kVillages = 10000; // codes per district
constexpr std::uint32_t kFirstKota = 71;

Kind kind_of_regency(std::uint32_t code) { return code % 100 < kFirstKota ? Kind::Kabupaten : Kind::Kota; }
Kind kind_of_village(std::uint32_t village) { return village < 2000 ? Kind::Kelurahan : Kind::Desa; }

template <class Table> auto lookup(const Table& table, std::uint32_t code) {
  const auto place = std::lower_bound(table.begin(), table.end(), code,
                                      [](const auto& entry, std::uint32_t wanted) { return entry.code < wanted; });
  return place != table.end() && place->code == code ? &*place : nullptr;
}

template <class Table> std::optional<std::string_view> name_in(const Table& table, std::uint32_t code) {
  const auto* place = lookup(table, code);
  return place ? std::optional(place->name) : std::nullopt;
}

std::optional<std::uint32_t> narrow(std::optional<std::uint64_t> code) {
  return code ? std::optional(static_cast<std::uint32_t>(*code)) : std::nullopt;
}

} // namespace

const RegionTable& RegionTable::builtin() {
  static const RegionTable table({kPackedRegions, kPackedRegionsSize});
  return table;
}

RegionTable::RegionTable(std::string_view packed) {
  std::uint32_t province = 0, regency = 0;
  while (!packed.empty()) {
    const std::string_view line = take_line(packed);
    const std::uint32_t own = number(line.substr(1, 2));
    const std::string_view name = line.substr(3);
    if (line.front() == '!') {
      province = own;
      provinces_.push_back({province, name});
    } else if (line.front() == '@') {
      regency = province * 100 + own;
      regencies_.push_back({regency, name, read_place_name(name)});
    } else {
      assert(line.front() == '#');
      // The villages run to the next line of a higher level.
      const std::string_view rest = packed;
      while (!packed.empty() && packed.front() != '!' && packed.front() != '@' && packed.front() != '#')
        take_line(packed);
      districts_.push_back({regency * 100 + own, name, rest.substr(0, rest.size() - packed.size())});
    }
  }
}

RegionTable::Counts RegionTable::counts() const {
  std::uint32_t villages = 0;
  for (const District& district : districts_)
    villages += static_cast<std::uint32_t>(std::count(district.villages.begin(), district.villages.end(), '\n'));
  return {static_cast<std::uint32_t>(provinces_.size()), static_cast<std::uint32_t>(regencies_.size()),
          static_cast<std::uint32_t>(districts_.size()), villages};
}

std::optional<std::string_view> RegionTable::province(std::uint32_t code) const { return name_in(provinces_, code); }
std::optional<std::string_view> RegionTable::regency(std::uint32_t code) const { return name_in(regencies_, code); }
std::optional<std::string_view> RegionTable::district(std::uint32_t code) const { return name_in(districts_, code); }

std::optional<std::string_view> RegionTable::village(std::uint64_t code) const {
  if (code / kVillages > 999999)
    return std::nullopt;
  const District* district = lookup(districts_, static_cast<std::uint32_t>(code / kVillages));
  if (!district)
    return std::nullopt;
  for (VillageWalk walk(district->villages); walk.next();) {
    if (walk.village() == code % kVillages)
      return walk.name();
  }
  return std::nullopt;
}

Search RegionTable::search_regency(std::string_view name) const {
  Search search(name);
  for (const Regency& regency : regencies_)
    search.offer(regency.code, regency.readings, kind_of_regency(regency.code));
  return search;
}

std::optional<std::uint32_t> RegionTable::find_regency(std::string_view name) const {
  return narrow(search_regency(name).found(Kind::Kabupaten));
}

std::optional<std::uint32_t> RegionTable::find_district(std::string_view name, std::uint32_t regency) const {
  Search search(name);
  const auto in_order = [](const District& district, std::uint32_t code) { return district.code < code; };
  auto district = std::lower_bound(districts_.begin(), districts_.end(), regency * 100, in_order);
  for (; district != districts_.end() && district->code / 100 == regency; ++district)
    search.offer(district->code, read_place_name(district->name), Kind::District);
  return narrow(search.found());
}

std::optional<std::uint64_t> RegionTable::find_village(std::string_view name, std::uint32_t district) const {
  const District* place = lookup(districts_, district);
  if (!place)
    return std::nullopt;
  Search search(name);
  for (VillageWalk walk(place->villages); walk.next();)
    search.offer(district * kVillages + walk.village(), read_place_name(walk.name()), kind_of_village(walk.village()));
  return search.found();
}

std::optional<std::uint64_t> RegionTable::find_village(std::string_view village, std::string_view district,
                                                       std::string_view regency) const {
  for (const std::uint64_t code : search_regency(regency).best(Kind::Kabupaten)) {
    const auto place = find_district(district, static_cast<std::uint32_t>(code));
    const auto found = place ? find_village(village, *place) : std::nullopt;
    if (found)
      return found;
  }
  return std::nullopt;
}

} // namespace padan::region
