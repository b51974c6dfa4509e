#include "padan/codec/profile.hpp"

#include "api/source_json.hpp"
#include "padan/engine/mask.hpp"
#include "profile_rows.hpp"

namespace padan::codec {
namespace {

void mask_samples(engine::SourceProfile& columns, const engine::Source& source) {
  for (std::size_t i = 0; i < columns.columns.size(); ++i) {
    for (std::string& sample : columns.columns[i].samples) {
      sample = engine::mask(table::fact_of(source.recognition.columns[i].field), sample);
    }
  }
}

} // namespace

std::string write_profile(const engine::Session& session, const ProfileOptions& options) {
  Json sources = Json::array();
  for (const auto& source : session.sources()) {
    engine::ListProfile profile = engine::profile_list(*source, options.year);
    if (options.masked) {
      mask_samples(profile.columns, *source);
    }
    Json json = source_json(*source, profile.columns);
    json["profile"] = profile_json(*source, profile, options.language, options.masked);
    sources.push_back(std::move(json));
  }
  return to_text(Json{{"sources", std::move(sources)}}, 2) + "\n";
}

} // namespace padan::codec
