#pragma once
// A whole run over lists written out in a test or made by synth.

#include <memory>
#include <string>
#include <vector>

#include "padan/engine/results.hpp"
#include "support/lists.hpp"

namespace padan::support {

/// Reads, matches and resolves. Lists written with plain headers are mapped by them; others are recognised.
class SessionRun {
public:
  explicit SessionRun(const std::vector<CsvList>& lists, bool plain_headers = true,
                      const std::string& as_of = "2026-11-22") {
    for (const CsvList& list : lists) {
      std::vector<table::Grid> grids;
      grids.push_back(read_grid(list.csv));
      const ingest::Hints hints = plain_hints(grids.front());
      const auto ids = session.add_file(list.name + ".csv", std::move(grids), "sha-of-" + list.name);
      if (!ids) {
        throw std::runtime_error("test list: " + std::string(to_text(ids.error().code)));
      }
      if (plain_headers) {
        if (!session.correct(ids->front(), hints)) {
          throw std::runtime_error("test list: mapping refused");
        }
        engine::SourceFacts facts = session.source(ids->front())->facts;
        facts.kind = list.kind;
        facts.layout = list.layout;
        facts.owner = list.owner;
        facts.data_date = list.data_date;
        facts.valid_until = list.valid_until;
        if (!session.set_facts(ids->front(), facts)) {
          throw std::runtime_error("test list: facts refused");
        }
      }
    }
    if (!session.start({})) {
      throw std::runtime_error("test run: nothing to match");
    }
    while (!session.step(100'000).finished) {
    }
    results = std::make_unique<engine::Results>(session, engine::ResultOptions{as_of, {}});
  }

  engine::Session session;
  std::unique_ptr<engine::Results> results;
};

} // namespace padan::support
