// "locked": who has called a result final, or taken that back, and why.
#include "section.hpp"

namespace padan::codec {
namespace {

void read(JsonReader& reader, Settings& settings) {
  settings.lock.events.clear();
  const Json* events = reader.member("events");
  if (events == nullptr) {
    return;
  }
  if (!events->is_array()) {
    reader.refuse("events");
    return;
  }
  for (const Json& json : *events) {
    JsonReader inner(json, "events");
    const std::string what = inner.text("what").value_or("");
    settings.lock.events.push_back({what == "lock", inner.text("by").value_or(""), inner.text("capacity").value_or(""),
                                    inner.text("at").value_or(""), inner.text("reason").value_or(""),
                                    inner.text("hash").value_or("")});
    if (!inner.ok() || (what != "lock" && what != "unlock")) {
      reader.refuse("events");
      return;
    }
  }
}

Json write(const Settings& settings) {
  Json events = Json::array();
  for (const LockEvent& event : settings.lock.events) {
    events.push_back({{"what", event.locks ? "lock" : "unlock"},
                      {"by", event.by},
                      {"capacity", event.capacity},
                      {"at", event.at},
                      {"reason", event.reason},
                      {"hash", event.hash}});
  }
  return {{"events", std::move(events)}};
}

} // namespace

Section locked_section() { return {"locked", false, read, write}; }

} // namespace padan::codec
