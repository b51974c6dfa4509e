#include "padan/codec/workbook_writer.hpp"

#include <gtest/gtest.h>

#include "workbook_builder.hpp"

namespace padan::test {
namespace {

using codec::WorkbookWriter;
using Cells = std::vector<std::string_view>;

std::string written(const std::vector<codec::SheetColumn>& columns, const std::vector<Cells>& rows) {
  WorkbookWriter writer;
  writer.start_sheet("Warga", columns);
  for (const Cells& row : rows) {
    writer.add_row(row);
  }
  return writer.finish().value();
}

TEST(WorkbookWriter, KeepsEveryCellAsTextThroughARoundTrip) {
  const std::string bytes =
      written({{"NIK", 20}, {"NAMA"}, {"CATATAN"}}, {{"9471014505700003", "CONTOH & <SATU> \"é日\"", "=1+1"},
                                                     {"0012", "", "@SUM(A1)"},
                                                     {},
                                                     {"'-1", " a\n b ", "_x0041_\x01"}});
  EXPECT_EQ(picture(bytes), "[Warga] 1:NIK|NAMA|CATATAN 2:9471014505700003|CONTOH & <SATU> \"é日\"|=1+1 "
                            "3:0012||@SUM(A1) 5:'-1| a\n b |_x0041_\x01");
}

TEST(WorkbookWriter, WritesNumbersOnlyWhereToldAndOnlyExactOnes) {
  EXPECT_EQ(picture(written({{"n", 8, true}, {"t"}}, {{"12", "12"},
                                                      {"-0.5"},
                                                      {"0"},
                                                      {"123456789012345"},
                                                      {"1234567890123456"},
                                                      {"007"},
                                                      {"1e5"},
                                                      {"1."},
                                                      {".5"},
                                                      {"-"},
                                                      {"12 "},
                                                      {"1.50"}})),
            "[Warga] 1:n|t 2:#12|12 3:#-0.5 4:#0 5:#123456789012345 6:1234567890123456 7:007 8:1e5 9:1. 10:.5 11:- "
            "12:12  13:1.50");
}

TEST(WorkbookWriter, GivesTheSameBytesForTheSameCalls) {
  EXPECT_EQ(written({{"a"}}, {{"b"}}), written({{"a"}}, {{"b"}}));
}

TEST(WorkbookWriter, BendsSheetNames) {
  WorkbookWriter writer;
  for (const char* name :
       {"Desa A/B [1]", "DESA a b  1", "", "'", "Desa yang namanya lebih panjang dari tiga puluh satu",
        "Desa yang namanya lebih panjang dari yang lain"}) {
    writer.start_sheet(name, {{"x"}});
  }
  EXPECT_EQ(picture(writer.finish().value()), "[Desa A B  1] 1:x [DESA a b  1 (2)] 1:x [1] 1:x [2] 1:x [Desa yang "
                                              "namanya lebih panjang] 1:x [Desa yang namanya lebih pan (2)] 1:x");
}

TEST(WorkbookWriter, CutsTextsThatExcelCannotHold) {
  WorkbookWriter writer;
  writer.start_sheet("S", {{"x"}});
  const std::string wide = std::string(32766, 'a') + "😀"; // the last character takes two places
  const Cells row{wide};
  writer.add_row(row);
  EXPECT_EQ(writer.cut_cells(), 1U);
  EXPECT_EQ(picture(writer.finish().value()), "[S] 1:x 2:" + std::string(32766, 'a'));
}

TEST(WorkbookWriter, PutsTitlesAboveASheetToBeFilledIn) {
  const auto sheet = [] {
    WorkbookWriter writer;
    writer.start_sheet("Verval",
                       {{"Kode", 18},
                        {.header = "Hasil", .open = true, .choices = {"1 Layak", "3 Meninggal"}, .hint = "Pilih satu"},
                        {.header = "Tanggal", .open = true, .date = true},
                        {.header = "Kunci", .hidden = true}},
                       {.titles = {"Desa Sukamaju", "Kec. Mandala"},
                        .frozen_columns = 1,
                        .locked = true,
                        .grid = true,
                        .header_height = 30,
                        .paper = codec::Paper::Folio,
                        .page_footer = "&P/&N"});
    const Cells row{"V1", "", "", "k"};
    writer.add_row(row);
    writer.start_sheet("catatan", {{"x"}}, {.hidden = true});
    return writer.finish().value();
  };
  const std::string bytes = sheet();
  EXPECT_EQ(picture(bytes),
            "[Verval] 1:Desa Sukamaju 2:Kec. Mandala 3:Kode|Hasil|Tanggal|Kunci 4:V1|||k [catatan] 1:x");
  EXPECT_EQ(bytes, sheet());
}

TEST(WorkbookWriter, ContinuesInAFurtherSheet) {
  WorkbookWriter writer;
  writer.start_sheet("S", {{"x"}});
  constexpr std::uint32_t kLastLine = 1'048'576; // of a sheet
  for (std::uint32_t line = 2; line < kLastLine; ++line) {
    writer.add_row({});
  }
  for (const char* cell : {"a", "b", "c"}) {
    const Cells row{cell};
    writer.add_row(row);
  }
  EXPECT_EQ(picture(writer.finish().value()), "[S] 1:x 1048576:a [S (2)] 1:x 2:b 3:c");
}

TEST(WorkbookWriter, RefusesTooManyColumns) {
  WorkbookWriter writer;
  writer.start_sheet("S", std::vector<codec::SheetColumn>(16385));
  EXPECT_EQ(writer.finish().error().code, ErrorCode::FileTooWide);
}

TEST(WorkbookWriter, MayBeDroppedUnfinished) {
  WorkbookWriter writer;
  writer.start_sheet("S", {{"x"}});
  WorkbookWriter other = std::move(writer);
  EXPECT_EQ(other.cut_cells(), 0U);
}

} // namespace
} // namespace padan::test
