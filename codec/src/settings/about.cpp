// "about": what the work is called and for whom; it stands in the top bar, in minutes and at the foot of what is printed.
#include "section.hpp"

namespace padan::codec {
namespace {

struct Fact {
  std::string_view key;
  std::string About::*member;
};
constexpr Fact kFacts[] = {
    {"name", &About::name}, {"region", &About::region}, {"meeting", &About::meeting}, {"year", &About::year}};

void read(JsonReader& reader, Settings& settings) {
  settings.about = {};
  for (const Fact& fact : kFacts) {
    settings.about.*(fact.member) = reader.text(fact.key).value_or("");
  }
}

Json write(const Settings& settings) {
  Json json = Json::object();
  for (const Fact& fact : kFacts) {
    json[std::string(fact.key)] = settings.about.*(fact.member);
  }
  return json;
}

} // namespace

Section about_section() { return {"about", false, read, write}; }

} // namespace padan::codec
