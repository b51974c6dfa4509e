// The product's laws over a whole made-up regency with heavy damage. Law 1 (no egress) and law 8 (every number opens) need a
// browser: tests/e2e; law 6 (same input, same answer) stands in determinism_test.cpp and tests/wasm; law 11 in tests/cli.

#include <gtest/gtest.h>

#include <map>

#include "padan/engine/export.hpp"
#include "padan/synth/synth.hpp"
#include "support/session_run.hpp"

namespace {

using namespace padan;

const support::SessionRun& run() {
  static const support::SessionRun once = [] {
    std::vector<support::CsvList> lists;
    for (synth::File& file : synth::generate({.people = 1'200, .seed = 5, .errors = synth::Errors::Heavy})) {
      if (file.name.find('/') == std::string::npos) {
        support::CsvList list;
        list.name = file.name.substr(0, file.name.rfind('.'));
        list.csv = std::move(file.bytes);
        lists.push_back(std::move(list));
      }
    }
    return support::SessionRun(lists, false);
  }();
  return once;
}

// Digits of a cell; letters typed for digits (O, I, l) count as such.
std::string digits_of(std::string_view cell) {
  std::string digits;
  for (const char c : cell) {
    if (c >= '0' && c <= '9') {
      digits += c;
    } else if (c == 'O' || c == 'o') {
      digits += '0';
    } else if (c == 'I' || c == 'l') {
      digits += '1';
    }
  }
  return digits;
}

} // namespace

TEST(Laws, EveryRowIsReadSetAsideOrWithAPerson) {
  const auto& sources = run().session.run_sources();
  std::uint64_t data_rows = 0;
  for (const engine::Source* source : sources) {
    std::vector<int> seen(source->grid.rows(), 0);
    for (const std::uint32_t row : source->recognition.data_rows) {
      ++seen[row];
    }
    for (const ingest::SkippedRow& skipped : source->recognition.skipped) {
      ++seen[skipped.grid_row];
    }
    for (const int times : seen) {
      EXPECT_EQ(times, 1) << source->name;
    }
    data_rows += source->recognition.data_rows.size();
  }
  const engine::ExportTable rows(*run().results, engine::TableKind::Rows, false);
  EXPECT_EQ(rows.rows(), data_rows);
  std::map<std::string, std::uint32_t> next;
  engine::Cells cells;
  for (std::uint32_t i = 0; i < rows.rows(); ++i) {
    rows.read(i, cells);
    const auto& views = cells.views();
    EXPECT_EQ(std::to_string(++next[std::string(views[0])]), views[1]); // no number left out, none twice
    EXPECT_FALSE(views[3].empty());
    EXPECT_FALSE(views[4].empty());
  }
}

TEST(Laws, IdentifiersAreDigitsOfSomeCellAndNeverRepaired) {
  const resolve::MasterList& master = run().results->master();
  std::uint32_t known = 0;
  for (std::uint32_t person = 0; person < master.persons().size(); ++person) {
    const resolve::Winner winner = master.winner(person, table::FieldKind::Nik);
    if (!winner.known()) {
      continue;
    }
    ++known;
    const resolve::Value value = master.resolve(person, table::FieldKind::Nik);
    const prepare::SourceRows& rows = master.corpus().sources[master.corpus().records[winner.row].source];
    const engine::Source* source = nullptr;
    for (const engine::Source* candidate : run().session.run_sources()) {
      source = candidate->name == rows.name ? candidate : source;
    }
    ASSERT_NE(source, nullptr);
    bool written = false;
    for (const table::StringColumn& column : source->grid.columns) {
      const std::string digits = digits_of(column[source->recognition.data_rows[winner.row - rows.begin]]);
      written = written || digits.find(value.text) != std::string::npos;
    }
    EXPECT_TRUE(written) << value.text;
  }
  EXPECT_GT(known, master.persons().size() / 2);
}

TEST(Laws, MissingStaysUnknown) {
  const support::SessionRun two({{"a", "nik,name,decile\n3201010101800001,SITI AMINAH,\n"},
                                 {"b", "nik,name,decile\n3201010101800001,SITI AMINAH,Belum Ada Desl\n"}});
  const resolve::MasterList& master = two.results->master();
  ASSERT_EQ(master.persons().size(), 1U);
  EXPECT_EQ(master.decile(0), 0);
  EXPECT_EQ(two.results->findings().count(analyse::Code::PoorestWithoutAid), 0U);
}

TEST(Laws, OriginalsStandBesideWhatWasResolved) {
  const resolve::MasterList& master = run().results->master();
  std::uint32_t told = 0;
  for (std::uint32_t person = 0; person < master.persons().size(); ++person) {
    for (const resolve::Dissenter& dissenter : master.dissenters(person, table::FieldKind::Name)) {
      EXPECT_NE(dissenter.text, master.resolve(person, table::FieldKind::Name).text);
      ++told;
    }
  }
  EXPECT_GT(told, 50U); // heavy damage: many names are written in more than one way
}
