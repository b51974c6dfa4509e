#pragma once
// What a project says beside its lists and how they are matched: top-level sections of project.json, one a feature.
//
//   Settings settings;                                             // defaults
//   update_settings(R"({"rules":{"pbi_ceiling":4}})", settings);   // sections that are not named stay as they are
//   settings_text(settings);                                       // {"rules":{"pbi_ceiling":4}}

#include <string>
#include <string_view>

#include "padan/analyse/findings.hpp"

namespace padan::codec {

struct About {
  std::string name; // of the work
  std::string region;
  std::string meeting;
  std::string year; // that is planned for
};

struct Settings {
  analyse::FindingRules rules; // "rules": {"pbi_ceiling": 1..10}
  About about;
  std::string minutes = "{}"; // a JSON object, as the page wrote it
};

/// Replaces the sections that the JSON object names; keys that are no section are left alone. True when a result has to be
/// made anew to follow. Errors: ConfigInvalid {where}, and then nothing changes.
[[nodiscard]] Result<bool> update_settings(std::string_view json, Settings& settings);

/// All sections as a JSON object.
[[nodiscard]] std::string settings_text(const Settings& settings);

} // namespace padan::codec
