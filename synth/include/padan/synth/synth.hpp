#pragma once
// A made-up regency with its agencies' lists, damaged in known ways, and the truth about every row.
// Everything follows from the options: same options, same bytes, natively and in WASM. No person, number or place is real.
// Cost: about 3 µs a row; 300 bytes of memory a person plus the largest file.
//
//   padan::synth::generate({.people = 20'000, .seed = 1}, [](padan::synth::File&& file) { save(file.name, file.bytes); });

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace padan::synth {

/// Share of rows with something wrong: light 3-5 %, medium 15-20 %, heavy about 40 %, none 0.
enum class Errors : std::uint8_t { Light, Medium, Heavy, None };

struct Options {
  std::uint32_t people = 20'000;
  std::uint64_t seed = 1;
  Errors errors = Errors::Medium;
  /// Of one province, at most kMostRegencies, who share the people. With more than one each list comes once a regency
  /// ("p3ke_cimandala.csv"), and a list may still hold who moved to another regency.
  std::uint32_t regencies = 1;
  /// ISO date that the title of the P3KE lists names as their last day; empty: they say nothing of it.
  std::string p3ke_until = {};
  /// How many villages the list of priority villages names (`lokus/lokus.csv`, the poorest first); 0: no such list.
  std::uint32_t lokus = 0;
  /// Also the same lists a year later (`later/...`, with a truth of their own) and `truth/truth_change.csv`.
  bool later = false;
};

inline constexpr std::uint32_t kMostRegencies = 8;

/// `name` is relative ("dtks.csv", "truth/truth.csv"); `bytes` are in the encoding that the agency would use.
struct File {
  std::string name;
  std::string bytes;
};

/// Hand over every file in a fixed order, one at a time: nine lists, then `truth/people.csv` and `truth/truth.csv`, then
/// what was asked for besides.
void generate(const Options& options, const std::function<void(File&&)>& take);

/// All files at once, for small regencies.
[[nodiscard]] std::vector<File> generate(const Options& options);

} // namespace padan::synth
