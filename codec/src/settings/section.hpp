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
};

[[nodiscard]] Section about_section();
[[nodiscard]] Section minutes_section();
[[nodiscard]] Section rules_section();

/// Those of `project` into `settings`; see update_settings.
[[nodiscard]] Result<bool> read_sections(JsonReader& project, Settings& settings);
void write_sections(const Settings& settings, Json& project);

} // namespace padan::codec
