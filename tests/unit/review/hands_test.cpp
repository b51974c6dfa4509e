#include "padan/review/hands.hpp"

#include <gtest/gtest.h>

namespace padan::review {
namespace {

// What a hand says of rows `left` and `left + 1` of one list; question `left` of the splitting.
Event answer(std::uint64_t seq, std::uint32_t left, std::uint32_t hand, EventKind kind, std::string at = "08:00") {
  Event event;
  event.seq = seq;
  event.kind = kind;
  event.at = std::move(at);
  event.by = hand == 0 ? "rapat" : "petugas " + std::to_string(hand);
  event.left = {"dtks", left, ""};
  event.right = {"dtks", left + 1, ""};
  event.hand = HandMark{"s1", left, hand};
  return event;
}

Event own(std::uint64_t seq, std::uint32_t left, EventKind kind) {
  Event event = answer(seq, left, 1, kind);
  event.hand.reset();
  return event;
}

EventLog log_of(const std::vector<Event>& events) {
  EventLog log;
  for (const Event& event : events) {
    EXPECT_EQ(log.append(event), EventLog::Refusal::None);
  }
  return log;
}

std::string said(const EventLog& log) {
  const Decisions decisions = log.decisions();
  std::string all;
  for (const RowVerdict& verdict : decisions.verdicts) {
    all += std::to_string(verdict.left.row) + (verdict.same ? "=" : "!");
  }
  for (const RowPair& pair : decisions.unsure) {
    all += std::to_string(pair.left.row) + "?";
  }
  return all;
}

constexpr EventKind kSame = EventKind::Same;
constexpr EventKind kNot = EventKind::NotSame;
constexpr EventKind kUnsure = EventKind::Unsure;

TEST(Hands, CountWhereTheyAgreeAndWaitForTheMeetingWhereTheyDoNot) {
  EventLog log = log_of({answer(1, 10, 1, kSame), answer(2, 10, 2, kSame), answer(3, 20, 1, kSame)});
  EXPECT_EQ(said(log), "10=20=");
  EXPECT_EQ(log.append(answer(4, 20, 2, kNot)), EventLog::Refusal::None);
  EXPECT_EQ(said(log), "10=");
  EXPECT_TRUE(log.contested(2));
  EXPECT_TRUE(log.contested(3));
  EXPECT_EQ(log.overtaken(), (std::vector<bool>{true, false, false, false})); // two say one thing; one of them counts
  EXPECT_EQ(log.append(answer(5, 20, 0, kNot)), EventLog::Refusal::None);
  EXPECT_EQ(said(log), "10=20!");
  EXPECT_FALSE(log.contested(2));
  Event undo;
  undo.seq = 6;
  undo.kind = EventKind::Undo;
  undo.undoes = 5;
  EXPECT_EQ(log.append(undo), EventLog::Refusal::None);
  EXPECT_EQ(said(log), "10=");
}

TEST(Hands, TheLastAnswerOfAHandCountsWheneverItComes) {
  EXPECT_EQ(said(log_of({answer(1, 10, 1, kSame, "08:00"), answer(2, 10, 1, kNot, "09:00")})), "10!");
  EXPECT_EQ(said(log_of({answer(1, 10, 1, kNot, "09:00"), answer(2, 10, 1, kSame, "08:00")})), "10!");
}

TEST(Hands, WhatWasDecidedHereGoesBeforeThem) {
  EXPECT_EQ(said(log_of({own(1, 10, kNot), answer(2, 10, 1, kSame)})), "10!");
  EXPECT_EQ(said(log_of({answer(1, 10, 1, kSame), own(2, 10, kNot)})), "10!");
  EXPECT_EQ(said(log_of({own(1, 10, kUnsure), answer(2, 10, 1, kSame)})), "10=");
}

TEST(Hands, ContradictEachOtherOverAPersonOfThreeRows) {
  Event first = answer(1, 10, 1, kSame);
  Event second = answer(2, 10, 1, kSame);
  second.left = {"dtks", 11, ""};
  second.right = {"dtks", 12, ""};
  first.group = second.group = 1;
  Event parted = answer(3, 10, 2, kNot);
  parted.right = {"dtks", 12, ""}; // another pair than those of the first hand
  const EventLog log = log_of({first, second, parted});
  EXPECT_EQ(said(log), "");
  const Agreement all = agreement(log);
  EXPECT_EQ(all.asked, 1U);
  EXPECT_EQ(all.agreed, 0U);
}

// Cohen's own way of counting, worked by hand: 20 questions, 15 agreed.
TEST(Agreement, IsPercentAndKappa) {
  std::vector<Event> events;
  std::uint64_t seq = 0;
  std::uint32_t question = 0;
  const auto both = [&](EventKind left, EventKind right, int times) {
    for (int i = 0; i < times; ++i) {
      question += 10;
      events.push_back(answer(++seq, question, 1, left));
      events.push_back(answer(++seq, question, 2, right));
    }
  };
  both(kSame, kSame, 8);
  both(kNot, kNot, 6);
  both(kUnsure, kUnsure, 1);
  both(kSame, kNot, 3);
  both(kNot, kUnsure, 2);
  events.push_back(answer(++seq, 1000, 2, kSame)); // asked of one alone
  const Agreement all = agreement(log_of(events));
  ASSERT_EQ(all.pairs.size(), 1U);
  EXPECT_EQ(all.pairs[0].asked, 20U);
  EXPECT_EQ(all.pairs[0].agreed, 15U);
  // chance: same 11/20 * 8/20, not same 8/20 * 9/20, not sure 1/20 * 3/20 = 0.4075
  EXPECT_NEAR(*all.pairs[0].kappa, (0.75 - 0.4075) / (1 - 0.4075), 1e-12);
  EXPECT_NEAR(*all.kappa, *all.pairs[0].kappa, 1e-12);
  ASSERT_EQ(all.hands.size(), 2U);
  EXPECT_EQ(all.hands[1].answers, 21U);
  EXPECT_EQ(all.hands[1].by, "petugas 2");
}

TEST(Agreement, HasNoKappaWhereBothAlwaysSayOneThing) {
  const Agreement all = agreement(log_of({answer(1, 10, 1, kSame), answer(2, 10, 2, kSame)}));
  EXPECT_EQ(all.agreed, 1U);
  EXPECT_FALSE(all.kappa);
  EXPECT_FALSE(agreement(EventLog()).kappa);
}

TEST(Split, KeepsPlacesTogetherAndLoadsEven) {
  const std::vector<std::string> places = {"A", "A", "B", "A", "C", "B", "A"};
  const auto shares = split(places, {2, true, 0.0, 1});
  std::string hands;
  for (const Assignment& share : shares) {
    hands += std::to_string(share.hand);
    EXPECT_FALSE(share.second);
  }
  EXPECT_EQ(hands, "0010110"); // four of A; two of B and one of C
}

} // namespace
} // namespace padan::review
