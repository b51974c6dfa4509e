#include "padan/synth/visits.hpp"

#include <set>

#include <gtest/gtest.h>

namespace padan::synth {
namespace {

std::vector<SheetRow> rows(std::size_t count) {
  std::vector<SheetRow> out;
  for (std::size_t i = 0; i < count; ++i) {
    out.push_back({"990101410590000" + std::to_string(i % 10), "SITI AMINAH", "1990-05-01", i % 3 == 0 ? "71" : "34",
                   i % 5 == 0   ? "tercatat meninggal di dukcapil"
                   : i % 7 == 0 ? "NIK rusak"
                                : ""});
  }
  return out;
}

const VisitOptions kHeavy{7, Errors::Heavy, "2026-11-28"};

TEST(Visits, AreTheSameForTheSameVillageAndOthersForAnother) {
  const Visit once = pay_visits(rows(60), kHeavy, "Sukamaju", 3);
  const Visit again = pay_visits(rows(60), kHeavy, "Sukamaju", 3);
  const Visit elsewhere = pay_visits(rows(60), kHeavy, "Mekarsari", 3);
  ASSERT_EQ(once.answers.size(), 60U);
  std::size_t different = 0;
  for (std::size_t i = 0; i < 60; ++i) {
    EXPECT_EQ(once.answers[i].result, again.answers[i].result);
    different += once.answers[i].result == elsewhere.answers[i].result ? 0U : 1U;
  }
  EXPECT_EQ(once.worker, again.worker);
  EXPECT_GT(different, 5U);
}

TEST(Visits, AnswerWhatTheWorksheetAsks) {
  const Visit visit = pay_visits(rows(2'000), kHeavy, "Sukamaju", 0);
  std::size_t dead = 0;
  std::size_t mended = 0;
  for (std::size_t i = 0; i < visit.answers.size(); ++i) {
    const SheetAnswer& answer = visit.answers[i];
    ASSERT_FALSE(answer.result.empty());
    EXPECT_TRUE(answer.visit_date == "28/11/2026" || answer.visit_date == "27/11/2026") << answer.visit_date;
    dead += i % 5 == 0 && answer.result == "3 Meninggal" ? 1U : 0U;
    mended += answer.new_nik.empty() ? 0U : 1U;
    if (!answer.new_nik.empty()) {
      EXPECT_EQ(answer.new_nik.size(), 16U);
      EXPECT_EQ(answer.new_nik.substr(0, 6), "990101");
      EXPECT_FALSE(answer.document.empty());
    }
  }
  EXPECT_GT(dead, 300U); // of 400 who are said to be dead
  EXPECT_GT(mended, 100U);
}

TEST(Visits, ComeBackFlawedAsOftenAsAskedAndInEveryWay) {
  const auto flaws = [](Errors errors) {
    std::multiset<Flaw> found;
    for (std::uint32_t number = 0; number < 200; ++number) {
      found.insert(pay_visits(rows(1), {5, errors, "2026-11-28"}, std::to_string(number), number).flaw);
    }
    return found;
  };
  EXPECT_EQ(flaws(Errors::None).count(Flaw::None), 200U);
  EXPECT_EQ(flaws(Errors::Light).count(Flaw::None), 180U);
  EXPECT_EQ(flaws(Errors::Medium).count(Flaw::None), 140U);
  const std::multiset<Flaw> heavy = flaws(Errors::Heavy);
  EXPECT_EQ(heavy.count(Flaw::None), 80U);
  for (std::uint32_t flaw = 0; flaw < kFlaws; ++flaw) {
    EXPECT_GT(heavy.count(static_cast<Flaw>(flaw)), 0U) << to_text(static_cast<Flaw>(flaw));
  }
}

} // namespace
} // namespace padan::synth
