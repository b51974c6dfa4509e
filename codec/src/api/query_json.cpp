#include "query_json.hpp"

#include <algorithm>

#include "planning.hpp"

namespace padan::codec {
namespace {

// "pkh:check": who stands there on the list of a programme.
std::vector<bool> read_action(State& state, JsonReader& read) {
  const std::string asked = read.text("action").value_or("");
  if (asked.empty()) {
    return {};
  }
  const std::size_t colon = asked.rfind(':');
  const engine::Actions& actions = *actions_of(state);
  const auto action = engine::parse_action(colon == std::string::npos ? std::string() : asked.substr(colon + 1));
  const auto programme = actions.number(asked.substr(0, colon));
  if (!action || !programme) {
    read.refuse("action");
    return {};
  }
  std::vector<bool> persons(state.results->master().persons().size(), false);
  for (const engine::ActionLine& line : actions.lines()) {
    if (line.action == *action && line.programme == *programme) {
      persons[line.person] = true;
    }
  }
  return persons;
}

} // namespace

engine::Region read_region(State& state, JsonReader& read) {
  engine::Region region{read.text("village").value_or(""), read.text("district").value_or(""),
                        read.text("regency").value_or("")};
  if (read.flag("lokus").value_or(false)) {
    region.within = lokus_places(state);
  }
  return region;
}

engine::Query read_query(State& state, JsonReader& read) {
  engine::Query query;
  query.search = read.text("search").value_or("");
  query.region = read_region(state, read);
  query.conflict = read.text("conflict").value_or("");
  query.civil_status = read.text("civil_status").value_or("");
  query.persons = read_action(state, read);
  query.official = read.flag("official").value_or(false);
  query.flag = read.text("flag").value_or("");
  query.finding = read.text("finding").value_or("");
  query.sort = read.text("sort").value_or("");
  query.person = read.number32("person");
  query.family = read.number32("family");
  if (const Json* sources = read.member("sources")) {
    JsonReader inner(*sources);
    query.sources = {inner.texts("all"), inner.texts("any"), inner.texts("exact")};
    if (!inner.ok()) {
      read.refuse("sources");
    }
  }
  if (const Json* lists = read.member("lists")) {
    JsonReader inner(*lists);
    query.least_lists = inner.number32("min").value_or(query.least_lists);
    query.most_lists = inner.number32("max").value_or(query.most_lists);
    if (!inner.ok()) {
      read.refuse("lists");
    }
  }
  return query;
}

} // namespace padan::codec
