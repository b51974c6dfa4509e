#include "padan/engine/results.hpp"

#include <gtest/gtest.h>

#include "padan/engine/details.hpp"
#include "padan/engine/export.hpp"
#include "padan/engine/views.hpp"
#include "padan/synth/synth.hpp"
#include "support/session_run.hpp"

// Regions 99 do not exist: no number here can be anybody's.

namespace padan::engine {
namespace {

using support::CsvList;
using support::SessionRun;

const std::vector<CsvList>& written() {
  static const std::vector<CsvList> lists{
      {"dtks", "nik,kk,name,birth_date,sex,village,district,decile\n9901011205700003,9901011205100001,SITI "
               "AMINAH,1970-05-12,P,Sukamaju,Cibogo,1\n"
               "9901012303650004,9901011205100001,MUHAMMAD "
               "YUSUF,1965-03-23,L,Sukamaju,Cibogo,1\n9901022303900001,9901021205100002,WARSINIH,1990-03-23,P,"
               "Mekarsari,Cibogo,2\n"
               "9901022303900001,9901021205100002,WARSINIH,1990-03-23,P,Mekarsari,Cibogo,2\n"},
      {"pkh",
       "nik,name,birth_date,village,district\n9901011205700003,Siti Aminah,12/05/1970,SUKA "
       "MAJU,CIBOGO\n9903030101800009,BUDI SANTOSO,01/02/1980,Sukamaju,Cibogo\n",
       "recipients"}};
  return lists;
}

const SessionRun& small() {
  static const SessionRun run(written());
  return run;
}

const SessionRun& regency() {
  static const SessionRun run = [] {
    std::vector<CsvList> lists;
    for (const synth::File& file : synth::generate({3'000, 5, synth::Errors::Heavy})) {
      if (file.name.find('/') == std::string::npos) {
        lists.push_back({file.name.substr(0, file.name.rfind('.')), file.bytes});
      }
    }
    return SessionRun(lists, false);
  }();
  return run;
}

std::vector<std::string> found(const Results& results, const Query& query) {
  const Result<View> view = open_view(results, query);
  EXPECT_TRUE(view);
  std::vector<std::string> names;
  for (const std::uint32_t item : view->items) {
    names.push_back(query.kind == ViewKind::Persons    ? person_line(results, item).name
                    : query.kind == ViewKind::Families ? family_line(results, item).head
                                                       : row_line(results, item).name);
  }
  return names;
}

std::string csv(const Results& results, TableKind kind, bool masked = false) {
  ExportTable table(results, kind, masked);
  Cells cells;
  std::string out;
  for (const std::string_view name : table.header()) {
    out.append(name).append(";");
  }
  out.append("\n");
  for (std::uint32_t row = 0; row < table.rows(); ++row) {
    table.read(row, cells);
    EXPECT_EQ(cells.views().size(), table.header().size());
    for (const std::string_view cell : cells.views()) {
      out.append(cell).append(";");
    }
    out.append("\n");
  }
  return out;
}

using Names = std::vector<std::string>;

TEST(Views, SearchFindsWordsDigitsAndIds) {
  const Results& results = *small().results;
  Query query;
  query.search = "ami sit";
  EXPECT_EQ(found(results, query), (Names{"SITI AMINAH"}));
  query.search = "MOCH YUS"; // as the lists' names are read
  EXPECT_EQ(found(results, query), (Names{"MUHAMMAD YUSUF"}));
  query.search = "9901 0112 0570";
  EXPECT_EQ(found(results, query), (Names{"SITI AMINAH"}));
  query.search = "990102230390";
  EXPECT_EQ(found(results, query), (Names{"WARSINIH"}));
  query.search = person_line(results, 1).id;
  EXPECT_EQ(found(results, query), (Names{"MUHAMMAD YUSUF"}));
  query.search = "nobody";
  EXPECT_TRUE(found(results, query).empty());
}

TEST(Views, FiltersByListsPlacesFlagsAndFindings) {
  const Results& results = *small().results;
  Query query;
  query.sources.all = {"dtks", "pkh"};
  EXPECT_EQ(found(results, query), (Names{"SITI AMINAH"}));
  query.sources = {{}, {}, {"pkh"}};
  EXPECT_EQ(found(results, query), (Names{"BUDI SANTOSO"}));
  query.sources = {{}, {"pkh"}, {}};
  EXPECT_EQ(found(results, query).size(), 2U);
  query = {};
  query.region.district = "Kec. Cibogo";
  query.region.village = "CIBOGO/MEKARSARI";
  EXPECT_EQ(found(results, query), (Names{"WARSINIH"}));
  query = {};
  query.flag = "duplicate";
  EXPECT_EQ(found(results, query), (Names{"WARSINIH"}));
  query = {};
  query.finding = "duplicate_in_source";
  EXPECT_EQ(found(results, query), (Names{"WARSINIH"}));
  query.kind = ViewKind::Rows;
  const Result<View> rows = open_view(results, query);
  ASSERT_EQ(rows->items.size(), 1U); // the second row, not the person's first
  EXPECT_EQ(row_line(results, rows->items[0]).row, 4U);
  query = {};
  query.least_lists = 2;
  EXPECT_EQ(found(results, query), (Names{"SITI AMINAH"}));
}

TEST(Views, SortsByWhatIsShown) {
  Query query;
  query.sort = "name";
  EXPECT_EQ(found(*small().results, query), (Names{"BUDI SANTOSO", "MUHAMMAD YUSUF", "SITI AMINAH", "WARSINIH"}));
  query.sort = "-birth_date";
  EXPECT_EQ(found(*small().results, query), (Names{"WARSINIH", "BUDI SANTOSO", "SITI AMINAH", "MUHAMMAD YUSUF"}));
  for (const ViewKind kind :
       {ViewKind::Persons, ViewKind::Families, ViewKind::Rows, ViewKind::Pairs, ViewKind::Findings}) {
    Query all;
    all.kind = kind;
    const std::size_t total = open_view(*regency().results, all)->items.size();
    for (const std::string_view key : sort_keys(kind)) {
      all.sort = "-" + std::string(key);
      EXPECT_EQ(open_view(*regency().results, all)->items.size(), total) << key;
    }
  }
}

TEST(Views, WhatMeansNothingIsRefused) {
  const auto refused = [](auto change) {
    Query query;
    change(query);
    const Result<View> view = open_view(*small().results, query);
    return !view && view.error().code == ErrorCode::RequestInvalid;
  };
  EXPECT_TRUE(refused([](Query& query) { query.sources.any = {"bps"}; }));
  EXPECT_TRUE(refused([](Query& query) { query.flag = "rich"; }));
  EXPECT_TRUE(refused([](Query& query) { query.finding = "nik"; }));
  EXPECT_TRUE(refused([](Query& query) { query.sort = "weight"; }));
  EXPECT_TRUE(refused([](Query& query) { query.region.village = "ATLANTIS"; }));
}

TEST(Details, APersonShowsAllRowsAndWhoWon) {
  const PersonDetail detail = person_detail(*small().results, 0);
  ASSERT_EQ(detail.rows.size(), 2U);
  EXPECT_EQ(detail.line.programmes, (std::vector<std::string_view>{"pkh"}));
  EXPECT_EQ(detail.rows[1].cells[2].value, "12/05/1970"); // the original
  EXPECT_EQ(detail.rows[1].cells[2].field, "birth_date");
  const auto date = std::find_if(detail.fields.begin(), detail.fields.end(),
                                 [](const FieldDetail& field) { return field.field == table::FieldKind::BirthDate; });
  ASSERT_NE(date, detail.fields.end());
  EXPECT_EQ(date->value.text, "1970-05-12");
  EXPECT_EQ(date->value.rule, resolve::Rule::Agreed);
}

TEST(Details, TheWaterfallAddsUpToTheWeight) {
  const Results& results = *regency().results;
  ASSERT_FALSE(results.outcome().pairs.empty());
  for (std::size_t i = 0; i < results.outcome().pairs.size(); i += 97) {
    const matching::ScoredPair& pair = results.outcome().pairs[i];
    const PairDetail detail = pair_detail(results, pair.right, pair.left);
    double sum = detail.prior;
    for (const WeightStep& step : detail.steps) {
      sum += step.weight + step.rarity;
    }
    EXPECT_NEAR(sum, static_cast<double>(pair.weight), 1e-9);
    EXPECT_EQ(detail.steps.back().comparison, "family");
    EXPECT_EQ(detail.left.index, pair.left);
  }
}

TEST(Details, EveryLevelOfTheModelHasAName) {
  const Scoring& scoring = regency().results->scoring();
  for (const model::Comparison& comparison : scoring.model.comparisons) {
    for (std::uint32_t level = 0; level < (comparison.columns == 0 ? comparison.levels : 0); ++level) {
      matching::Evidence evidence;
      const auto at = static_cast<std::size_t>(&comparison - scoring.model.comparisons.data());
      evidence.levels[at] = static_cast<std::uint8_t>(level);
      EXPECT_FALSE(level_texts(scoring, evidence)[at + 1].level.empty()) << comparison.name;
    }
  }
  EXPECT_EQ(comparison_names(scoring).size(), scoring.model.comparisons.size() + 1);
}

TEST(Details, HistogramAndPatternsCountEveryKeptPair) {
  const Results& results = *regency().results;
  std::uint64_t pairs = 0;
  for (const std::uint64_t count : weight_histogram(results).counts) {
    pairs += count;
  }
  EXPECT_EQ(pairs, results.outcome().pairs.size());
  pairs = 0;
  for (const LevelPattern& pattern : level_patterns(results, SIZE_MAX)) {
    pairs += pattern.pairs;
  }
  EXPECT_EQ(pairs, results.outcome().pairs.size());
}

TEST(Export, EveryRowOfEveryListStandsOnce) {
  EXPECT_EQ(csv(*small().results, TableKind::Rows).substr(0, 48), "source;row;line;person_id;family_id;status;\ndtks");
  const Results& results = *regency().results;
  std::uint32_t rows = 0;
  for (std::uint32_t source = 0; source < regency().session.run_sources().size(); ++source) {
    const SourceCount count = results.source_count(source);
    EXPECT_EQ(count.rows + count.set_aside, regency().session.run_sources()[source]->grid.rows());
    EXPECT_EQ(count.persons + count.duplicates, count.rows);
    EXPECT_EQ(results.overlap(analyse::Unit::Persons).both(source, source).count, count.persons);
    rows += count.rows;
  }
  EXPECT_EQ(ExportTable(results, TableKind::Rows, false).rows(), rows);
  std::uint32_t persons = 0;
  for (const analyse::Combination& combination : results.overlap(analyse::Unit::Persons).combinations) {
    EXPECT_LE(combination.units.low, combination.units.count);
    EXPECT_GE(combination.units.high, combination.units.count);
    persons += combination.units.count;
  }
  EXPECT_EQ(persons, results.master().persons().size());
}

TEST(Export, StatusTellsMatchedSingleAndDuplicate) {
  const Results& results = *small().results;
  const RowStatus expected[]{RowStatus::Matched,   RowStatus::Single,  RowStatus::Single,
                             RowStatus::Duplicate, RowStatus::Matched, RowStatus::Single};
  for (RowId row = 0; row < 6; ++row) {
    EXPECT_EQ(results.status(row), expected[row]) << row;
  }
}

TEST(Export, EveryTableIsFilledAndTheSameInAnyOrderOfFiles) {
  std::vector<CsvList> reversed(written().rbegin(), written().rend());
  const SessionRun other(reversed);
  for (const TableKind kind :
       {TableKind::Rows, TableKind::Persons, TableKind::Families, TableKind::Pairs, TableKind::Findings}) {
    EXPECT_EQ(csv(*small().results, kind), csv(*other.results, kind)) << to_text(kind);
    EXPECT_GT(csv(*regency().results, kind).size(), 1000U) << to_text(kind);
  }
}

TEST(Export, ResultsAreTheSameInWhateverOrderTasksRun) {
  const base::Executor backwards{3, [](std::uint32_t count, const base::Executor::Task& task) {
                                   for (std::uint32_t i = count; i-- > 0;) {
                                     task(i);
                                   }
                                 }};
  const Results other(regency().session, {"2026-11-22", {}}, backwards);
  for (std::size_t code = 0; code < analyse::kCodes; ++code) {
    EXPECT_EQ(other.findings().count(static_cast<analyse::Code>(code)),
              regency().results->findings().count(static_cast<analyse::Code>(code)));
  }
  for (const TableKind kind :
       {TableKind::Rows, TableKind::Persons, TableKind::Families, TableKind::Pairs, TableKind::Findings}) {
    EXPECT_EQ(csv(other, kind), csv(*regency().results, kind)) << to_text(kind);
  }
}

TEST(Export, MaskedTablesHoldNoNumberAndNoName) {
  for (const TableKind kind : {TableKind::Persons, TableKind::Families, TableKind::Pairs, TableKind::Findings}) {
    const std::string text = csv(*small().results, kind, true);
    for (const char* secret : {"9901011205700003", "SITI", "Siti", "1970-05", "WARSINIH"}) {
      EXPECT_EQ(text.find(secret), std::string::npos) << to_text(kind) << " " << secret;
    }
  }
}

TEST(Findings, EverySubjectExistsAndEveryFindingSaysWhy) {
  const Results& results = *regency().results;
  const resolve::MasterList& master = results.master();
  std::uint64_t seen = 0;
  results.findings().for_each([&](const analyse::Finding& finding) {
    ++seen;
    switch (analyse::subject_kind_of(finding.code)) {
    case analyse::SubjectKind::Row:
      ASSERT_EQ(finding.subject, finding.row);
      break;
    case analyse::SubjectKind::Person:
      ASSERT_EQ(master.persons().of_row.at(finding.row), finding.subject);
      break;
    case analyse::SubjectKind::Family:
      ASSERT_EQ(master.families().of_person.at(master.persons().of_row.at(finding.row)), finding.subject);
      break;
    case analyse::SubjectKind::Source:
      ASSERT_LT(finding.subject, master.cells().sources().size());
      break;
    }
    ASSERT_FALSE(finding_line(results, finding).evidence.empty());
  });
  EXPECT_EQ(seen, results.findings().total());
  EXPECT_GT(seen, 500U);
}

TEST(Places, KeysAskForTheirPeople) {
  const Results& results = *regency().results;
  const std::vector<PlaceCount> places = results.places();
  ASSERT_FALSE(places.empty());
  for (std::size_t i = 0; i < places.size(); i += 3) {
    EXPECT_EQ(results.overlap(analyse::Unit::Persons, {places[i].key, {}, {}}).units, places[i].persons)
        << places[i].key;
    EXPECT_EQ(results.overlap(analyse::Unit::Families, {places[i].key, {}, {}}).units, places[i].families);
  }
}

} // namespace
} // namespace padan::engine
