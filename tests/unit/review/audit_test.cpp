#include "padan/review/audit.hpp"

#include <gtest/gtest.h>

#include "padan/base/rng.hpp"

namespace padan::review {
namespace {

TEST(Audit, WilsonIsThatOfTheTables) { // Newcombe 1998, table of examples: 81 of 263, 0 of 20
  EXPECT_NEAR(wilson(81, 263).low, 0.2553, 1e-4);
  EXPECT_NEAR(wilson(81, 263).high, 0.3662, 1e-4);
  EXPECT_NEAR(wilson(0, 20).low, 0.0, 1e-12);
  EXPECT_NEAR(wilson(0, 20).high, 0.1611, 1e-4);
}

TEST(Audit, OneStratumIsWilson) {
  const auto found = accuracy({{0, true, 500, 263, 81}});
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->precision.low, 0.2553, 1e-4);
  EXPECT_NEAR(found->precision.high, 0.3662, 1e-4);
  EXPECT_DOUBLE_EQ(found->recall.value, 1.0); // nothing was weighed and rejected
}

TEST(Audit, SaysNothingWithoutAnswers) {
  EXPECT_FALSE(accuracy({}));
  EXPECT_FALSE(accuracy({{0, true, 500, 0, 0}, {1, false, 500, 10, 1}}));
}

TEST(Audit, StrataCountByTheirPairsAndUnaskedOnesWiden) {
  const auto found = accuracy({{0, true, 900, 30, 30}, {1, true, 100, 30, 15}, {2, false, 1000, 50, 1}});
  ASSERT_TRUE(found);
  EXPECT_NEAR(found->precision.value, 0.95, 1e-12);
  EXPECT_NEAR(found->recall.value, 950.0 / 970.0, 1e-12);
  EXPECT_LT(found->recall.low, found->recall.value);
  const auto wider = accuracy({{0, true, 900, 30, 30}, {1, true, 100, 0, 0}, {2, false, 1000, 50, 1}});
  EXPECT_LT(wider->precision.low, found->precision.low);
}

TEST(Audit, TheIntervalHoldsTheTruthAsOftenAsItPromises) {
  const std::vector<std::pair<bool, double>> truth = {{true, 0.99}, {true, 0.8}, {false, 0.3}, {false, 0.02}};
  const std::vector<std::uint64_t> pairs = {4000, 600, 500, 3000};
  const double right = 4000 * 0.99 + 600 * 0.8;
  const double precision = right / 4600;
  const double recall = right / (right + 500 * 0.3 + 3000 * 0.02);
  base::Rng rng(11);
  std::uint32_t precise = 0;
  std::uint32_t recalled = 0;
  constexpr std::uint32_t kTrials = 1000;
  for (std::uint32_t trial = 0; trial < kTrials; ++trial) {
    std::vector<AuditStratum> strata;
    for (std::uint32_t i = 0; i < truth.size(); ++i) {
      AuditStratum stratum{i, truth[i].first, pairs[i], 60, 0};
      for (std::uint32_t asked = 0; asked < 60; ++asked) {
        stratum.same += rng.chance(truth[i].second) ? 1U : 0U;
      }
      strata.push_back(stratum);
    }
    const auto found = accuracy(strata);
    precise += found->precision.low <= precision && precision <= found->precision.high ? 1U : 0U;
    recalled += found->recall.low <= recall && recall <= found->recall.high ? 1U : 0U;
  }
  EXPECT_GT(precise, kTrials * 93 / 100);
  EXPECT_GT(recalled, kTrials * 93 / 100);
}

TEST(Audit, CountsTheAnswersThatStand) {
  EventLog log;
  const auto answer = [&](std::uint32_t row, EventKind kind) {
    Event event;
    event.seq = log.next_seq();
    event.kind = kind;
    event.left = {"a", row, ""};
    event.right = {"b", row, ""};
    event.audit = AuditMark{3, {0, 40, 0, 700}};
    ASSERT_EQ(log.append(event), EventLog::Refusal::None);
  };
  answer(1, EventKind::Same);
  answer(2, EventKind::NotSame);
  answer(3, EventKind::Unsure);
  answer(2, EventKind::Same); // thought better of it
  const auto strata = audit_strata(log);
  ASSERT_EQ(strata.size(), 2U);
  EXPECT_EQ(strata[0].asked, 0U);
  EXPECT_EQ(strata[0].pairs, 40U);
  EXPECT_EQ(strata[1].asked, 2U);
  EXPECT_EQ(strata[1].same, 2U);
  EXPECT_EQ(strata[1].pairs, 700U);
  EXPECT_TRUE(strata[1].accepted);
}

} // namespace
} // namespace padan::review
