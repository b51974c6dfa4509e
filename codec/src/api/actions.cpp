// From a result that somebody has locked to what each programme's list should do.
#include "padan/engine/actions.hpp"
#include "state.hpp"

namespace padan::codec {
namespace {

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
  const engine::Actions& found = state.results->actions();
  const auto& names = state.results->master().programmes().names();
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

} // namespace

bool is_locked(const State& state) {
  return state.results != nullptr && is_locked(state.session, *state.results, state.settings, state.as_of);
}

std::vector<NamedMethod> action_methods() {
  return {{"lock.state", lock_state, true}, {"lock", lock, true}, {"unlock", unlock, true}, {"actions", actions, true}};
}

} // namespace padan::codec
