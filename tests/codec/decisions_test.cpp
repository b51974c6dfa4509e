#include "padan/codec/decisions.hpp"

#include <gtest/gtest.h>

namespace padan::codec {
namespace {

std::string event(int seq, const std::string& kind, const std::string& more = "", int left = 1) {
  return R"({"seq":)" + std::to_string(seq) + R"(,"at":"2026-11-22T08:00:00Z","by":"x","capacity":"y","kind":")" +
         kind + R"(","left":{"source":"dtks","row":)" + std::to_string(left) +
         R"(},"right":{"source":"pbi","row":2},"reason":"")" + more + "}\n";
}

std::string undo(int seq, int undoes) {
  return R"({"seq":)" + std::to_string(seq) + R"(,"kind":"undo","undoes":)" + std::to_string(undoes) + "}\n";
}

review::Decisions decisions(const std::string& text) {
  const auto log = DecisionLog::read(text);
  EXPECT_TRUE(log) << text;
  return log ? log->events().decisions() : review::Decisions{};
}

TEST(DecisionLog, BecomesDecisions) {
  const review::Decisions found = decisions(
      event(1, "same") + "\n" + event(2, "unsure", "", 3) + event(3, "value", R"(,"field":"name","value":"A")") +
      event(4, "status", R"(,"value":"dead")") + event(5, "exclude", R"(,"scope":"person")"));
  ASSERT_EQ(found.verdicts.size(), 1U);
  EXPECT_EQ(found.verdicts[0].left.source, "dtks");
  EXPECT_EQ(found.verdicts[0].right.row, 2U);
  EXPECT_TRUE(found.verdicts[0].same);
  EXPECT_EQ(found.unsure.size(), 1U);
  ASSERT_EQ(found.values.size(), 2U);
  EXPECT_EQ(found.values[0].field, table::FieldKind::Name);
  EXPECT_EQ(found.values[1].value, "dead");
  ASSERT_EQ(found.exclusions.size(), 1U);
  EXPECT_TRUE(found.exclusions[0].whole_person);
}

TEST(DecisionLog, FollowsTheKeyNotTheNumber) {
  const auto with_key = [](int seq, int row, const char* kind) {
    return R"({"seq":)" + std::to_string(seq) + R"(,"kind":")" + kind + R"(","left":{"source":"a","row":)" +
           std::to_string(row) + R"(,"key":"00ff"},"right":{"source":"b","row":1}})" + "\n";
  };
  EXPECT_EQ(decisions(with_key(1, 3, "same") + with_key(2, 9, "not_same")).verdicts.size(), 1U);
}

TEST(DecisionLog, KeepsTheLinesThatItRead) {
  const std::string foreign = event(3, "same", R"(,"colour":"blue")");
  const std::string unended = foreign.substr(0, foreign.size() - 1);
  auto log = DecisionLog::read("\xEF\xBB\xBF" + unended);
  ASSERT_TRUE(log);
  EXPECT_EQ(log->text(), unended);
  review::Event next;
  next.kind = review::EventKind::Undo;
  next.undoes = 3;
  ASSERT_TRUE(log->append(next));
  EXPECT_EQ(log->text().rfind(foreign, 0), 0U);
  const auto again = DecisionLog::read(log->text());
  ASSERT_TRUE(again);
  EXPECT_EQ(again->events().events().back().seq, 4U);
  EXPECT_EQ(again->events().decisions().size(), 0U);
  next.undoes = 9;
  EXPECT_FALSE(log->append(next));
  EXPECT_EQ(log->text(), again->text());
}

TEST(DecisionLog, ReadsWhatItWrites) {
  DecisionLog log;
  review::Event pair;
  pair.at = "2026-11-22T08:00:00Z";
  pair.by = "Rina";
  pair.capacity = "operator";
  pair.kind = review::EventKind::NotSame;
  pair.left = {"dtks", 12, "00000000000000aa"};
  pair.right = {"pbi", 3, ""};
  pair.group = 1;
  pair.reason = "other_mother";
  pair.note = "\"kembar\"\nline";
  pair.audit = review::AuditMark{1, {0, 900}};
  ASSERT_TRUE(log.append(pair));
  const auto read = DecisionLog::read(log.text());
  ASSERT_TRUE(read);
  const review::Event& event = read->events().events().front();
  EXPECT_EQ(event.by, pair.by);
  EXPECT_EQ(event.left.key, pair.left.key);
  EXPECT_EQ(event.group, 1U);
  EXPECT_EQ(event.note, pair.note);
  ASSERT_TRUE(event.audit);
  EXPECT_EQ(event.audit->frame.at(1), 900U);
}

TEST(DecisionLog, OneBrokenLineRefusesAll) {
  for (const std::string& broken :
       {std::string("{"), std::string("[]"), std::string("<<<<<<< HEAD"), std::string(R"({"seq":2,"kind":"perhaps"})"),
        std::string(R"({"seq":2,"kind":"same"})"), std::string(R"({"seq":2,"kind":"value"})"), undo(2, 9),
        event(2, "same", "", 0), event(2, "status", R"(,"value":"hidup")"),
        event(2, "value", R"(,"field":"nik","value":"8.8E+15")"), event(2, "exclude", R"(,"scope":"family")"),
        std::string(R"({"seq":2,"kind":"same","left":{"source":"a","row":"1"},"right":{"source":"b","row":2}})")}) {
    const auto log = DecisionLog::read(event(1, "same") + broken);
    ASSERT_FALSE(log) << broken;
    EXPECT_EQ(log.error().code, ErrorCode::DecisionsInvalid);
    EXPECT_EQ(log.error().params[0].second.rfind("line 2", 0), 0U) << broken;
  }
}

TEST(DecisionLog, RefusesLogsPutTogetherByHandAndLaterOnes) {
  const auto merged = DecisionLog::read(event(1, "same") + event(2, "same", "", 5) + event(2, "not_same", "", 6));
  ASSERT_FALSE(merged);
  EXPECT_EQ(merged.error().code, ErrorCode::DecisionsSequence);
  EXPECT_EQ(merged.error().params[0].second, "line 3");
  EXPECT_EQ(DecisionLog::read(R"({"kind":"undo","undoes":1})").error().code, ErrorCode::DecisionsSequence);
  const auto later = DecisionLog::read(event(1, "same", R"(,"version":2)"));
  ASSERT_FALSE(later);
  EXPECT_EQ(later.error().code, ErrorCode::DecisionsVersion);
}

} // namespace
} // namespace padan::codec
