#include "padan/codec/profile.hpp"

#include "api/source_json.hpp"
#include "padan/engine/profile.hpp"

namespace padan::codec {

std::string write_profile(const engine::Session& session, std::uint16_t year) {
  Json sources = Json::array();
  for (const auto& source : session.sources()) {
    sources.push_back(source_json(*source, year));
  }
  return to_text(Json{{"sources", std::move(sources)}}, 2) + "\n";
}

} // namespace padan::codec
