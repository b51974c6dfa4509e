// What can be asked for besides the one regency: lists without a fault, a province, a year later, priority villages.
#include <gtest/gtest.h>

#include <set>

#include "lists.hpp"

namespace padan::synth::testing {
namespace {

constexpr std::uint32_t kPeople = 6'000;

std::map<std::string, Cells> table_of(const std::string& bytes) {
  std::map<std::string, Cells> rows;
  for (const std::string& line : lines_of(bytes)) {
    const Cells cells = split(line, ',', true);
    rows[cells.front()] = cells;
  }
  return rows;
}

TEST(SynthClean, NoRowIsDamagedAndTheDeadAreInTheRegistryOnly) {
  const Regency clean = make_regency(kPeople, 5, Errors::None);
  std::set<std::string> dead;
  for (const auto& [id, person] : table_of(clean.files.at("truth/people.csv")))
    if (person.at(7) == "tidak")
      dead.insert(id);
  EXPECT_GT(dead.size(), kPeople / 100);
  for (const auto& [source, rows] : clean.truth) {
    std::set<std::string> seen;
    for (const TruthRow& row : rows) {
      EXPECT_EQ(row.damage, "") << source;
      EXPECT_TRUE(source == "dukcapil" || dead.count(row.person) == 0) << source;
      EXPECT_TRUE(seen.insert(row.person).second || source == "stunting") << source;
    }
  }
  const List list = read_list(clean.files.at("dukcapil.csv"), layouts().at("dukcapil"));
  for (std::size_t row = 0; row < list.rows.size(); ++row)
    EXPECT_EQ(list.at(row, "STAT_HIDUP") == "MENINGGAL", dead.count(clean.truth.at("dukcapil")[row].person) == 1);
}

TEST(SynthProvince, EveryRegencyHasItsListsAndTheOldOneStillHoldsSomeWhoLeft) {
  Options options{16'000, 3, Errors::Medium};
  options.regencies = 8;
  const Regency province = make_regency(options);
  EXPECT_EQ(province.files.size(), 8 * layouts().size() + 2);
  std::set<std::string> people;
  std::set<std::string> twice;
  std::set<std::string> codes;
  for (const auto& [source, rows] : province.truth) {
    if (source.rfind("p3ke_", 0) != 0)
      continue;
    const List list = read_list(province.files.at(source + ".csv"), layouts().at("p3ke"));
    ASSERT_EQ(list.rows.size(), rows.size());
    EXPECT_GT(rows.size(), 300U);
    std::set<std::string> here;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      here.insert(rows[row].person);
      codes.insert(list.at(row, "Kode Kemdagri").substr(0, 4));
    }
    for (const std::string& person : here)
      if (!people.insert(person).second)
        twice.insert(person);
  }
  EXPECT_EQ(codes.size(), 8U);
  EXPECT_GT(twice.size(), 5U);
  EXPECT_LT(twice.size(), people.size() / 20);
}

TEST(SynthProvince, P3keSaysUntilWhenItIsValid) {
  Options options{500, 3, Errors::Light};
  options.p3ke_until = "2024-12-31";
  EXPECT_NE(make_regency(options).files.at("p3ke.csv").find("BERLAKU SAMPAI DENGAN 31 DESEMBER 2024"),
            std::string::npos);
  EXPECT_EQ(make_regency(500, 3, Errors::Light).files.at("p3ke.csv").find("BERLAKU"), std::string::npos);
}

TEST(SynthLokus, NamesAsManyVillagesOfAllDistricts) {
  Options options{90'000, 2, Errors::Light};
  options.lokus = 44;
  std::string lokus;
  generate(options, [&](File&& file) {
    if (file.name == "lokus/lokus.csv")
      lokus = std::move(file.bytes);
  });
  const std::vector<std::string> lines = lines_of(lokus);
  ASSERT_EQ(lines.size(), 44U + 4U);
  std::set<std::string> districts;
  std::set<std::string> villages;
  for (std::size_t line = 4; line < lines.size(); ++line) {
    const Cells cells = split(lines[line], ';', true);
    districts.insert(cells.at(2));
    villages.insert(cells.at(4));
    EXPECT_EQ(cells.at(4).size(), 10U);
  }
  EXPECT_EQ(districts.size(), 14U);
  EXPECT_EQ(villages.size(), 44U);
}

class SynthLater : public ::testing::Test {
protected:
  static const Options& options() {
    static const Options asked = [] {
      Options wanted{kPeople, 9, Errors::Medium};
      wanted.later = true;
      return wanted;
    }();
    return asked;
  }
  static const Regency& later() {
    static const Regency regency = make_regency(options(), "later/");
    return regency;
  }
};

TEST_F(SynthLater, LeavesTheFirstYearAsItIs) {
  const Regency alone = make_regency(kPeople, 9, Errors::Medium);
  for (const auto& [name, bytes] : alone.files)
    EXPECT_EQ(later().files.at(name), bytes) << name;
  EXPECT_EQ(later().files.size(), 2 * alone.files.size() + 1);
}

TEST_F(SynthLater, TellsEveryChangeAndNothingElse) {
  std::map<std::string, Cells> before = table_of(later().files.at("truth/people.csv"));
  std::map<std::string, Cells> after = table_of(later().files.at("later/truth/people.csv"));
  std::map<std::string, Cells> changes = table_of(later().files.at("truth/truth_change.csv"));
  std::map<std::string, int> seen;
  for (const auto& [id, now] : after) {
    const bool told = changes.count(id) == 1;
    const auto was = before.find(id);
    if (was == before.end()) {
      ASSERT_TRUE(told) << id;
      EXPECT_EQ(changes.at(id).at(1), "born");
      ++seen["born"];
      continue;
    }
    EXPECT_EQ(was->second.at(3), now.at(3)); // name
    EXPECT_EQ(was->second.at(4), now.at(4)); // birth date
    if (was->second != now) {
      EXPECT_TRUE(told) << id;
    }
    for (const std::string& code : told ? split(changes.at(id).at(1), ';', false) : Cells{})
      ++seen[code];
  }
  for (const char* code :
       {"born", "registered", "died", "left", "moved", "married", "split", "merged", "graduated", "fell"})
    EXPECT_GT(seen[code], 0) << code;
  EXPECT_EQ(seen["person_id"], 0);
  EXPECT_GT(seen["died"], static_cast<int>(kPeople) / 500);
  EXPECT_LT(changes.size(), kPeople / 4);
}

TEST_F(SynthLater, NumbersStayUniqueAndTruthTellsEveryRow) {
  std::set<std::string> niks;
  for (const auto& [id, person] : later().people)
    if (!person[0].empty()) {
      EXPECT_EQ(person[0].size(), 16U);
      EXPECT_TRUE(niks.insert(person[0]).second) << id;
    }
  for (const auto& [source, layout] : layouts())
    EXPECT_EQ(read_list(later().files.at("later/" + source + ".csv"), layout).rows.size(),
              later().truth.at(source).size())
        << source;
}

TEST_F(SynthLater, MostRowsAreWrittenAsTheyWere) {
  const Layout& layout = layouts().at("pbi");
  const auto rows_of = [&](const std::string& file) {
    const List list = read_list(later().files.at(file), layout);
    std::set<std::string> rows;
    for (const Cells& cells : list.rows) {
      std::string text;
      for (std::size_t i = 1; i < cells.size(); ++i) // but for the running number
        text += cells[i] + ";";
      rows.insert(text);
    }
    return rows;
  };
  const std::set<std::string> before = rows_of("pbi.csv");
  const std::set<std::string> after = rows_of("later/pbi.csv");
  std::size_t same = 0;
  for (const std::string& row : after)
    same += before.count(row);
  EXPECT_GT(same, after.size() * 7 / 10);
  EXPECT_LT(same, after.size() * 97 / 100);
}

} // namespace
} // namespace padan::synth::testing
