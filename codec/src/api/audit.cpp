// The blind sample: drawn, judged, counted.
#include <algorithm>
#include <cmath>

#include "../json/summary_json.hpp"
#include "answers.hpp"
#include "padan/base/rng.hpp"

namespace padan::codec {
namespace {

constexpr std::uint32_t kMostItems = 10'000;

Result<Json> start(State& state, JsonReader& read) {
  const std::uint64_t seed = read.number("seed", UINT64_MAX).value_or(1);
  const std::uint32_t size = read.need("size");
  if (size == 0 || size > kMostItems) {
    read.refuse("size");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  state.audit.clear();
  Json strata = Json::array();
  const std::vector<engine::SampleStratum> drawn = engine::draw_sample(*state.results, seed, size);
  std::uint32_t total = 0;
  std::vector<std::uint64_t> frame;
  for (const engine::SampleStratum& stratum : drawn) {
    frame.push_back(stratum.pairs);
  }
  for (std::uint32_t i = 0; i < drawn.size(); ++i) {
    const engine::SampleStratum& stratum = drawn[i];
    if (stratum.pairs == 0) {
      continue;
    }
    strata.push_back({{"stratum", i},
                      {"from", stratum.from},
                      {"to", std::isinf(stratum.to) ? Json() : Json(stratum.to)},
                      {"accepted", stratum.accepted},
                      {"pairs", stratum.pairs},
                      {"sample", stratum.sample.size()}});
    for (const std::uint32_t pair : stratum.sample) {
      state.audit.push_back({pair, {i, frame}, false});
    }
    total += static_cast<std::uint32_t>(stratum.sample.size());
  }
  // In an order that tells nothing of the weight.
  base::Rng rng(seed);
  for (std::size_t i = state.audit.size(); i > 1; --i) {
    std::swap(state.audit[i - 1], state.audit[rng.below(static_cast<std::uint32_t>(i))]);
  }
  return Json{{"strata", std::move(strata)}, {"total", total}};
}

std::uint64_t left(const State& state) {
  return static_cast<std::uint64_t>(
      std::count_if(state.audit.begin(), state.audit.end(), [](const AuditItem& item) { return !item.answered; }));
}

Result<Json> next(State& state, JsonReader&) {
  const auto item =
      std::find_if(state.audit.begin(), state.audit.end(), [](const AuditItem& one) { return !one.answered; });
  Json json = {{"left", left(state)}, {"item", nullptr}};
  if (item != state.audit.end()) {
    const matching::ScoredPair& pair = state.results->outcome().pairs[item->pair];
    json["item"] = {{"item", item - state.audit.begin()}};
    add_plain(engine::case_detail(*state.results, {pair.left, pair.right}), json["item"]);
  }
  return json;
}

Result<Json> answer(State& state, JsonReader& read) {
  const std::uint32_t index = read.need("item");
  review::Event event = read_author(read);
  event.kind = read_answer(read);
  if (index >= state.audit.size()) {
    read.refuse("item");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  AuditItem& item = state.audit[index];
  const matching::ScoredPair& pair = state.results->outcome().pairs[item.pair];
  event.left = review_of(state).name_of(pair.left);
  event.right = review_of(state).name_of(pair.right);
  event.audit = item.mark;
  item.answered = true;
  const std::uint64_t seq = append(state, event, {event});
  return Json{{"seq", seq}, {"left", left(state)}};
}

Result<Json> result(State& state, JsonReader&) { return audit_json(review::audit_strata(state.log.events())); }

} // namespace

std::vector<NamedMethod> audit_methods() {
  return {{"audit.start", start, true},
          {"audit.next", next, true},
          {"audit.answer", answer, true},
          {"audit.result", result}};
}

} // namespace padan::codec
