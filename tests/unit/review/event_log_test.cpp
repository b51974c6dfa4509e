#include "padan/review/event_log.hpp"

#include <gtest/gtest.h>

namespace padan::review {
namespace {

Event pair(std::uint64_t seq, EventKind kind, std::uint32_t left = 1, std::uint32_t right = 2) {
  Event event;
  event.seq = seq;
  event.kind = kind;
  event.left = {"dtks", left, ""};
  event.right = {"pbi", right, ""};
  return event;
}

Event undo(std::uint64_t seq, std::uint64_t undoes) {
  Event event;
  event.seq = seq;
  event.kind = EventKind::Undo;
  event.undoes = undoes;
  return event;
}

Event value(std::uint64_t seq, std::uint32_t row, table::FieldKind field, std::string text) {
  Event event;
  event.seq = seq;
  event.kind = EventKind::Value;
  event.left = {"dtks", row, ""};
  event.field = field;
  event.value = std::move(text);
  return event;
}

EventLog log_of(std::vector<Event> events) {
  EventLog log;
  for (Event& event : events) {
    EXPECT_EQ(log.append(std::move(event)), EventLog::Refusal::None);
  }
  return log;
}

TEST(EventLog, LaterEventsOvertakeEarlierOnes) {
  Event swapped = pair(2, EventKind::NotSame);
  std::swap(swapped.left, swapped.right);
  const EventLog log = log_of({pair(1, EventKind::Same), swapped});
  ASSERT_EQ(log.decisions().verdicts.size(), 1U);
  EXPECT_FALSE(log.decisions().verdicts[0].same);
  EXPECT_TRUE(log.in_force(0));
  EXPECT_EQ(log.overtaken(), (std::vector<bool>{true, false}));
  EXPECT_EQ(log.count_standing(), 2U);
}

TEST(EventLog, UndoGivesBackWhatWasOvertaken) {
  const EventLog log = log_of({pair(1, EventKind::Same), pair(2, EventKind::NotSame), undo(3, 2)});
  ASSERT_EQ(log.decisions().verdicts.size(), 1U);
  EXPECT_TRUE(log.decisions().verdicts[0].same);
}

TEST(EventLog, AnUndoUndoneTwiceStaysUndoneUntilBothAreGone) {
  EventLog log = log_of({pair(1, EventKind::Same), undo(2, 1), undo(3, 1)});
  EXPECT_FALSE(log.in_force(0));
  EXPECT_EQ(log.append(undo(4, 2)), EventLog::Refusal::None);
  EXPECT_FALSE(log.in_force(0));
  EXPECT_EQ(log.append(undo(5, 3)), EventLog::Refusal::None);
  EXPECT_TRUE(log.in_force(0));
}

TEST(EventLog, RefusesWhatCannotStand) {
  EventLog log = log_of({pair(4, EventKind::Same)});
  EXPECT_EQ(log.append(pair(4, EventKind::Same)), EventLog::Refusal::Sequence);
  EXPECT_EQ(log.append(pair(3, EventKind::Same)), EventLog::Refusal::Sequence);
  EXPECT_EQ(log.append(undo(5, 5)), EventLog::Refusal::UndoesNothing);
  EXPECT_EQ(log.events().size(), 1U);
  EXPECT_EQ(EventLog().append(pair(0, EventKind::Same)), EventLog::Refusal::Sequence);
}

TEST(EventLog, KeepsUnsureValuesAndExclusionsApart) {
  Event status = value(4, 7, {}, "dead");
  status.kind = EventKind::Status;
  Event exclusion = pair(5, EventKind::Exclude);
  exclusion.whole_person = true;
  const EventLog log = log_of({pair(1, EventKind::Unsure), value(2, 9, table::FieldKind::Name, "SITI"),
                               value(3, 1, table::FieldKind::Name, "ST. AMINAH"), status, exclusion});
  const Decisions decisions = log.decisions();
  EXPECT_EQ(decisions.unsure.size(), 1U);
  ASSERT_EQ(decisions.values.size(), 3U);
  EXPECT_EQ(decisions.values[0].value, "SITI"); // as the log has them
  EXPECT_EQ(decisions.values[2].field, table::FieldKind::VitalStatus);
  ASSERT_EQ(decisions.exclusions.size(), 1U);
  EXPECT_TRUE(decisions.exclusions[0].whole_person);
  EXPECT_EQ(decisions.size(), 5U);
}

TEST(EventLog, FindsTheEventsOfOneAnswer) {
  Event first = pair(3, EventKind::Same);
  Event second = pair(4, EventKind::Same, 1, 3);
  first.group = second.group = 3;
  const EventLog log = log_of({pair(1, EventKind::Unsure, 8), first, second});
  EXPECT_EQ(log.answer_of(2), (std::vector<std::size_t>{1, 2}));
  EXPECT_EQ(log.answer_of(0), (std::vector<std::size_t>{0}));
}

TEST(Event, KnowsWhatMayBeSet) {
  using table::FieldKind;
  EXPECT_TRUE(is_settable(FieldKind::Nik, "8801011203700001"));
  EXPECT_TRUE(is_settable(FieldKind::Nik, ""));
  EXPECT_FALSE(is_settable(FieldKind::Nik, "8.8E+15"));
  EXPECT_TRUE(is_settable(FieldKind::BirthDate, "1970-03-12"));
  EXPECT_FALSE(is_settable(FieldKind::BirthDate, "12-03-1970"));
  EXPECT_FALSE(is_settable(FieldKind::BirthDate, "1970-13-12"));
  EXPECT_FALSE(is_settable(FieldKind::Village, "SUKAMAJU"));
  EXPECT_FALSE(is_settable(FieldKind::Decile, "11"));
  EXPECT_FALSE(is_status("hidup"));
}

} // namespace
} // namespace padan::review
