// Lists that would trip a naive matcher: a run must end, and say something sensible.

#include <gtest/gtest.h>

#include <set>

#include "padan/engine/session.hpp"
#include "reference/clusters.hpp"
#include "support/corpora.hpp"

namespace {

using namespace padan;

// Runs lists whose header says the field; "name" is enough for a table.
engine::Session run_of(const std::vector<support::List>& lists) {
  engine::Session session;
  for (const support::List& list : lists) {
    support::List with_header = list;
    with_header.rows.insert(with_header.rows.begin(), list.fields);
    std::vector<table::Grid> grids;
    grids.push_back(support::grid_of(with_header));
    const auto ids = session.add_file(list.name + ".csv", std::move(grids), list.name);
    EXPECT_TRUE(ids.has_value()) << list.name;
  }
  EXPECT_TRUE(session.start({}));
  while (!session.step(100'000).finished) {
  }
  const engine::Outcome& outcome = *session.outcome();
  EXPECT_EQ(reference::fault_of_partition(outcome.persons, session.scoring().corpus.rows()), "");
  EXPECT_EQ(outcome.families.of_person.size(), outcome.persons.size());
  return session;
}

const char* const kFields = "NIK|NO KK|NAMA|TANGGAL LAHIR|NAMA IBU KANDUNG|DESA|KECAMATAN|RT/RW";

std::string two(std::uint32_t number) { return std::string(number < 10 ? "0" : "") + std::to_string(number % 100); }

// A made-up name of two words; 400 different ones.
std::string name_of(std::uint32_t person) {
  constexpr const char* kFirst[] = {"BUDI",    "SITI",    "WARSINI", "KASINAH", "DARSONO", "PARMAN",   "LASMINI",
                                    "TUGIMAN", "SLAMET",  "RATNA",   "JUMADI",  "MARYATI", "SUTRISNO", "PONIMAN",
                                    "ENDANG",  "GIYARTI", "HARTONO", "IMAH",    "NGATMI",  "ROHANI"};
  constexpr const char* kLast[] = {"WIBOWO",  "LESTARI",  "UTAMI",     "HANDAYANI",  "KUSUMA",    "PRATAMA", "NUGROHO",
                                   "SAPUTRA", "MULYANI",  "SETYAWATI", "FIRMANSYAH", "ANGGRAINI", "GUNAWAN", "HIDAYAT",
                                   "JATMIKO", "MAHARANI", "OKTAVIA",   "PERMANA",    "QOMARIAH",  "YULIANA"};
  return std::string(kFirst[person % 20]) + " " + kLast[person / 20 % 20];
}

std::string birth_of(std::uint32_t person) {
  return two(1 + person * 7 % 28) + "-" + two(1 + person * 5 % 12) + "-" + std::to_string(1940 + person * 11 % 80);
}

std::string nik_of(std::uint32_t person) {
  const std::string birth = birth_of(person);
  return "330401" + birth.substr(0, 2) + birth.substr(3, 2) + birth.substr(8, 2) + "00" + two(1 + person % 99);
}

std::string row_of(std::uint32_t person, bool dummy_nik = false) {
  const std::uint32_t family = person / 4;
  return (dummy_nik ? "9999999999999999" : nik_of(person)) + "|330401" + two(1 + family % 28) + "0113" + "0" +
         std::to_string(100 + family) + "|" + name_of(person) + "|" + birth_of(person) + "|" +
         name_of(family * 13 + 7) + "|" + (family % 3 == 0 ? "SUKAMAJU" : "KEBANARAN") + "|MANDIRAJA|" +
         std::to_string(1 + family % 5) + "/" + std::to_string(1 + family % 3);
}

std::vector<std::string> rows_of(std::uint32_t people, std::uint32_t dummy_every = 0) {
  std::vector<std::string> rows;
  for (std::uint32_t person = 0; person < people; ++person) {
    rows.push_back(row_of(person, dummy_every != 0 && person % dummy_every == 0));
  }
  return rows;
}

// How many of the first n rows stand with their twin n rows later and with nobody else.
std::uint32_t twins(const engine::Session& session, std::uint32_t n) {
  const clustering::Persons& persons = session.outcome()->persons;
  std::uint32_t good = 0;
  for (std::uint32_t row = 0; row < n; ++row) {
    const std::uint32_t person = persons.of_row[row];
    good += person == persons.of_row[row + n] && persons.starts[person + 1] - persons.starts[person] == 2 ? 1U : 0U;
  }
  return good;
}

TEST(Recovery, OneListUnderTwoNames) {
  const auto rows = rows_of(400);
  EXPECT_EQ(twins(run_of({{"a", kFields, rows}, {"b", kFields, rows}}), 400), 400u);
}

TEST(Recovery, HalfOfTheNumbersAreDummies) {
  EXPECT_GE(twins(run_of({{"a", kFields, rows_of(300, 2)}, {"b", kFields, rows_of(300, 2)}}), 300), 297u);
}

TEST(Recovery, FiftyRows) {
  const auto rows = rows_of(50);
  EXPECT_EQ(twins(run_of({{"a", kFields, rows}, {"b", kFields, rows}}), 50), 50u);
  const engine::Session strangers =
      run_of({{"a", kFields, {rows.begin(), rows.begin() + 25}}, {"b", kFields, {rows.begin() + 25, rows.end()}}});
  EXPECT_EQ(strangers.outcome()->persons.size(), 50u);
}

TEST(Recovery, AllNamesEqual) {
  std::vector<std::string> rows = rows_of(200);
  for (std::string& row : rows) {
    const std::size_t at = row.find('|', row.find('|') + 1) + 1;
    row.replace(at, row.find('|', at) - at, "SITI");
  }
  EXPECT_GE(twins(run_of({{"a", kFields, rows}, {"b", kFields, rows}}), 200),
            196u); // numbers and birthdays tell them apart
}

TEST(Recovery, OneGiantBlock) {
  const std::vector<std::string> rows(5'000, "SITI AMINAH|12-05-1970|SUKAMAJU");
  const engine::Session session = run_of({{"a", "NAMA|TANGGAL LAHIR|DESA", rows}});
  EXPECT_LT(session.outcome()->pairs_scored, 5'000u * 12 * 20); // neighbours, never all 12 million pairs
}

TEST(Recovery, NamesAndNothingElse) {
  std::vector<std::string> rows;
  for (std::uint32_t person = 0; person < 200; ++person) {
    rows.push_back(name_of(person));
  }
  const engine::Session session = run_of({{"a", "NAMA", rows}, {"b", "NAMA", rows}});
  const clustering::Persons& persons = session.outcome()->persons;
  for (std::uint32_t person = 0; person < persons.size(); ++person) { // whatever is joined bears one name
    std::set<std::uint32_t> names;
    for (std::uint32_t i = persons.starts[person]; i < persons.starts[person + 1]; ++i) {
      names.insert(session.scoring().corpus.records[persons.rows[i]].name);
    }
    EXPECT_EQ(names.size(), 1u);
  }
}

TEST(Recovery, EveryColumnButTheNameIsEmpty) {
  std::vector<std::string> rows;
  for (std::uint32_t person = 0; person < 60; ++person) {
    rows.push_back("||" + name_of(person) + "|||||");
  }
  const engine::Session session = run_of({{"a", kFields, rows}, {"b", kFields, rows_of(60)}});
  const auto& outcome = *session.outcome();
  for (std::uint32_t row = 60; row + 1 < 120; ++row) { // the full rows stay apart from each other
    EXPECT_NE(outcome.persons.of_row[row], outcome.persons.of_row[row + 1]);
  }
}

// A list may tie families by a number of its own and name no card: it, too, shows how alike the members of one are.
TEST(Recovery, TwinsOfFamiliesWithoutCards) {
  std::vector<std::string> rows;
  std::set<std::uint32_t> second_twins; // rows
  for (std::uint32_t family = 0; family < 250; ++family) {
    for (std::uint32_t member = 0; member < 4; ++member) {
      const bool twin = member == 3 && family % 10 == 0;
      const std::uint32_t person = family * 4 + member;
      const std::uint32_t born = twin ? person - 1 : person;
      std::string nik = nik_of(born);
      nik.back() = static_cast<char>(twin ? '0' + (nik.back() - '0' + 1) % 10 : nik.back());
      const std::string name =
          twin ? name_of(born).substr(0, 4) + "AH" + name_of(born).substr(name_of(born).find(' ')) : name_of(person);
      if (twin) {
        second_twins.insert(static_cast<std::uint32_t>(rows.size()));
      }
      rows.push_back(nik + "|9" + std::to_string(10'000'000 + family * 37) + "|" + name + "|" + birth_of(born) +
                     "|SUKAMAJU|MANDIRAJA|JL. CONTOH " + std::to_string(family));
    }
  }
  const engine::Session session =
      run_of({{"p3ke", "NIK|ID KELUARGA P3KE|NAMA|TANGGAL LAHIR|DESA|KECAMATAN|ALAMAT", rows}});
  for (const std::uint32_t row : second_twins) {
    EXPECT_NE(session.outcome()->persons.of_row[row], session.outcome()->persons.of_row[row - 1]) << rows[row];
  }
}

TEST(Recovery, OneRow) {
  const engine::Session session = run_of({{"a", kFields, rows_of(1)}});
  EXPECT_EQ(session.outcome()->persons.size(), 1u);
  EXPECT_EQ(session.outcome()->families.size(), 1u);
  EXPECT_TRUE(session.outcome()->pairs.empty());
}

TEST(Recovery, OneRowOnEachOfTwoLists) {
  const engine::Session session = run_of({{"a", kFields, rows_of(1)}, {"b", kFields, rows_of(1)}});
  EXPECT_EQ(session.outcome()->persons.size(), 1u);
}

} // namespace
