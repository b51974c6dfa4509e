// Many hands: the questions split into locked files, answered elsewhere, and the answers taken back.
#include <algorithm>
#include <cctype>

#include "../json/event_json.hpp"
#include "answers.hpp"
#include "padan/codec/box.hpp"
#include "padan/codec/sha256.hpp"

namespace padan::codec {
namespace {

using review::Event;
using review::EventKind;
using review::HandAnswer;
using review::HandMark;

constexpr std::uint32_t kMostHands = 50;

// Names the splitting: the same questions, people and moment give the same.
std::string split_id(const engine::Review& review, const OpenSplit& split, std::string_view at) {
  Sha256 hash;
  hash.feed("padan split 1\n");
  hash.feed(at);
  for (const std::string& hand : split.hands) {
    hash.feed("\n" + hand);
  }
  for (const std::uint32_t index : split.cases) {
    const engine::Case& asked = review.cases()[index];
    for (const engine::RowId row : {asked.left, asked.right}) {
      const review::RowName name = review.name_of(row);
      hash.feed("\n" + name.source + " " + std::to_string(name.row) + " " + name.key);
    }
  }
  return hash.hex().substr(0, 16);
}

std::string place_of(const engine::Results& results, const engine::Case& asked, bool district) {
  const auto& records = results.scoring().corpus.records;
  const std::uint32_t left = records[asked.left].village;
  const std::uint32_t place = left != 0 ? left : records[asked.right].village;
  return std::string(district || place == 0 ? results.district_text(place) : results.place_key(place));
}

// Questions of a hand, by their place in the splitting, and how many of them another hand has, too.
struct Portion {
  std::vector<std::uint32_t> questions;
  std::uint32_t twice = 0;
};

Portion portion_of(const OpenSplit& split, std::uint32_t hand) {
  Portion portion;
  for (std::uint32_t i = 0; i < split.shares.size(); ++i) {
    if (split.shares[i].hand == hand || split.shares[i].second == hand) {
      portion.questions.push_back(i);
      portion.twice += split.shares[i].second ? 1U : 0U;
    }
  }
  return portion;
}

Result<Json> split(State& state, JsonReader& read) {
  OpenSplit made;
  made.hands = read.texts("hands");
  const std::string by = read.text("by").value_or("hands");
  const std::string at = read.text("at").value_or("");
  review::SplitPlan plan;
  plan.hands = static_cast<std::uint32_t>(made.hands.size());
  plan.by_place = by != "hands";
  plan.twice = read.real("twice").value_or(0.1);
  engine::QueueQuery query;
  query.source = read.text("source").value_or("");
  query.district = read.text("district").value_or("");
  query.village = read.text("village").value_or("");
  if (made.hands.empty() || plan.hands > kMostHands) {
    read.refuse("hands");
  }
  if (by != "hands" && by != "district" && by != "village") {
    read.refuse("by");
  }
  if (!(plan.twice >= 0.0 && plan.twice <= 1.0)) {
    read.refuse("twice");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const engine::Review& review = review_of(state);
  auto queue = review.queue(query);
  if (!queue) {
    return tl::unexpected<Error>(queue.error());
  }
  made.cases = std::move(*queue);
  made.id = split_id(review, made, at);
  plan.seed = std::stoull(made.id, nullptr, 16);
  std::vector<std::string> places;
  for (const std::uint32_t index : made.cases) {
    places.push_back(place_of(*state.results, review.cases()[index], by == "district"));
  }
  made.shares = review::split(places, plan);
  Json hands = Json::array();
  std::uint32_t twice = 0;
  for (std::uint32_t hand = 0; hand < plan.hands; ++hand) {
    const Portion portion = portion_of(made, hand);
    twice += portion.twice;
    hands.push_back({{"hand", hand + 1},
                     {"name", made.hands[hand]},
                     {"questions", portion.questions.size()},
                     {"twice", portion.twice}});
  }
  Json json = {{"split", made.id}, {"questions", made.cases.size()}, {"twice", twice / 2}, {"hands", std::move(hands)}};
  state.split = std::move(made);
  return json;
}

// A name as part of a file's name: letters and digits of ASCII, the rest as one hyphen.
std::string file_part(std::string_view name) {
  std::string part;
  for (const char c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
      part += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else if (!part.empty() && part.back() != '-') {
      part += '-';
    }
  }
  while (!part.empty() && part.back() == '-') {
    part.pop_back();
  }
  return part;
}

// The text locked with the passphrase of the request and the random bytes given with it; left in bytes().
Result<Json> boxed(State& state, JsonReader& read, const std::string& text, const std::string& name, Json more) {
  Result<std::string> box = seal_box(text, read.text("passphrase").value_or(""), state.taken);
  if (!box) {
    return tl::unexpected<Error>(std::move(box.error()));
  }
  state.bytes = std::move(*box);
  more["name"] = name;
  return more;
}

Result<Json> seal(State& state, JsonReader& read) {
  const std::uint32_t hand = read.need("hand");
  const std::string at = read.text("at").value_or("");
  const std::string from = read.text("by").value_or("");
  if (!state.split || hand == 0 || hand > state.split->hands.size()) {
    read.refuse("hand");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const OpenSplit& open = *state.split;
  std::vector<ShareQuestion> questions;
  for (const std::uint32_t place : portion_of(open, hand - 1).questions) {
    ShareQuestion& question = questions.emplace_back();
    question.question = place;
    question.json = full_case_json(state, open.cases[place]);
    for (const engine::RowId row : review_of(state).rows(open.cases[place])) {
      question.rows.push_back(state.review->name_of(row));
    }
  }
  const std::string& to = open.hands[hand - 1];
  const auto count = questions.size();
  const std::string text = share_text({open.id, hand, static_cast<std::uint32_t>(open.hands.size())},
                                      {{"to", to}, {"from", from}, {"at", at}},
                                      state.results->outcome().thresholds.accept, std::move(questions));
  std::string name = "bagian-" + std::to_string(hand);
  name += file_part(to).empty() ? ".padan" : "-" + file_part(to) + ".padan";
  return boxed(state, read, text, name, {{"questions", count}});
}

Result<Json> open_share(State& state, JsonReader& read) {
  const Result<std::string> text = open_box(state.taken, read.text("passphrase").value_or(""));
  if (!text) {
    return tl::unexpected<Error>(text.error());
  }
  Result<Share> share = Share::read(*text);
  if (!share) {
    return tl::unexpected<Error>(std::move(share.error()));
  }
  state.share = std::move(*share);
  return state.share->about();
}

Result<Json> close_share(State& state, JsonReader&) {
  state.share.reset();
  return Json::object();
}

Result<Json> share_state(State& state, JsonReader&) {
  return state.share ? Json{{"open", true}, {"about", state.share->about()}} : Json{{"open", false}};
}

Result<Json> share_answers(State& state, JsonReader& read) {
  const std::string at = read.text("at").value_or("");
  if (!read.ok() || !state.share) {
    return fail(ErrorCode::RequestInvalid, {{"where", "share"}});
  }
  const Json about = state.share->about();
  std::string name = "jawaban-" + std::to_string(state.share->name().hand);
  const std::string to = file_part(about["to"].get<std::string>());
  name += to.empty() ? ".padan" : "-" + to + ".padan";
  const std::uint32_t answered = state.share->size() - state.share->left();
  return boxed(state, read, state.share->answers_text(at), name, {{"answers", answered}});
}

bool is_same(const std::optional<HandMark>& a, const HandMark& b) {
  return a && a->split == b.split && a->question == b.question && a->hand == b.hand;
}

// Whether the log has this answer, or a later one of the same hand: undone or not, it was seen.
bool is_known(const review::EventLog& log, const std::vector<Event>& answer) {
  const HandMark& mark = *answer.front().hand;
  const auto found = log.questions().find({mark.split, mark.question});
  return found != log.questions().end() &&
         std::any_of(found->second.begin(), found->second.end(), [&](std::uint32_t at) {
           const Event& event = log.events()[at];
           return is_same(event.hand, mark) && event.at >= answer.front().at;
         });
}

bool is_found(State& state, const std::vector<Event>& answer) {
  const engine::Review& review = review_of(state);
  return std::all_of(answer.begin(), answer.end(),
                     [&](const Event& event) { return review.find(event.left) && review.find(event.right); });
}

// Events as they are, one answer a group.
std::uint64_t append_signed(DecisionLog& log, std::vector<Event> events) {
  const std::uint64_t first = log.events().next_seq();
  for (Event& event : events) {
    event.group = events.size() > 1 ? first : 0;
    log.append(std::move(event));
  }
  return first;
}

std::string lists_of(const ShareAnswers& given) {
  std::vector<std::string> lists;
  for (const auto& answer : given.answers) {
    for (const Event& event : answer) {
      lists.insert(lists.end(), {event.left.source, event.right.source});
    }
  }
  std::sort(lists.begin(), lists.end());
  lists.erase(std::unique(lists.begin(), lists.end()), lists.end());
  std::string text;
  for (const std::string& list : lists) {
    text.append(text.empty() ? "" : ", ").append(list);
  }
  return text;
}

Result<Json> take(State& state, JsonReader& read) {
  const Result<std::string> text = open_box(state.taken, read.text("passphrase").value_or(""));
  if (!text) {
    return tl::unexpected<Error>(text.error());
  }
  const Result<ShareAnswers> given = read_share_answers(*text);
  if (!given) {
    return tl::unexpected<Error>(given.error());
  }
  const auto lost = static_cast<std::size_t>(std::count_if(
      given->answers.begin(), given->answers.end(), [&](const auto& answer) { return !is_found(state, answer); }));
  if (lost == given->answers.size() && lost > 0) {
    return fail(ErrorCode::ShareForeign, {{"lists", lists_of(*given)}});
  }
  std::size_t fresh = 0;
  for (const std::vector<Event>& answer : given->answers) {
    if (!is_known(state.log.events(), answer)) {
      append_signed(state.log, answer);
      ++fresh;
    }
  }
  const std::string by = given->answers.empty() ? std::string() : given->answers.front().front().by;
  return Json{{"split", given->name.split},
              {"hand", given->name.hand},
              {"by", by},
              {"answers", given->answers.size()},
              {"taken", fresh},
              {"known", given->answers.size() - fresh},
              {"lost", lost},
              {"live", live_json(state)}};
}

Json optional_json(const std::optional<double>& value) { return value ? Json(*value) : Json(); }

Result<Json> agreement(State& state, JsonReader&) {
  const review::Agreement all = review::agreement(state.log.events());
  Json hands = Json::array();
  for (const review::HandShare& hand : all.hands) {
    hands.push_back({{"split", hand.split},
                     {"hand", hand.hand},
                     {"by", hand.by},
                     {"capacity", hand.capacity},
                     {"answers", hand.answers}});
  }
  Json pairs = Json::array();
  for (const review::HandPair& pair : all.pairs) {
    pairs.push_back({{"split", pair.split},
                     {"left", pair.left},
                     {"right", pair.right},
                     {"asked", pair.asked},
                     {"agreed", pair.agreed},
                     {"counts", pair.counts},
                     {"kappa", optional_json(pair.kappa)}});
  }
  return Json{{"hands", std::move(hands)},
              {"pairs", std::move(pairs)},
              {"asked", all.asked},
              {"agreed", all.agreed},
              {"kappa", optional_json(all.kappa)}};
}

// Questions that hands answered differently, settled ones last.
struct Disagreement {
  std::string split;
  std::uint32_t question = 0;
  std::vector<HandAnswer> answers; // of hands
  std::optional<HandAnswer> meeting;
};

std::vector<Disagreement> disagreements(const review::EventLog& log) {
  std::vector<Disagreement> all;
  for (const auto& [question, events] : log.questions()) {
    Disagreement one{question.first, question.second, review::latest_answers(log, events), {}};
    if (!one.answers.empty() && one.answers.front().hand == 0) {
      one.meeting = one.answers.front();
      one.answers.erase(one.answers.begin());
    }
    if (one.answers.size() > 1 && !all_agree(log, one.answers)) {
      all.push_back(std::move(one));
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Disagreement& a, const Disagreement& b) {
    return a.meeting.has_value() < b.meeting.has_value();
  });
  return all;
}

Json answer_json(State& state, const HandAnswer& answer) {
  const auto& events = state.log.events().events();
  const Event& first = events[answer.events.front()];
  Json said = Json::array();
  for (const std::size_t at : answer.events) {
    said.push_back({{"kind", to_text(events[at].kind)},
                    {"left", side_json(state, events[at].left)},
                    {"right", side_json(state, events[at].right)}});
  }
  return {{"hand", answer.hand},    {"seq", first.seq},           {"answer", to_text(answer.kind)},
          {"by", first.by},         {"capacity", first.capacity}, {"at", first.at},
          {"reason", first.reason}, {"note", first.note},         {"said", std::move(said)}};
}

// The question of the result at hand that these rows belong to.
std::optional<std::uint32_t> case_of(State& state, const Disagreement& one) {
  const engine::Review& review = review_of(state);
  const auto& events = state.log.events().events();
  for (const HandAnswer& answer : one.answers) {
    const auto left = review.find(events[answer.events.front()].left);
    const auto right = review.find(events[answer.events.front()].right);
    for (std::uint32_t i = 0; left && right && i < review.cases().size(); ++i) {
      const engine::Case& asked = review.cases()[i];
      if (std::minmax(asked.left, asked.right) == std::minmax(*left, *right)) {
        return i;
      }
    }
  }
  return std::nullopt;
}

Result<Json> list_disagreements(State& state, JsonReader& read) {
  const std::uint32_t from = read.need("from");
  const std::uint32_t to = read.need("to");
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const std::vector<Disagreement> all = disagreements(state.log.events());
  Json items = Json::array();
  for (std::uint32_t i = from; i < std::min<std::size_t>(to, all.size()) && i - from < kMostListed; ++i) {
    const std::optional<std::uint32_t> index = case_of(state, all[i]);
    Json answers = Json::array();
    for (const HandAnswer& answer : all[i].answers) {
      answers.push_back(answer_json(state, answer));
    }
    items.push_back({{"split", all[i].split},
                     {"question", all[i].question},
                     {"case", index ? Json(*index) : Json()},
                     {"answers", std::move(answers)},
                     {"meeting", all[i].meeting ? answer_json(state, *all[i].meeting) : Json()}});
  }
  const auto open = std::count_if(all.begin(), all.end(), [](const Disagreement& one) { return !one.meeting; });
  return Json{{"total", all.size()}, {"open", open}, {"items", std::move(items)}};
}

// What the meeting says: what one hand said, or one of the three answers where the question is about two rows.
std::vector<Event> meeting_events(const review::EventLog& log, const Disagreement& one, std::uint32_t like,
                                  std::optional<EventKind> kind) {
  const auto hand = std::find_if(one.answers.begin(), one.answers.end(),
                                 [&](const HandAnswer& answer) { return answer.hand == like; });
  std::vector<Event> events;
  if (hand != one.answers.end()) {
    for (const std::size_t at : hand->events) {
      events.push_back(log.events()[at]);
    }
  } else if (kind && (*kind == EventKind::Unsure ||
                      std::all_of(one.answers.begin(), one.answers.end(),
                                  [](const auto& answer) { return answer.events.size() == 1; }))) {
    events.push_back(log.events()[one.answers.front().events.front()]);
    events.front().kind = kind.value_or(EventKind::Unsure);
  }
  for (Event& event : events) {
    event.hand = HandMark{one.split, one.question, 0};
  }
  return events;
}

Result<Json> settle(State& state, JsonReader& read) {
  const Event author = read_author(read);
  const std::string split = read.text("split").value_or("");
  const std::uint32_t question = read.need("question");
  const std::uint32_t like = read.number32("like").value_or(0);
  const std::optional<EventKind> kind = like == 0 ? std::optional(read_answer(read)) : std::nullopt;
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const std::vector<Disagreement> all = disagreements(state.log.events());
  const auto one = std::find_if(all.begin(), all.end(), [&](const Disagreement& each) {
    return each.split == split && each.question == question;
  });
  std::vector<Event> events =
      one == all.end() ? std::vector<Event>() : meeting_events(state.log.events(), *one, like, kind);
  if (events.empty()) {
    return fail(ErrorCode::RequestInvalid, {{"where", one == all.end() ? "question" : "answer"}});
  }
  const std::uint64_t seq = append(state, author, std::move(events));
  return Json{{"seq", seq}, {"live", live_json(state)}};
}

} // namespace

std::vector<NamedMethod> hands_methods() {
  return {{"hands.split", split, true},
          {"hands.seal", seal, true},
          {"hands.take", take, true},
          {"hands.agreement", agreement},
          {"hands.disagreements", list_disagreements, true},
          {"hands.settle", settle, true},
          {"share.open", open_share},
          {"share.close", close_share},
          {"share.state", share_state},
          {"share.answers", share_answers}};
}

} // namespace padan::codec
