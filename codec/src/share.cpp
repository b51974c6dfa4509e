#include "share.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "json/event_json.hpp"

namespace padan::codec {
namespace {

using review::Event;
using review::EventKind;
using review::RowName;

constexpr std::string_view kShare = "padan share";
constexpr std::string_view kAnswers = "padan answers";
constexpr std::uint32_t kVersion = 1;
constexpr const char* kAbout[] = {"to", "from", "at"};

// What both kinds of file begin with.
Result<ShareName> read_name(JsonReader& read, std::string_view wanted) {
  const std::string format = read.text("format").value_or("");
  if (format != wanted) {
    return format == kShare || format == kAnswers ? fail(ErrorCode::ShareKind)
                                                  : fail(ErrorCode::ShareInvalid, {{"where", "format"}});
  }
  if (read.number32("version").value_or(0) != kVersion) {
    return fail(ErrorCode::ShareVersion);
  }
  ShareName name;
  name.split = read.text("split").value_or("");
  name.hand = read.need("hand");
  name.hands = read.need("hands");
  if (name.split.empty()) {
    read.refuse("split");
  }
  if (name.hand == 0 || name.hand > name.hands) {
    read.refuse("hand");
  }
  return read.ok() ? Result<ShareName>(name) : read.refusal(ErrorCode::ShareInvalid);
}

Json name_json(std::string_view format, const ShareName& name) {
  return {{"format", format}, {"version", kVersion}, {"split", name.split}, {"hand", name.hand}, {"hands", name.hands}};
}

std::optional<std::uint32_t> row_of(const Json& row, std::size_t rows) {
  if (!row.is_object()) {
    return std::nullopt;
  }
  JsonReader read(row);
  const std::optional<std::uint32_t> index = read.number32("index");
  return index && *index < rows ? index : std::nullopt;
}

// Whether a case has what its answers need: its rows, each in the share, and two ends.
bool is_whole(const Json& json, std::size_t rows) {
  if (!json.is_object() || !json.contains("rows") || !json["rows"].is_array() || json["rows"].size() < 2 ||
      !json.contains("left") || !json.contains("right") || !row_of(json["left"], rows) ||
      !row_of(json["right"], rows) || *row_of(json["left"], rows) == *row_of(json["right"], rows) ||
      !json.contains("weight") || !json["weight"].is_number()) {
    return false;
  }
  return std::all_of(json["rows"].begin(), json["rows"].end(),
                     [&](const Json& row) { return row_of(row, rows).has_value(); });
}

std::uint32_t index_of(const Json& row) { return row["index"].get<std::uint32_t>(); }

} // namespace

std::string share_text(const ShareName& name, const Json& about, double accept, std::vector<ShareQuestion> questions) {
  Json json = name_json(kShare, name);
  json.update(about);
  json["accept"] = accept;
  Json rows = Json::array();
  std::map<std::uint32_t, std::size_t> place; // of a row of the run
  Json list = Json::array();
  for (ShareQuestion& question : questions) {
    for (std::size_t i = 0; i < question.rows.size(); ++i) {
      if (place.emplace(index_of(question.json["rows"][i]), rows.size()).second) {
        rows.push_back(row_name_json(question.rows[i]));
      }
    }
    for (Json& row : question.json["rows"]) {
      row["index"] = place.at(index_of(row));
    }
    for (const char* side : {"left", "right"}) {
      question.json[side]["index"] = place.at(index_of(question.json[side]));
    }
    question.json.erase("case");
    question.json.erase("state");
    list.push_back({{"question", question.question}, {"case", std::move(question.json)}});
  }
  json["rows"] = std::move(rows);
  json["questions"] = std::move(list);
  return to_text(json);
}

Result<Share> Share::read(std::string_view text) {
  const Json json = parse_json(text);
  JsonReader read(json);
  Share share;
  if (!read.ok()) {
    return read.refusal(ErrorCode::ShareInvalid);
  }
  const Result<ShareName> name = read_name(read, kShare);
  if (!name) {
    return tl::unexpected<Error>(name.error());
  }
  share.name_ = *name;
  share.about_ = Json::object();
  for (const char* key : kAbout) {
    share.about_[key] = read.text(key).value_or("");
  }
  share.accept_ = read.real("accept").value_or(0.0);
  const Json* rows = read.member("rows");
  for (const Json& row : rows != nullptr && rows->is_array() ? *rows : Json::array()) {
    const std::optional<RowName> named = read_row_name(row);
    if (!named) {
      read.refuse("rows");
      break;
    }
    share.rows_.push_back(*named);
  }
  const Json* questions = read.member("questions");
  if (questions == nullptr || !questions->is_array()) {
    read.refuse("questions");
    return read.refusal(ErrorCode::ShareInvalid);
  }
  for (const Json& item : *questions) {
    JsonReader question(item, "questions[" + std::to_string(share.cases_.size()) + "]");
    share.questions_.push_back(question.need("question"));
    const Json* asked = question.member("case");
    if (!question.ok() || asked == nullptr || !is_whole(*asked, share.rows_.size())) {
      return fail(ErrorCode::ShareInvalid, {{"where", question.path_of("case")}});
    }
    share.cases_.push_back(*asked);
    share.cases_.back()["case"] = share.cases_.size() - 1;
  }
  return read.ok() ? Result<Share>(std::move(share)) : read.refusal(ErrorCode::ShareInvalid);
}

EventKind Share::state(std::uint32_t index) const {
  const auto found = log.events().questions().find({name_.split, questions_[index]});
  if (found == log.events().questions().end()) {
    return EventKind::Undo;
  }
  const auto latest = review::latest_answers(log.events(), found->second);
  return latest.empty() ? EventKind::Undo : latest.front().kind;
}

std::uint32_t Share::left() const {
  std::uint32_t open = 0;
  for (std::uint32_t i = 0; i < size(); ++i) {
    open += state(i) == EventKind::Undo ? 1U : 0U;
  }
  return open;
}

Json Share::about() const {
  Json json = about_;
  json["split"] = name_.split;
  json["hand"] = name_.hand;
  json["hands"] = name_.hands;
  json["questions"] = size();
  json["left"] = left();
  json["sources"] = Json::array();
  std::set<std::string> sources;
  for (const RowName& row : rows_) {
    sources.insert(row.source);
  }
  for (const std::string& source : sources) {
    json["sources"].push_back(source);
  }
  return json;
}

std::vector<std::uint32_t> Share::queue(const Query& query) {
  query_ = query;
  return static_cast<const Share&>(*this).queue();
}

std::vector<std::uint32_t> Share::queue() const {
  const auto fits = [&](std::uint32_t i) {
    const EventKind said = state(i);
    const bool wanted = query_.unsure ? said == EventKind::Unsure : said == EventKind::Undo;
    return wanted && (query_.source.empty() || rows_[index_of(cases_[i]["left"])].source == query_.source ||
                      rows_[index_of(cases_[i]["right"])].source == query_.source);
  };
  std::vector<std::uint32_t> queue;
  for (std::uint32_t i = 0; i < size(); ++i) {
    if (fits(i)) {
      queue.push_back(i);
    }
  }
  if (query_.by_weight) {
    const auto doubt = [&](std::uint32_t i) { return std::fabs(cases_[i]["weight"].get<double>() - accept_); };
    std::stable_sort(queue.begin(), queue.end(), [&](auto a, auto b) { return doubt(a) < doubt(b); });
  }
  return queue;
}

Json Share::next() const {
  const std::vector<std::uint32_t> open = queue();
  return open.empty() ? Json() : short_case(open.front());
}

Json Share::short_case(std::uint32_t index) const {
  Json json;
  for (const char* key : {"case", "kind", "accepted", "weight", "probability", "count", "left", "right", "suspicions",
                          "change", "expected"}) {
    if (const auto found = cases_[index].find(key); found != cases_[index].end()) {
      json[key] = *found;
    }
  }
  return json;
}

Json Share::full_case(std::uint32_t index) const {
  Json json = cases_[index];
  const EventKind said = state(index);
  json["state"] = said == EventKind::Undo ? "open" : said == EventKind::Unsure ? "unsure" : "done";
  return json;
}

std::vector<Event> Share::marked(std::uint32_t index, const std::vector<review::RowVerdict>& said) const {
  std::vector<Event> events;
  for (const review::RowVerdict& verdict : said) {
    Event& event = events.emplace_back();
    event.kind = verdict.same ? EventKind::Same : EventKind::NotSame;
    event.left = verdict.left;
    event.right = verdict.right;
    event.hand = review::HandMark{name_.split, questions_[index], name_.hand};
  }
  return events;
}

std::vector<Event> Share::answer(std::uint32_t index, EventKind kind) const {
  const Json& asked = cases_[index];
  if (JsonReader(asked).text("kind") == "cluster" && kind == EventKind::Same) {
    std::vector<RowName> rows;
    for (const Json& row : asked["rows"]) {
      rows.push_back(rows_[index_of(row)]);
    }
    return marked(index, review::verdicts_of({rows}));
  }
  std::vector<Event> events =
      marked(index, {{rows_[index_of(asked["left"])], rows_[index_of(asked["right"])], kind == EventKind::Same}});
  events.front().kind = kind;
  return events;
}

std::vector<Event> Share::answer(std::uint32_t index, const std::vector<std::vector<std::uint32_t>>& parts) const {
  std::vector<std::vector<RowName>> named;
  for (const auto& part : parts) {
    std::vector<RowName>& names = named.emplace_back();
    for (const std::uint32_t row : part) {
      names.push_back(rows_[row]);
    }
  }
  return marked(index, review::verdicts_of(named));
}

std::optional<std::uint32_t> Share::case_with(const std::vector<std::vector<std::uint32_t>>& parts) const {
  for (std::uint32_t i = 0; i < size(); ++i) {
    std::set<std::uint32_t> rows;
    for (const Json& row : cases_[i]["rows"]) {
      rows.insert(index_of(row));
    }
    if (std::all_of(parts.begin(), parts.end(), [&](const auto& part) {
          return std::all_of(part.begin(), part.end(), [&](std::uint32_t row) { return rows.count(row) != 0; });
        })) {
      return i;
    }
  }
  return std::nullopt;
}

bool Share::take_up(DecisionLog answers) {
  const auto& events = answers.events().events();
  const bool ours = std::all_of(events.begin(), events.end(), [&](const Event& event) {
    return event.kind == EventKind::Undo ||
           (event.hand && event.hand->split == name_.split && event.hand->hand == name_.hand);
  });
  if (ours) {
    log = std::move(answers);
  }
  return ours;
}

std::string Share::answers_text(std::string_view at) const {
  Json json = name_json(kAnswers, name_);
  json["at"] = at;
  json["questions"] = size();
  json["events"] = Json::array();
  for (std::size_t i = 0; i < log.events().events().size(); ++i) {
    if (log.events().speaks(i)) {
      json["events"].push_back(event_json(log.events().events()[i]));
    }
  }
  return to_text(json);
}

void Share::describe(const RowName& name, Json& json) const {
  json["found"] = false;
  for (const Json& asked : cases_) {
    for (const Json& row : asked["rows"]) {
      const RowName& known = rows_[index_of(row)];
      if (known.source == name.source && known.row == name.row && known.key == name.key) {
        json["found"] = true;
        for (const char* key : {"name", "nik", "village"}) {
          json[key] = JsonReader(row).text(key).value_or("");
        }
        return;
      }
    }
  }
}

std::string Share::lists() const {
  const Json known = about(); // outlives the loop over its part
  std::string lists;
  for (const Json& source : known["sources"]) {
    lists.append(lists.empty() ? "" : ", ").append(source.get<std::string>());
  }
  return lists;
}

Result<ShareAnswers> read_share_answers(std::string_view text) {
  const Json json = parse_json(text);
  JsonReader read(json);
  if (!read.ok()) {
    return read.refusal(ErrorCode::ShareInvalid);
  }
  const Result<ShareName> name = read_name(read, kAnswers);
  if (!name) {
    return tl::unexpected<Error>(name.error());
  }
  ShareAnswers all{*name, {}};
  const Json* events = read.member("events");
  if (events == nullptr || !events->is_array()) {
    read.refuse("events");
    return read.refusal(ErrorCode::ShareInvalid);
  }
  std::map<std::uint64_t, std::size_t> answer_of; // place in answers by group
  for (const Json& item : *events) {
    const std::string where = "events[" + std::to_string(&item - &events->front()) + "]";
    JsonReader one(item, where);
    Event event = read_event(one);
    if (!one.ok() || !is_about_pair(event.kind) || event.at.empty() || !event.hand ||
        event.hand->split != name->split || event.hand->hand != name->hand) {
      return fail(ErrorCode::ShareInvalid, {{"where", one.ok() ? where : one.where()}});
    }
    const auto [at, fresh] = answer_of.emplace(event.group != 0 ? event.group : event.seq, all.answers.size());
    if (fresh) {
      all.answers.emplace_back();
    }
    std::vector<Event>& answer = all.answers[at->second];
    if (!answer.empty() && (answer.front().hand->question != event.hand->question || answer.front().at != event.at)) {
      return fail(ErrorCode::ShareInvalid, {{"where", where}});
    }
    answer.push_back(std::move(event));
  }
  return all;
}

} // namespace padan::codec
