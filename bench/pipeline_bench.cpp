// The stages of a run over a made-up regency of 20,000 people: rows prepared and pairs scored a second.

#include <benchmark/benchmark.h>

#include <string>

#include "padan/engine/session.hpp"
#include "padan/ingest/csv_reader.hpp"
#include "padan/synth/synth.hpp"

namespace {

using namespace padan;

engine::Session& regency() {
  static engine::Session session = [] {
    engine::Session made;
    synth::generate({.people = 20'000, .seed = 1, .errors = synth::Errors::Medium}, [&](synth::File&& file) {
      if (file.name.find('/') == std::string::npos) { // truth/ is no list
        ingest::CsvReader reader;
        reader.feed(file.bytes);
        std::vector<table::Grid> grids;
        grids.push_back(reader.finish().value());
        (void)made.add_file(file.name, std::move(grids), "");
      }
    });
    return made;
  }();
  return session;
}

void run_to(engine::Session& session, engine::Stage stage) {
  while (session.progress().stage != stage) {
    session.step(1'000'000);
  }
}

void prepare(benchmark::State& state) {
  regency(); // made before the clock runs
  std::uint64_t rows = 0;
  for (auto _ : state) {
    (void)regency().start({});
    rows += regency().progress().total;
    run_to(regency(), engine::Stage::Plan);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(rows));
}

void plan(benchmark::State& state) {
  std::uint64_t rows = 0;
  for (auto _ : state) {
    state.PauseTiming();
    (void)regency().start({});
    rows += regency().progress().total;
    run_to(regency(), engine::Stage::Plan);
    state.ResumeTiming();
    run_to(regency(), engine::Stage::Train);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(rows));
}

void score(benchmark::State& state) {
  (void)regency().start({});
  run_to(regency(), engine::Stage::Score);
  const engine::Scoring& scoring = regency().scoring();
  std::uint64_t pairs = 0;
  std::vector<matching::ScoredPair> kept;
  for (auto _ : state) {
    matching::Scorer scorer(scoring.corpus, scoring.model);
    for (const blocking::Partition& partition : scoring.plan.partitions) {
      kept.clear();
      scorer.score(scoring.plan.candidates(partition), kept);
      pairs += partition.last - partition.first;
    }
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(pairs));
}

void whole_run(benchmark::State& state) {
  std::uint64_t rows = 0;
  for (auto _ : state) {
    (void)regency().start({});
    rows += regency().progress().total;
    run_to(regency(), engine::Stage::Finished);
  }
  state.SetItemsProcessed(static_cast<std::int64_t>(rows));
}

BENCHMARK(prepare)->Unit(benchmark::kMillisecond);
BENCHMARK(plan)->Unit(benchmark::kMillisecond);
BENCHMARK(score)->Unit(benchmark::kMillisecond);
BENCHMARK(whole_run)->Unit(benchmark::kMillisecond);

} // namespace
