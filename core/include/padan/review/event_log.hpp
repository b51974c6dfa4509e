#pragma once
// The memory of a project: events, only ever appended. An undo takes another event out of force, and may be undone itself.
//
//   EventLog log;
//   log.append({.seq = 1, .kind = EventKind::Same, .left = {"dtks", 12, ""}, .right = {"pbi", 3, ""}});
//   log.append({.seq = 2, .kind = EventKind::Undo, .undoes = 1});
//   log.decisions().verdicts.empty();

#include <cstddef>
#include <map>

#include "padan/review/event.hpp"

namespace padan::review {

class EventLog {
public:
  enum class Refusal : std::uint8_t { None, Sequence, UndoesNothing };
  /// Sequence: seq is 0, or does not rise. UndoesNothing: no earlier event has that seq. Then nothing has changed.
  /// Cost: O(log events), and the length of the chain of undos.
  Refusal append(Event event);

  [[nodiscard]] const std::vector<Event>& events() const { return events_; }
  /// An event is in force unless an undo that is in force itself undoes it.
  [[nodiscard]] bool in_force(std::size_t event) const { return undone_[event] == 0; }
  /// In force and no undo: a decision that counts, unless a later one overtakes it.
  [[nodiscard]] bool stands(std::size_t event) const {
    return in_force(event) && events_[event].kind != EventKind::Undo;
  }
  /// Stands, and is not silenced by another answer to the same question of a splitting: only the last answer of a hand counts, none
  /// where hands contradict each other, and that of the meeting alone where there is one. So the order in which answers of hands
  /// came in is of no account.
  [[nodiscard]] bool speaks(std::size_t event) const { return stands(event) && voices_[event] == Voice::Heard; }
  /// Stands, and waits for a meeting: another hand has answered otherwise.
  [[nodiscard]] bool contested(std::size_t event) const { return stands(event) && voices_[event] == Voice::Contested; }
  /// Which of the events about one pair of rows counts, where any speaks. What was decided outside of a splitting goes before what
  /// hands answer, unless it is a doubt.
  [[nodiscard]] std::optional<std::size_t> speaker(const std::vector<std::uint32_t>& events) const;
  [[nodiscard]] std::size_t count_standing() const;
  [[nodiscard]] std::uint64_t next_seq() const { return events_.empty() ? 1 : events_.back().seq + 1; }
  /// Place of an event by its seq; events().size() where there is none.
  [[nodiscard]] std::size_t find(std::uint64_t seq) const;
  /// Events of one answer, ascending; the event alone where it has no group.
  [[nodiscard]] std::vector<std::size_t> answer_of(std::size_t event) const;

  /// Events that answer a question of a splitting, by splitting and question.
  using Questions = std::map<std::pair<std::string, std::uint32_t>, std::vector<std::uint32_t>>;
  [[nodiscard]] const Questions& questions() const { return questions_; }

  [[nodiscard]] Decisions decisions() const;
  /// Per event whether it is in force, but a later one about the same rows and field speaks in its stead.
  [[nodiscard]] std::vector<bool> overtaken() const;

private:
  enum class Voice : std::uint8_t { Heard, Followed, Contested };

  void undo(std::size_t event, bool undone);
  void weigh(const std::vector<std::uint32_t>& answers);
  [[nodiscard]] bool goes_before(std::size_t event, std::size_t other) const;
  template <class Visit> void for_each_lasting(Visit visit) const;

  std::vector<Event> events_;
  std::vector<std::uint32_t> undone_; // per event: undos in force that undo it
  std::vector<Voice> voices_;         // per event, as answers to its question of a splitting have it
  Questions questions_;
};

} // namespace padan::review
