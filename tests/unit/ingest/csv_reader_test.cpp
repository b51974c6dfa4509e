#include "padan/ingest/csv_reader.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace padan::ingest {
namespace {

using table::IssueCode;
using Rows = std::vector<std::vector<std::string>>;

Result<table::Grid> read(std::string_view bytes) {
  CsvReader reader;
  reader.feed(bytes);
  return reader.finish();
}

Rows rows_of(const table::Grid& grid) {
  Rows rows(grid.rows());
  for (std::uint32_t r = 0; r < grid.rows(); ++r) {
    for (std::uint32_t c = 0; c < grid.width(); ++c) {
      rows[r].emplace_back(grid.cell(r, c));
    }
  }
  return rows;
}

Rows rows_of(std::string_view bytes) {
  const Result<table::Grid> grid = read(bytes);
  return grid ? rows_of(*grid) : Rows{};
}

std::string utf16(std::string_view ascii, bool big_endian) {
  std::string bytes;
  for (const char c : ascii) {
    bytes += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
  }
  return bytes;
}

TEST(CsvReader, ReadsEachSeparator) {
  const Rows expected = {{"nik", "nama", "alamat"}, {"1", "SITI", "JL MAWAR"}, {"2", "BUDI", "JL MELATI"}};
  for (const char separator : {',', ';', '|', '\t'}) {
    std::string text = "nik,nama,alamat\n1,SITI,JL MAWAR\n2,BUDI,JL MELATI\n";
    for (char& c : text) {
      c = c == ',' ? separator : c;
    }
    EXPECT_EQ(rows_of(text), expected) << separator;
  }
}

TEST(CsvReader, TitleRowsDoNotHideTheSeparator) {
  const Rows rows = rows_of(
      "DATA PENERIMA, TAHUN 2023\nKABUPATEN CONTOH, PROVINSI CONTOH\n\nNo;NIK;Nama\n1;3201;SITI\n2;3202;BUDI\n");
  ASSERT_EQ(rows.size(), 6U);
  EXPECT_EQ(rows[4], (std::vector<std::string>{"1", "3201", "SITI"}));
}

TEST(CsvReader, DecimalCommasAreNoSeparators) {
  const Rows rows = rows_of("nama;berat;tinggi\nSITI;12,5;101,2\nBUDI;13,5;99,8\nANI;10,1;88,0\n");
  EXPECT_EQ(rows[1], (std::vector<std::string>{"SITI", "12,5", "101,2"}));
}

TEST(CsvReader, AddressCommasAreNoSeparators) {
  const Rows rows = rows_of(
      "nama;alamat\nSITI;JL. A, RT 1, RW 2\nBUDI;JL. B, RT 2, RW 1\nEKO;JL. D, RT 1, RW 2\nANI;JL. C, RT 2, RW 1\n");
  EXPECT_EQ(rows[1], (std::vector<std::string>{"SITI", "JL. A, RT 1, RW 2"}));
}

TEST(CsvReader, OneColumnIsFine) { EXPECT_EQ(rows_of("nama\nSITI\nBUDI\n"), (Rows{{"nama"}, {"SITI"}, {"BUDI"}})); }

TEST(CsvReader, HonoursSeparatorLine) {
  const Result<table::Grid> grid = read("sep=;\r\na;b,c\r\n1;2,3\r\n");
  ASSERT_TRUE(grid);
  EXPECT_EQ(rows_of(*grid), (Rows{{"a", "b,c"}, {"1", "2,3"}}));
  EXPECT_EQ(grid->lines, (std::vector<std::uint32_t>{2, 3}));
}

TEST(CsvReader, ReadsEachLineEnd) {
  const Rows expected = {{"a", "b"}, {"1", "2"}, {"3", "4"}};
  for (const std::string_view text :
       {"a,b\n1,2\n3,4", "a,b\r\n1,2\r\n3,4\r\n", "a,b\r1,2\r3,4\r", "a,b\r\r\n1,2\r\r\n3,4\r\r\n"}) {
    EXPECT_EQ(rows_of(text), expected) << text;
  }
}

TEST(CsvReader, QuotedCellsHoldAnything) {
  const Result<table::Grid> grid =
      read("nama,pekerjaan,x\r\n\"SITI \"\"ANI\"\"\",\"BELUM/TIDAK\r\nBEKERJA\",1\r\n BUDI , \"a,b\" ,2\r\n");
  ASSERT_TRUE(grid);
  EXPECT_EQ(
      rows_of(*grid),
      (Rows{{"nama", "pekerjaan", "x"}, {"SITI \"ANI\"", "BELUM/TIDAK\r\nBEKERJA", "1"}, {" BUDI ", "a,b", "2"}}));
  EXPECT_EQ(grid->lines, (std::vector<std::uint32_t>{1, 2, 4}));
  EXPECT_TRUE(grid->issues.all().empty());
}

TEST(CsvReader, KeepsApostrophesAndSpaces) { EXPECT_EQ(rows_of("nik,nama\n'3201 , SITI\n")[1][0], "'3201 "); }

TEST(CsvReader, UndoubledInnerQuotesStayInTheCell) {
  const Result<table::Grid> grid =
      read("id|nama|nik\n1|\"SITI \"AMINAH\"\"|3201\n2|\"BUDI \"X\" Y\"|3202\n3|JL 5\" X|3203\n");
  ASSERT_TRUE(grid);
  const Rows rows = rows_of(*grid);
  EXPECT_EQ(rows[1], (std::vector<std::string>{"1", "SITI \"AMINAH\"", "3201"}));
  EXPECT_EQ(rows[2], (std::vector<std::string>{"2", "BUDI \"X\" Y", "3202"}));
  EXPECT_EQ(rows[3], (std::vector<std::string>{"3", "JL 5\" X", "3203"}));
  EXPECT_EQ(grid->issues.count(IssueCode::QuoteStray), 4U);
}

TEST(CsvReader, UnclosedQuoteCostsItsOwnRecordOnly) {
  const std::string_view header = "no,nama,nik\n";
  const std::string plain_after = "1,\"SITI,3201\n2,BUDI,3202\n3,ANI,3203\n4,EKO,3204\n5,TUTI,3205\n";
  const std::string quoted_after = "1,\"SITI,3201\n2,\"BUDI\",3202\n3,\"ANI\",3203\n";
  const std::string all_quoted = "\"1\",\"SITI,\"3201\"\n\"2\",\"BUDI\",\"3202\"\n\"3\",\"ANI\",\"3203\"\n";
  const std::string at_line_end = "1,SITI,\"3201\n2,BUDI,\"3202\"\n3,ANI,\"3203\"\n";
  for (const std::string& body : {plain_after, quoted_after, all_quoted, at_line_end}) {
    const Result<table::Grid> grid = read(std::string(header) + body);
    ASSERT_TRUE(grid);
    const Rows rows = rows_of(*grid);
    ASSERT_GE(rows.size(), 4U) << body;
    EXPECT_EQ(rows[2], (std::vector<std::string>{"2", "BUDI", "3202"})) << body;
    EXPECT_EQ(rows[3], (std::vector<std::string>{"3", "ANI", "3203"})) << body;
    EXPECT_EQ(grid->issues.count(IssueCode::QuoteUnclosed), 1U) << body;
  }
}

TEST(CsvReader, UnclosedQuoteInARaggedRecordEndsSomewhere) {
  std::string text = "a,b,c\n1,2,3\n\"SITI\n";
  for (int i = 0; i < 5000; ++i) {
    text += "4,5,6\n";
  }
  const Result<table::Grid> grid = read(text);
  ASSERT_TRUE(grid);
  EXPECT_EQ(grid->rows(), 5003U);
}

TEST(CsvReader, TwoUnclosedQuotesThatPairUpDoNotSwallowRecords) {
  const Rows rows = rows_of("no,nama,nik\n1,\"SITI,3201\n2,BUDI,3202\n3,ANI\",3203\n4,EKO,3204\n");
  ASSERT_EQ(rows.size(), 5U);
  EXPECT_EQ(rows[2], (std::vector<std::string>{"2", "BUDI", "3202"}));
  EXPECT_EQ(rows[3], (std::vector<std::string>{"3", "ANI\"", "3203"}));
}

TEST(CsvReader, AQuoteBeforeALaterOneIsTextWhereThatGivesTheUsualCells) {
  EXPECT_EQ(rows_of("no|nama|nik\n1|2|3\n2|\"SITI|\"X Y\n3|BUDI|4\n")[2], (Rows{{"2", "\"SITI", "\"X Y"}})[0]);
}

TEST(CsvReader, ReadsEachEncoding) {
  const Rows expected = {{"nama", "x"}, {"Siti Nurjan\u00E9", "\u2019"}};
  EXPECT_EQ(rows_of("nama,x\nSiti Nurjan\u00E9,\u2019\n"), expected);
  EXPECT_EQ(rows_of("\xEF\xBB\xBFnama,x\nSiti Nurjan\u00E9,\u2019\n"), expected);
  const Result<table::Grid> legacy = read("nama,x\nSiti Nurjan\xE9,\x92\n");
  ASSERT_TRUE(legacy);
  EXPECT_EQ(rows_of(*legacy), expected);
  EXPECT_EQ(legacy->issues.count(IssueCode::EncodingRepaired), 0U); // a Windows file is not damaged
  const Rows plain = {{"nama", "x"}, {"SITI", "1"}};
  EXPECT_EQ(rows_of("\xFF\xFE" + utf16("nama,x\nSITI,1\n", false)), plain);
  EXPECT_EQ(rows_of("\xFE\xFF" + utf16("nama,x\nSITI,1\n", true)), plain);
  EXPECT_EQ(rows_of(utf16("nama,x\nSITI,1\n", false)), plain);
  EXPECT_EQ(rows_of(utf16("nama,x\nSITI,1\n", true)), plain);
}

TEST(CsvReader, RepairsSingleBytes) {
  const Result<table::Grid> grid = read("nama,x\nNurjan\u00E9,1\nRen\xE9,2\n");
  ASSERT_TRUE(grid);
  EXPECT_EQ(grid->cell(2, 0), "Ren\u00E9");
  EXPECT_EQ(grid->issues.count(IssueCode::EncodingRepaired), 1U);
}

TEST(CsvReader, DropsNulBytes) {
  const Result<table::Grid> grid = read(std::string("nama,nik\nSI\0TI,32\0\0\nBUDI,33\nANI,34\nEKO,35\n", 42));
  ASSERT_TRUE(grid);
  EXPECT_EQ(rows_of(*grid)[1], (std::vector<std::string>{"SITI", "32"}));
  EXPECT_EQ(grid->issues.count(IssueCode::NulByte), 3U);
}

TEST(CsvReader, RaggedRowsAreKeptAndCounted) {
  const Result<table::Grid> grid = read("JUDUL\na,b,c\n1,2\n\n1,2,3,,\n1,2,3,4,\n1,2,3\n1,2,3\n1,2,3\n");
  ASSERT_TRUE(grid);
  const Rows rows = rows_of(*grid);
  EXPECT_EQ(rows[2], (std::vector<std::string>{"1", "2", "", ""}));
  EXPECT_EQ(rows[3], (std::vector<std::string>{"", "", "", ""}));
  EXPECT_EQ(rows[5], (std::vector<std::string>{"1", "2", "3", "4"}));
  EXPECT_EQ(grid->width(), 4U);
  EXPECT_EQ(grid->issues.count(IssueCode::RowShort), 1U);
  EXPECT_EQ(grid->issues.count(IssueCode::RowLong), 1U);
  EXPECT_EQ(grid->issues.all().front().lines, std::vector<std::uint32_t>{3});
}

TEST(CsvReader, HugeCellsAreKeptAndCounted) {
  const std::string huge(100 * 1024, 'x');
  const Result<table::Grid> grid = read("a,b\n\"" + huge + "\n" + huge + "\",1\n" + huge + ",2\n");
  ASSERT_TRUE(grid);
  EXPECT_EQ(grid->cell(1, 0).size(), 2 * huge.size() + 1);
  EXPECT_EQ(grid->cell(2, 0), huge);
  EXPECT_EQ(grid->issues.count(IssueCode::CellHuge), 2U);
}

TEST(CsvReader, WideFiles) {
  std::string text;
  for (int i = 0; i < 16384; ++i) {
    text += "x,";
  }
  text.pop_back();
  ASSERT_TRUE(read(text));
  EXPECT_EQ(read(text)->width(), 16384U);
  const Result<table::Grid> wide = read(text + ",x");
  ASSERT_FALSE(wide);
  EXPECT_EQ(wide.error().code, ErrorCode::FileTooWide);
}

TEST(CsvReader, NothingIsNoTable) {
  for (const std::string_view text : {"", "\xEF\xBB\xBF", " \n\r\n\t", ",,,\n,,,\n", "\xFF\xFE"}) {
    const Result<table::Grid> grid = read(text);
    ASSERT_FALSE(grid) << text;
    EXPECT_EQ(grid.error().code, ErrorCode::FileEmpty) << text;
  }
}

TEST(CsvReader, NamesWhatIsNoTable) {
  const std::pair<std::string, std::string> cases[] = {
      {"PK\x03\x04rest", "zip"},    {"\xD0\xCF\x11\xE0\xA1\xB1", "ole"},
      {"\x89PNG\r\n", "png"},       {"\xFF\xD8\xFF\xE0", "jpeg"},
      {"%PDF-1.4", "pdf"},          {"GIF89a", "gif"},
      {" <!DOCTYPE html>", "html"}, {std::string(100, '\x01'), "binary"},
  };
  for (const auto& [bytes, kind] : cases) {
    const Result<table::Grid> grid = read(bytes);
    ASSERT_FALSE(grid) << kind;
    EXPECT_EQ(grid.error().code, ErrorCode::FileNotATable);
    EXPECT_EQ(grid.error().params.front(), (std::pair<std::string, std::string>{"kind", kind}));
  }
}

} // namespace
} // namespace padan::ingest
