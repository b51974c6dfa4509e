// Files that LibreOffice, openpyxl and XlsxWriter wrote of one list: tests/codec/make_corpus.py build/corpus/workbooks;
// and SheetJS: tests/codec/make_sheetjs_corpus.mjs build/corpus/sheetjs
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include <gtest/gtest.h>

#include "padan/codec/file_reader.hpp"
#include "padan/codec/workbook_reader.hpp"

namespace padan::test {
namespace {

const std::string kFolder = PADAN_SOURCE_DIR "/build/corpus/workbooks/";
const std::string kSheetJsFolder = PADAN_SOURCE_DIR "/build/corpus/sheetjs/";
const std::string kXlsFolder = PADAN_SOURCE_DIR "/build/corpus/xls/";

std::string contents(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// One line a cell, as in expected.tsv.
std::string cells_of(const std::vector<table::Grid>& grids) {
  std::ostringstream out;
  for (const table::Grid& grid : grids) {
    for (std::uint32_t row = 0; row < grid.rows(); ++row) {
      for (std::uint32_t column = 0; column < grid.width(); ++column) {
        std::string text(grid.cell(row, column));
        if (text.empty()) {
          continue;
        }
        for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n')) {
          text.replace(at, 1, "\\n");
        }
        out << grid.sheet << '\t' << grid.lines[row] << '\t' << column << '\t' << grid.is_numeric(row, column) << '\t'
            << text << '\n';
      }
    }
  }
  return out.str();
}

// Every file of a folder has the cells of its expected.tsv.
void expect_same_cells(const std::string& folder, int least) {
  const std::string expected = contents(folder + "expected.tsv");
  if (expected.empty()) {
    GTEST_SKIP() << "not generated";
  }
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (!entry.is_regular_file() || entry.path().extension() == ".tsv") {
      continue;
    }
    SCOPED_TRACE(entry.path().filename().string());
    const auto grids = codec::read_workbook(contents(entry.path().string()));
    ASSERT_TRUE(grids) << to_text(grids.error().code);
    EXPECT_EQ(cells_of(*grids), expected);
    ++files;
  }
  EXPECT_GE(files, least);
}

TEST(WorkbookCorpus, EveryProgramsFileGivesTheSameCells) { expect_same_cells(kFolder, 8); }

TEST(WorkbookCorpus, EveryFormOfTheWebsLibraryGivesTheSameCells) { expect_same_cells(kSheetJsFolder, 7); }

// Its CSV and HTML carry what cells show: a NIK that was a number is lost there, one that was text is not.
TEST(WorkbookCorpus, ReadsTheTextFilesOfTheWebsLibrary) {
  if (!std::filesystem::exists(kSheetJsFolder + "text")) {
    GTEST_SKIP() << "not generated";
  }
  for (const char* name : {"sheetjs.csv", "sheetjs.html"}) {
    codec::FileReader reader(name);
    reader.feed(contents(kSheetJsFolder + "text/" + name));
    const auto read = reader.finish();
    ASSERT_TRUE(read) << name;
    ASSERT_EQ(read->grids.size(), 1U) << name;
    const table::Grid& grid = read->grids.front();
    ASSERT_GE(grid.rows(), 6U) << name;
    const std::uint32_t row = grid.cell(4, 1) == "9971014505700001" ? 4 : 3; // HTML has no empty rows
    EXPECT_EQ(grid.cell(row, 1), "9971014505700001") << name;
    EXPECT_EQ(grid.cell(row, 2), "CONTOH SATU") << name;
    EXPECT_EQ(grid.cell(row, 4), "001/002") << name;
  }
}

// tests/codec/make_xls_corpus.py build/corpus/xls: what another library found in each file stands beside it.
TEST(WorkbookCorpus, XlsFilesGiveTheCellsThatAnotherReaderFinds) {
  if (!std::filesystem::exists(kXlsFolder)) {
    GTEST_SKIP() << "not generated";
  }
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kXlsFolder)) {
    if (entry.path().extension() != ".xls") {
      continue;
    }
    SCOPED_TRACE(entry.path().filename().string());
    const std::string expected = contents(entry.path().string() + ".tsv");
    ASSERT_FALSE(expected.empty());
    const auto grids = codec::read_workbook(contents(entry.path().string()));
    ASSERT_TRUE(grids) << to_text(grids.error().code);
    std::istringstream ours(cells_of(*grids));
    std::istringstream theirs(expected);
    std::string our_cell;
    for (std::string their_cell; std::getline(theirs, their_cell);) {
      our_cell.clear();
      std::getline(ours, our_cell);
      ASSERT_EQ(our_cell, their_cell);
    }
    EXPECT_FALSE(std::getline(ours, our_cell)) << our_cell;
    ++files;
  }
  EXPECT_GE(files, 2);
}

} // namespace
} // namespace padan::test
