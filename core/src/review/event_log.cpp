#include "padan/review/event_log.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "padan/review/hands.hpp"

namespace padan::review {
namespace {

// What an event is about; the last event about it counts. The field of pairs and exclusions is one that no value has.
using Topic = std::tuple<RowIdentity, RowIdentity, table::FieldKind, bool>;

Topic topic_of(const Event& event) {
  if (is_about_pair(event.kind)) {
    const auto [low, high] = std::minmax({identity_of(event.left), identity_of(event.right)});
    return {low, high, table::FieldKind::Text, false};
  }
  const table::FieldKind field = event.kind == EventKind::Value    ? event.field
                                 : event.kind == EventKind::Status ? table::FieldKind::VitalStatus
                                                                   : table::FieldKind::Text;
  return {identity_of(event.left), {}, field, event.whole_person};
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
  const auto at = static_cast<std::uint32_t>(events_.size());
  events_.push_back(std::move(event));
  undone_.push_back(0);
  voices_.push_back(Voice::Heard);
  if (const std::optional<HandMark>& mark = events_.back().hand) {
    std::vector<std::uint32_t>& answers = questions_[{mark->split, mark->question}];
    answers.push_back(at);
    weigh(answers);
  }
  return Refusal::None;
}

// An undo that goes out of force gives back what it had undone, and so on down the chain.
void EventLog::undo(std::size_t event, bool undone) {
  const bool before = in_force(event);
  undone_[event] += undone ? 1U : UINT32_MAX;
  if (in_force(event) == before) {
    return;
  }
  if (events_[event].kind == EventKind::Undo) {
    undo(find(events_[event].undoes), !undone);
  } else if (const std::optional<HandMark>& mark = events_[event].hand) {
    weigh(questions_[{mark->split, mark->question}]);
  }
}

// Which of the answers to one question of a splitting are heard.
void EventLog::weigh(const std::vector<std::uint32_t>& answers) {
  for (const std::uint32_t event : answers) {
    voices_[event] = Voice::Followed;
  }
  const std::vector<HandAnswer> latest = latest_answers(*this, answers);
  const bool settled = !latest.empty() && latest.front().hand == 0;
  const Voice voice = settled || all_agree(*this, latest) ? Voice::Heard : Voice::Contested;
  for (const HandAnswer& answer : latest) {
    for (const std::size_t event : answer.events) {
      voices_[event] = settled && answer.hand != 0 ? Voice::Followed : voice;
    }
  }
}

// Of two events about one topic, of which `event` is the later: a total order in which the order of the log only parts events
// outside of splittings.
bool EventLog::goes_before(std::size_t event, std::size_t other) const {
  const auto rank = [&](std::size_t of) {
    const Event& it = events_[of];
    return it.hand ? std::tuple(it.at, it.hand->split, it.hand->question, it.hand->hand)
                   : std::tuple(std::string(), std::string(), 0U, 0U);
  };
  return rank(event) >= rank(other);
}

std::optional<std::size_t> EventLog::speaker(const std::vector<std::uint32_t>& events) const {
  std::optional<std::size_t> own;
  std::optional<std::size_t> hand;
  for (const std::uint32_t event : events) {
    if (speaks(event)) {
      std::optional<std::size_t>& best = events_[event].hand ? hand : own;
      best = !best || goes_before(event, *best) ? event : *best;
    }
  }
  return own && (!hand || events_[*own].kind != EventKind::Unsure) ? own : hand;
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
  std::map<Topic, std::vector<std::uint32_t>> said;
  for (std::size_t i = 0; i < events_.size(); ++i) {
    if (speaks(i)) {
      said[topic_of(events_[i])].push_back(static_cast<std::uint32_t>(i));
    }
  }
  for (const auto& [topic, events] : said) {
    visit(*speaker(events));
  }
}

std::vector<bool> EventLog::overtaken() const {
  std::vector<bool> overtaken(events_.size());
  for (std::size_t i = 0; i < events_.size(); ++i) {
    overtaken[i] = stands(i) && !contested(i);
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
