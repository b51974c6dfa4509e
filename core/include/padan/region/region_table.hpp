#pragma once
// The provinces, regencies, districts and villages of Indonesia by code and by name.
//
// Codes are those of the Ministry of Home Affairs (Kemendagri) without dots, as numbers: 33 province, 3304 regency
// (kabupaten or kota), 330401 district (kecamatan), 3304012001 village, whose last four digits tell kelurahan (1xxx),
// desa (2xxx) and customary desa (3xxx) apart. Statistics Indonesia (BPS) numbers differently. Names are upper case
// ASCII, regencies with KABUPATEN or KOTA in front.
//
// The table is that of one year. Regions split and are renumbered, and the first six digits of a NIK name the district
// in which the person was first registered, under the code of that day: a code that is not here is unknown, not wrong.
//
// Source: idn-area-data (npm), under the Open Database License; see THIRD_PARTY.md.

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "padan/region/place_name.hpp"

namespace padan::region {

/// Immutable once built, so safe to share. Lookups by code allocate nothing; the texts they return live as long as the
/// program. Cost: building 1 ms, a code 0.1 µs, a name some 10 µs (look up each distinct name once, not each row).
///   const RegionTable& table = RegionTable::builtin();
///   table.district(330401);                                     // "SUSUKAN"
///   table.find_village("Ds. Gumelem Wetan", "Kec. Susukan", "Kab. Banjarnegara");
class RegionTable {
public:
  /// The table that is compiled in; built on first use.
  static const RegionTable& builtin();

  /// Reads a table packed by tools/pack_regions.mjs. `packed` must outlive the table.
  explicit RegionTable(std::string_view packed);

  struct Counts {
    std::uint32_t provinces, regencies, districts, villages;
  };
  [[nodiscard]] Counts counts() const;

  [[nodiscard]] std::optional<std::string_view> province(std::uint32_t code) const;
  [[nodiscard]] std::optional<std::string_view> regency(std::uint32_t code) const;
  [[nodiscard]] std::optional<std::string_view> district(std::uint32_t code) const;
  [[nodiscard]] std::optional<std::string_view> village(std::uint64_t code) const;
  [[nodiscard]] bool knows_district(std::uint32_t code) const { return district(code).has_value(); }

  /// Lookups by name take the name as a list has it: any case, with or without KAB., KOTA, KEC., DESA, KEL. and the
  /// like, spaces anywhere, common abbreviations (TJ., GN., SEI), Roman or Arabic numbers. An exact hit wins; without
  /// one, a name up to one slip away (two from ten letters on) is taken if no other is as near and no number or
  /// direction (I, II, BARAT, LOR, BARU …) differs. Nothing when unknown, or when two places fit equally well.
  /// A bare name that a kabupaten and a kota share means the kabupaten.
  [[nodiscard]] std::optional<std::uint32_t> find_regency(std::string_view name) const;

  /// Searches the districts of one regency: 290 district names occur more than once in the country.
  [[nodiscard]] std::optional<std::uint32_t> find_district(std::string_view name, std::uint32_t regency) const;

  /// Searches the villages of one district. Where a desa and a kelurahan share a name, the prefix must tell which.
  [[nodiscard]] std::optional<std::uint64_t> find_village(std::string_view name, std::uint32_t district) const;

  /// All three at once. A bare regency name that a kabupaten and a kota share is tried as both.
  [[nodiscard]] std::optional<std::uint64_t> find_village(std::string_view village, std::string_view district,
                                                          std::string_view regency) const;

private:
  struct Province {
    std::uint32_t code;
    std::string_view name;
  };
  struct Regency {
    std::uint32_t code;
    std::string_view name;
    std::vector<Reading> readings;
  };
  struct District {
    std::uint32_t code;
    std::string_view name;
    std::string_view villages; // packed
  };
  [[nodiscard]] Search search_regency(std::string_view name) const;

  std::vector<Province> provinces_;
  std::vector<Regency> regencies_;
  std::vector<District> districts_;
};

} // namespace padan::region
