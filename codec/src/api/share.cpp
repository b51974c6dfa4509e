// The open share answers in the place of the review: same questions, same keys, without the lists.
#include <algorithm>

#include "answers.hpp"

namespace padan::codec {
namespace {

using review::Event;
using review::EventKind;

Result<Json> queue(State& state, JsonReader& read) {
  const std::uint32_t from = read.need("from");
  const std::uint32_t to = read.need("to");
  Share::Query query;
  query.unsure = read.text("state") == "unsure";
  query.by_weight = read.text("order") == "weight";
  query.source = read.text("source").value_or("");
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  Share& share = *state.share;
  const std::vector<std::uint32_t> queue = share.queue(query);
  Json cases = Json::array();
  for (std::uint32_t at = from; at < std::min<std::size_t>(to, queue.size()) && at - from < kMostListed; ++at) {
    cases.push_back(share.short_case(queue[at]));
  }
  return Json{{"total", queue.size()},
              {"left", share.left()},
              {"cases", std::move(cases)},
              {"range", Json::array()}, // the main numbers are not here
              {"after", Json::array()}};
}

Result<std::uint32_t> need_case(State& state, JsonReader& read) {
  const std::uint32_t index = read.need("case");
  if (!read.ok() || index >= state.share->size()) {
    return fail(ErrorCode::RequestInvalid, {{"where", "case"}});
  }
  return index;
}

Result<Json> one_case(State& state, JsonReader& read) {
  const Result<std::uint32_t> index = need_case(state, read);
  return index ? Result<Json>(state.share->full_case(*index)) : tl::unexpected<Error>(index.error());
}

Json taken(State& state, const Event& author, std::vector<Event> events) {
  const std::uint64_t seq = append(state, author, std::move(events));
  return {{"seq", seq}, {"live", live_json(state)}, {"next", next_json(state)}};
}

Result<Json> decide(State& state, JsonReader& read) {
  const Event author = read_author(read);
  const EventKind answer = read_answer(read);
  const Result<std::uint32_t> index = need_case(state, read);
  if (!read.ok() || !index) {
    return index ? Result<Json>(read.refusal(ErrorCode::RequestInvalid)) : tl::unexpected<Error>(index.error());
  }
  return taken(state, author, state.share->answer(*index, answer));
}

Result<Json> group(State& state, JsonReader& read) {
  const Event author = read_author(read);
  const auto parts = read_parts(read, state.share->rows());
  const auto index = state.share->case_with(parts);
  if (!index) {
    read.refuse("parts");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  return taken(state, author, state.share->answer(*index, parts));
}

// What speaks of the project behind the share waits until the share is closed.
Result<Json> refused(State&, JsonReader&) { return fail(ErrorCode::RequestInvalid, {{"where", "share"}}); }

} // namespace

std::vector<NamedMethod> share_methods() {
  std::vector<NamedMethod> methods = {
      {"review.queue", queue}, {"review.case", one_case}, {"review.decide", decide}, {"review.group", group}};
  for (const char* name :
       {"review.patterns", "review.decide_pattern", "review.apply", "decisions.append", "audit.answer", "hands.split",
        "hands.seal", "hands.take", "hands.agreement", "hands.disagreements", "hands.settle"}) {
    methods.push_back({name, refused});
  }
  return methods;
}

} // namespace padan::codec
