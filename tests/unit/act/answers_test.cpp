#include <gtest/gtest.h>

#include "padan/act/worksheet.hpp"

namespace padan::test {
namespace {

using act::Answer;
using act::read_answer;
using act::VisitResult;

TEST(VisitAnswer, TakesNumbersWordsAndBoth) {
  const std::vector<std::pair<const char*, VisitResult>> cases = {
      {"1", VisitResult::Eligible},
      {"1 Layak", VisitResult::Eligible},
      {"1 - layak", VisitResult::Eligible},
      {"LAYAK (1)", VisitResult::Eligible},
      {"01", VisitResult::Eligible},
      {"2.", VisitResult::Ineligible},
      {"tdk layak", VisitResult::Ineligible},
      {"Tidak Layak / mampu", VisitResult::Ineligible},
      {"meninggal", VisitResult::Dead},
      {"MD", VisitResult::Dead},
      {"wafat", VisitResult::Dead},
      {"Alm.", VisitResult::Dead},
      {"3 Meninggal dunia", VisitResult::Dead},
      {"3 dua tahun lalu", VisitResult::Dead},
      {"pindah", VisitResult::Moved},
      {"tidak ditemukan", VisitResult::NotFound},
      {"Tidak dikenal", VisitResult::NotFound},
      {"ganda", VisitResult::Duplicate},
      {"dobel", VisitResult::Duplicate},
      {"menolak", VisitResult::Refused},
      {"8 Perlu perbaikan", VisitResult::Correction},
      {"belum punya KTP/KK", VisitResult::None},
      {"9 Belum punya dokumen", VisitResult::NoDocument},
      {"10 usulan baru", VisitResult::Proposal},
      {"11 Belum dikunjungi", VisitResult::NotVisited},
      {"belum", VisitResult::NotVisited},
      {"3 Died", VisitResult::Dead},
      {"Not eligible", VisitResult::Ineligible},
  };
  for (const auto& [cell, result] : cases) {
    EXPECT_EQ(read_answer(cell).result, result) << cell;
    EXPECT_EQ(read_answer(cell).state, result == VisitResult::None ? Answer::State::Unknown : Answer::State::Understood)
        << cell;
  }
}

TEST(VisitAnswer, RefusesTwoAnswersAndWhatItDoesNotKnow) {
  for (const char* cell : {"3/6", "3, 4", "meninggal / pindah", "1 Meninggal", "layak + ganda"}) {
    EXPECT_EQ(read_answer(cell).state, Answer::State::TwoAnswers) << cell;
  }
  for (const char* cell : {"12", "0", "3 6", "?", "coba lagi", "meningal", "tanya pak RT"}) {
    const Answer answer = read_answer(cell);
    EXPECT_NE(answer.state, Answer::State::Understood) << cell;
    EXPECT_EQ(answer.result, VisitResult::None) << cell;
  }
  for (const char* cell : {"", "  ", "-"}) {
    EXPECT_EQ(read_answer(cell).state, Answer::State::Blank) << cell;
  }
}

TEST(SheetHeader, IsKnownByItsSpellings) {
  using act::read_sheet_header;
  using act::SheetField;
  EXPECT_EQ(read_sheet_header("Kode baris"), SheetField::RowCode);
  EXPECT_EQ(read_sheet_header(" HASIL "), SheetField::Result);
  EXPECT_EQ(read_sheet_header("No."), SheetField::Number);
  EXPECT_EQ(read_sheet_header("No. KK"), SheetField::Kk);
  EXPECT_EQ(read_sheet_header("Perbaikan NIK"), SheetField::NewNik);
  EXPECT_EQ(read_sheet_header("Lansia 60+"), SheetField::Elderly);
  EXPECT_EQ(read_sheet_header("nilai"), std::nullopt);
}

TEST(Tick, IsWhatPeopleWrite) {
  for (const char* cell : {"v", "V", "x", "✓", "√", "ya", "1", "Y"}) {
    EXPECT_TRUE(act::is_ticked(cell)) << cell;
  }
  for (const char* cell : {"", "-", "0", "tidak", "T", "?"}) {
    EXPECT_FALSE(act::is_ticked(cell)) << cell;
  }
}

} // namespace
} // namespace padan::test
