#pragma once
// decisions.jsonl: what people decided, one event a line, only ever appended.

#include <string>
#include <string_view>

#include "padan/engine/session.hpp"
#include "padan/review/event_log.hpp"

namespace padan::codec {

/// The log and its text. Lines that were read stay as they were, keys of other programs included.
///   DecisionLog log = *DecisionLog::read(text);  log.append(event);  log.text() == text + line;
class DecisionLog {
public:
  /// All or nothing. Blank lines count as nothing.
  /// Errors: DecisionsInvalid {where: "line 12: kind"}: no JSON, an unknown kind, a missing row, a value that cannot be, an undo of
  /// nothing; DecisionsSequence {where}: seq does not rise; DecisionsVersion {where}: written by a later padan.
  [[nodiscard]] static Result<DecisionLog> read(std::string_view jsonl);

  [[nodiscard]] const review::EventLog& events() const { return events_; }
  [[nodiscard]] const std::string& text() const { return text_; }
  /// The next event; it gets its seq here. Only an undo of nothing is refused (false).
  bool append(review::Event event);

private:
  review::EventLog events_;
  std::string text_;
};

/// Whether the log names lists, there are lists, and none is named: it belongs to other lists.
/// Errors: DecisionsForeign {lists}: those that it names.
[[nodiscard]] Result<bool> check_lists(const review::EventLog& events, const engine::Session& session);

} // namespace padan::codec
