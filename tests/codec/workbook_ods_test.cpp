#include <gtest/gtest.h>

#include "workbook_builder.hpp"

namespace padan::test {
namespace {

std::string ods(const std::string& tables, const std::string& manifest = "") {
  ZipStyle stored;
  stored.stored = true; // the mimetype must stand open near the front
  ZipBuilder zip(stored);
  zip.add("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
  zip.add("content.xml", "<?xml version=\"1.0\"?><office:document-content><office:body><office:spreadsheet>" + tables +
                             "</office:spreadsheet></office:body></office:document-content>");
  zip.add("META-INF/manifest.xml", "<manifest>" + manifest + "</manifest>");
  return zip.bytes();
}

std::string table(const std::string& rows) {
  return ods("<table:table table:name=\"Desa\">" + rows + "</table:table>");
}
std::string row(const std::string& cells) { return table("<table:table-row>" + cells + "</table:table-row>"); }

TEST(WorkbookOds, ReadsEveryTypeOfValue) {
  EXPECT_EQ(
      picture(row(
          R"(<table:table-cell office:value-type="float" office:value="9471014505700003" calcext:value-type="float"><text:p>9,47E+015</text:p></table:table-cell>)"
          R"(<table:table-cell office:value-type="float" office:value="3.2012345678901E+15"/>)"
          R"(<table:table-cell office:value-type="date" office:date-value="1970-05-12"><text:p>12/05/70</text:p></table:table-cell>)"
          R"(<table:table-cell office:value-type="date" office:date-value="1970-05-12T08:30:00"/>)"
          R"(<table:table-cell office:value-type="time" office:time-value="PT11H01M00.000S"/>)"
          R"(<table:table-cell office:value-type="boolean" office:boolean-value="true"/>)"
          R"(<table:table-cell office:value-type="string" calcext:value-type="string"><text:p>3201</text:p></table:table-cell>)"
          R"(<table:table-cell office:value-type="string" office:string-value="teks"/>)")),
      "[Desa] 1:#9471014505700003|#3201234567890100|1970-05-12|1970-05-12 08:30:00|11:01:00|TRUE|3201|teks");
}

TEST(WorkbookOds, RepeatsCellsAndRowsButNotTheEmptyRest) {
  EXPECT_EQ(
      picture(table(
          R"(<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>)"
          R"(<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="2"/>)"
          R"(<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="2"/><table:table-cell table:number-columns-repeated="16380"/></table:table-row>)"
          R"(<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>)")),
      "[Desa] 3:||#1|#1 4:||#1|#1 5:||#1|#1");
}

TEST(WorkbookOds, WritesParagraphsAsLinesAndKeepsWrittenSpaces) {
  EXPECT_EQ(picture(row("<table:table-cell "
                        "office:value-type=\"string\"><office:annotation><text:p>catatan</text:p></office:annotation>"
                        "<text:p>BELUM/<text:span>TIDAK</text:span></text:p><text:p> BEKERJA\n  a<text:s "
                        "text:c=\"2\"/>b<text:tab/>c<text:line-break/>d</text:p></table:table-cell>")),
            "[Desa] 1:BELUM/TIDAK\nBEKERJA a  b\tc\nd");
}

TEST(WorkbookOds, LeavesCoveredCellsEmptyAndSkipsWhatIsNoCell) {
  EXPECT_EQ(
      picture(
          ods("<table:tracked-changes><table:deletion><table:table-cell><text:p>lama</text:p></table:table-cell></"
              "table:deletion></table:tracked-changes>"
              "<table:table table:name=\"A\" "
              "table:style-name=\"hidden\"><table:shapes><draw:frame><table:table><table:table-row><table:table-cell><"
              "text:p>x</text:p></table:table-cell></table:table-row></table:table></draw:frame></table:shapes>"
              "<table:table-header-rows><table:table-row><table:table-cell "
              "table:number-columns-spanned=\"2\"><text:p>JUDUL</text:p></table:table-cell><table:covered-table-cell/>"
              "<table:table-cell><text:p>z</text:p></table:table-cell></table:table-row></table:table-header-rows></"
              "table:table><table:table table:name=\"B\"/>")),
      "[A] 1:JUDUL||z");
}

TEST(WorkbookOds, SaysWhatIsBroken) {
  EXPECT_EQ(picture(ods("", "<manifest:encryption-data/>")), "file.locked_otherwise");
  EXPECT_EQ(picture(ods("<table:table><table:table-row>")), "file.truncated");
  EXPECT_EQ(picture(ods("")), "file.empty");
  EXPECT_EQ(
      picture(table(
          R"(<table:table-row table:number-rows-repeated="4000000000"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row>)")),
      "file.too_large sheet=Desa");
}

TEST(WorkbookOds, ReadsTheFlatForm) {
  EXPECT_EQ(picture("<?xml version=\"1.0\"?>\n<office:document><office:body><table:table "
                    "table:name=\"F\"><table:table-row><table:table-cell><text:p>x</text:p>"
                    "</table:table-cell></table:table-row></table:table></office:body></office:document>"),
            "[F] 1:x");
}

} // namespace
} // namespace padan::test
