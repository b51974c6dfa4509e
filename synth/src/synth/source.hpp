#pragma once
// What one agency's list is like: whom it holds, how well it is kept, how it is written.

#include <cstdint>
#include <string>
#include <string_view>

#include "csv_writer.hpp"
#include "damage.hpp"

namespace padan::synth {

/// What the titles above a list say.
struct Title {
  std::string regency;     // "CIMANDALA"
  std::string year;        // "2024"
  std::string valid_until; // "31 DESEMBER 2024"; empty: nothing is said
};

enum class Order : std::uint8_t { ByVillage, Shuffled };

struct Source {
  std::string_view name;     // file name without extension
  std::uint16_t columns = 0; // Column bits
  DateStyle dates = DateStyle::Iso;
  Order order = Order::ByVillage;
  double carelessness = 1;     // share of spoiled rows, 1 = as asked for
  double staleness = 1;        // share of changes not noticed, 1 = as asked for
  double without_nik = 0;      // inclination to have no NIK, scaled by the errors asked for
  bool visits = false;         // several rows a person are as it should be
  bool civil_registry = false; // keeps the dead and says so, once the death was reported
  char separator = ',';
  std::string_view line_end = "\n";
  std::size_t row_bytes = 200; // about

  /// How many rows the list has for this person, before mistakes. `family_rng` starts alike for all of a family.
  std::uint32_t (*rows)(const World&, const Person&, const Family&, base::Rng& family_rng, base::Rng& rng) = nullptr;
  void (*begin)(CsvWriter&, const Title&) = nullptr;
  void (*row)(CsvWriter&, const World&, Record&, base::Rng&, std::uint32_t number) = nullptr;
  void (*end)(CsvWriter&, std::uint32_t count) = nullptr; // may be null
};

[[nodiscard]] Source dtks_source();
[[nodiscard]] Source p3ke_source();
[[nodiscard]] Source pbi_source();
[[nodiscard]] Source dtsen_source();
[[nodiscard]] Source dukcapil_source();
[[nodiscard]] Source rtlh_source();
[[nodiscard]] Source stunting_source();
[[nodiscard]] Source baznas_source();
[[nodiscard]] Source pip_source();

/// Share of families that a list of the poor holds, by decile 1..10.
using DecileShares = double[10];
[[nodiscard]] inline bool family_listed(const Family& family, const DecileShares& shares, base::Rng& family_rng) {
  return family_rng.chance(shares[family.decile - 1]);
}

} // namespace padan::synth
