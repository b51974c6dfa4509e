// Review: the log of decisions, the queue, cases, answers.
#include <algorithm>

#include "../json/event_json.hpp"
#include "answers.hpp"
#include "line_json.hpp"

namespace padan::codec {
namespace {

using engine::Case;
using engine::CaseState;
using engine::Review;
using review::Event;
using review::EventKind;

constexpr std::uint32_t kMostRows = 10'000; // of one page
constexpr std::size_t kSamples = 5;         // of a pattern

// Decisions that the result at hand does not know, or knows though they are undone.
std::uint64_t pending(const State& state) {
  const review::EventLog& log = state.log.events();
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < log.events().size(); ++i) {
    count += log.stands(i) != (i < state.applied.size() && state.applied[i]) ? 1U : 0U;
  }
  return count;
}

Json figures_json(const engine::Figures& figures) {
  Json json = Json::object();
  for (std::uint32_t i = 0; i < engine::kFigures; ++i) {
    json[std::string(to_text(static_cast<engine::Figure>(i)))] = figures[i];
  }
  return json;
}

Json live_json(State& state) {
  const engine::LiveCounts live = review_of(state).live();
  Json json = figures_json(live.figures);
  json["questions"] = live.questions;
  json["pending"] = pending(state);
  return json;
}

Json ranges_json(const engine::Ranges& ranges) {
  Json json = Json::array();
  for (std::uint32_t i = 0; i < engine::kFigures; ++i) {
    json.push_back({{"figure", to_text(static_cast<engine::Figure>(i))},
                    {"count", ranges[i].count},
                    {"low", ranges[i].low},
                    {"high", ranges[i].high}});
  }
  return json;
}

Json case_json(const engine::Results& results, const Review& review, std::uint32_t index) {
  const Case& asked = review.cases()[index];
  Json suspicions = Json::array();
  for (std::uint32_t i = 0; i < engine::kSuspicions; ++i) {
    if ((asked.suspicions >> i & 1U) != 0) {
      suspicions.push_back(to_text(static_cast<engine::Suspicion>(i)));
    }
  }
  return {{"case", index},
          {"kind", asked.cluster ? "cluster" : "pair"},
          {"accepted", asked.accepted},
          {"weight", asked.weight},
          {"probability", asked.probability},
          {"count", review.rows(index).size()},
          {"left", line_json(engine::row_line(results, asked.left))},
          {"right", line_json(engine::row_line(results, asked.right))},
          {"suspicions", std::move(suspicions)},
          {"change", figures_json(asked.change)},
          {"expected", asked.expected}};
}

engine::QueueQuery read_filter(JsonReader& read) {
  engine::QueueQuery query;
  const std::string order = read.text("order").value_or("effect");
  const std::string wanted = read.text("state").value_or("open");
  query.by_weight = order == "weight";
  query.state = wanted == "unsure" ? CaseState::Unsure : CaseState::Open;
  query.source = read.text("source").value_or("");
  query.district = read.text("district").value_or("");
  query.village = read.text("village").value_or("");
  if (order != "effect" && order != "weight") {
    read.refuse("order");
  }
  if (wanted != "open" && wanted != "unsure") {
    read.refuse("state");
  }
  return query;
}

// The first case of the queue as it was asked for last.
Json next_json(State& state) {
  const Review& review = review_of(state);
  const auto queue = review.queue(state.queue);
  return !queue || queue->empty() ? Json() : case_json(*state.results, review, queue->front());
}

Result<Json> queue(State& state, JsonReader& read) {
  const std::uint32_t from = read.need("from");
  const std::uint32_t to = read.need("to");
  const std::uint32_t batch = read.number32("batch").value_or(50);
  const engine::QueueQuery query = read_filter(read);
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const Review& review = review_of(state);
  const auto queue = review.queue(query);
  if (!queue) {
    return tl::unexpected<Error>(queue.error());
  }
  state.queue = query;
  Json cases = Json::array();
  for (std::uint32_t at = from; at < std::min<std::size_t>(to, queue->size()) && at - from < kMostRows; ++at) {
    cases.push_back(case_json(*state.results, review, (*queue)[at]));
  }
  return Json{{"total", queue->size()},
              {"left", review.live().questions},
              {"cases", std::move(cases)},
              {"range", ranges_json(review.ranges())},
              {"after", ranges_json(review.ranges(*queue, batch))}};
}

void add_evidence(const engine::PairDetail& pair, Json& json) {
  Json steps = steps_json(pair);
  std::vector<const engine::WeightStep*> strongest;
  for (const engine::WeightStep& step : pair.steps) {
    if (step.weight + step.rarity != 0.0) {
      strongest.push_back(&step);
    }
  }
  std::stable_sort(strongest.begin(), strongest.end(), [](const auto* a, const auto* b) {
    return std::abs(a->weight + a->rarity) > std::abs(b->weight + b->rarity);
  });
  json["evidence"] = Json::array();
  for (const engine::WeightStep* step : strongest) {
    const double bits = step->weight + step->rarity;
    json["evidence"].push_back({{"comparison", step->comparison},
                                {"level", step->level},
                                {"bits", bits},
                                {"side", bits > 0.0 ? "for" : "against"},
                                {"left", step->left},
                                {"right", step->right}});
  }
  json["steps"] = std::move(steps);
  json["prior"] = pair.prior;
}

void add_links(const engine::CaseDetail& detail, const Case& asked, Json& json) {
  json["links"] = Json::array();
  for (const engine::CaseLink& link : detail.links) {
    json["links"].push_back({{"left", link.left}, {"right", link.right}, {"weight", link.weight}});
  }
  const auto place = [&](engine::RowId row) {
    const auto at = std::find_if(detail.rows.begin(), detail.rows.end(),
                                 [&](const engine::RowLine& line) { return line.index == row; });
    return at - detail.rows.begin();
  };
  json["weakest"] = {{"left", place(asked.left)}, {"right", place(asked.right)}, {"weight", asked.weight}};
}

Result<std::uint32_t> need_case(State& state, JsonReader& read) {
  const std::uint32_t index = read.need("case");
  if (!read.ok() || index >= review_of(state).cases().size()) {
    return fail(ErrorCode::RequestInvalid, {{"where", "case"}});
  }
  return index;
}

std::string_view state_text(CaseState state) {
  return state == CaseState::Open ? "open" : state == CaseState::Unsure ? "unsure" : "done";
}

Result<Json> one_case(State& state, JsonReader& read) {
  const bool blind = read.flag("blind").value_or(false);
  const Result<std::uint32_t> index = need_case(state, read);
  if (!index) {
    return tl::unexpected<Error>(index.error());
  }
  const Review& review = review_of(state);
  const Case& asked = review.cases()[*index];
  const engine::CaseDetail detail = engine::case_detail(*state.results, review.rows(*index));
  Json json = blind ? Json{{"case", *index}} : case_json(*state.results, review, *index);
  json["state"] = state_text(review.state(*index));
  add_plain(detail, json);
  if (!blind) {
    add_evidence(engine::pair_detail(*state.results, asked.left, asked.right, static_cast<float>(asked.weight)), json);
    add_links(detail, asked, json);
  }
  return json;
}

std::vector<Event> pair_events(const std::vector<review::RowVerdict>& verdicts) {
  std::vector<Event> events;
  for (const review::RowVerdict& verdict : verdicts) {
    Event& event = events.emplace_back();
    event.kind = verdict.same ? EventKind::Same : EventKind::NotSame;
    event.left = verdict.left;
    event.right = verdict.right;
  }
  return events;
}

std::vector<Event> answer_events(const Review& review, std::uint32_t index, EventKind answer) {
  std::vector<Event> events = pair_events(review.answer(index, answer == EventKind::Same));
  if (answer == EventKind::Unsure) {
    for (Event& event : events) {
      event.kind = EventKind::Unsure;
    }
  }
  return events;
}

Result<Json> decide(State& state, JsonReader& read) {
  const Event author = read_author(read);
  const EventKind answer = read_answer(read);
  const Result<std::uint32_t> index = need_case(state, read);
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const std::uint64_t seq = append(state, author, answer_events(review_of(state), *index, answer));
  return Json{{"seq", seq}, {"live", live_json(state)}, {"next", next_json(state)}};
}

// Rows of the run by index, each once over all parts.
std::vector<std::vector<engine::RowId>> read_parts(State& state, JsonReader& read) {
  std::vector<std::vector<engine::RowId>> parts;
  std::vector<engine::RowId> seen;
  const Json* json = read.member("parts");
  const std::uint32_t rows = state.results->scoring().corpus.rows();
  for (const Json& part : json != nullptr && json->is_array() ? *json : Json::array()) {
    std::vector<engine::RowId>& out = parts.emplace_back();
    for (const Json& row : part.is_array() ? part : Json::array()) {
      if (row.is_number_unsigned() && row.get<std::uint64_t>() < rows) {
        out.push_back(row.get<engine::RowId>());
      } else {
        read.refuse("parts");
      }
    }
    if (out.empty()) {
      read.refuse("parts");
    }
    seen.insert(seen.end(), out.begin(), out.end());
  }
  std::sort(seen.begin(), seen.end());
  if (seen.size() < 2 || std::adjacent_find(seen.begin(), seen.end()) != seen.end()) {
    read.refuse("parts");
  }
  return parts;
}

Result<Json> group(State& state, JsonReader& read) {
  const Event author = read_author(read);
  const auto parts = read_parts(state, read);
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const std::uint64_t seq = append(state, author, pair_events(review_of(state).answer(parts)));
  return Json{{"seq", seq}, {"live", live_json(state)}, {"next", next_json(state)}};
}

Result<Json> patterns(State& state, JsonReader& read) {
  const std::uint32_t from = read.need("from");
  const std::uint32_t to = read.need("to");
  const engine::QueueQuery query = read_filter(read);
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const Review& review = review_of(state);
  const auto queue = review.queue(query);
  if (!queue) {
    return tl::unexpected<Error>(queue.error());
  }
  const std::vector<engine::CasePattern> found = review.patterns(*queue);
  Json json = Json::array();
  for (std::uint32_t i = from; i < std::min<std::size_t>(to, found.size()) && i - from < kMostRows; ++i) {
    const engine::CasePattern& pattern = found[i];
    const auto samples = std::min(kSamples, pattern.cases.size());
    json.push_back({{"pattern", pattern.key},
                    {"levels", levels_json(pattern.levels)},
                    {"cases", pattern.cases.size()},
                    {"accepted", pattern.accepted},
                    {"weight", pattern.weight},
                    {"probability", model::probability(pattern.weight)},
                    {"samples", std::vector(pattern.cases.begin(),
                                            pattern.cases.begin() + static_cast<std::ptrdiff_t>(samples))}});
  }
  return Json{{"total", found.size()}, {"patterns", std::move(json)}};
}

Result<Json> decide_pattern(State& state, JsonReader& read) {
  const Event author = read_author(read);
  const EventKind answer = read_answer(read);
  const std::string key = read.text("pattern").value_or("");
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const Review& review = review_of(state);
  engine::QueueQuery query = state.queue;
  query.state = CaseState::Open;
  const auto found = review.patterns(review.queue(query).value_or(std::vector<std::uint32_t>{}));
  const auto pattern =
      std::find_if(found.begin(), found.end(), [&](const engine::CasePattern& one) { return one.key == key; });
  if (pattern == found.end()) {
    return fail(ErrorCode::RequestInvalid, {{"where", "pattern"}});
  }
  std::vector<Event> events;
  for (const std::uint32_t index : pattern->cases) {
    for (Event& event : answer_events(review, index, answer)) {
      events.push_back(std::move(event));
    }
  }
  const std::uint64_t seq = append(state, author, std::move(events));
  return Json{{"seq", seq}, {"decided", pattern->cases.size()}, {"live", live_json(state)}, {"next", next_json(state)}};
}

Json expected_json(const engine::ExpectedCount& count) {
  return {{"expected", count.expected}, {"low", count.low}, {"high", count.high}};
}

// The thresholds of a request; those it does not name stay as given.
clustering::Thresholds read_thresholds(JsonReader& read, clustering::Thresholds thresholds) {
  thresholds.accept = read.real("accept").value_or(thresholds.accept);
  thresholds.review = read.real("review").value_or(thresholds.review);
  if (thresholds.review > thresholds.accept) {
    read.refuse("review");
  }
  return thresholds;
}

Result<Json> handles(State& state, JsonReader& read) {
  const clustering::Thresholds thresholds = read_thresholds(read, state.results->outcome().thresholds);
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  if (state.handles == nullptr) {
    state.handles = std::make_unique<engine::Handles>(*state.results);
  }
  const engine::ThresholdPicture picture = state.handles->at(thresholds);
  Json curve = Json::array();
  for (const engine::CurvePoint& point : state.handles->curve()) {
    curve.push_back(
        {{"weight", point.weight}, {"persons", point.persons}, {"families", point.families}, {"links", point.links}});
  }
  return Json{{"accept", thresholds.accept},
              {"review", thresholds.review},
              {"exact", picture.exact},
              {"persons", picture.persons},
              {"families", picture.families},
              {"review_pairs", picture.review_pairs},
              {"false_links", expected_json(picture.false_links)},
              {"missed_links", expected_json(picture.missed_links)},
              {"curve", std::move(curve)}};
}

Result<Json> set_thresholds(State& state, JsonReader& read) {
  const clustering::Thresholds thresholds = read_thresholds(read, state.options.thresholds);
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  state.options.thresholds = thresholds;
  return Json{{"accept", thresholds.accept}, {"review", thresholds.review}};
}

Result<Json> apply(State& state, JsonReader&) {
  state.drop_results();
  state.remember_applied();
  const Result<bool> begun = state.session.recluster(state.log.events().decisions(), state.options.thresholds);
  return begun ? Result<Json>(Json::object()) : tl::unexpected<Error>(begun.error());
}

Result<Json> options(State& state, JsonReader& read) {
  const auto learn = read.flag("learn_from_decisions");
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  state.options.learn_from_decisions = learn.value_or(state.options.learn_from_decisions);
  return Json{{"learn_from_decisions", state.options.learn_from_decisions}};
}

std::uint64_t lost(State& state) {
  return state.results == nullptr ? 0 : state.session.find(state.log.events().decisions()).lost;
}

Json log_json(State& state) {
  const review::EventLog& log = state.log.events();
  return {{"events", log.events().size()},
          {"in_force", log.count_standing()},
          {"lost", lost(state)},
          {"pending", pending(state)}};
}

Result<Json> load(State& state, JsonReader&) {
  Result<DecisionLog> log = DecisionLog::read(state.taken);
  if (log) {
    if (const Result<bool> ours = check_lists(log->events(), state.session); !ours) {
      return tl::unexpected<Error>(ours.error());
    }
  }
  if (!log) {
    return tl::unexpected<Error>(std::move(log.error()));
  }
  state.log = std::move(*log);
  state.review.reset(); // it follows a log that only grows
  return log_json(state);
}

Result<Json> export_log(State& state, JsonReader&) {
  state.bytes = state.log.text();
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
  const review::EventLog& log = state.log.events();
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
  if (state.results != nullptr) {
    json["live"] = live_json(state);
    json["next"] = next_json(state);
  }
  return json;
}

Json side_json(State& state, const review::RowName& name) {
  Json json = {{"source", name.source}, {"row", name.row}};
  const auto row = state.results != nullptr ? review_of(state).find(name) : std::nullopt;
  json["found"] = row.has_value();
  if (row) {
    const engine::RowLine line = engine::row_line(*state.results, *row);
    json["index"] = *row;
    json["name"] = line.name;
    json["nik"] = line.nik;
    json["village"] = line.village;
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
  const review::EventLog& log = state.log.events();
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
    const bool shown = total >= from && total < to && total - from < kMostRows;
    if (!shown && search.empty()) {
      ++total;
      continue;
    }
    Json json = event_json(event);
    json["in_force"] = log.in_force(i);
    json["overtaken"] = static_cast<bool>(overtaken[i]);
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

std::vector<NamedMethod> review_methods() {
  return {{"decisions.load", load},
          {"decisions.export", export_log},
          {"decisions.state", log_state},
          {"decisions.append", append_one, true},
          {"decisions.undo", undo},
          {"decisions.history", history},
          {"review.options", options},
          {"review.queue", queue, true},
          {"review.case", one_case, true},
          {"review.decide", decide, true},
          {"review.group", group, true},
          {"review.patterns", patterns, true},
          {"review.decide_pattern", decide_pattern, true},
          {"review.handles", handles, true},
          {"review.thresholds", set_thresholds},
          {"review.apply", apply, true}};
}

} // namespace padan::codec
