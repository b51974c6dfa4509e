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
  const std::uint64_t first = state.log.events().next_seq();
  for (Event& event : events) {
    event.at = author.at;
    event.by = author.by;
    event.capacity = author.capacity;
    event.reason = author.reason;
    event.note = author.note;
    event.group = events.size() > 1 ? first : 0;
    state.log.append(event);
  }
  return first;
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
