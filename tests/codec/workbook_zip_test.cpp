#include <gtest/gtest.h>

#include "workbook_builder.hpp"

namespace padan::test {
namespace {

const std::string kRows = R"(<row r="1"><c r="A1"><v>5</v></c></row>)";

std::string with(ZipStyle style) {
  XlsxParts parts;
  parts.sheet = "<sheetData>" + kRows + "</sheetData>";
  return xlsx(parts, std::move(style));
}

TEST(WorkbookZip, ReadsEveryWayOfWritingAZip) {
  ZipStyle stored;
  stored.stored = true;
  ZipStyle streamed;
  streamed.descriptors = true;
  ZipStyle large;
  large.zip64 = true;
  ZipStyle wrapped;
  wrapped.suffix = "\r\n<!-- served by a careless portal -->";
  for (const ZipStyle& style : {ZipStyle(), stored, streamed, large, wrapped}) {
    EXPECT_EQ(picture(with(style)), "[Data] 1:#5");
  }
}

TEST(WorkbookZip, CountsOffsetsFromTheFirstEntry) {
  ZipStyle style;
  style.prefix = std::string("PK\3\4", 4) + std::string(60, '\0'); // a dead entry that the directory does not know
  EXPECT_EQ(picture(with(style)), "[Data] 1:#5");
}

TEST(WorkbookZip, TakesTheLaterOfTwoEntriesWithOneName) {
  ZipBuilder zip;
  zip.add("xl/worksheets/sheet1.xml", "<worksheet><row><c><v>1</v></c></row></worksheet>");
  zip.add("xl/worksheets/sheet1.xml", "<worksheet><row><c><v>2</v></c></row></worksheet>");
  zip.add("xl/workbook.xml", R"(<workbook><sheet name="S" r:id="x"/></workbook>)");
  zip.add("xl/_rels/workbook.xml.rels",
          R"(<Relationships><Relationship Id="x" Type="u/worksheet" Target="worksheets/sheet1.xml"/></Relationships>)");
  EXPECT_EQ(picture(zip.bytes()), "[S] 1:#2");
}

TEST(WorkbookZip, TellsDamageFromTruncationAndProtection) {
  ZipStyle style;
  style.crc_error = 1;
  EXPECT_EQ(picture(with(style)).substr(0, 15), "file.unreadable");
  style = {};
  style.encrypted = true;
  EXPECT_EQ(picture(with(style)), "file.locked_otherwise");
  const std::string whole = with({});
  for (std::size_t size = 40; size < whole.size(); size += 7) {
    EXPECT_EQ(picture(whole.substr(0, size)), "file.truncated") << size;
  }
  EXPECT_EQ(picture(whole + "x"), "[Data] 1:#5");
}

TEST(WorkbookZip, RefusesASheetThatWouldFillAllMemory) {
  std::string rows = R"(<row><c r="XFD1"><v>1</v></c></row>)"; // one stray cell makes every row 16,384 cells wide
  for (int i = 0; i < 26'000; ++i) {
    rows += "<row><c><v>1</v></c></row>";
  }
  EXPECT_EQ(picture(xlsx_rows(rows)), "file.too_wide sheet=Data");
}

// A shared text of 32 kB that every cell names: a small file, and a gigabyte of text.
TEST(WorkbookZip, RefusesATextThatIsRepeatedUntilMemoryIsFull) {
  std::string rows;
  for (int i = 0; i < 33'000; ++i) {
    rows += "<row><c t=\"s\"><v>0</v></c></row>";
  }
  const std::string bytes = xlsx_rows(rows, "<si><t>" + std::string(32'767, 'x') + "</t></si>");
  EXPECT_LT(bytes.size(), 20'000U);
  EXPECT_EQ(picture(bytes), "file.too_large sheet=Data");
}

TEST(WorkbookZip, ReadsTheLastRowAndColumnOfExcel) {
  EXPECT_EQ(picture(xlsx_rows(R"(<row r="1048576"><c r="A1048576"><v>1</v></c></row>)")), "[Data] 1048576:#1");
  const auto wide =
      codec::read_workbook(xlsx_rows(R"(<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row>)"));
  ASSERT_TRUE(wide);
  EXPECT_EQ(wide->front().width(), 16'384U);
  EXPECT_EQ(wide->front().cell(0, 16'383), "2");
}

TEST(WorkbookZip, NamesWhatIsNoWorkbook) {
  EXPECT_EQ(picture(ZipBuilder().add("word/document.xml", "<w/>").bytes()), "file.not_a_table kind=document");
  EXPECT_EQ(picture(ZipBuilder().add("foto.jpg", "x").bytes()), "file.not_a_table kind=zip");
  EXPECT_EQ(picture(ZipBuilder().add("xl/workbook.bin", "x").bytes()), "file.format_unknown kind=xlsb");
  EXPECT_EQ(picture("\x89PNG\r\n"), "file.not_a_table kind=picture");
  EXPECT_EQ(picture("%PDF-1.7\n"), "file.not_a_table kind=pdf");
  EXPECT_EQ(picture(std::string(64, '\1')), "file.not_a_table kind=binary");
  EXPECT_EQ(picture("NIK;NAMA\n"), "file.format_unknown kind=text");
}

TEST(WorkbookSniff, JudgesTheFirstBytes) {
  using codec::FileFormat;
  const auto check = [](std::string_view head) { return codec::sniff({head.data(), head.size()}); };
  EXPECT_EQ(check(""), FileFormat::Text);
  EXPECT_EQ(check("NIK,NAMA\n"), FileFormat::Text);
  EXPECT_EQ(check(std::string_view("\xFF\xFEN\0I\0K\0", 8)), FileFormat::Text);
  EXPECT_EQ(check("<5 tahun,nama\n"), FileFormat::Text);
  EXPECT_EQ(check("BMT Contoh,nama\n"), FileFormat::Text);
  EXPECT_EQ(check("\xEF\xBB\xBF\r\n<!DOCTYPE html><html>"), FileFormat::Html);
  EXPECT_EQ(check(std::string_view("\xFF\xFE<\0h\0t\0m\0l\0>\0", 14)), FileFormat::Html);
  EXPECT_EQ(check("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">"),
            FileFormat::ExcelXml);
  EXPECT_EQ(check("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>"), FileFormat::Html);
  EXPECT_EQ(check(xlsx_rows("")), FileFormat::Xlsx);
  EXPECT_EQ(check(ZipBuilder().add("a.txt", "x").bytes()), FileFormat::Zip);
}

} // namespace
} // namespace padan::test
