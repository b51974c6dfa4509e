// Needs, programmes and villages on a made-up regency whose lists have no fault: what the core says is what is true.
#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include <gtest/gtest.h>

#include "accuracy/agreement.hpp"
#include "padan/codec/file_reader.hpp"
#include "padan/engine/planning.hpp"
#include "padan/synth/synth.hpp"

namespace padan::accuracy {
namespace {

using analyse::Need;
using analyse::Selection;
using analyse::Unit;

using Table = std::vector<std::map<std::string, std::string>>;

Table read_table(const std::string& name, const std::string& bytes) {
  codec::FileReader reader(name);
  reader.feed(bytes);
  const auto file = reader.finish();
  Table rows;
  const table::Grid& grid = file->grids.front();
  for (std::uint32_t row = 1; row < grid.rows(); ++row) {
    for (std::uint32_t column = 0; column < grid.width(); ++column) {
      rows.resize(row);
      rows.back()[std::string(grid.cell(0, column))] = grid.cell(row, column);
    }
  }
  return rows;
}

class CleanRegency : public testing::Test {
protected:
  static void SetUpTestSuite() {
    made_ = new Made;
    synth::Options options{.people = 3000, .seed = 11, .errors = synth::Errors::None};
    options.lokus = 5;
    synth::generate(options, [&](synth::File&& file) {
      if (file.name.find('/') == std::string::npos) {
        codec::FileReader reader(file.name);
        reader.feed(file.bytes);
        auto read = reader.finish();
        ASSERT_TRUE(read) << file.name;
        ASSERT_TRUE(made_->session.add_file(file.name, std::move(read->grids), read->sha256)) << file.name;
      }
      made_->files[file.name] = file.bytes;
    });
    ASSERT_TRUE(made_->session.start({}));
    while (!made_->session.step(1'000'000).finished) {
    }
    made_->results.emplace(made_->session, engine::ResultOptions{"2024-06-30", {}});
    made_->planning.emplace(*made_->results, analyse::NeedRules{});
    for (const auto& [row, label] : read_labels(made_->files.at("truth/truth.csv"))) {
      made_->listed.insert(label.person);
    }
  }
  static void TearDownTestSuite() { delete made_; }

  struct Made {
    engine::Session session;
    std::map<std::string, std::string> files;
    std::optional<engine::Results> results;
    std::optional<engine::Planning> planning;
    std::set<std::string> listed; // true persons who stand on some list
  };
  static Made* made_;
};
CleanRegency::Made* CleanRegency::made_ = nullptr;

TEST_F(CleanRegency, TheElderlyAreThoseBornEarlyEnough) {
  std::uint32_t elderly = 0;
  for (const auto& person : read_table("people.csv", made_->files.at("truth/people.csv"))) {
    elderly += made_->listed.count(person.at("person_id")) != 0 && person.at("birth_date") <= "1964-06-30" ? 1U : 0U;
  }
  Selection selection;
  selection.needs = analyse::need_bit(Need::Elderly);
  EXPECT_GT(elderly, 100U);
  EXPECT_NEAR(made_->planning->count(Unit::Persons, selection), elderly, elderly * 0.01);
}

TEST_F(CleanRegency, StuntedChildrenAreThoseOfTheLatestMeasurement) {
  const Labels truth = read_labels(made_->files.at("truth/truth.csv"));
  std::map<std::string, std::pair<std::string, bool>> latest; // person: day, stunted
  std::uint32_t row = 0;
  for (const auto& child : read_table("stunting.csv", made_->files.at("stunting.csv"))) {
    const std::string& person = truth.at({"stunting", ++row}).person;
    const std::string& day = child.at("Tanggal Pengukuran");
    const bool stunted = child.at("TB/U").find("Pendek") != std::string::npos;
    std::pair<std::string, bool>& known = latest[person];
    if (day > known.first) {
      known = {day, stunted};
    } else if (day == known.first) {
      known.second = known.second || stunted;
    }
  }
  const auto stunted =
      std::count_if(latest.begin(), latest.end(), [](const auto& child) { return child.second.second; });
  Selection selection;
  selection.needs = analyse::need_bit(Need::Stunted);
  EXPECT_GT(stunted, 10);
  EXPECT_NEAR(made_->planning->count(Unit::Persons, selection), static_cast<double>(stunted), stunted * 0.02);
}

TEST_F(CleanRegency, EveryVillageOfTheLokusIsFound) {
  codec::FileReader reader("lokus.csv");
  reader.feed(made_->files.at("lokus/lokus.csv"));
  const auto file = reader.finish();
  ASSERT_TRUE(file);
  const table::Grid& grid = file->grids.front();
  std::uint32_t found = 0;
  for (std::uint32_t row = 0; row < grid.rows(); ++row) {
    std::vector<std::string> cells;
    for (std::uint32_t column = 0; column < grid.width(); ++column) {
      cells.emplace_back(grid.cell(row, column));
    }
    const std::string trouble = engine::find_village(*made_->results, cells).trouble;
    EXPECT_TRUE(trouble.empty() || (found == 0 && trouble == "unknown")) << row << trouble; // titles stand first
    found += trouble.empty() ? 1U : 0U;
  }
  EXPECT_EQ(found, 5U);
}

TEST_F(CleanRegency, SumsAgreeWhicheverWayTheyAreMade) {
  const engine::Planning& planning = *made_->planning;
  std::uint32_t by_band = 0;
  for (const engine::AgeBand& band : engine::age_pyramid(planning, {})) {
    by_band += band.male + band.female + band.unknown;
  }
  EXPECT_EQ(by_band, made_->results->outcome().persons.size());
  std::uint32_t by_village = 0;
  for (const analyse::VillageFigures& village :
       analyse::village_figures(planning.needs(), planning.aid(), made_->results->master(), 1)) {
    by_village += village.families;
  }
  Selection there;
  there.presence = Selection::Presence::There;
  EXPECT_EQ(by_village, planning.count(Unit::Families, there));
}

} // namespace
} // namespace padan::accuracy
