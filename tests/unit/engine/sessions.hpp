#pragma once
// Sessions with lists given as text.

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "padan/engine/session.hpp"
#include "padan/ingest/csv_reader.hpp"
#include "padan/synth/synth.hpp"

namespace padan::engine::test {

inline void add(Session& session, const std::string& name, std::string_view bytes) {
  ingest::CsvReader reader;
  reader.feed(bytes);
  Result<table::Grid> grid = reader.finish();
  ASSERT_TRUE(grid) << name;
  std::vector<table::Grid> grids;
  grids.push_back(std::move(*grid));
  ASSERT_TRUE(session.add_file(name, std::move(grids), "")) << name;
}

inline void add_regency(Session& session, std::uint32_t people) {
  synth::generate({.people = people, .seed = 5}, [&](synth::File&& file) {
    if (file.name.find('/') == std::string::npos) {
      add(session, file.name, file.bytes);
    }
  });
}

inline void step_to(Session& session, Stage stage) {
  while (session.progress().stage != stage) {
    ASSERT_FALSE(session.step(100'000).finished && stage != Stage::Finished);
  }
}

} // namespace padan::engine::test
