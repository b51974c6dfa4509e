// Findings against the truth of a made-up regency: exact where the lists have no fault, near it where they have.
#include <functional>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include "padan/codec/file_reader.hpp"
#include "padan/engine/results.hpp"
#include "padan/synth/synth.hpp"

namespace padan::accuracy {
namespace {

using analyse::Code;

struct TrueRow {
  std::string source;
  std::string person;
  std::set<std::string> damage;
};

std::vector<std::string> split(const std::string& line, char separator) {
  std::vector<std::string> cells;
  std::stringstream stream(line);
  for (std::string cell; std::getline(stream, cell, separator);) {
    cells.push_back(cell);
  }
  return cells;
}

// A regency, matched, with what is true of it by rows and people.
struct Judged {
  explicit Judged(synth::Errors errors) {
    synth::generate({.people = 4000, .seed = 3, .errors = errors},
                    [this](synth::File&& file) { take(std::move(file)); });
    EXPECT_TRUE(session.start({}));
    while (!session.step(1'000'000).finished) {
    }
    results = std::make_unique<engine::Results>(session, engine::ResultOptions{"2026-11-22", {}});
  }

  void take(synth::File&& file) {
    std::stringstream lines(file.bytes);
    std::string line;
    if (file.name == "truth/truth.csv") { // source,row,person_id,family_id,damage
      for (std::getline(lines, line); std::getline(lines, line);) {
        const std::vector<std::string> cells = split(line, ',');
        TrueRow row{cells[0], cells[2], {}};
        for (const std::string& damage : split(cells.size() > 4 ? cells[4] : std::string(), ';')) {
          row.damage.insert(damage);
        }
        ++in_list[row.person][row.source];
        rows.push_back(std::move(row));
      }
    } else if (file.name == "truth/people.csv") { // person_id,family_id,nik,name,birth_date,…
      for (std::getline(lines, line); std::getline(lines, line);) {
        const std::vector<std::string> cells = split(line, ',');
        if (cells[2].empty()) {
          without_nik.emplace(cells[0], cells[4]);
        }
      }
    } else {
      codec::FileReader reader(file.name);
      reader.feed(file.bytes);
      auto read = reader.finish();
      ASSERT_TRUE(read && session.add_file(file.name, std::move(read->grids), read->sha256)) << file.name;
    }
  }

  [[nodiscard]] std::uint64_t count(Code code) const { return results->findings().count(code); }

  [[nodiscard]] std::uint64_t rows_with(const std::function<bool(const TrueRow&)>& test) const {
    return static_cast<std::uint64_t>(std::count_if(rows.begin(), rows.end(), test));
  }
  [[nodiscard]] std::uint64_t damaged(std::initializer_list<const char*> kinds) const {
    return rows_with([&](const TrueRow& row) {
      return std::any_of(kinds.begin(), kinds.end(), [&](const char* kind) { return row.damage.count(kind) != 0; });
    });
  }

  [[nodiscard]] std::uint64_t second_rows() const {
    std::uint64_t rows_more = 0;
    for (const auto& [person, lists] : in_list) {
      for (const auto& [list, times] : lists) {
        rows_more += times - 1;
      }
    }
    return rows_more;
  }
  [[nodiscard]] std::uint64_t people_outside_the_registry() const {
    return static_cast<std::uint64_t>(std::count_if(
        in_list.begin(), in_list.end(), [](const auto& entry) { return entry.second.count("dukcapil") == 0; }));
  }
  // Once per list, of whom the registry says that they are dead.
  [[nodiscard]] std::uint64_t dead_on_lists() const {
    const resolve::MasterList& master = results->master();
    std::uint64_t lists = 0;
    std::uint32_t in_registry = 0;
    for (std::uint32_t row = 0; row < master.corpus().rows(); ++row) {
      if (master.cells().source_of(row).name == "dukcapil") {
        const bool dead = master.corpus().records[row].vital == prepare::Vital::Dead;
        lists += dead ? in_list.at(registry_person(in_registry)).size() - 1 : 0;
        ++in_registry;
      }
    }
    return lists;
  }
  [[nodiscard]] const std::string& registry_person(std::uint32_t number) const {
    for (const TrueRow& row : rows) {
      if (row.source == "dukcapil" && number-- == 0) {
        return row.person;
      }
    }
    return rows.front().person;
  }

  engine::Session session;
  std::unique_ptr<engine::Results> results;
  std::vector<TrueRow> rows;
  std::map<std::string, std::map<std::string, std::uint32_t>> in_list; // rows per person and list
  std::map<std::string, std::string> without_nik;                      // birth dates
};

TEST(FindingsTruth, AreExactWhereTheListsHaveNoFault) {
  const Judged regency(synth::Errors::None);
  EXPECT_EQ(regency.results->outcome().persons.size(), regency.in_list.size());
  EXPECT_EQ(regency.count(Code::DuplicateInSource), regency.second_rows());
  EXPECT_EQ(regency.count(Code::NotInCivilRegistry), regency.people_outside_the_registry());
  EXPECT_EQ(regency.count(Code::NikMissing),
            regency.rows_with([&](const TrueRow& row) { return regency.without_nik.count(row.person) != 0; }));
  std::uint64_t children = 0;
  for (const auto& [person, birth] : regency.without_nik) {
    children += birth > "2009-11-22" && regency.in_list.count(person) != 0 ? 1 : 0;
  }
  EXPECT_EQ(regency.count(Code::ChildWithoutNik), children);
  for (const Code code : {Code::NikInvalid, Code::NikDamaged, Code::NikShared, Code::NikSecond, Code::KkInvalid,
                          Code::KkConflict, Code::IdentityDiffers, Code::DeceasedOnList, Code::DeceasedReceiving,
                          Code::MovedOnList, Code::MovedReceiving, Code::OutsideRegion, Code::BasisExpired}) {
    EXPECT_EQ(regency.count(code), 0U) << analyse::to_text(code);
  }
  const analyse::CivilStatuses& statuses = regency.results->civil_statuses();
  for (std::uint32_t source = 0; source < regency.session.run_sources().size(); ++source) {
    EXPECT_EQ(statuses.count(source, analyse::CivilStatus::Near), 0U);
    EXPECT_EQ(statuses.count(source, analyse::CivilStatus::OtherPerson), 0U);
  }
}

// Within a twentieth of the truth, or three where there are few.
void expect_near(std::uint64_t found, std::uint64_t truth, const char* what) {
  const std::uint64_t room = std::max<std::uint64_t>(3, truth / 20);
  EXPECT_LE(found, truth + room) << what;
  EXPECT_GE(found + room, truth) << what;
}

void expect_ranges(synth::Errors errors) {
  const Judged regency(errors);
  expect_near(regency.count(Code::DuplicateInSource), regency.second_rows(), "duplicate_in_source");
  expect_near(regency.count(Code::NotInCivilRegistry), regency.people_outside_the_registry(), "not_in_civil_registry");
  expect_near(regency.count(Code::DeceasedOnList), regency.dead_on_lists(), "deceased_on_list");
  expect_near(regency.count(Code::NikDamaged), regency.damaged({"nik_excel", "nik_exponent"}), "nik_damaged");
  const std::uint64_t missing = regency.rows_with([&](const TrueRow& row) {
    return row.damage.count("nik_missing") != 0 || row.damage.count("nik_placeholder") != 0 ||
           (regency.without_nik.count(row.person) != 0 && row.damage.count("nik_mother") == 0 &&
            row.damage.count("nik_dummy") == 0);
  });
  expect_near(regency.count(Code::NikMissing), missing, "nik_missing");
}

TEST(FindingsTruth, AreNearItWhereTheListsHaveFewFaults) { expect_ranges(synth::Errors::Light); }
TEST(FindingsTruth, AreNearItWhereTheListsHaveMany) { expect_ranges(synth::Errors::Medium); }

} // namespace
} // namespace padan::accuracy
