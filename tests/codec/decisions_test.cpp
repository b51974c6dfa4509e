#include "padan/codec/decisions.hpp"

#include <gtest/gtest.h>

namespace padan::codec {
namespace {

std::string event(int seq, const std::string& kind, int left = 1, int right = 2) {
  return R"({"seq":)" + std::to_string(seq) + R"(,"at":"2026-11-22T08:00:00Z","by":"x","capacity":"y","kind":")" +
         kind + R"(","left":{"source":"dtks","row":)" + std::to_string(left) + R"(},"right":{"source":"pbi","row":)" +
         std::to_string(right) + R"(},"reason":""})" + "\n";
}

std::string undo(int seq, int undoes) {
  return R"({"seq":)" + std::to_string(seq) + R"(,"kind":"undo","undoes":)" + std::to_string(undoes) + "}\n";
}

TEST(Decisions, BecomeVerdicts) {
  const auto decisions = read_decisions(event(1, "same") + "\n" + event(2, "not_same", 3, 4));
  ASSERT_TRUE(decisions);
  ASSERT_EQ(decisions->verdicts.size(), 2U);
  EXPECT_EQ(decisions->verdicts[0].left.source, "dtks");
  EXPECT_EQ(decisions->verdicts[0].right.row, 2U);
  EXPECT_TRUE(decisions->verdicts[0].same);
  EXPECT_FALSE(decisions->verdicts[1].same);
}

TEST(Decisions, LaterOnesOvertakeAlsoWithSidesExchanged) {
  const std::string swapped =
      R"({"seq":2,"kind":"not_same","left":{"source":"pbi","row":2},"right":{"source":"dtks","row":1}})";
  const auto decisions = read_decisions(event(1, "same") + swapped);
  ASSERT_TRUE(decisions);
  ASSERT_EQ(decisions->verdicts.size(), 1U);
  EXPECT_FALSE(decisions->verdicts[0].same);
}

TEST(Decisions, AreUndoneAndRedone) {
  EXPECT_TRUE(read_decisions(event(1, "same") + undo(2, 1))->verdicts.empty());
  EXPECT_EQ(read_decisions(event(1, "same") + undo(2, 1) + undo(3, 2))->verdicts.size(), 1U);
  // What an undone event had overtaken stands again.
  const auto earlier = read_decisions(event(1, "same") + event(2, "not_same") + undo(3, 2));
  ASSERT_EQ(earlier->verdicts.size(), 1U);
  EXPECT_TRUE(earlier->verdicts[0].same);
}

TEST(Decisions, UnsureLeavesThePairToTheEvidence) {
  EXPECT_TRUE(read_decisions(event(1, "same") + event(2, "unsure"))->verdicts.empty());
}

TEST(Decisions, FollowTheKeyNotTheNumber) {
  const auto with_key = [](int row, const char* kind) {
    return R"({"seq":1,"kind":")" + std::string(kind) + R"(","left":{"source":"a","row":)" + std::to_string(row) +
           R"(,"key":"00ff"},"right":{"source":"b","row":1}})" + "\n";
  };
  EXPECT_EQ(read_decisions(with_key(3, "same") + with_key(9, "not_same"))->verdicts.size(), 1U);
}

TEST(Decisions, OtherKindsAreCounted) {
  const auto decisions = read_decisions(R"({"seq":1,"kind":"value"})"
                                        "\n"
                                        R"({"seq":2,"kind":"status"})"
                                        "\n" +
                                        undo(3, 1));
  ASSERT_TRUE(decisions);
  EXPECT_EQ(decisions->others, 1U);
}

TEST(Decisions, OneBrokenLineRefusesAll) {
  for (const std::string& broken :
       {std::string("{"), std::string("[]"), std::string(R"({"seq":2,"kind":"perhaps"})"),
        std::string(R"({"seq":2,"kind":"same"})"), undo(2, 9), event(2, "same", 0),
        std::string(R"({"kind":"same","left":{"source":"a","row":"1"},"right":{"source":"b","row":2}})")}) {
    const auto decisions = read_decisions(event(1, "same") + broken);
    ASSERT_FALSE(decisions) << broken;
    EXPECT_EQ(decisions.error().code, ErrorCode::ConfigInvalid);
    EXPECT_EQ(decisions.error().params[0].second.rfind("line 2", 0), 0U) << broken;
  }
}

} // namespace
} // namespace padan::codec
