// Review: the queue, cases, answers, patterns, handles.
#include <algorithm>
#include <cmath>

#include "answers.hpp"
#include "line_json.hpp"

namespace padan::codec {
namespace {

using engine::Case;
using engine::CaseState;
using engine::Review;
using review::Event;
using review::EventKind;

constexpr std::size_t kSamples = 5; // of a pattern

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
  for (std::uint32_t at = from; at < std::min<std::size_t>(to, queue->size()) && at - from < kMostListed; ++at) {
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
  if (!blind) {
    return full_case_json(state, *index);
  }
  const Review& review = review_of(state);
  Json json = {{"case", *index}, {"state", state_text(review.state(*index))}};
  add_plain(engine::case_detail(*state.results, review.rows(*index)), json);
  return json;
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

Result<Json> group(State& state, JsonReader& read) {
  const Event author = read_author(read);
  const auto parts = read_parts(read, state.results->scoring().corpus.rows());
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
  for (std::uint32_t i = from; i < std::min<std::size_t>(to, found.size()) && i - from < kMostListed; ++i) {
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
  state.reclustered = true;
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

} // namespace

Json full_case_json(State& state, std::uint32_t index) {
  const Review& review = review_of(state);
  const Case& asked = review.cases()[index];
  const engine::CaseDetail detail = engine::case_detail(*state.results, review.rows(index));
  Json json = case_json(*state.results, review, index);
  json["state"] = state_text(review.state(index));
  add_plain(detail, json);
  add_evidence(engine::pair_detail(*state.results, asked.left, asked.right, static_cast<float>(asked.weight)), json);
  add_links(detail, asked, json);
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

std::vector<std::vector<engine::RowId>> read_parts(JsonReader& read, std::uint32_t rows) {
  std::vector<std::vector<engine::RowId>> parts;
  std::vector<engine::RowId> seen;
  const Json* json = read.member("parts");
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

std::vector<NamedMethod> review_methods() {
  return {{"review.options", options},
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
