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
  std::string family;
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
        TrueRow row{cells[0], cells[2], {}, cells[3]};
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

// Who truly receives, and how poor he truly is: by the cells of the lists and by who the rows truly are, without any matching.
class TrueAid {
public:
  explicit TrueAid(const Judged& regency) {
    for (const engine::Source* source : regency.session.run_sources()) {
      read(regency, *source);
    }
    for (const TrueRow& row : regency.rows) {
      Person& person = people_[row.person];
      person.family = row.family;
      person.registered |= row.source == "dtks" || row.source == "dtsen" || row.source == "p3ke";
      person.pbi |= row.source == "pbi";
      person.aided |= row.source == "pbi" || row.source == "baznas"; // the list of pupils says it row by row
      person.alms |= row.source == "baznas";
    }
    for (const auto& [id, person] : people_) {
      families_[person.family].push_back(&person);
    }
  }

  [[nodiscard]] std::uint64_t receiving_not_registered() const {
    return persons([this](const Person& person) {
      return person.aided && !any(person.family, [](const Person& other) { return other.registered; });
    });
  }
  [[nodiscard]] std::uint64_t pbi_missing() const {
    return persons([](const Person& person) {
      return person.decile != 0 && person.decile <= analyse::FindingRules{}.pbi_ceiling && !person.pbi && !person.dead;
    });
  }
  [[nodiscard]] std::uint64_t pbi_not_poor() const {
    return persons(
        [](const Person& person) { return person.pbi && person.decile > analyse::FindingRules{}.pbi_ceiling; });
  }
  [[nodiscard]] std::uint64_t poorest_without_aid() const {
    return families([this](const std::string& family) {
      return any(family, [](const Person& person) { return person.decile == 1 && !person.dead; }) &&
             !any(family, [](const Person& person) { return person.aided; });
    });
  }
  // Health insurance and school aid are for persons: only alms may stand twice in a family.
  [[nodiscard]] std::uint64_t same_aid_twice() const {
    std::uint64_t again = 0;
    for (const auto& [family, members] : families_) {
      const auto paid =
          std::count_if(members.begin(), members.end(), [](const Person* person) { return person->alms; });
      again += paid > 1 ? static_cast<std::uint64_t>(paid - 1) : 0;
    }
    return again;
  }

private:
  struct Person {
    std::string family;
    int decile = 0;
    bool registered = false;
    bool pbi = false;
    bool aided = false;
    bool alms = false;
    bool dead = false;
  };

  void read(const Judged& regency, const engine::Source& source) {
    std::vector<const std::string*> who; // by data row
    for (const TrueRow& row : regency.rows) {
      if (row.source == source.name) {
        who.push_back(&row.person);
      }
    }
    const table::Grid& grid = source.grid;
    ASSERT_EQ(who.size(), source.recognition.data_rows.size()) << source.name;
    for (std::uint32_t column = 0; column < grid.width(); ++column) {
      const std::string_view header = grid.cell(source.recognition.header_row, column);
      const bool decile = header == "Desil Kesejahteraan" || header == "desil_nasional";
      const bool pbi = header == "pbi_jkn" || header == "pbi_nas" || header == "pbi_pemda";
      const bool aid = pbi || header.substr(0, 7) == "bansos_" || header.substr(0, 9) == "Penerima ";
      for (std::size_t row = 0; row < who.size(); ++row) {
        const std::string_view cell = grid.cell(source.recognition.data_rows[row], column);
        Person& person = people_[*who[row]];
        const bool yes = aid && (cell == "ya" || cell == "Ya" || cell == "1");
        person.pbi |= pbi && yes;
        person.aided |= yes;
        person.dead |= header == "STAT_HIDUP" && cell == "MENINGGAL";
        person.decile = decile && !cell.empty() ? std::stoi(std::string(cell)) : person.decile;
      }
    }
  }

  template <class Test> [[nodiscard]] std::uint64_t persons(const Test& test) const {
    return static_cast<std::uint64_t>(
        std::count_if(people_.begin(), people_.end(), [&](const auto& entry) { return test(entry.second); }));
  }
  template <class Test> [[nodiscard]] std::uint64_t families(const Test& test) const {
    return static_cast<std::uint64_t>(
        std::count_if(families_.begin(), families_.end(), [&](const auto& entry) { return test(entry.first); }));
  }
  template <class Test> [[nodiscard]] bool any(const std::string& family, const Test& test) const {
    const auto& members = families_.at(family);
    return std::any_of(members.begin(), members.end(), [&](const Person* person) { return test(*person); });
  }

  std::map<std::string, Person> people_;
  std::map<std::string, std::vector<const Person*>> families_;
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

TEST(FindingsTruth, CountAidExactlyWhereTheListsHaveNoFault) {
  const Judged regency(synth::Errors::None);
  const TrueAid truth(regency);
  for (const std::uint64_t count : {truth.pbi_missing(), truth.pbi_not_poor(), truth.receiving_not_registered(),
                                    truth.poorest_without_aid(), truth.same_aid_twice()}) {
    EXPECT_GT(count, 2U) << "a truth of nothing proves nothing";
  }
  EXPECT_EQ(regency.count(Code::PbiMissing), truth.pbi_missing());
  EXPECT_EQ(regency.count(Code::PbiNotPoor), truth.pbi_not_poor());
  EXPECT_EQ(regency.count(Code::ReceivingNotRegistered), truth.receiving_not_registered());
  EXPECT_EQ(regency.count(Code::PoorestWithoutAid), truth.poorest_without_aid());
  EXPECT_EQ(regency.count(Code::SameAidTwice), truth.same_aid_twice());
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
  const TrueAid truth(regency);
  expect_near(regency.count(Code::PbiMissing), truth.pbi_missing(), "pbi_missing");
  expect_near(regency.count(Code::PbiNotPoor), truth.pbi_not_poor(), "pbi_not_poor");
  expect_near(regency.count(Code::ReceivingNotRegistered), truth.receiving_not_registered(),
              "receiving_not_registered");
  expect_near(regency.count(Code::PoorestWithoutAid), truth.poorest_without_aid(), "poorest_without_aid");
  expect_near(regency.count(Code::SameAidTwice), truth.same_aid_twice(), "same_aid_twice_in_family");
}

TEST(FindingsTruth, AreNearItWhereTheListsHaveFewFaults) { expect_ranges(synth::Errors::Light); }
TEST(FindingsTruth, AreNearItWhereTheListsHaveMany) { expect_ranges(synth::Errors::Medium); }

} // namespace
} // namespace padan::accuracy
