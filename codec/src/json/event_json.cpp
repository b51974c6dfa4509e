#include "event_json.hpp"

namespace padan::codec {
namespace {

using review::Event;
using review::EventKind;
using review::RowName;

RowName read_row(JsonReader& event, std::string_view side) {
  const Json* json = event.member(side);
  const std::optional<RowName> name = json == nullptr ? std::nullopt : read_row_name(*json);
  if (!name) {
    event.refuse(side);
  }
  return name.value_or(RowName{});
}

void read_audit(JsonReader& reader, Event& event) {
  if (const Json* json = reader.member("audit")) {
    JsonReader inner(*json);
    review::AuditMark mark;
    mark.stratum = inner.need("stratum");
    const Json* frame = inner.member("frame");
    for (const Json& pairs : frame != nullptr && frame->is_array() ? *frame : Json::array()) {
      mark.frame.push_back(pairs.is_number_unsigned() ? pairs.get<std::uint64_t>() : 0);
    }
    if (!inner.ok() || mark.stratum >= mark.frame.size()) {
      reader.refuse("audit");
    }
    event.audit = mark;
  }
}

void read_hand(JsonReader& reader, Event& event) {
  if (const Json* json = reader.member("hand")) {
    JsonReader inner(*json);
    review::HandMark mark;
    mark.split = inner.text("split").value_or("");
    mark.question = inner.need("question");
    mark.hand = inner.need("hand");
    if (!inner.ok() || mark.split.empty() || !is_about_pair(event.kind)) {
      reader.refuse("hand");
    } else {
      event.hand = mark;
    }
  }
}

} // namespace

Json row_name_json(const RowName& row) {
  Json json = {{"source", row.source}, {"row", row.row}};
  if (!row.key.empty()) {
    json["key"] = row.key;
  }
  return json;
}

std::optional<RowName> read_row_name(const Json& json) {
  RowName name;
  JsonReader row(json);
  name.source = row.text("source").value_or("");
  name.row = row.need("row");
  name.key = row.text("key").value_or("");
  return row.ok() && !name.source.empty() && name.row != 0 ? std::optional(name) : std::nullopt;
}

Json event_json(const Event& event) {
  Json json = {{"seq", event.seq},
               {"at", event.at},
               {"by", event.by},
               {"capacity", event.capacity},
               {"kind", to_text(event.kind)}};
  if (event.kind == EventKind::Undo) {
    json["undoes"] = event.undoes;
  } else {
    json["left"] = row_name_json(event.left);
  }
  if (is_about_pair(event.kind)) {
    json["right"] = row_name_json(event.right);
  }
  if (event.kind == EventKind::Value) {
    json["field"] = table::to_text({event.field, {}});
  }
  if (event.kind == EventKind::Value || event.kind == EventKind::Status) {
    json["value"] = event.value;
  }
  if (event.kind == EventKind::Exclude) {
    json["scope"] = event.whole_person ? "person" : "row";
  }
  if (event.group != 0) {
    json["group"] = event.group;
  }
  json["reason"] = event.reason;
  if (!event.note.empty()) {
    json["note"] = event.note;
  }
  if (event.audit) {
    json["audit"] = {{"stratum", event.audit->stratum}, {"frame", event.audit->frame}};
  }
  if (event.hand) {
    json["hand"] = {{"split", event.hand->split}, {"question", event.hand->question}, {"hand", event.hand->hand}};
  }
  return json;
}

void read_what(JsonReader& reader, Event& event) {
  event.value = reader.text("value").value_or("");
  if (event.kind == EventKind::Value) {
    const auto field = table::parse_field(reader.text("field").value_or(""));
    if (!field || !field->name.empty()) {
      reader.refuse("field");
      return;
    }
    event.field = field->kind;
    if (!review::is_settable(event.field, event.value)) {
      reader.refuse("value");
    }
  } else if (event.kind == EventKind::Status && !review::is_status(event.value)) {
    reader.refuse("value");
  } else if (event.kind == EventKind::Exclude) {
    const std::string scope = reader.text("scope").value_or("row");
    event.whole_person = scope == "person";
    if (scope != "row" && scope != "person") {
      reader.refuse("scope");
    }
  }
}

Event read_event(JsonReader& reader) {
  Event event;
  event.seq = reader.number("seq", UINT64_MAX).value_or(0);
  const auto kind = review::parse_event_kind(reader.text("kind").value_or(""));
  if (!kind) {
    reader.refuse("kind");
    return event;
  }
  event.kind = *kind;
  event.at = reader.text("at").value_or("");
  event.by = reader.text("by").value_or("");
  event.capacity = reader.text("capacity").value_or("");
  if (event.kind != EventKind::Undo) {
    event.left = read_row(reader, "left");
  }
  if (is_about_pair(event.kind)) {
    event.right = read_row(reader, "right");
  }
  event.undoes = reader.number("undoes", UINT64_MAX).value_or(0);
  event.group = reader.number("group", UINT64_MAX).value_or(0);
  event.reason = reader.text("reason").value_or("");
  event.note = reader.text("note").value_or("");
  read_what(reader, event);
  read_audit(reader, event);
  read_hand(reader, event);
  return event;
}

} // namespace padan::codec
