#include "padan/codec/settings.hpp"

#include <array>

#include "section.hpp"

namespace padan::codec {
namespace {

const auto& sections() {
  static const std::array kSections{about_section(),    rules_section(),  authority_section(),  locked_section(),
                                    priority_section(), lokus_section(),  programmes_section(), fieldwork_section(),
                                    minutes_section(),  exports_section()};
  return kSections;
}

} // namespace

Result<bool> read_sections(JsonReader& project, Settings& settings) {
  Settings changed = settings;
  bool makes_result = false;
  for (const Section& section : sections()) {
    const Json* json = project.member(section.name);
    if (json == nullptr) {
      continue;
    }
    JsonReader reader(*json, project.path_of(section.name));
    section.read(reader, changed);
    if (!reader.ok()) {
      return reader.refusal(ErrorCode::ConfigInvalid);
    }
    makes_result = makes_result || section.makes_result;
  }
  settings = std::move(changed);
  return makes_result;
}

void write_sections(const Settings& settings, Json& project) {
  for (const Section& section : sections()) {
    project[std::string(section.name)] = section.write(settings);
  }
}

Result<bool> update_settings(std::string_view json, Settings& settings) {
  const Json project = parse_json(json);
  JsonReader reader(project);
  return reader.ok() ? read_sections(reader, settings) : reader.refusal(ErrorCode::ConfigInvalid);
}

std::string rules_text(const Settings& settings, std::string_view as_of) {
  Json rules = {{"as_of", as_of}};
  for (const Section& section : sections()) {
    if (section.makes_result) {
      rules[std::string(section.name)] = section.write(settings);
    }
  }
  Json targets = Json::array(); // of programmes: action lists hang on them
  for (const analyse::ProgrammePlan& plan : settings.programmes.list) {
    if (plan.ceiling != 0) {
      const char* unit = plan.unit == analyse::Unit::Persons ? "persons" : "families";
      targets.push_back({{"name", plan.name}, {"unit", unit}, {"ceiling", plan.ceiling}});
    }
  }
  if (!targets.empty()) {
    rules["targets"] = std::move(targets);
  }
  return to_text(rules);
}

bool is_locked(const engine::Session& session, const engine::Results& results, const Settings& settings,
               std::string_view as_of) {
  const LockEvent* standing = settings.lock.standing();
  return standing != nullptr && standing->hash == result_hash(session, results, rules_text(settings, as_of));
}

std::string settings_text(const Settings& settings) {
  Json project = Json::object();
  for (const Section& section : sections()) {
    if (section.shown) {
      project[std::string(section.name)] = section.write(settings);
    }
  }
  return to_text(project);
}

} // namespace padan::codec
