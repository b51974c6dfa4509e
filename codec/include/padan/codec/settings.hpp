#pragma once
// What a project says beside its lists and how they are matched: top-level sections of project.json, one a feature.
//
//   Settings settings;                                             // defaults
//   update_settings(R"({"rules":{"pbi_ceiling":4}})", settings);   // sections that are not named stay as they are
//   settings_text(settings);                                       // {"rules":{"pbi_ceiling":4}}

#include <string>
#include <string_view>

#include "padan/act/fieldwork.hpp"
#include "padan/codec/lock.hpp"
#include "padan/codec/plan_settings.hpp"
#include "padan/codec/template.hpp"
#include "padan/engine/results.hpp"

namespace padan::codec {

struct About {
  std::string name; // of the work
  std::string region;
  std::string meeting;
  std::string year; // that is planned for
};

struct Settings {
  analyse::FindingRules rules; // "rules": {"pbi_ceiling": 1..10}
  /// "authority": {"rules": [{"topic": "nik", "order": [{"kind": "civil_registry"}], "basis": "UU 24/2013"}]}
  resolve::AuthorityMatrix authority = resolve::default_authority();
  Lock lock; // "locked": {"events": [{"what": "lock", "by", "capacity", "at", "reason", "hash"}]}
  std::vector<ExportTemplate> templates = default_templates(); // "exports"
  PrioritySettings priority;
  LokusSettings lokus;
  ProgrammeSettings programmes;
  act::Fieldwork fieldwork; // "fieldwork": batches that went out and what came back, see fieldwork.hpp
  About about;
  std::string minutes = "{}"; // a JSON object, as the page wrote it
};

/// Replaces the sections that the JSON object names; keys that are no section are left alone. True when a result has to be
/// made anew to follow. Errors: ConfigInvalid {where}, and then nothing changes.
[[nodiscard]] Result<bool> update_settings(std::string_view json, Settings& settings);

/// What a result is made with on a day.
[[nodiscard]] inline engine::ResultOptions result_options(const Settings& settings, std::string as_of) {
  return {std::move(as_of), settings.rules, settings.authority};
}

/// Whether the last word about locking is that this very result is final.
[[nodiscard]] bool is_locked(const engine::Session& session, const engine::Results& results, const Settings& settings,
                             std::string_view as_of);

/// What a result hangs on beside lists and decisions, as text that is the same for the same settings.
[[nodiscard]] std::string rules_text(const Settings& settings, std::string_view as_of);

/// All sections as a JSON object, but for `fieldwork`, which may be long.
[[nodiscard]] std::string settings_text(const Settings& settings);

} // namespace padan::codec
