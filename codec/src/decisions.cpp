#include "padan/codec/decisions.hpp"

#include <algorithm>
#include <set>

#include "json/event_json.hpp"

namespace padan::codec {
namespace {

using Refusal = review::EventLog::Refusal;

constexpr std::uint64_t kVersion = 1; // an event of a later padan says so

// Nothing when the line is an event that may follow.
std::optional<Error> take_line(std::string_view line, const std::string& where, review::EventLog& events) {
  const Json json = parse_json(line);
  JsonReader reader(json);
  const auto invalid = [&](std::string_view what) {
    return Error{ErrorCode::DecisionsInvalid, {{"where", where + (what.empty() ? "" : ": ") + std::string(what)}}};
  };
  if (!reader.ok()) {
    return invalid(reader.where());
  }
  if (reader.number("version", UINT64_MAX).value_or(kVersion) > kVersion) {
    return Error{ErrorCode::DecisionsVersion, {{"where", where}}};
  }
  review::Event event = read_event(reader);
  if (!reader.ok()) {
    return invalid(reader.where());
  }
  switch (events.append(std::move(event))) {
  case Refusal::Sequence:
    return Error{ErrorCode::DecisionsSequence, {{"where", where}}};
  case Refusal::UndoesNothing:
    return invalid("undoes");
  case Refusal::None:
    break;
  }
  return std::nullopt;
}

} // namespace

Result<DecisionLog> DecisionLog::read(std::string_view jsonl) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (jsonl.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    jsonl.remove_prefix(kByteOrderMark.size());
  }
  DecisionLog log;
  log.text_ = jsonl;
  std::uint32_t number = 0;
  while (!jsonl.empty()) {
    const std::size_t end = jsonl.find('\n');
    const std::string_view line = jsonl.substr(0, end);
    jsonl.remove_prefix(end == std::string_view::npos ? jsonl.size() : end + 1);
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
      continue;
    }
    if (std::optional<Error> error = take_line(line, "line " + std::to_string(number), log.events_)) {
      return tl::unexpected<Error>(std::move(*error));
    }
  }
  return log;
}

bool DecisionLog::append(review::Event event) {
  event.seq = events_.next_seq();
  std::string line = to_text(event_json(event)) + '\n';
  if (events_.append(std::move(event)) != Refusal::None) {
    return false;
  }
  text_.append(text_.empty() || text_.back() == '\n' ? "" : "\n").append(line);
  return true;
}

Result<bool> check_lists(const review::EventLog& events, const engine::Session& session) {
  std::set<std::string> named;
  for (const review::Event& event : events.events()) {
    for (const review::RowName* row : {&event.left, &event.right}) {
      if (!row->source.empty()) {
        named.insert(row->source);
      }
    }
  }
  const auto& sources = session.sources();
  if (named.empty() || sources.empty() ||
      std::any_of(sources.begin(), sources.end(), [&](const auto& source) { return named.count(source->name) != 0; })) {
    return true;
  }
  std::string lists;
  for (const std::string& name : named) {
    lists.append(lists.empty() ? "" : ", ").append(name);
  }
  return fail(ErrorCode::DecisionsForeign, {{"lists", lists}});
}

} // namespace padan::codec
