#include "lokus.hpp"

#include <algorithm>

#include "csv_writer.hpp"
#include "places.hpp"

namespace padan::synth {
namespace {

struct Place {
  std::uint32_t village = 0;
  std::uint32_t families = 0;
  std::uint32_t poorest = 0;
  std::uint32_t rank_in_district = 0;
};

bool poorer(const Place& a, const Place& b) {
  const std::uint64_t left = std::uint64_t{a.poorest} * b.families;
  const std::uint64_t right = std::uint64_t{b.poorest} * a.families;
  return left != right ? left > right : a.village < b.village;
}

std::vector<Place> counted(const World& world) {
  std::vector<Place> places(world.villages.size());
  for (std::uint32_t v = 0; v < places.size(); ++v)
    places[v].village = v;
  for (const Family& family : world.families) {
    if (family.count == 0)
      continue;
    Place& place = places[family.home.village];
    ++place.families;
    place.poorest += family.decile == 1 ? 1 : 0;
  }
  return places;
}

std::vector<Place> chosen(const World& world, std::uint32_t count) {
  std::vector<Place> places = counted(world);
  std::sort(places.begin(), places.end(), poorer);
  std::vector<std::uint32_t> seen(world.districts.size());
  for (Place& place : places)
    place.rank_in_district = seen[world.villages[place.village].district]++;
  // The poorest of every district first, then the poorest of the rest.
  std::stable_sort(places.begin(), places.end(), [](const Place& a, const Place& b) {
    return std::min(a.rank_in_district, 1U) < std::min(b.rank_in_district, 1U);
  });
  places.resize(std::min<std::size_t>(places.size(), count));
  std::sort(places.begin(), places.end(), [](const Place& a, const Place& b) { return a.village < b.village; });
  return places;
}

} // namespace

std::string write_lokus(const World& world, std::uint32_t count) {
  CsvWriter out(';', "\r\n");
  out.raw_line("DAFTAR DESA LOKUS PRIORITAS INTERVENSI;;;;;;");
  out.raw_line("PROVINSI " + std::string(data::kProvinceName) + ";;;;;;");
  out.raw_line(";;;;;;");
  out.cells(
      {"No", "Kabupaten/Kota", "Kecamatan", "Desa/Kelurahan", "Kode Kemdagri", "Jumlah Keluarga", "Keluarga Desil 1"});
  out.end_row();
  int number = 0;
  for (const Place& place : chosen(world, count)) {
    const Village& village = world.villages[place.village];
    const District& district = world.districts[village.district];
    out.cell(++number);
    out.cells({"KAB. " + world.regencies[district.regency].name, district.name, village.name,
               digits(district.code, 6) + digits(village.code, 4)});
    out.cell(static_cast<int>(place.families));
    out.cell(static_cast<int>(place.poorest));
    out.end_row();
  }
  return out.take();
}

} // namespace padan::synth
