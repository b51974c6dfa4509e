#pragma once
// A project as one file, NAME.padan: the recipe, the decisions, the model and the frozen versions; no row of any list. It is a
// zip of text files, or such a zip in a box (box.hpp) when it is locked with a passphrase.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "padan/base/error.hpp"

namespace padan::codec {

struct NamedText {
  std::string name;
  std::string text;
};

/// A sealed result that was kept: who froze it, when and as what, and the files of its seal but for the tables.
struct FrozenVersion {
  std::string name; // "Perencanaan 2027"
  std::string year; // planning year, may be empty
  std::string at;   // ISO time
  std::string by;
  std::string capacity;
  std::string seal; // Seal::code()
  std::vector<NamedText> files;

  [[nodiscard]] std::string_view file(std::string_view file_name) const; // empty when there is none
};

struct ProjectFile {
  std::string project;   // project.json
  std::string decisions; // decisions.jsonl, may be empty
  std::string model;     // model.json, may be empty
  std::vector<FrozenVersion> versions;
};

/// The same project gives the same bytes. Errors: FileTooLarge.
[[nodiscard]] Result<std::string> pack_project(const ProjectFile& file);

/// bytes: of pack_project, or a project.json that stands alone. A box is opened before, by open_box.
/// Errors: ConfigInvalid {where}: no project, or a part of it that is none; those of the zip reader.
[[nodiscard]] Result<ProjectFile> unpack_project(std::string_view bytes);

} // namespace padan::codec
