// From a result that somebody has locked to what each programme's list should do.
#include <algorithm>

#include "line_json.hpp"
#include "planning.hpp"

namespace padan::codec {
namespace {

constexpr std::uint32_t kMostLines = 1'000; // of one page

Json event_json(const LockEvent& event) {
  return {{"what", event.locks ? "lock" : "unlock"},
          {"by", event.by},
          {"capacity", event.capacity},
          {"at", event.at},
          {"reason", event.reason},
          {"hash", event.hash}};
}

std::string hash_of(const State& state) {
  return result_hash(state.session, *state.results, rules_text(state.settings, state.as_of));
}

Json lock_json(const State& state) {
  const LockEvent* standing = state.settings.lock.standing();
  const std::string now = hash_of(state);
  Json events = Json::array();
  for (const LockEvent& event : state.settings.lock.events) {
    events.push_back(event_json(event));
  }
  return {{"locked", standing != nullptr && standing->hash == now},
          {"changed", standing != nullptr && standing->hash != now}, // since it was locked
          {"hash", now},
          {"events", std::move(events)}};
}

Result<Json> lock_state(State& state, JsonReader&) { return lock_json(state); }

Result<Json> add_event(State& state, JsonReader& read, bool locks) {
  LockEvent event{locks,
                  read.text("by").value_or(""),
                  read.text("capacity").value_or(""),
                  read.text("at").value_or(""),
                  read.text("reason").value_or(""),
                  {}};
  for (const auto& [key, text] :
       {std::pair("by", &event.by), std::pair("at", &event.at), std::pair("reason", &event.reason)}) {
    if (text->empty()) {
      read.refuse(key);
    }
  }
  const LockEvent* standing = state.settings.lock.standing();
  if (!locks && standing == nullptr) {
    read.refuse("locked");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  event.hash = locks ? hash_of(state) : standing->hash;
  state.settings.lock.events.push_back(std::move(event));
  return lock_json(state);
}

Result<Json> lock(State& state, JsonReader& read) { return add_event(state, read, true); }
Result<Json> unlock(State& state, JsonReader& read) { return add_event(state, read, false); }

Result<Json> actions(State& state, JsonReader&) {
  const engine::Actions& found = *actions_of(state);
  const auto& names = found.programmes();
  Json json = Json::array();
  for (std::uint16_t programme = 0; programme < names.size(); ++programme) {
    Json line = {{"programme", names[programme]}};
    for (std::uint32_t i = 0; i < engine::kActions; ++i) {
      const auto action = static_cast<engine::Action>(i);
      line[std::string(engine::to_text(action))] = found.count(programme, action);
    }
    json.push_back(std::move(line));
  }
  return json;
}

// Of a view of persons: why each stands on the list of a programme.
Result<Json> action_rows(State& state, JsonReader& read) {
  const auto found = state.views.find(read.need("view"));
  const std::uint32_t from = read.need("from");
  const std::uint32_t to = read.need("to");
  const engine::Actions& actions = *actions_of(state);
  const auto programme = actions.number(read.text("programme").value_or(""));
  if (!programme) {
    read.refuse("programme");
  }
  if (found == state.views.end() || found->second.kind != engine::ViewKind::Persons) {
    read.refuse("view");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const std::vector<std::uint32_t>& persons = found->second.items;
  const std::size_t end = std::min<std::size_t>({to, persons.size(), std::size_t{from} + kMostLines});
  Json rows = Json::array();
  for (std::size_t at = from; at < end; ++at) {
    const engine::ActionLine* line = actions.line(*programme, persons[at]);
    Json row = line_json(engine::person_line(*state.results, persons[at]));
    row["reasons"] = text_list(line == nullptr ? std::vector<std::string_view>() : engine::reason_texts(line->reasons));
    rows.push_back(std::move(row));
  }
  return Json{{"rows", std::move(rows)}};
}

} // namespace

bool is_locked(const State& state) {
  return state.results != nullptr && is_locked(state.session, *state.results, state.settings, state.as_of);
}

std::vector<NamedMethod> action_methods() {
  return {{"lock.state", lock_state, true},
          {"lock", lock, true},
          {"unlock", unlock, true},
          {"actions", actions, true},
          {"action.rows", action_rows, true}};
}

} // namespace padan::codec
