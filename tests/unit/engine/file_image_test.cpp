#include "padan/engine/file_image.hpp"

#include <gtest/gtest.h>

namespace padan::engine {
namespace {

std::vector<Sheet> two_sheets() {
  std::vector<Sheet> sheets(2);
  for (Sheet& sheet : sheets) {
    Source& source = sheet.source;
    source.file = "a.xlsx";
    source.sha256 = "00ff";
    source.hints.file_name = "a.xlsx";
    source.facts.owner = "Dinsos";
    source.recognition.columns = {{"NIK", 1, {table::FieldKind::Id, "p3ke"}, 0.5, "header"}};
    source.recognition.data_rows = {1, 2};
    source.recognition.skipped = {{0, ingest::SetAside::Header}};
    table::Grid& grid = source.grid;
    grid.sheet = "Desa";
    grid.lines = {1, 2, 4};
    grid.columns.resize(2);
    for (const char* cell : {"NIK", "", "3201"}) {
      grid.columns[1].push_back(cell);
    }
    grid.columns[0].resize(3);
    grid.numeric = {{}, {false, false, true}};
    grid.issues.add(table::IssueCode::RowShort, 4, 9);
    sheet.profile.columns = {{2, 1, 1, 0, {"3201"}}};
  }
  return sheets;
}

std::vector<std::string> parts_of(std::vector<Sheet> sheets) {
  FileImage image(std::move(sheets));
  std::vector<std::string> parts;
  while (parts.size() < image.parts()) {
    parts.push_back(image.take(static_cast<std::uint32_t>(parts.size())));
  }
  return parts;
}

TEST(FileImage, HoldsAllOfAFile) {
  FileTaker taker;
  for (const std::string& part : parts_of(two_sheets())) {
    ASSERT_FALSE(taker.finish()) << "parts are missing";
    ASSERT_TRUE(taker.put(part));
  }
  const auto copy = taker.finish();
  ASSERT_TRUE(copy);
  ASSERT_EQ(copy->size(), 2U);
  const Source& source = (*copy)[1].source;
  EXPECT_EQ(source.file + source.sha256 + source.facts.owner + source.hints.file_name, "a.xlsx00ffDinsosa.xlsx");
  ASSERT_EQ(source.recognition.columns.size(), 1U);
  EXPECT_EQ(table::to_text(source.recognition.columns[0].field), "id:p3ke");
  EXPECT_EQ(source.recognition.data_rows, (std::vector<std::uint32_t>{1, 2}));
  EXPECT_EQ(source.recognition.skipped[0].why, ingest::SetAside::Header);
  const table::Grid& grid = source.grid;
  EXPECT_EQ(grid.sheet, "Desa");
  EXPECT_EQ(grid.lines, (std::vector<std::uint32_t>{1, 2, 4}));
  EXPECT_EQ(grid.cell(0, 1), "NIK");
  EXPECT_EQ(grid.cell(1, 1), "");
  EXPECT_EQ(grid.cell(2, 1), "3201");
  EXPECT_EQ(grid.cell(2, 0), "");
  EXPECT_TRUE(grid.is_numeric(2, 1));
  EXPECT_FALSE(grid.is_numeric(2, 0));
  EXPECT_EQ(grid.issues.count(table::IssueCode::RowShort), 9U);
  EXPECT_EQ(grid.issues.all()[0].lines, std::vector<std::uint32_t>{4});
  EXPECT_EQ((*copy)[1].profile.columns[0].samples, std::vector<std::string>{"3201"});
  EXPECT_EQ((*copy)[1].profile.columns[0].damaged, 1U);
}

TEST(FileImage, RefusesWhatIsNotItsNextPart) {
  const std::vector<std::string> parts = parts_of(two_sheets());
  FileTaker taker;
  EXPECT_FALSE(taker.put(parts[1])) << "a column before the rest";
  EXPECT_FALSE(taker.put("nonsense"));
  for (const std::string& part : parts) {
    for (std::size_t size = 0; size < part.size(); ++size) {
      FileTaker cut;
      ASSERT_TRUE(&part == &parts[0] || cut.put(parts[0]));
      ASSERT_FALSE(cut.put(std::string_view(part).substr(0, size))) << size;
      ASSERT_FALSE(cut.finish());
    }
  }
  for (const std::string& part : parts) {
    ASSERT_TRUE(taker.put(part));
  }
  EXPECT_FALSE(taker.put(parts[1])) << "more columns than there are";
  ASSERT_TRUE(taker.put(parts[0])) << "begins anew";
  EXPECT_FALSE(taker.finish());
}

} // namespace
} // namespace padan::engine
