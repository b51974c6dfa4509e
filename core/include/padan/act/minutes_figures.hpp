#pragma once
// Every number that minutes state of a result, in one call, so that the same numbers are printed, sealed and checked again.
//
//   MinutesFigures figures = minutes_figures(results);
//   figures.counts.persons;  figures.districts[0].villages[0].families;

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "padan/engine/results.hpp"

namespace padan::act {

struct MinutesFigures {
  struct Counts {
    std::uint64_t rows = 0; // data rows; rows + set_aside were read
    std::uint64_t set_aside = 0;
    std::uint64_t excluded = 0; // rows left out by decision
    std::uint64_t persons = 0;
    std::uint64_t families = 0;
    std::uint64_t open_pairs = 0; // that nobody has decided
    std::uint64_t receiving = 0;  // persons with a programme in some list
    std::uint64_t decisions = 0;  // of people, that the result follows
  };
  struct Unit { // persons and families of a part of the result
    std::uint64_t persons = 0;
    std::uint64_t families = 0;
  };
  struct Village {
    std::string key; // engine::PlaceCount::key
    std::string name;
    Unit units;
  };
  struct District {
    std::string regency; // code of four digits, empty where it is not known
    std::string name;
    Unit units;
    std::vector<Village> villages;
  };
  struct Regency {
    std::string code;
    std::string_view name;
    Unit units;
  };

  Counts counts;
  Unit official;                            // the one number
  bool official_by_registers = false;       // else by all lists, see analyse::Official
  std::vector<engine::SourceCount> sources; // in the order of Session::run_sources
  std::vector<Unit> by_lists;               // on one list only, on two, …: as many as there are lists
  std::vector<Regency> regencies;           // those that codes of villages name, by code
  std::vector<District> districts;          // by regency and name; people without a place are in none
  std::array<std::uint64_t, analyse::kCodes> findings{};
};

/// Cost: a look at each person and family; 30 ms for a million persons.
[[nodiscard]] MinutesFigures minutes_figures(const engine::Results& results);

} // namespace padan::act
