#include "padan/act/minutes_figures.hpp"

#include <algorithm>

#include <gtest/gtest.h>

#include "padan/synth/synth.hpp"
#include "support/session_run.hpp"

// Regions 99 do not exist: no number here can be anybody's.

namespace padan::act {
namespace {

using support::CsvList;
using support::SessionRun;

const SessionRun& small() {
  static const SessionRun run(
      {{"dtks", "nik,kk,name,birth_date,sex,village,district\n"
                "9901011205700003,9901011205100001,SITI AMINAH,1970-05-12,P,Sukamaju,Cibogo\n"
                "9901012303650004,9901011205100001,MUHAMMAD YUSUF,1965-03-23,L,Sukamaju,Cibogo\n"
                "9901022303900001,9901021205100002,WARSINIH,1990-03-23,P,Mekarsari,Cibogo\n"
                "9901022303900001,9901021205100002,WARSINIH,1990-03-23,P,Mekarsari,Cibogo\n"},
       {"pkh",
        "nik,name,birth_date,village,district\n"
        "9901011205700003,Siti Aminah,12/05/1970,SUKA MAJU,CIBOGO\n"
        "9903030101800009,BUDI SANTOSO,01/02/1980,Sukamaju,Cibogo\n",
        "recipients"}});
  return run;
}

TEST(MinutesFigures, CountWhatTheResultHolds) {
  const MinutesFigures figures = minutes_figures(*small().results);
  EXPECT_EQ(figures.counts.rows, 6U);
  EXPECT_EQ(figures.counts.persons, 4U);
  EXPECT_EQ(figures.official.persons, small().results->official().persons().count);
  EXPECT_GT(figures.official.families, 0U);
  ASSERT_EQ(figures.sources.size(), 2U);
  EXPECT_EQ(figures.sources[0].duplicates, 1U);
  ASSERT_EQ(figures.by_lists.size(), 2U);
  EXPECT_EQ(figures.by_lists[0].persons, 3U);
  EXPECT_EQ(figures.by_lists[1].persons, 1U);
  EXPECT_EQ(figures.findings[static_cast<std::size_t>(analyse::Code::DuplicateInSource)], 1U);
}

TEST(MinutesFigures, PutVillagesIntoTheirDistricts) {
  const MinutesFigures figures = minutes_figures(*small().results);
  ASSERT_EQ(figures.districts.size(), 1U);
  EXPECT_EQ(figures.districts[0].units.persons, 4U);
  ASSERT_EQ(figures.districts[0].villages.size(), 2U);
  EXPECT_TRUE(figures.regencies.empty()); // names alone do not say which
}

TEST(MinutesFigures, AddUpInAWholeRegency) {
  std::vector<CsvList> lists;
  for (const synth::File& file : synth::generate({2'000, 5, synth::Errors::Heavy})) {
    if (file.name.find('/') == std::string::npos) {
      lists.push_back({file.name.substr(0, file.name.rfind('.')), file.bytes});
    }
  }
  const SessionRun run(lists, false);
  const MinutesFigures figures = minutes_figures(*run.results);
  std::uint64_t listed = 0;
  for (const MinutesFigures::Unit& unit : figures.by_lists) {
    listed += unit.persons;
  }
  EXPECT_EQ(listed, figures.counts.persons);
  std::uint64_t placed = 0;
  for (const MinutesFigures::District& district : figures.districts) {
    std::uint64_t inside = 0;
    for (const MinutesFigures::Village& village : district.villages) {
      inside += village.units.persons;
    }
    EXPECT_EQ(inside, district.units.persons) << district.name;
    placed += inside;
  }
  EXPECT_LE(placed, figures.counts.persons);
  EXPECT_GT(placed, figures.counts.persons / 2);
  EXPECT_FALSE(figures.regencies.empty());
  EXPECT_GT(figures.counts.receiving, 0U);
}

} // namespace
} // namespace padan::act
