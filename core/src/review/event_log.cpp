#include "padan/review/event_log.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace padan::review {
namespace {

using NameKey = std::tuple<std::string, std::uint32_t, std::string>;

NameKey key_of(const RowName& row) { return {row.source, row.key.empty() ? row.row : 0, row.key}; }

// What an event is about; the last event about it counts. The field of pairs and exclusions is one that no value has.
using Topic = std::tuple<NameKey, NameKey, table::FieldKind, bool>;

Topic topic_of(const Event& event) {
  if (is_about_pair(event.kind)) {
    const auto [low, high] = std::minmax({key_of(event.left), key_of(event.right)});
    return {low, high, table::FieldKind::Text, false};
  }
  const table::FieldKind field = event.kind == EventKind::Value    ? event.field
                                 : event.kind == EventKind::Status ? table::FieldKind::VitalStatus
                                                                   : table::FieldKind::Text;
  return {key_of(event.left), {}, field, event.whole_person};
}

} // namespace

std::size_t EventLog::find(std::uint64_t seq) const {
  const auto at = std::lower_bound(events_.begin(), events_.end(), seq,
                                   [](const Event& event, std::uint64_t wanted) { return event.seq < wanted; });
  return at != events_.end() && at->seq == seq ? static_cast<std::size_t>(at - events_.begin()) : events_.size();
}

EventLog::Refusal EventLog::append(Event event) {
  if (event.seq < next_seq()) {
    return Refusal::Sequence;
  }
  if (event.kind == EventKind::Undo) {
    const std::size_t undone = find(event.undoes);
    if (undone == events_.size()) {
      return Refusal::UndoesNothing;
    }
    undo(undone, true);
  }
  events_.push_back(std::move(event));
  undone_.push_back(0);
  return Refusal::None;
}

// An undo that goes out of force gives back what it had undone, and so on down the chain.
void EventLog::undo(std::size_t event, bool undone) {
  const bool before = in_force(event);
  undone_[event] += undone ? 1U : UINT32_MAX;
  if (in_force(event) != before && events_[event].kind == EventKind::Undo) {
    undo(find(events_[event].undoes), !undone);
  }
}

std::size_t EventLog::count_standing() const {
  std::size_t count = 0;
  for (std::size_t i = 0; i < events_.size(); ++i) {
    count += stands(i) ? 1U : 0U;
  }
  return count;
}

std::vector<std::size_t> EventLog::answer_of(std::size_t event) const {
  const std::uint64_t group = events_[event].group;
  if (group == 0) {
    return {event};
  }
  std::vector<std::size_t> events;
  for (std::size_t i = find(group); i < events_.size(); ++i) {
    if (events_[i].group == group) {
      events.push_back(i);
    }
  }
  return events;
}

// Visits the events that stand, by topic, and says of each other event in force that it is overtaken.
template <class Visit> void EventLog::for_each_lasting(Visit visit) const {
  std::map<Topic, std::size_t> last;
  for (std::size_t i = 0; i < events_.size(); ++i) {
    if (stands(i)) {
      last[topic_of(events_[i])] = i;
    }
  }
  for (const auto& [topic, event] : last) {
    visit(event);
  }
}

std::vector<bool> EventLog::overtaken() const {
  std::vector<bool> overtaken(events_.size());
  for (std::size_t i = 0; i < events_.size(); ++i) {
    overtaken[i] = stands(i);
  }
  for_each_lasting([&](std::size_t event) { overtaken[event] = false; });
  return overtaken;
}

Decisions EventLog::decisions() const {
  Decisions decisions;
  std::vector<std::size_t> values; // those of one person may be told of several rows: the order of the log decides
  for_each_lasting([&](std::size_t at) {
    const Event& event = events_[at];
    switch (event.kind) {
    case EventKind::Same:
    case EventKind::NotSame:
      decisions.verdicts.push_back({event.left, event.right, event.kind == EventKind::Same});
      break;
    case EventKind::Unsure:
      decisions.unsure.push_back({event.left, event.right});
      break;
    case EventKind::Value:
    case EventKind::Status:
      values.push_back(at);
      break;
    case EventKind::Exclude:
      decisions.exclusions.push_back({event.left, event.whole_person});
      break;
    case EventKind::Undo:
      break;
    }
  });
  std::sort(values.begin(), values.end());
  for (const std::size_t at : values) {
    const Event& event = events_[at];
    const bool status = event.kind == EventKind::Status;
    decisions.values.push_back({event.left, status ? table::FieldKind::VitalStatus : event.field, event.value});
  }
  return decisions;
}

} // namespace padan::review
