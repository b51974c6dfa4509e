#include "padan/ingest/shape.hpp"

#include <gtest/gtest.h>

#include "unit/ingest/grids.hpp"

namespace padan::ingest {
namespace {

const std::string kSiti = "1|8801011203700001|SITI AMINAH|SUKAMAJU|P";
const std::string kBudi = "2|8801020506800002|BUDI SANTOSO|SUKAMAJU|L";

std::string shape(const std::vector<std::string>& rows, Hints hints = {}) {
  const table::Grid grid = grid_of(rows);
  const Result<Recognition> recognition = recognise(grid, hints);
  return recognition ? shape_of(grid, *recognition) : "refused";
}

const std::string kPlain = shape({"No|NIK|Nama Orang|Desa|L/P", kSiti, kBudi});

TEST(Shape, IsThatOfTheHeadersWhateverStandsAboveThem) {
  EXPECT_EQ(kPlain.size(), 16U);
  EXPECT_EQ(shape({"DAFTAR WARGA||||", "||||", "NO.|nik|NAMA ORANG|desa |L / P", kBudi}), kPlain);
  EXPECT_NE(shape({"No|NIK|Nama Orang|Desa|RT", kSiti, kBudi}), kPlain);
  EXPECT_NE(shape({"No|NIK|Nama Orang|Desa|L/P|RT", kSiti + "|1", kBudi + "|2"}), kPlain);
}

TEST(Shape, KnowsNoOrderOfColumnsUnlessTwoHeadersAreOne) {
  EXPECT_EQ(shape({"NIK|Nama Orang|No|L/P|Desa", "8801011203700001|SITI AMINAH|1|P|SUKAMAJU"}), kPlain);
  EXPECT_NE(shape({"NIK|Nama|Desa|Nama", "8801011203700001|SITI AMINAH|SUKAMAJU|TUTI"}),
            shape({"NIK|Desa|Nama|Nama", "8801011203700001|SUKAMAJU|SITI AMINAH|TUTI"}));
}

TEST(Shape, TellsHeadersApartByTheirBrackets) {
  const std::string row = "8801011203700001|SITI AMINAH|TUTI";
  EXPECT_NE(shape({"NIK|Nama (Anak)|Nama (Ibu)", row}), shape({"NIK|Nama (Anak)|Nama (Bibi)", row}));
}

TEST(Shape, IsNeverThatOfARowOfData) {
  Hints hints;
  hints.header_row = 2;
  EXPECT_EQ(shape({"No|NIK|Nama|Desa|L/P", kSiti, kBudi}, hints), "") << "numbers of a person";
  hints.mapping.emplace().emplace("SITI AMINAH", "name");
  EXPECT_EQ(shape({"Nama|Desa|L/P", "SITI AMINAH|SUKAMAJU|P", "BUDI SANTOSO|SUKAMAJU|L", "ANI|SUKAMAJU|P"}, hints), "")
      << "what stands in other rows, too";
  EXPECT_EQ(shape({kSiti, kBudi}), "") << "no header at all";
  EXPECT_NE(shape({"NIK|Nama|PKH", "8801011203700001|SITI AMINAH|PKH", "8801020506800002|BUDI SANTOSO|"}), "");
}

Result<Recognition> plain(const table::Grid& grid) { return recognise(grid, {}); }

std::string field_of(const Recalled& recalled, const std::string& header) {
  for (const Column& column : recalled.recognition.columns) {
    if (column.header == header) {
      return table::to_text(column.field);
    }
  }
  return "?";
}

const Reading kReading = {
    kPlain, {{"No", "text"}, {"NIK", "id:lama"}, {"Nama Orang", "name"}, {"Desa", "hamlet"}, {"L/P", "sex"}}, {}};

TEST(Recall, ReadsTheNextListOfTheShape) {
  const table::Grid grid =
      grid_of({"DESA SUKAMAJU||||", "Nama Orang|NO|Nik|L/P|Desa", "SITI AMINAH|1|8801011203700001|P|KULON"});
  const auto recalled = recall(grid, {}, plain(grid), {Reading{"0123456789abcdef", {{"NIK", "kk"}}, {}}, kReading});
  ASSERT_TRUE(recalled);
  EXPECT_EQ(field_of(*recalled, "Nik"), "id:lama");
  EXPECT_EQ(field_of(*recalled, "Desa"), "hamlet");
  EXPECT_EQ(recalled->recognition.header_row, 1U);
  EXPECT_EQ(recalled->order, (std::vector<std::string>{"NO", "Nik", "Nama Orang", "Desa", "L/P"}));
}

TEST(Recall, FindsAHeaderThatRecognitionDoesNot) {
  const std::vector<std::string> rows = {"Nama|NIK|Alamat", "b4k1|b4k3|b4k4", "SITI AMINAH|8801011203700001|KULON",
                                         "BUDI SANTOSO|8801020506800002|WETAN"};
  Hints hints;
  hints.header_row = 2;
  const std::string codes = shape(rows, hints);
  ASSERT_EQ(codes.size(), 16U);
  std::vector<std::string> next = {"REKAP DESA||", "||"};
  next.insert(next.end(), rows.begin(), rows.end());
  const table::Grid grid = grid_of(next);
  ASSERT_EQ(plain(grid)->header_row, 2U);
  const auto recalled =
      recall(grid, {}, plain(grid), {{codes, {{"b4k1", "name"}, {"b4k3", "nik"}, {"b4k4", "address"}}, "dtks"}});
  ASSERT_TRUE(recalled);
  EXPECT_EQ(recalled->recognition.header_row, 3U);
  EXPECT_EQ(field_of(*recalled, "b4k4"), "address");
  EXPECT_EQ(recalled->layout, "dtks");
}

TEST(Recall, MayLeaveTheColumnsToRecognition) {
  const table::Grid grid = grid_of({"No|NIK|Nama Orang|Desa|L/P", kSiti, kBudi});
  const auto recalled = recall(grid, {}, plain(grid), {{kPlain, {}, "pbi"}});
  ASSERT_TRUE(recalled);
  EXPECT_EQ(recalled->layout, "pbi");
  EXPECT_EQ(fields_of(recalled->recognition), fields_of(*plain(grid)));
}

TEST(Recall, LeavesWhatItDoesNotKnowAndWhatIsSaidAlready) {
  const table::Grid grid = grid_of({"No|NIK|Nama Orang|Desa|L/P", kSiti, kBudi});
  EXPECT_FALSE(recall(grid, {}, plain(grid), {}));
  EXPECT_FALSE(recall(grid, {}, plain(grid), {{"", {{"NIK", "nik"}}, {}}, {"zz", {{"NIK", "nik"}}, {}}}));
  EXPECT_FALSE(recall(grid, {}, plain(grid), {{kPlain, {{"NIK", "text"}}, {}}})) << "nobody could be identified";
  Hints said;
  said.mapping.emplace().emplace("NIK", "nik");
  EXPECT_FALSE(recall(grid, said, plain(grid), {kReading}));
}

TEST(Recall, KeepsTheColumnsThatNoSheetHas) {
  table::Grid grid = grid_of({"No|NIK|Nama Orang|Desa|L/P|", kSiti + "|KULON", kBudi + "|WETAN"});
  grid.added = {"Dusun"};
  const auto recalled = recall(grid, {}, plain(grid), {kReading});
  ASSERT_TRUE(recalled);
  EXPECT_EQ(field_of(*recalled, "Dusun"), "hamlet");
}

} // namespace
} // namespace padan::ingest
