#include "padan/codec/file_head.hpp"

#include <gtest/gtest.h>

#include "codec/lists.hpp"
#include "codec/workbook_builder.hpp"
#include "padan/codec/file_reader.hpp"

namespace padan::codec {
namespace {

struct Looked {
  std::vector<table::Grid> grids;
  std::uint64_t bytes = 0; // that were asked for
};

Looked head_of(const std::string& bytes) {
  FileHead head(bytes.size());
  Looked looked;
  while (const auto piece = head.wanted()) {
    EXPECT_LT(piece->from, piece->to);
    EXPECT_LE(piece->to, bytes.size());
    looked.bytes += piece->to - piece->from;
    head.put(std::string_view(bytes).substr(piece->from, piece->to - piece->from));
  }
  looked.grids = head.rows();
  return looked;
}

table::Grid whole(const std::string& bytes) {
  FileReader reader("list");
  reader.feed(bytes);
  return std::move(reader.finish()->grids.front());
}

void expect_first_rows(const std::string& bytes, std::uint32_t rows) {
  const Looked looked = head_of(bytes);
  const table::Grid all = whole(bytes);
  ASSERT_EQ(looked.grids.size(), 1U);
  const table::Grid& head = looked.grids[0];
  EXPECT_EQ(head.sheet, all.sheet);
  ASSERT_EQ(head.rows(), rows);
  for (std::uint32_t row = 0; row < rows; ++row) {
    EXPECT_EQ(head.lines[row], all.lines[row]);
    for (std::uint32_t column = 0; column < head.width(); ++column) {
      EXPECT_EQ(head.cell(row, column), all.cell(row, column)) << row << ' ' << column;
      EXPECT_EQ(head.is_numeric(row, column), all.is_numeric(row, column));
    }
  }
}

// Not to be squeezed: a packer would make a large sheet a small file otherwise.
std::string noise(std::uint32_t row) {
  std::string out;
  for (std::uint32_t i = 0, x = row * 2654435761U + 1; i < 40; ++i) {
    x = x * 1664525U + 1013904223U;
    out.push_back(static_cast<char>('A' + (x >> 24) % 26));
  }
  return out;
}

std::string csv(std::uint32_t rows) {
  std::string text = "NIK,Nama\n";
  for (std::uint32_t row = 0; row < rows; ++row) {
    text += "99710145057000" + std::to_string(10 + row % 90) + ",\"" + noise(row) + (row % 3 == 0 ? "\nX\"\n" : "\"\n");
  }
  return text;
}

std::string xlsx(std::uint32_t rows, bool strings_backwards = false) {
  std::string sheet;
  std::string strings;
  for (std::uint32_t row = 0; row < rows; ++row) {
    const std::uint32_t index = strings_backwards ? rows - 1 - row : row;
    sheet += "<row><c t=\"s\"><v>" + std::to_string(index) + "</v></c><c><v>" + std::to_string(row) + "</v></c></row>";
    strings += "<si><t>" + noise(row) + "</t></si>";
  }
  padan::test::XlsxParts parts;
  parts.sheet = "<sheetData>" + sheet + "</sheetData>";
  parts.strings = strings;
  return padan::test::xlsx(parts);
}

TEST(FileHead, GivesTheFirstRowsOfText) {
  const std::string large = csv(20'000);
  expect_first_rows(large, FileHead::kRows);
  EXPECT_LT(head_of(large).bytes, large.size() / 2) << "half of the file is more than enough";
  expect_first_rows(csv(3), 4); // with the header, and nothing cut
}

TEST(FileHead, NeverShowsARowThatIsCut) {
  std::string text = "NIK,Nama\n1,A\n2,";
  text.append(1U << 20, 'B');
  const Looked looked = head_of(text);
  ASSERT_EQ(looked.grids.size(), 1U);
  EXPECT_EQ(looked.grids[0].rows(), 2U);
}

TEST(FileHead, GivesTheFirstRowsOfWorkbooks) {
  const std::string large = xlsx(80'000);
  expect_first_rows(large, FileHead::kRows);
  EXPECT_LT(head_of(large).bytes, large.size() / 2) << "half of the file is more than enough";
  expect_first_rows(xlsx(5), 5);
}

TEST(FileHead, HasNoneRatherThanAWrongOne) {
  EXPECT_TRUE(head_of(xlsx(20'000, true)).grids.empty()) << "its texts are at the end of a long table";
  EXPECT_TRUE(head_of("").grids.empty());
  EXPECT_TRUE(head_of("PK\3\4").grids.empty());
  EXPECT_TRUE(head_of(xlsx(20'000).substr(0, 400'000)).grids.empty()) << "cut: no directory";
  EXPECT_TRUE(head_of(std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) + std::string(600, '\0')).grids.empty());
  EXPECT_TRUE(head_of(padan::test::ZipBuilder().add("a.csv", test::kDtks).bytes()).grids.empty());
}

} // namespace
} // namespace padan::codec
