#include "padan/ingest/join_sheets.hpp"

#include <gtest/gtest.h>

#include "unit/ingest/grids.hpp"

namespace padan::ingest {
namespace {

table::Grid sheet(const std::string& name, const std::vector<std::string>& rows) {
  table::Grid grid = grid_of(rows);
  grid.sheet = name;
  return grid;
}

const std::string kHeader = "No|NIK|Nama|Alamat";
const std::string kSiti = "1|8801011203700001|SITI AMINAH|DUSUN KRAJAN";
const std::string kBudi = "1|8801020506800002|BUDI SANTOSO|DUSUN KULON";
const std::string kWayan = "2|8801022507900003|WAYAN SUARTA|DUSUN WETAN";

TEST(JoinSheets, MakesOneListOfSheetsUnderOneHeader) {
  const auto joined =
      join_sheets({sheet("Sukamaju", {"DAFTAR PENERIMA DESA SUKAMAJU|||", kHeader, kSiti}),
                   sheet("Rekap", {"Desa|Jumlah", "Sukamaju|1"}),
                   sheet("Mekarsari", {"DAFTAR PENERIMA|DESA MEKARSARI||", "", kHeader, kBudi, kWayan})});
  ASSERT_EQ(joined.size(), 2U);
  const table::Grid& list = joined[0];
  EXPECT_EQ(list.sheet, "Sukamaju +1");
  EXPECT_EQ(joined[1].sheet, "Rekap");
  EXPECT_EQ(list.lines, (std::vector<std::uint32_t>{1, 2, 3, 1, 2, 3, 4, 5})) << "every row, by its line on its sheet";
  EXPECT_EQ(list.cell(7, 2), "WAYAN SUARTA");
  const Result<Recognition> recognition = recognise(list, {});
  ASSERT_TRUE(recognition);
  EXPECT_EQ(recognition->data_rows, (std::vector<std::uint32_t>{2, 6, 7}));
  std::vector<SetAside> why;
  for (const SkippedRow& row : recognition->skipped) {
    why.push_back(row.why);
  }
  EXPECT_EQ(why, (std::vector<SetAside>{SetAside::Title, SetAside::Header, SetAside::Title, SetAside::Blank,
                                        SetAside::Header}));
  EXPECT_EQ(list.added, std::vector<std::string>{"Lembar"});
  EXPECT_EQ(list.cell(2, 4), "Sukamaju");
  EXPECT_EQ(list.cell(5, 4), "") << "a heading is of no sheet's people";
  EXPECT_EQ(list.cell(6, 4), "Mekarsari");
}

TEST(JoinSheets, TheOfficersHeaderLineIsOfTheFirstSheet) {
  const std::string title = "DAFTAR|PENERIMA|BANTUAN|DESA";
  const auto joined = join_sheets({sheet("A", {title, kHeader, kSiti, kBudi}), sheet("B", {kHeader, kWayan}),
                                   sheet("C", {title, kHeader, kBudi, kWayan, kSiti})});
  ASSERT_EQ(joined.size(), 1U);
  EXPECT_EQ(joined[0].row_at(2), 1U);
  EXPECT_EQ(joined[0].row_at(4), 3U);
  EXPECT_EQ(joined[0].row_at(5), 4U) << "below the first sheet";
  Hints hints;
  hints.header_row = 2;
  const Result<Recognition> recognition = recognise(joined[0], hints);
  ASSERT_TRUE(recognition);
  EXPECT_EQ(recognition->header_row, 1U);
  EXPECT_EQ(recognition->data_rows.size(), 6U);
}

TEST(JoinSheets, PadsSheetsOfAnotherWidth) {
  const auto joined = join_sheets(
      {sheet("A", {kHeader, kSiti}), sheet("B", {kHeader + "||", kBudi + "||catatan"}), sheet("C", {kHeader, kWayan})});
  ASSERT_EQ(joined.size(), 1U);
  EXPECT_EQ(joined[0].width(), 7U);
  EXPECT_EQ(joined[0].cell(3, 5), "catatan");
  for (const table::StringColumn& column : joined[0].columns) {
    EXPECT_EQ(column.size(), 6U);
  }
  EXPECT_EQ(joined[0].cell(5, 6), "C");
}

TEST(JoinSheets, KeepsNumbersInTheirPlaces) {
  table::Grid first = sheet("A", {kHeader, kSiti});
  table::Grid second = sheet("B", {kHeader, kBudi});
  second.numeric = {{}, {false, true}};
  const auto joined = join_sheets({first, second});
  ASSERT_EQ(joined.size(), 1U);
  EXPECT_FALSE(joined[0].is_numeric(1, 1));
  EXPECT_TRUE(joined[0].is_numeric(3, 1));
}

TEST(JoinSheets, KeepsListsApart) {
  const auto apart = [](const std::string& a, const std::string& b) {
    return join_sheets({sheet(a, {kHeader, kSiti}), sheet(b, {kHeader, kBudi})}).size() == 2;
  };
  EXPECT_TRUE(apart("PKH", "BPNT"));
  EXPECT_TRUE(apart("2024", "2025"));
  EXPECT_TRUE(apart("Januari", "Februari"));
  EXPECT_TRUE(apart("a.xlsx/Sheet1", "b.xlsx/Sheet1")) << "two files of an archive";
  EXPECT_FALSE(apart("a.xlsx/Sheet1", "a.xlsx/Sheet2"));
  EXPECT_FALSE(apart("Kec. Sukamaju", "Kec. Mekarsari"));
  EXPECT_EQ(join_sheets({sheet("A", {"Nama|NIK", "SITI|8801011203700001"}), sheet("B", {"Nama|NIK", "BUDI|1"})}).size(),
            2U)
      << "two columns are alike by accident";
}

TEST(JoinSheets, GoesOnWhereASheetIsFull) {
  std::vector<std::string> rows{kHeader};
  rows.resize(1'048'000, kSiti);
  const auto joined = join_sheets({sheet("A", rows), sheet("B", {kBudi, kWayan})});
  ASSERT_EQ(joined.size(), 1U);
  const Result<Recognition> recognition = recognise(joined[0], {});
  ASSERT_TRUE(recognition);
  EXPECT_EQ(recognition->data_rows.size(), 1'048'001U);
}

} // namespace
} // namespace padan::ingest
