#include "padan/analyse/civil_status.hpp"

#include <gtest/gtest.h>

#include "support/lists.hpp"

// Regions 99 do not exist: no number here can be anybody's.

namespace padan::analyse {
namespace {

using support::Lists;

const char* const kRegistry = "nik,name,birth_date,sex,vital_status\n"
                              "9901011205700003,SITI AMINAH,1970-05-12,P,HIDUP\n"  // row 0
                              "9901011306800001,BUDI SANTOSO,1980-06-13,L,HIDUP\n" // row 1
                              "9901010101500002,MBAH KARTO,1950-01-01,L,MATI\n"    // row 2
                              "9901010202910004,DEWI SARI,1991-02-02,P,HIDUP\n";   // row 3

// The row of a list, and the row of the registry that is the same person (UINT32_MAX: none).
CivilStatus status_of(const std::string& header, const std::string& row, std::uint32_t same) {
  Lists lists({{"dukcapil", kRegistry, "civil_registry"}, {"z", header + "\n" + row + "\n"}});
  std::vector<std::vector<std::uint32_t>> persons;
  if (same != UINT32_MAX) {
    persons.push_back({same, 4});
  }
  const resolve::MasterList master = lists.master(persons);
  const CivilStatuses statuses(master);
  EXPECT_EQ(statuses.of(0), CivilStatus::Unasked);
  return statuses.of(4);
}

TEST(CivilStatus, SaysWhatTheRegistryWouldAnswer) {
  const std::string header = "nik,name,birth_date,sex";
  EXPECT_EQ(status_of(header, "9901011205700003,SITI AMINAH,1970-05-12,P", 0), CivilStatus::Matched);
  EXPECT_EQ(status_of(header, "9901011205700003,ST AMINAH,1970-05-12,P", 0), CivilStatus::Near);
  EXPECT_EQ(status_of(header, "9901011205700004,SITI AMINAH,1970-05-12,P", 0), CivilStatus::Near);
  EXPECT_EQ(status_of(header, "9901010202910004,SITI AMINAH,1970-05-12,P", 0), CivilStatus::OtherPerson);
  EXPECT_EQ(status_of(header, "9901012508650009,SITI AMINAH,1970-05-12,P", 0), CivilStatus::NotFound);
  EXPECT_EQ(status_of(header, "9901010101500002,MBAH KARTO,1950-01-01,L", 2), CivilStatus::Deceased);
  EXPECT_EQ(status_of(header, "9901011306800001,ORANG LAIN,1999-06-13,P", UINT32_MAX), CivilStatus::OtherPerson);
  EXPECT_EQ(status_of(header, "9901012508650009,ORANG LAIN,1965-08-25,L", UINT32_MAX), CivilStatus::NotFound);
  EXPECT_EQ(status_of(header, ",SITI AMINAH,1970-05-12,P", 0), CivilStatus::NoNumber);
  EXPECT_EQ(status_of(header, "9901011205700000,SITI AMINAH,1970-05-12,P", 0), CivilStatus::LostDigits);
  EXPECT_EQ(status_of(header, "9901013905700003,SITI AMINAH,1970-05-12,P", 0), CivilStatus::WrongForm);
}

TEST(CivilStatus, TwoRecordsOfOnePersonAndAnAnswerThatTheListBrings) {
  Lists lists({{"dukcapil", "nik,name\n9901011205700003,SITI AMINAH\n9901012508650009,SITI AMINAH\n", "civil_registry"},
               {"z", "nik,name\n9901011205700003,SITI AMINAH\n"}});
  const resolve::MasterList master = lists.master({{0, 1, 2}});
  const CivilStatuses statuses(master);
  EXPECT_EQ(statuses.of(2), CivilStatus::Twofold);
  EXPECT_EQ(statuses.count(1, CivilStatus::Twofold), 1U);
  EXPECT_EQ(status_of("nik,name,civil_match", "9901011205700003,SITI AMINAH,Status Non Aktif", 0),
            CivilStatus::Inactive);
}

TEST(CivilStatus, SaysNothingWithoutARegistryOrOutsideItsDistricts) {
  Lists alone(std::vector<support::CsvList>{{"a", "nik,name\n9901011205700003,SITI AMINAH\n"}});
  const resolve::MasterList master = alone.master();
  EXPECT_EQ(CivilStatuses(master).of(0), CivilStatus::Unasked);
  Lists apart({{"dukcapil", "nik,name,village,district\n9901011205700003,SITI,MEKAR,CIBOGO\n", "civil_registry"},
               {"z", "nik,name,village,district\n9901012508650009,BUDI,SARI,CILAMA\n"}});
  const resolve::MasterList other = apart.master();
  EXPECT_EQ(CivilStatuses(other).of(1), CivilStatus::Unasked);
}

TEST(CivilStatus, CodesAreThoseOfTheOffices) {
  EXPECT_EQ(answer_code(CivilStatus::Deceased), 11);
  EXPECT_EQ(answer_code(CivilStatus::WrongForm), 15);
  EXPECT_EQ(answer_code(CivilStatus::Matched), 0);
  for (std::uint32_t i = 1; i < kCivilStatuses; ++i) {
    const auto status = static_cast<CivilStatus>(i);
    EXPECT_EQ(parse_civil_status(to_text(status)), status);
  }
  EXPECT_FALSE(parse_civil_status(""));
}

} // namespace
} // namespace padan::analyse
