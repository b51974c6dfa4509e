#pragma once
// project.json: the recipe that reproduces a run. The page and the command line read and write the same.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "padan/codec/settings.hpp"
#include "padan/engine/session.hpp"

namespace padan::codec {

/// What a project says that the files at hand do not answer to.
struct ProjectReport {
  std::vector<std::string> absent_files;   // of its sources
  std::vector<std::string> absent_columns; // "dtks: Nama Ibu"
};

struct RunSettings {
  clustering::Thresholds thresholds;
  std::string as_of; // ISO day, empty when not known
  bool learn_from_decisions = false;
  Settings sections = {};
};

/// What a project says of header rows and mappings, for files that are still to be read: Session::add_file takes it.
/// Errors: as apply_project().
class ProjectHints {
public:
  [[nodiscard]] static Result<ProjectHints> read(std::string_view json);
  [[nodiscard]] engine::Session::HintsFor of_file(const std::string& file) const;
  /// What it says of lists by their shape.
  [[nodiscard]] const ingest::Readings& readings() const { return readings_; }

private:
  struct Entry {
    std::string file;
    std::string sheet;
    ingest::Hints hints;
  };
  std::vector<Entry> entries_;
  ingest::Readings readings_;
};

/// Gives the sources of the session their names, facts, header rows and mappings, and sets `settings` where the project
/// does. A source is found by file (base name) and sheet; those that the project does not name stay as they were
/// recognised, or are read as an entry for their shape says; `file` restricts it to the sources of one file. Nothing changes unless all of the project can be understood.
/// Errors: ConfigInvalid {where}: no JSON, a value of the wrong type, an unknown field kind, one name for two lists; ConfigVersion; and those of
/// Session::correct when a mapping leaves nobody to identify.
[[nodiscard]] Result<ProjectReport> apply_project(std::string_view json, engine::Session& session,
                                                  RunSettings& settings, std::string_view file = {});

/// The project of the session as it stands. base: a project that apply_project took, or empty; what base has and the session does
/// not know (unknown keys, sources whose files are not here) is kept.
[[nodiscard]] std::string write_project(const engine::Session& session, const RunSettings& settings,
                                        std::string_view base = {});

} // namespace padan::codec
