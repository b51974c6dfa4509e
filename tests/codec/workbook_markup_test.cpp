// HTML and SpreadsheetML saved under the name .xls.
#include <gtest/gtest.h>

#include "workbook_builder.hpp"

namespace padan::test {
namespace {

TEST(WorkbookHtml, StacksTablesAndForgivesMissingEndTags) {
  EXPECT_EQ(picture("<html><head><style>td{color:red}</style><title>x</title></head><body><p>Laporan</p>"
                    "<TABLE><TR><TD colspan=3>DAFTAR<TR></TABLE><table border=1>\n<tr>\n<th>NIK<th>NAMA</tr><tr><td "
                    "x:num>3201014505700001<td>SITI</table>"),
            "[] 1:DAFTAR 3:NIK|NAMA 4:3201014505700001|SITI");
}

TEST(WorkbookHtml, ShiftsCellsBesideASpan) {
  EXPECT_EQ(
      picture(
          R"(<table><tr><td rowspan="2">a</td><td colspan='2'>b</td><td>c</td></tr><tr><td>d</td><td>e</td><td>f</td></tr><tr><td>g</td></tr></table>)"),
      "[] 1:a|b||c 2:|d|e|f 3:g");
}

TEST(WorkbookHtml, ReadsTextAsABrowserShowsIt) {
  EXPECT_EQ(picture("<table><tr><td>&nbsp;</td><td> A &amp;\n B&#233; &lt;1 < 2<br>C <b>D</b><!-- <td> "
                    "--></td><td>&nbsp; \n</td><td>&copy x</td></tr></table>"),
            "[] 1:|A & Bé <1 < 2\nC D||&copy x");
  EXPECT_EQ(picture("<table><tr><td>caf\xE9</td></tr></table>"), "[] 1:café");
  EXPECT_EQ(picture(std::string("\xFF\xFE<\0t\0r\0>\0<\0t\0d\0>\0\xE9\0<\0t\0a\0b\0l\0e\0>\0", 34)), "[] 1:é");
}

TEST(WorkbookHtml, UnrollsTablesInCells) {
  EXPECT_EQ(picture("<table><tr><td><table><tr><td>1<td>2<tr><td>3<td>4</table></td><td>5</td></tr></table>"),
            "[] 2:1|2 3:3|4 4:5");
}

TEST(WorkbookHtml, RefusesAPageWithoutATable) {
  EXPECT_EQ(picture("<html><body>Sesi berakhir</body></html>"), "file.not_a_table kind=document");
  EXPECT_EQ(picture("<html><table><tr><td></table>"), "file.empty");
}

TEST(WorkbookExcelXml, SkipsAheadByIndexAndSpan) {
  const std::string start = "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook "
                            "xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">";
  EXPECT_EQ(
      picture(
          start +
          R"(<Worksheet ss:Name="Desa &amp; A"><Table><Row><Cell ss:MergeAcross="2"><Data ss:Type="String">JUDUL</Data></Cell><Cell><Data ss:Type="String">x</Data></Cell></Row>)"
          R"(<Row ss:Index="4"><Cell ss:Index="2"><Data ss:Type="Number">3.2012345678901E+15</Data><Comment><Data>no</Data></Comment></Cell>)"
          R"(<Cell><Data ss:Type="DateTime">1970-05-12T00:00:00.000</Data></Cell><Cell><ss:Data ss:Type="String"><B>te</B>bal</ss:Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row></Table></Worksheet></Workbook>)"),
      "[Desa & A] 1:JUDUL|||x 4:|#3201234567890100|1970-05-12|tebal|TRUE");
  EXPECT_EQ(picture(start + "<Worksheet><Table><Row>"), "file.truncated");
}

} // namespace
} // namespace padan::test
