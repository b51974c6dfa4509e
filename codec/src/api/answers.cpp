#include "answers.hpp"

#include "line_json.hpp"

namespace padan::codec {
namespace {

using review::Event;
using review::EventKind;

Json fields_json(const engine::CaseDetail& detail) {
  Json fields = Json::array();
  for (const engine::CaseField& field : detail.fields) {
    Json parts = Json::array();
    for (const auto& value : field.parts) {
      Json pieces = Json::array();
      for (const engine::TextPart& part : value) {
        pieces.push_back({{"text", part.text}, {"same", part.same}});
      }
      parts.push_back(std::move(pieces));
    }
    fields.push_back({{"field", table::to_text({field.field, {}})},
                      {"values", field.values},
                      {"differs", field.differs},
                      {"parts", std::move(parts)}});
  }
  return fields;
}

Json families_json(const engine::CaseDetail& detail) {
  Json families = Json::array();
  for (const engine::CaseFamily& family : detail.families) {
    Json members = Json::array();
    for (const engine::CaseMember& member : family.members) {
      members.push_back({{"person", member.person},
                         {"name", member.name},
                         {"relation", member.relation},
                         {"birth_date", member.birth_date},
                         {"shared", member.shared}});
    }
    families.push_back({{"person", family.person},
                        {"family", family.family},
                        {"id", family.id},
                        {"kk", family.kk},
                        {"members", std::move(members)}});
  }
  return families;
}

} // namespace

engine::Review& review_of(State& state) {
  if (state.review == nullptr) {
    state.review = std::make_unique<engine::Review>(*state.results);
  }
  state.review->follow(state.log.events());
  return *state.review;
}

std::uint64_t pending(const State& state) {
  const review::EventLog& log = state.log.events();
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < log.events().size(); ++i) {
    count += log.speaks(i) != (i < state.applied.size() && state.applied[i]) ? 1U : 0U;
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
  if (state.share) {
    return {{"questions", state.share->left()}, {"pending", 0}};
  }
  const engine::LiveCounts live = review_of(state).live();
  Json json = figures_json(live.figures);
  json["questions"] = live.questions;
  json["pending"] = pending(state);
  return json;
}

Json case_json(const engine::Results& results, const engine::Review& review, std::uint32_t index) {
  const engine::Case& asked = review.cases()[index];
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

Json next_json(State& state) {
  if (state.share) {
    return state.share->next();
  }
  const engine::Review& review = review_of(state);
  const auto queue = review.queue(state.queue, 1);
  return !queue || queue->empty() ? Json() : case_json(*state.results, review, queue->front());
}

Event read_author(JsonReader& read) {
  Event event;
  event.at = read.text("at").value_or("");
  event.by = read.text("by").value_or("");
  event.capacity = read.text("capacity").value_or("");
  event.reason = read.text("reason").value_or("");
  event.note = read.text("note").value_or("");
  if (event.at.empty()) {
    read.refuse("at");
  }
  return event;
}

EventKind read_answer(JsonReader& read) {
  const auto kind = review::parse_event_kind(read.text("answer").value_or(""));
  if (!kind || !is_about_pair(*kind)) {
    read.refuse("answer");
  }
  return kind.value_or(EventKind::Unsure);
}

std::uint64_t append(State& state, const Event& author, std::vector<Event> events) {
  DecisionLog& log = state.log_at_hand();
  const std::uint64_t first = log.events().next_seq();
  for (Event& event : events) {
    event.at = author.at;
    event.by = author.by;
    event.capacity = author.capacity;
    event.reason = author.reason;
    event.note = author.note;
    event.group = events.size() > 1 ? first : 0;
    log.append(event);
  }
  return first;
}

Json side_json(State& state, const review::RowName& name) {
  Json json = {{"source", name.source}, {"row", name.row}};
  if (state.share) {
    state.share->describe(name, json);
    return json;
  }
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

void add_plain(const engine::CaseDetail& detail, Json& json) {
  json["rows"] = Json::array();
  for (const engine::RowLine& row : detail.rows) {
    json["rows"].push_back(line_json(row));
  }
  json["fields"] = fields_json(detail);
  json["damage"] = Json::array();
  for (const engine::CaseDamage& damage : detail.damage) {
    json["damage"].push_back(
        {{"row", damage.row}, {"field", table::to_text({damage.field, {}})}, {"code", to_text(damage.damage)}});
  }
  json["families"] = families_json(detail);
}

} // namespace padan::codec
