#include "padan/codec/decisions.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "json/json.hpp"
#include "json/reader.hpp"

namespace padan::codec {
namespace {

using engine::RowName;

constexpr std::string_view kKinds[] = {"same", "not_same", "unsure", "undo", "value", "status", "exclude"};

struct Event {
  std::uint64_t seq = 0;
  std::string kind;
  RowName left;
  RowName right;
  std::uint64_t undoes = 0;
  bool in_force = true;

  [[nodiscard]] bool on_pair() const { return kind == "same" || kind == "not_same" || kind == "unsure"; }
};

RowName read_row(JsonReader& event, std::string_view side) {
  RowName name;
  const Json* json = event.member(side);
  if (json == nullptr) {
    event.refuse(side);
    return name;
  }
  JsonReader row(*json);
  name.source = row.text("source").value_or("");
  name.row = row.need("row");
  name.key = row.text("key").value_or("");
  if (!row.ok() || name.source.empty() || name.row == 0) {
    event.refuse(side);
  }
  return name;
}

Event read_event(JsonReader& reader) {
  Event event;
  event.seq = reader.number("seq", UINT64_MAX).value_or(0);
  event.kind = reader.text("kind").value_or("");
  if (std::find(std::begin(kKinds), std::end(kKinds), event.kind) == std::end(kKinds)) {
    reader.refuse("kind");
  }
  if (event.on_pair()) {
    event.left = read_row(reader, "left");
    event.right = read_row(reader, "right");
  }
  event.undoes = reader.number("undoes", UINT64_MAX).value_or(0);
  return event;
}

// Whether an event is in force decides about what it undid.
void set_force(std::vector<Event>& events, Event& event, bool in_force) {
  event.in_force = in_force;
  if (event.kind == "undo") {
    for (Event& other : events) {
      if (other.seq == event.undoes && &other < &event) {
        set_force(events, other, !in_force);
      }
    }
  }
}

// The log may only undo what stands before.
bool undo(std::vector<Event>& events, std::uint64_t seq) {
  const auto found =
      std::find_if(events.rbegin(), events.rend(), [seq](const Event& event) { return event.seq == seq; });
  if (seq == 0 || found == events.rend()) {
    return false;
  }
  set_force(events, *found, false);
  return true;
}

using PairKey = std::tuple<std::string, std::uint32_t, std::string, std::string, std::uint32_t, std::string>;

PairKey key_of(const Event& event) {
  const auto name = [](const RowName& row) { return std::tuple(row.source, row.key.empty() ? row.row : 0, row.key); };
  const auto [low, high] = std::minmax({name(event.left), name(event.right)});
  return std::tuple_cat(low, high);
}

Decisions conclude(const std::vector<Event>& events) {
  Decisions decisions;
  std::map<PairKey, const Event*> last;
  for (const Event& event : events) {
    if (event.in_force && event.on_pair()) {
      last[key_of(event)] = &event;
    } else if (event.in_force && event.kind != "undo") {
      ++decisions.others;
    }
  }
  for (const auto& [key, event] : last) {
    if (event->kind != "unsure") {
      decisions.verdicts.push_back({event->left, event->right, event->kind == "same"});
    }
  }
  return decisions;
}

} // namespace

Result<Decisions> read_decisions(std::string_view jsonl) {
  std::vector<Event> events;
  std::uint32_t number = 0;
  while (!jsonl.empty()) {
    const std::size_t end = jsonl.find('\n');
    const std::string_view line = jsonl.substr(0, end);
    jsonl.remove_prefix(end == std::string_view::npos ? jsonl.size() : end + 1);
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
      continue;
    }
    const Json json = parse_json(line);
    JsonReader reader(json);
    const std::string where = "line " + std::to_string(number);
    Event event = reader.ok() ? read_event(reader) : Event{};
    if (!reader.ok() || (event.kind == "undo" && !undo(events, event.undoes))) {
      return fail(ErrorCode::ConfigInvalid, {{"where", reader.ok() ? where : where + ": " + reader.where()}});
    }
    events.push_back(std::move(event));
  }
  return conclude(events);
}

} // namespace padan::codec
