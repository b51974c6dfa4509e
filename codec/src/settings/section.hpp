#pragma once
// A section of project.json: how it is read and written. Each stands in a file of its own.

#include "../json/json.hpp"
#include "../json/reader.hpp"
#include "padan/codec/settings.hpp"

namespace padan::codec {

struct Section {
  std::string_view name;
  bool makes_result; // results hang on it: they are made anew when it changes
  /// Takes all of the section or refuses it; keys that are missing get their defaults.
  void (*read)(JsonReader& reader, Settings& settings);
  Json (*write)(const Settings& settings);
  bool shown = true; // among the settings of the page; a large one has calls of its own
};

[[nodiscard]] Section about_section();
[[nodiscard]] Section minutes_section();
[[nodiscard]] Section rules_section();
[[nodiscard]] Section authority_section();
[[nodiscard]] Section locked_section();
[[nodiscard]] Section exports_section();
[[nodiscard]] Section priority_section();
[[nodiscard]] Section lokus_section();
[[nodiscard]] Section programmes_section();

/// The rules of that day as the section writes them, one a topic.
[[nodiscard]] Json authority_in_force(const resolve::AuthorityMatrix& matrix, std::string_view as_of);

/// The same for requests that try other weights than those in force.
[[nodiscard]] PrioritySettings read_priority_settings(JsonReader& reader);
[[nodiscard]] Json weights_json(const analyse::Weights& weights);
[[nodiscard]] Json plan_json(const analyse::ProgrammePlan& plan);
[[nodiscard]] Section fieldwork_section();

/// Those of `project` into `settings`; see update_settings.
[[nodiscard]] Result<bool> read_sections(JsonReader& project, Settings& settings);
void write_sections(const Settings& settings, Json& project);

} // namespace padan::codec
