#include <gtest/gtest.h>

#include "workbook_builder.hpp"

namespace padan::test {
namespace {

TEST(WorkbookXlsx, ReadsPlacesTypesAndEmptyRows) {
  EXPECT_EQ(picture(xlsx_rows(R"(<row r="2"><c r="B2"><v>7</v></c><c r="D2" t="str"><f>A1</f><v>teks</v></c></row>
    <row r="3"><c r="A3" s="1"/></row>
    <row r="9"><c r="A9" t="b"><v>1</v></c><c r="B9" t="e"><v>#N/A</v></c><c r="C9" t="d"><v>2023-02-07T00:00:00</v></c></row>)")),
            "[Data] 2:|#7||teks 9:TRUE|#N/A|2023-02-07");
}

TEST(WorkbookXlsx, FindsPlacesWithoutReferences) {
  EXPECT_EQ(picture(xlsx_rows("<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>")),
            "[Data] 1:#1|#2 3:#3");
  EXPECT_EQ(picture(xlsx_rows(R"(<row><c r="B5"><v>1</v></c><c><v>2</v></c></row>)")), "[Data] 5:|#1|#2");
}

TEST(WorkbookXlsx, TakesAttributesInAnyOrderAndQuote) {
  EXPECT_EQ(
      picture(xlsx_rows("<row spans='1:2' r='4'><c t = 'inlineStr'  s=\"0\"\n r='B4' ><is><t>x</t></is></c></row>")),
      "[Data] 4:|x");
}

TEST(WorkbookXlsx, LooksThroughNamespacePrefixes) {
  XlsxParts parts;
  parts.prefix = "x:";
  parts.sheet = R"(<x:sheetData><x:row r="1"><x:c r="A1"><x:v>5</x:v></x:c></x:row></x:sheetData>)";
  EXPECT_EQ(picture(xlsx(parts)), "[Data] 1:#5");
}

TEST(WorkbookXlsx, JoinsRunsAndSkipsReadingAids) {
  EXPECT_EQ(
      picture(xlsx_rows(
          R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v> 1 </v></c><c r="C1" t="inlineStr"><is><r><t>a</t></r><r><t xml:space="preserve"> b</t></r></is></c></row>)",
          "<si><r><rPr><b/></rPr><t>SITI </t></r><r><t>AMINAH</t></r><rPh><t>no</t></rPh></si><si><t/></si>")),
      "[Data] 1:SITI AMINAH||a b");
}

TEST(WorkbookXlsx, DecodesEntitiesEscapesAndCdata) {
  EXPECT_EQ(
      picture(xlsx_rows(
          R"(<row r="1"><c r="A1" t="inlineStr"><is><t>a&amp;b &lt;c&gt; &#233;&#x2013; &unknown; &amp;amp; &</t></is></c>)"
          R"(<c r="B1" t="inlineStr"><is><t>x_x000D_y _x005F_x0041_ _x00</t></is></c>)"
          R"(<c r="C1" t="inlineStr"><!-- > --><is><t><![CDATA[<raw> &amp;]]></t></is></c></row>)")),
      "[Data] 1:a&b <c> é– &unknown; &amp; &|x\ry _x0041_ _x00|<raw> &amp;");
}

TEST(WorkbookXlsx, KeepsEveryDigitOfNumbers) {
  const auto number = [](const std::string& stored) {
    return picture(xlsx_rows(R"(<row r="1"><c r="A1"><v>)" + stored + "</v></c></row>"));
  };
  EXPECT_EQ(number("9471014505700003"), "[Data] 1:#9471014505700003"); // odd and past 2^53: a double would spoil it
  EXPECT_EQ(number("3.2012345678901E+15"), "[Data] 1:#3201234567890100");
  EXPECT_EQ(number("3.2012345678901234E+15"), "[Data] 1:#3.2012345678901234E+15");
  EXPECT_EQ(number("3.201234567890123E15"), "[Data] 1:#3201234567890123");
  EXPECT_EQ(number("3201234567890123.0"), "[Data] 1:#3201234567890123");
  EXPECT_EQ(number("1E+30"), "[Data] 1:#1E+30");
  EXPECT_EQ(number("0.1"), "[Data] 1:#0.1");
  EXPECT_EQ(number("-12.50"), "[Data] 1:#-12.50");
  EXPECT_EQ(number("-1.5E1"), "[Data] 1:#-15");
  EXPECT_EQ(number("0E5"), "[Data] 1:#0");
  EXPECT_EQ(number("1E-3"), "[Data] 1:#1E-3");
  EXPECT_EQ(number("00123"), "[Data] 1:#00123");
  EXPECT_EQ(number("teks"), "[Data] 1:#teks");
}

TEST(WorkbookXlsx, CountsNumbersThatExcelRounds) {
  const auto grids = codec::read_workbook(xlsx_rows(
      R"(<row r="3"><c><v>3201014505700010</v></c><c><v>320101450570001</v></c><c><v>3.201E+15</v></c><c t="str"><v>3201014505700010</v></c></row>)"));
  ASSERT_TRUE(grids);
  EXPECT_EQ((*grids)[0].issues.count(table::IssueCode::NumberRounded), 2U);
  EXPECT_EQ((*grids)[0].issues.all()[0].lines[0], 3U);
}

std::string dated(const std::string& serial, const std::string& format, bool date1904 = false) {
  XlsxParts parts;
  parts.styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"" + format +
                 "\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>" +
                 "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/></cellXfs>";
  parts.sheet = "<sheetData><row r=\"1\"><c r=\"A1\" s=\"" + std::string(format == "14" ? "2" : "1") + "\"><v>" +
                serial + "</v></c></row></sheetData>";
  parts.workbook = (date1904 ? "<workbookPr date1904=\"1\"/>" : "<workbookPr/>") + parts.workbook;
  const std::string seen = picture(xlsx(parts));
  return seen.substr(seen.find(':') + 1);
}

TEST(WorkbookXlsx, RendersDatesByFormat) {
  EXPECT_EQ(dated("25700", "14"), "1970-05-12");
  EXPECT_EQ(dated("25700", "dd/mm/yyyy"), "1970-05-12");
  EXPECT_EQ(dated("25700", "[$-421]dd\\ mmmm\\ yyyy;@"), "1970-05-12");
  EXPECT_EQ(dated("25700", "d-mmm"), "1970-05-12"); // what became of an RT/RW
  EXPECT_EQ(dated("25700.5", "yyyy-mm-dd"), "1970-05-12 12:00:00");
  EXPECT_EQ(dated("25699.9999999", "yyyy-mm-dd"), "1970-05-12");
  EXPECT_EQ(dated("2.57E4", "mmm"), "1970-05-12");
  EXPECT_EQ(dated("0.459027777777778", "hh:mm"), "11:01:00"); // what became of 11.01
  EXPECT_EQ(dated("1.5", "[h]:mm"), "36:00:00");
  EXPECT_EQ(dated("2958465", "14"), "9999-12-31");
}

TEST(WorkbookXlsx, KnowsBothCalendarsAndTheirFaults) {
  EXPECT_EQ(dated("1", "14"), "1900-01-01");
  EXPECT_EQ(dated("59", "14"), "1900-02-28");
  EXPECT_EQ(dated("60", "14"), "1900-02-29");
  EXPECT_EQ(dated("61", "14"), "1900-03-01");
  EXPECT_EQ(dated("0", "14"), "#0");
  EXPECT_EQ(dated("-3", "14"), "#-3");
  EXPECT_EQ(dated("2958466", "14"), "#2958466");
  EXPECT_EQ(dated("24238", "14", true), "1970-05-12");
  EXPECT_EQ(dated("0", "14", true), "1904-01-01");
}

TEST(WorkbookXlsx, LeavesOtherFormatsAlone) {
  for (const char* format : {"0.00", "#,##0_);[Red](#,##0)", "General", "&quot;dusun &quot;0", "\\d0", "@", "0.00E+00",
                             "_-* #,##0_-", "0;[Red]d"}) {
    EXPECT_EQ(dated("25700", format), "#25700") << format;
  }
}

TEST(WorkbookXlsx, ReadsHiddenSheetsInTabOrderAndSkipsChartsAndEmptyOnes) {
  const std::string relation = R"(<Relationship Type="http://x/relationships/)";
  const auto sheet = [](const std::string& value) {
    return "<worksheet><sheetData><row><c><v>" + value + "</v></c></row></sheetData></worksheet>";
  };
  ZipBuilder zip;
  zip.add("_rels/.rels",
          "<Relationships>" + relation + R"(officeDocument" Id="a" Target="/xl/book.xml"/></Relationships>)");
  zip.add(
      "xl/book.xml",
      R"(<w:workbook><w:sheets><w:sheet name="B &amp; C" r:id="r2" state="veryHidden"/><w:sheet name="Grafik" r:id="r3"/>)"
      R"(<w:sheet name="A" r:id="r1"/><w:sheet name="Kosong" r:id="r4"/></w:sheets></w:workbook>)");
  zip.add("xl/_rels/book.xml.rels", "<Relationships>" + relation +
                                        R"(worksheet" Id="r1" Target="/xl/worksheets/one.xml"/>)" + relation +
                                        R"(worksheet" Target="./worksheets/../worksheets/two.xml" Id="r2"/>)" +
                                        relation + R"(chartsheet" Id="r3" Target="c.xml"/>)" + relation +
                                        R"(worksheet" Id="r4" Target="worksheets/four.xml"/></Relationships>)");
  zip.add("xl/worksheets/one.xml", sheet("1")).add("xl/worksheets/../worksheets/two.xml", sheet("2"));
  zip.add("xl/worksheets/four.xml", "<worksheet/>").add("xl/vbaProject.bin", "macro");
  const auto bytes = zip.bytes();
  EXPECT_EQ(picture(bytes), "[B & C] 1:#2 [A] 1:#1");
  EXPECT_EQ(codec::read_workbook(bytes)->front().issues.count(table::IssueCode::MacroIgnored), 1U);
}

// ISO/IEC 29500 strict: other namespaces and relation types, dates as text. And links to other files, which are never followed:
// a cell shows the value that was stored with it.
TEST(WorkbookXlsx, ReadsTheStrictFormAndStoredValuesOfLinks) {
  const std::string relation = R"(<Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/)";
  const std::string main = R"( xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" conformance="strict">)";
  ZipBuilder zip;
  zip.add("_rels/.rels",
          "<Relationships>" + relation + R"(officeDocument" Id="a" Target="xl/workbook.xml"/></Relationships>)");
  zip.add("xl/workbook.xml",
          "<workbook" + main +
              R"(<sheets><sheet name="A" r:id="r1"/></sheets>)"
              R"(<externalReferences><externalReference r:id="r2"/></externalReferences></workbook>)");
  zip.add("xl/_rels/workbook.xml.rels",
          "<Relationships>" + relation + R"(worksheet" Id="r1" Target="worksheets/sheet1.xml"/>)" + relation +
              R"(externalLink" Id="r2" Target="externalLinks/externalLink1.xml"/></Relationships>)");
  zip.add("xl/worksheets/sheet1.xml",
          "<worksheet" + main +
              R"(<sheetData><row r="1"><c r="A1" t="d"><v>2020-01-02T00:00:00</v></c>)"
              R"(<c r="B1"><f>[1]Lain!$A$1</f><v>7</v></c><c r="C1" t="str"><f>[1]Lain!$B$1</f><v>SITI</v></c></row>)"
              "</sheetData></worksheet>");
  zip.add(
      "xl/externalLinks/externalLink1.xml",
      R"(<externalLink><externalBook r:id="x"><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>9</v>)"
      "</cell></row></sheetData></sheetDataSet></externalBook></externalLink>");
  EXPECT_EQ(picture(zip.bytes()), "[A] 1:2020-01-02|#7|SITI");
}

TEST(WorkbookXlsx, FallsBackOnNamesWithoutRelations) {
  ZipBuilder zip;
  for (const char* n : {"10", "2"}) {
    zip.add(std::string("xl\\worksheets\\Sheet") + n + ".xml",
            std::string("<worksheet><sheetData><row><c><v>") + n + "</v></c></row></sheetData></worksheet>");
  }
  EXPECT_EQ(picture(zip.bytes()), "[sheet2] 1:#2 [sheet10] 1:#10");
}

TEST(WorkbookXlsx, SaysWhatIsBroken) {
  EXPECT_EQ(picture(xlsx_rows("")), "file.empty");
  EXPECT_EQ(picture(xlsx_rows(R"(<row><c t="s"><v>4</v></c></row>)", "<si><t>a</t></si>")),
            "file.unreadable part=sharedStrings");
  EXPECT_EQ(picture(xlsx_rows(R"(<row><c><v>4</v></c>)").substr(0, 10)), "file.truncated");
  XlsxParts cut;
  cut.sheet = "<sheetData><row><c><v>1</v></c>";
  EXPECT_EQ(picture(xlsx(cut)), "file.truncated");
  cut.sheet += "<row r=\"2";
  EXPECT_EQ(picture(xlsx(cut)), "file.truncated");
  EXPECT_EQ(picture(xlsx_rows(R"(<row><c r="XFE1"><v>1</v></c></row>)")), "file.too_wide sheet=Data");
}

TEST(WorkbookXlsx, JoinsTextThatRunsOverTheWindow) {
  std::string rows;
  std::string expected = "[Data]";
  for (int i = 1; i <= 40'000; ++i) { // many windows, entities at every offset
    const std::string n = std::to_string(i);
    rows += "<row r=\"" + n + "\"><c r=\"A" + n + "\" t=\"inlineStr\"><is><t>a&amp;b" +
            std::string(static_cast<std::size_t>(i) % 7, '.') + "&#233;</t></is></c></row>";
    expected += " " + n + ":a&b" + std::string(static_cast<std::size_t>(i) % 7, '.') + "é";
  }
  EXPECT_EQ(picture(xlsx_rows(rows)), expected);
}

TEST(WorkbookXlsx, RepairsBytesThatAreNoText) {
  const std::string bytes = xlsx_rows("<row><c t=\"inlineStr\"><is><t>caf\xE9 &#0;_x0000_x</t></is></c></row>");
  EXPECT_EQ(picture(bytes), "[Data] 1:café &#0;x");
  EXPECT_EQ(codec::read_workbook(bytes)->front().issues.count(table::IssueCode::EncodingRepaired), 1U);
}

TEST(WorkbookXlsx, TakesTheFirstOfTwoCellsAndLinesThatGoBack) {
  EXPECT_EQ(
      picture(xlsx_rows(
          R"(<row r="5"><c r="B5"><v>1</v></c><c r="A5"><v>2</v></c><c r="B5"><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>)")),
      "[Data] 5:#2|#1 6:#4");
}

} // namespace
} // namespace padan::test
