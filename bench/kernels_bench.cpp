// How many pairs or words a second the kernels take, on made-up words with the lengths of names.

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "padan/base/rng.hpp"
#include "padan/region/region_table.hpp"
#include "padan/similarity/digits.hpp"
#include "padan/similarity/edit.hpp"
#include "padan/similarity/jaro_winkler.hpp"
#include "padan/text/fold.hpp"
#include "padan/text/sound.hpp"

namespace {

using namespace padan;

constexpr std::uint32_t kWords = 1024;

// Words of 4 to 16 letters from syllables, so that they share beginnings and ends as names do.
const std::vector<std::string>& words() {
  static const std::vector<std::string> made = [] {
    constexpr std::string_view kSyllables[] = {"SU", "TRI", "YAN", "TO", "NI", "WAR",
                                               "SI", "MI",  "NAH", "RO", "DI", "KAR"};
    base::Rng rng(1);
    std::vector<std::string> out(kWords);
    for (std::string& word : out) {
      for (std::uint32_t syllables = 2 + rng.below(4); syllables != 0; --syllables)
        word += kSyllables[rng.below(std::size(kSyllables))];
    }
    return out;
  }();
  return made;
}

template <class Function> void for_pairs(benchmark::State& state, Function function) {
  std::uint32_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(function(words()[i % kWords], words()[(i * 7 + 13) % kWords]));
    ++i;
  }
  state.SetItemsProcessed(state.iterations());
}

// One prepared word against all others, as a dictionary is compared.
template <class Scorer, class Function> void for_many(benchmark::State& state, Function function) {
  Scorer scorer;
  std::uint32_t i = 0;
  for (auto _ : state) {
    scorer.prepare(words()[i++ % kWords]);
    for (const std::string& right : words())
      benchmark::DoNotOptimize(function(scorer, right));
  }
  state.SetItemsProcessed(state.iterations() * kWords);
}

void levenshtein(benchmark::State& state) {
  for_pairs(state, [](const auto& a, const auto& b) { return similarity::levenshtein(a, b, 100); });
}
void osa(benchmark::State& state) {
  for_pairs(state, [](const auto& a, const auto& b) { return similarity::osa(a, b, 100); });
}
void osa_cutoff_2(benchmark::State& state) {
  for_pairs(state, [](const auto& a, const auto& b) { return similarity::osa(a, b, 2); });
}
void jaro_winkler(benchmark::State& state) {
  for_pairs(state, [](const auto& a, const auto& b) { return similarity::jaro_winkler(a, b); });
}
void cached_osa_cutoff_2(benchmark::State& state) {
  for_many<similarity::CachedOsa>(state, [](const auto& scorer, const auto& b) { return scorer.distance(b, 2); });
}
void cached_jaro_winkler(benchmark::State& state) {
  for_many<similarity::CachedJaroWinkler>(state,
                                          [](const auto& scorer, const auto& b) { return scorer.similarity(b); });
}
void compare_digits(benchmark::State& state) {
  base::Rng rng(2);
  std::vector<std::uint64_t> numbers(kWords);
  for (std::uint64_t& number : numbers)
    number = 3304010000000000 + rng.below(1000000000) * std::uint64_t{10} + rng.below(10);
  std::uint32_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(similarity::compare_digits(numbers[i % kWords], 16, numbers[(i * 7 + 13) % kWords], 16));
    ++i;
  }
  state.SetItemsProcessed(state.iterations());
}
void fold(benchmark::State& state) {
  for_pairs(state, [](const auto& a, const auto&) { return text::fold(a); });
}
void sound_key(benchmark::State& state) {
  for_pairs(state, [](const auto& a, const auto&) { return text::sound_key(a); });
}
void district_by_code(benchmark::State& state) {
  std::uint32_t code = 110000;
  for (auto _ : state) {
    code = code * 7 % 900001;
    benchmark::DoNotOptimize(region::RegionTable::builtin().knows_district(code));
  }
}
void village_by_name(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(
        region::RegionTable::builtin().find_village("Ds. Gumelem Wetan", "Kec. Susukan", "Kab. Banjarnegara"));
}

BENCHMARK(levenshtein);
BENCHMARK(osa);
BENCHMARK(osa_cutoff_2);
BENCHMARK(cached_osa_cutoff_2);
BENCHMARK(jaro_winkler);
BENCHMARK(cached_jaro_winkler);
BENCHMARK(compare_digits);
BENCHMARK(fold);
BENCHMARK(sound_key);
BENCHMARK(district_by_code);
BENCHMARK(village_by_name);

} // namespace
