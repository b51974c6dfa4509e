// The log keeps count of who undoes whom; its slow twin asks the whole log, from the last event to the first.

#include <gtest/gtest.h>

#include <map>

#include "padan/base/rng.hpp"
#include "padan/review/event_log.hpp"

namespace {

using namespace padan;
using review::Event;
using review::EventKind;
using review::EventLog;

std::vector<bool> forces(const std::vector<Event>& events) {
  std::vector<bool> in_force(events.size(), true);
  for (std::size_t i = events.size(); i-- > 0;) {
    for (std::size_t j = 0; j < i && events[i].kind == EventKind::Undo && in_force[i]; ++j) {
      if (events[j].seq == events[i].undoes) {
        in_force[j] = false;
      }
    }
  }
  return in_force;
}

Event answer(std::uint64_t seq, std::uint32_t left, std::uint32_t right, EventKind kind) {
  Event event;
  event.seq = seq;
  event.kind = kind;
  event.left = {"a", left, ""};
  event.right = {"b", right, ""};
  return event;
}

Event undo(std::uint64_t seq, std::uint64_t undoes) {
  Event event;
  event.seq = seq;
  event.kind = EventKind::Undo;
  event.undoes = undoes;
  return event;
}

std::map<std::pair<std::uint32_t, std::uint32_t>, bool> verdicts(const EventLog& log) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, bool> found;
  for (const review::RowVerdict& verdict : log.decisions().verdicts) {
    found[{verdict.left.row, verdict.right.row}] = verdict.same;
  }
  return found;
}

} // namespace

TEST(EventLog, AnyOrderOfDoAndUndoEqualsTheReplay) {
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    base::Rng rng(seed);
    EventLog log;
    while (log.events().size() < 40) {
      const std::uint64_t seq = log.next_seq() + rng.below(3);
      const bool undoes = !log.events().empty() && rng.below(2) == 0;
      const Event event = undoes
                              ? undo(seq, log.events()[rng.below(static_cast<std::uint32_t>(log.events().size()))].seq)
                              : answer(seq, 1 + rng.below(3), 1 + rng.below(3), static_cast<EventKind>(rng.below(3)));
      ASSERT_EQ(log.append(event), EventLog::Refusal::None);
    }
    const std::vector<bool> expected = forces(log.events());
    std::map<std::pair<std::uint32_t, std::uint32_t>, EventKind> last;
    for (std::size_t i = 0; i < expected.size(); ++i) {
      ASSERT_EQ(log.in_force(i), expected[i]) << "seed " << seed << " event " << i;
      const Event& event = log.events()[i];
      if (expected[i] && event.kind != EventKind::Undo) {
        last[{event.left.row, event.right.row}] = event.kind;
      }
    }
    std::map<std::pair<std::uint32_t, std::uint32_t>, bool> standing;
    for (const auto& [rows, kind] : last) {
      if (kind != EventKind::Unsure) {
        standing[rows] = kind == EventKind::Same;
      }
    }
    ASSERT_EQ(verdicts(log), standing) << "seed " << seed;
  }
}

TEST(EventLog, UndoingAllInAnyOrderLeavesNothing) {
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    base::Rng rng(seed);
    EventLog log;
    std::vector<std::uint64_t> open;
    for (std::uint64_t seq = 1; seq <= 20; ++seq) {
      ASSERT_EQ(log.append(answer(seq, 1 + rng.below(4), 1 + rng.below(4), static_cast<EventKind>(rng.below(3)))),
                EventLog::Refusal::None);
      open.push_back(seq);
    }
    while (!open.empty()) {
      const auto at = open.begin() + rng.below(static_cast<std::uint32_t>(open.size()));
      ASSERT_EQ(log.append(undo(log.next_seq(), *at)), EventLog::Refusal::None);
      open.erase(at);
    }
    ASSERT_EQ(log.decisions().size(), 0U);
    ASSERT_EQ(log.count_standing(), 0U);
  }
}
