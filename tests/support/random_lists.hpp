#pragma once
// Small random lists in which people stand several times, in rows that resemble each other.

#include <string>
#include <vector>

#include "padan/base/rng.hpp"
#include "support/corpora.hpp"

namespace padan::support {

/// Lists of `rows` rows each about one small population: few names, villages and birthdays, so that every rule of
/// blocking brings rows together; numbers are missing, damaged or another's now and then.
inline std::vector<List> random_lists(std::uint64_t seed, std::uint32_t lists, std::uint32_t rows) {
  constexpr const char* kNames[] = {"SITI AMINAH", "AMINAH",    "BUDI SANTOSO",   "BUDY SANTOSA", "WARSINI",
                                    "WARSINIH",    "M YUSUF",   "MUHAMMAD YUSUF", "ROHMAT",       "RAHMAD",
                                    "NUR HAYATI",  "NURHAYATI", "I WAYAN SUARTA", "KASINAH",      ""};
  constexpr const char* kVillages[] = {"SUKAMAJU", "SUKASARI", "KEBANARAN", ""};
  base::Rng rng(seed);
  std::vector<List> out;
  const auto pick = [&](const auto& of) {
    return std::string(of[rng.below(static_cast<std::uint32_t>(std::size(of)))]);
  };
  const auto two = [](std::uint32_t number) { return std::string(number < 10 ? "0" : "") + std::to_string(number); };
  for (std::uint32_t l = 0; l < lists; ++l) {
    List list{"list" + std::to_string(l),
              "nik|kk|name|birth_date|mother_name|village|district|address|rt_rw|sex|id:dtks",
              {},
              rng.chance(0.6)};
    for (std::uint32_t r = 0; r < rows; ++r) {
      const std::uint32_t person = rng.below(rows);
      const std::uint32_t day = 1 + person % 28;
      const std::uint32_t month = 1 + person / 3 % 12;
      const std::string year = std::to_string(1960 + person % 40);
      std::string nik = "330401" + two(day) + two(month) + year.substr(2) + "00" + two(1 + person % 90);
      if (rng.chance(0.2)) {
        nik[10 + rng.below(6)] = static_cast<char>('0' + rng.below(10));
      }
      std::string row = rng.chance(0.7) ? nik : "";
      row += rng.chance(0.7) ? "|33040101011300" + two(person / 4 % 99) : "|";
      row += "|" + (rng.chance(0.8) ? std::string(kNames[person % std::size(kNames)]) : pick(kNames));
      row += rng.chance(0.8) ? "|" + two(day) + "-" + two(month) + "-" + year : rng.chance(0.5) ? "|" + year : "|";
      row += "|" + (rng.chance(0.5) ? std::string(kNames[person / 4 % std::size(kNames)]) : "");
      row += "|" + std::string(kVillages[person / 4 % std::size(kVillages)]) + "|MANDIRAJA|";
      row += rng.chance(0.5) ? "KRAJAN " + std::to_string(person / 4 % 9) : "";
      row += "|" + std::to_string(person % 5) + "/" + std::to_string(person % 3);
      row += person % 2 == 0 ? "|L|" : "|P|";
      row += rng.chance(0.5) ? "D" + std::to_string(1000 + person) : "";
      list.rows.push_back(row);
    }
    out.push_back(std::move(list));
  }
  return out;
}

} // namespace padan::support
