#pragma once
// Makes one agency's file and the truth about its rows.

#include "padan/synth/synth.hpp"
#include "source.hpp"

namespace padan::synth {

/// Rates that `Errors` stands for.
struct Rates {
  double spoiled;   // rows with damage of their own
  double stale;     // known changes that a list missed
  double dead;      // dead or gone people who stay on a list
  double duplicate; // rows written twice
  double excel;     // villages whose operator saved the list with Excel
};
[[nodiscard]] Rates rates_of(Errors errors);

/// One agency's list of one regency.
struct ListScope {
  std::string name; // without extension
  std::uint32_t regency = 0;
  Title title;
};

/// Appends one line a data row to `truth`. Cost: about 2 µs a row.
[[nodiscard]] std::string write_list(const World& world, const Source& source, const Rates& rates,
                                     const ListScope& scope, std::string& truth);

} // namespace padan::synth
