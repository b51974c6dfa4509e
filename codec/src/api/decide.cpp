// The log of decisions: taken in, added to, undone, looked through.
#include <algorithm>

#include "../json/event_json.hpp"
#include "answers.hpp"

namespace padan::codec {
namespace {

using review::Event;
using review::EventKind;

std::uint64_t lost(State& state) {
  const bool nothing = state.results == nullptr || state.share || state.log.events().events().empty();
  return nothing ? 0 : review_of(state).find(state.log.events().decisions()).lost;
}

Json log_json(State& state) {
  const review::EventLog& log = state.log_at_hand().events();
  return {{"events", log.events().size()},
          {"in_force", log.count_standing()},
          {"lost", lost(state)},
          {"pending", state.share ? 0 : pending(state)}};
}

Result<Json> load(State& state, JsonReader&) {
  Result<DecisionLog> log = DecisionLog::read(state.taken);
  if (!log) {
    return tl::unexpected<Error>(std::move(log.error()));
  }
  if (state.share) {
    if (!state.share->take_up(std::move(*log))) {
      return fail(ErrorCode::DecisionsForeign, {{"lists", state.share->lists()}});
    }
    return log_json(state);
  }
  if (const Result<bool> ours = check_lists(log->events(), state.session); !ours) {
    return tl::unexpected<Error>(ours.error());
  }
  state.log = std::move(*log);
  state.review.reset(); // it follows a log that only grows
  return log_json(state);
}

Result<Json> export_log(State& state, JsonReader&) {
  state.bytes = state.log_at_hand().text();
  return Json::object();
}

Result<Json> log_state(State& state, JsonReader&) { return log_json(state); }

std::optional<review::RowName> read_row(State& state, JsonReader& read, std::string_view side) {
  const std::uint32_t row = read.need(side);
  if (row >= state.results->scoring().corpus.rows()) {
    read.refuse(side);
    return std::nullopt;
  }
  return review_of(state).name_of(row);
}

Result<Json> append_one(State& state, JsonReader& read) {
  Event event = read_author(read);
  const auto kind = review::parse_event_kind(read.text("kind").value_or(""));
  if (!kind || *kind == EventKind::Undo) {
    read.refuse("kind");
    return read.refusal(ErrorCode::RequestInvalid);
  }
  event.kind = *kind;
  event.left = read_row(state, read, "left").value_or(review::RowName{});
  if (is_about_pair(event.kind)) {
    event.right = read_row(state, read, "right").value_or(review::RowName{});
    if (read.number32("left") == read.number32("right")) {
      read.refuse("right");
    }
  }
  read_what(read, event);
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const Event author = event;
  const std::uint64_t seq = append(state, author, {event});
  return Json{{"seq", seq}, {"live", live_json(state)}};
}

Result<Json> undo(State& state, JsonReader& read) {
  const Event author = read_author(read);
  const std::uint64_t seq = read.number("seq", UINT64_MAX).value_or(0);
  const review::EventLog& log = state.log_at_hand().events();
  const std::size_t at = log.find(seq);
  if (read.ok() && (at == log.events().size() || !log.in_force(at))) {
    read.refuse("seq");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  std::vector<Event> events;
  for (const std::size_t member : log.answer_of(at)) {
    if (log.in_force(member)) {
      Event& event = events.emplace_back();
      event.kind = EventKind::Undo;
      event.undoes = log.events()[member].seq;
    }
  }
  const std::uint64_t first = append(state, author, std::move(events));
  Json json = {{"seq", first}};
  if (state.results != nullptr || state.share) {
    json["live"] = live_json(state);
    json["next"] = next_json(state);
  }
  return json;
}

bool says(const Json& json, const std::string& wanted) {
  if (wanted.empty()) {
    return true;
  }
  const auto folded = [](std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
  };
  return folded(to_text(json)).find(folded(wanted)) != std::string::npos;
}

Result<Json> history(State& state, JsonReader& read) {
  const std::uint32_t from = read.need("from");
  const std::uint32_t to = read.need("to");
  const std::string by = read.text("by").value_or("");
  const std::string kind = read.text("kind").value_or("");
  const auto in_force = read.flag("in_force");
  const std::string search = read.text("search").value_or("");
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const review::EventLog& log = state.log_at_hand().events();
  const std::vector<bool> overtaken = log.overtaken();
  std::uint64_t total = 0;
  Json events = Json::array();
  for (std::size_t i = log.events().size(); i-- > 0;) {
    const Event& event = log.events()[i];
    const bool first = event.group == 0 || event.group == event.seq;
    if (!first || (!by.empty() && event.by != by) || (!kind.empty() && to_text(event.kind) != kind) ||
        (in_force && *in_force != log.in_force(i))) {
      continue;
    }
    const bool shown = total >= from && total < to && total - from < kMostListed;
    if (!shown && search.empty()) {
      ++total;
      continue;
    }
    Json json = event_json(event);
    json["in_force"] = log.in_force(i);
    json["overtaken"] = static_cast<bool>(overtaken[i]);
    json["contested"] = log.contested(i);
    json["size"] = log.answer_of(i).size();
    for (const auto& [side, name] : {std::pair("left", &event.left), std::pair("right", &event.right)}) {
      if (!name->source.empty()) {
        json[side] = side_json(state, *name);
      }
    }
    if (says(json, search)) {
      total += 1;
      if (shown) {
        events.push_back(std::move(json));
      }
    }
  }
  return Json{{"total", total}, {"events", std::move(events)}};
}

} // namespace

std::vector<NamedMethod> decision_methods() {
  return {{"decisions.load", load},       {"decisions.export", export_log},
          {"decisions.state", log_state}, {"decisions.append", append_one, true},
          {"decisions.undo", undo},       {"decisions.history", history}};
}

} // namespace padan::codec
