#pragma once
// The figures of a change between two results, as JSON.

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "padan/engine/versions.hpp"

namespace padan::codec {

/// What the summary.json of one version says of it.
struct VersionFigures {
  std::string as_of;
  std::string seal;
  std::uint64_t rows = 0; // of all lists, doubles included
  std::uint64_t persons = 0;
  std::uint64_t families = 0;
};

/// Errors: ConfigInvalid {where}: no summary.json.
[[nodiscard]] Result<VersionFigures> read_figures(std::string_view summary);

/// Per list the hash of its file, of a project.json that a run wrote. Errors: ConfigInvalid {where}.
[[nodiscard]] Result<std::map<std::string, std::string, std::less<>>> read_list_hashes(std::string_view project);

/// {"versions", "old", "new", "persons":{change, real, only_data, entered, left, …}, "families":{…}, "rows":{change},
///  "by_nik_alone":{entered, left}}: change = real + only_data, where only_data comes of entries that were merged or split.
[[nodiscard]] std::string write_change_summary(const VersionFigures& before, const VersionFigures& after,
                                               const engine::VersionChange& change);

} // namespace padan::codec
