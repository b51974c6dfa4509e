#include "padan/engine/csv.hpp"

#include <gtest/gtest.h>

#include "padan/engine/export.hpp"
#include "padan/engine/mask.hpp"
#include "padan/ingest/csv_reader.hpp"

namespace padan::engine {
namespace {

using table::FieldKind;

std::string cell(std::string_view text) {
  std::string out;
  append_csv_cell(out, text);
  return out;
}

TEST(Csv, QuotesOnlyWhatNeedsThem) {
  EXPECT_EQ(cell("SITI AMINAH"), "SITI AMINAH");
  EXPECT_EQ(cell(""), "");
  EXPECT_EQ(cell("A, B"), "\"A, B\"");
  EXPECT_EQ(cell("a\"b"), "\"a\"\"b\"");
  EXPECT_EQ(cell("a\nb"), "\"a\nb\"");
  EXPECT_EQ(cell(" a"), "\" a\"");
}

TEST(Csv, NoCellRunsAsAFormula) {
  EXPECT_EQ(cell("=1+1"), "'=1+1");
  EXPECT_EQ(cell("@SUM(A1)"), "'@SUM(A1)");
  EXPECT_EQ(cell("+62811"), "'+62811");
  EXPECT_EQ(cell("-cmd"), "'-cmd");
  EXPECT_EQ(cell("-1+1"), "'-1+1");
  EXPECT_EQ(cell("-"), "'-");
  EXPECT_EQ(cell("-1.2.3"), "'-1.2.3");
  EXPECT_EQ(cell("=A1,B1"), "\"'=A1,B1\"");
  EXPECT_EQ(cell("\tx"), "'\tx");
  EXPECT_EQ(cell("\rx"), "\"'\rx\"");
  EXPECT_EQ(cell("-0.500000"), "-0.500000"); // a weight stays a number
  EXPECT_EQ(cell("-12"), "-12");
}

TEST(Csv, WhatIsWrittenReadsBack) {
  const std::vector<std::string_view> cells{"a, b", "\"", "line\nbreak", "", "plain", "é"};
  std::string out;
  append_csv_row(out, {"c1", "c2", "c3", "c4", "c5", "c6"});
  append_csv_row(out, cells);
  ingest::CsvReader reader;
  reader.feed(out);
  const Result<table::Grid> grid = reader.finish();
  ASSERT_TRUE(grid);
  ASSERT_EQ(grid->rows(), 2U);
  for (std::uint32_t column = 0; column < cells.size(); ++column) {
    EXPECT_EQ(grid->cell(1, column), cells[column]);
  }
}

TEST(Fixed6, RoundsAlikeEverywhere) {
  EXPECT_EQ(fixed6(0.0), "0.000000");
  EXPECT_EQ(fixed6(-0.0000001), "0.000000");
  EXPECT_EQ(fixed6(-12.3456789), "-12.345679");
  EXPECT_EQ(fixed6(7.000001), "7.000001");
}

TEST(Mask, KeepsJustEnoughToTellRowsApart) {
  EXPECT_EQ(mask(FieldKind::Nik, "9901011205700003"), "9901************");
  EXPECT_EQ(mask(FieldKind::Name, "SITI AMINAH"), "S*** A*****");
  EXPECT_EQ(mask(FieldKind::Name, "Émilie Ñoño"), "É***** Ñ***");
  EXPECT_EQ(mask(FieldKind::BirthDate, "1970-05-12"), "1970******");
  EXPECT_EQ(mask(FieldKind::Address, "Kp. 1"), "*****");
  EXPECT_EQ(mask(FieldKind::Village, "Sukamaju"), "Sukamaju");
  EXPECT_EQ(mask(FieldKind::Nik, ""), "");
}

} // namespace
} // namespace padan::engine
