#pragma once
// What was sealed, wherever it is kept: in the folder of a result, or as a version in a project of the page.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "padan/codec/project_file.hpp"
#include "padan/codec/seal.hpp"

namespace padan::cli {

/// NAME.padan, or a box under whatever name.
[[nodiscard]] bool is_project(const std::string& path);

/// Opened with the first password that fits. Errors: FileUnreadable, FileEncrypted (no password given), and those of open_box and
/// unpack_project, with {file}.
[[nodiscard]] Result<codec::ProjectFile> open_project(const std::string& path,
                                                      const std::vector<std::string>& passwords);

class SealedResult {
public:
  /// Errors: FileUnreadable {file}; ConfigInvalid {file, where}: a summary without a seal.
  [[nodiscard]] static Result<SealedResult> of_folder(const std::string& folder);
  [[nodiscard]] static Result<SealedResult> of_version(codec::FrozenVersion version, const std::string& project);

  [[nodiscard]] const codec::Seal& seal() const { return seal_.seal; }
  [[nodiscard]] const std::string& stated() const { return seal_.stated; }
  [[nodiscard]] bool is_folder() const { return !version_; }
  [[nodiscard]] std::string folder() const { return folder_.string(); }
  [[nodiscard]] bool holds(std::string_view name) const; // among what the seal lists

  /// A file that belongs to it; nothing when it is not kept there, as tables are not in a project.
  [[nodiscard]] std::optional<std::string> text(std::string_view name) const;
  /// What is kept of what the seal names, hashed.
  [[nodiscard]] std::vector<codec::HashedFile> kept() const;

private:
  std::filesystem::path folder_;
  std::optional<codec::FrozenVersion> version_;
  codec::ReadSeal seal_;
};

/// Whether one of the given has its bytes, under whatever name.
[[nodiscard]] bool is_among(const codec::HashedFile& input, const std::vector<codec::HashedFile>& given);

/// The latest version all of whose inputs are among the given hashes; where there is none, the latest.
[[nodiscard]] std::optional<codec::FrozenVersion> version_for(const codec::ProjectFile& project,
                                                              const std::vector<codec::HashedFile>& given);

} // namespace padan::cli
