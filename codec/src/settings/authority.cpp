// "authority": who decides what; absent or null: as resolve::default_authority() has it.
#include "padan/codec/iso_date.hpp"
#include "section.hpp"

namespace padan::codec {
namespace {

using resolve::Authority;
using resolve::AuthorityRule;

std::string read_day(JsonReader& reader, std::string_view key) {
  std::string day = reader.text(key).value_or("");
  if (!day.empty() && !is_iso_date(day)) {
    reader.refuse(key);
  }
  return day;
}

AuthorityRule read_rule(JsonReader& reader) {
  AuthorityRule rule;
  rule.topic = reader.text("topic").value_or("");
  rule.basis = reader.text("basis").value_or("");
  rule.valid_from = read_day(reader, "valid_from");
  rule.valid_until = read_day(reader, "valid_until");
  if (!resolve::is_authority_topic(rule.topic)) {
    reader.refuse("topic");
  }
  const Json* order = reader.member("order");
  if (order == nullptr || !order->is_array() || order->empty()) {
    reader.refuse("order");
    return rule;
  }
  for (const Json& entry : *order) {
    JsonReader inner(entry, "order");
    const Authority authority{inner.text("owner").value_or(""), inner.text("kind").value_or(""),
                              inner.text("layout").value_or("")};
    if (!inner.ok() || authority == Authority{}) {
      reader.refuse("order");
      return rule;
    }
    rule.order.push_back(authority);
  }
  return rule;
}

void read(JsonReader& reader, Settings& settings) {
  const Json* rules = reader.member("rules");
  if (rules == nullptr) {
    settings.authority = resolve::default_authority();
    return;
  }
  if (!rules->is_array()) {
    reader.refuse("rules");
    return;
  }
  settings.authority.rules.clear();
  for (std::size_t i = 0; i < rules->size(); ++i) {
    JsonReader inner((*rules)[i], "rules[" + std::to_string(i) + "]");
    settings.authority.rules.push_back(read_rule(inner));
    if (!inner.ok()) {
      reader.refuse(inner.where());
      return;
    }
  }
}

Json rule_json(const AuthorityRule& rule) {
  Json order = Json::array();
  for (const Authority& authority : rule.order) {
    Json entry = Json::object();
    const auto part = [&](const char* key, const std::string& text) {
      if (!text.empty()) {
        entry[key] = text;
      }
    };
    part("owner", authority.owner);
    part("kind", authority.kind);
    part("layout", authority.layout);
    order.push_back(std::move(entry));
  }
  Json json = {{"topic", rule.topic}, {"order", std::move(order)}, {"basis", rule.basis}};
  if (!rule.valid_from.empty()) {
    json["valid_from"] = rule.valid_from;
  }
  if (!rule.valid_until.empty()) {
    json["valid_until"] = rule.valid_until;
  }
  return json;
}

Json write(const Settings& settings) {
  Json rules = Json::array();
  for (const AuthorityRule& rule : settings.authority.rules) {
    rules.push_back(rule_json(rule));
  }
  return {{"rules", std::move(rules)}};
}

} // namespace

Json authority_in_force(const resolve::AuthorityMatrix& matrix, std::string_view as_of) {
  const resolve::Day day = resolve::parse_day(as_of);
  Json rules = Json::array();
  for (const AuthorityRule& rule : matrix.rules) {
    if (matrix.in_force(rule.topic, day) == &rule) {
      rules.push_back(rule_json(rule));
    }
  }
  return rules;
}

Section authority_section() { return {"authority", true, read, write}; }

} // namespace padan::codec
