#include <gtest/gtest.h>

#include "unit/engine/sessions.hpp"

namespace padan::engine {
namespace {

table::Grid sheet(const std::string& name, std::string_view text) {
  ingest::CsvReader reader;
  reader.feed(text);
  Result<table::Grid> grid = reader.finish();
  EXPECT_TRUE(grid);
  grid->sheet = name;
  return std::move(*grid);
}

constexpr const char* kSukamaju = "NIK,Nama,Ket 1\n8801011203700001,SITI AMINAH,RT 1\n8801011203700002,ANI,RT 2\n";
constexpr const char* kMekarsari = "DAFTAR,,\nNIK,Nama,Ket 1\n8801020506800003,BUDI SANTOSO,RT 3\n";

std::string field_of(const Source& source, const std::string& header) {
  for (const ingest::Column& column : source.recognition.columns) {
    if (column.header == header) {
      return table::to_text(column.field);
    }
  }
  return "?";
}

// One sheet was corrected; a workbook has two of the shape, which are one list with the sheets' names beside.
TEST(Recall, HoldsForSheetsThatAreJoined) {
  Session session;
  test::add(session, "satu.csv", kSukamaju);
  const Source& first = *session.sources().front();
  const ingest::Readings readings = {{first.shape, {{"NIK", "nik"}, {"Nama", "name"}, {"Ket 1", "address"}}, "rtlh"}};
  const auto grids = [] {
    std::vector<table::Grid> sheets;
    sheets.push_back(sheet("Sukamaju", kSukamaju));
    sheets.push_back(sheet("Mekarsari", kMekarsari));
    return sheets;
  };
  const auto plain = Session::understand("dua.xlsx", grids(), "");
  const auto recalled = Session::understand("dua.xlsx", grids(), "", {}, readings);
  ASSERT_TRUE(plain && recalled);
  ASSERT_EQ(recalled->size(), 1U);
  const Source& list = *recalled->front();
  EXPECT_EQ(list.shape, first.shape);
  EXPECT_EQ(list.recognition.data_rows.size(), 3U);
  EXPECT_EQ(field_of(list, "Ket 1"), "address");
  EXPECT_EQ(field_of(list, "Lembar"), field_of(*plain->front(), "Lembar"));
  EXPECT_EQ(list.facts.kind, "need") << "as the layout says";
}

TEST(Recall, IsTakenBackAndGivenAgain) {
  Session session;
  test::add(session, "satu.csv", kSukamaju);
  const Source& source = *session.sources().front();
  const ingest::Readings readings = {{source.shape, {{"NIK", "id:lama"}, {"Nama", "name"}}, {}}};
  EXPECT_TRUE(session.recall(source.id, readings));
  EXPECT_EQ(field_of(source, "NIK"), "id:lama");
  EXPECT_EQ(source.read_by, ReadBy::Memory);
  EXPECT_TRUE(session.forget(source.id));
  EXPECT_EQ(field_of(source, "NIK"), "nik");
  EXPECT_EQ(source.read_by, ReadBy::Recognition);
  EXPECT_FALSE(session.recall(99, readings));
  EXPECT_FALSE(session.forget(99));
}

} // namespace
} // namespace padan::engine
