#include "query_json.hpp"

namespace padan::codec {

engine::Region read_region(JsonReader& read) {
  return {read.text("village").value_or(""), read.text("district").value_or(""), read.text("regency").value_or("")};
}

engine::Query read_query(JsonReader& read) {
  engine::Query query;
  query.search = read.text("search").value_or("");
  query.region = read_region(read);
  query.conflict = read.text("conflict").value_or("");
  query.civil_status = read.text("civil_status").value_or("");
  query.action = read.text("action").value_or("");
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
