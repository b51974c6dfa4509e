#pragma once
// Files of the command line into a session, several at one time. A file that cannot be used is reported and the others go on.

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "console.hpp"
#include "padan/base/executor.hpp"
#include "padan/codec/project.hpp"
#include "padan/codec/seal.hpp"
#include "padan/engine/session.hpp"

namespace padan::cli {

struct Loaded {
  std::uint32_t used = 0;
  std::uint32_t refused = 0;
  std::vector<codec::HashedFile> unused; // of the refused those that are files at all
};

/// By path: what the result shall call a file whose name on disk is another.
using FileNames = std::map<std::string, std::string>;

/// A small file whole. Errors: FileUnreadable {file}.
[[nodiscard]] Result<std::string> read_whole(const std::string& path);

/// An error in what a small file says, with {file} in front.
[[nodiscard]] tl::unexpected<Error> in_file(Error error, const std::string& path);

/// SHA-256 of its bytes. Errors: FileUnreadable {file}.
[[nodiscard]] Result<std::string> hash_file(const std::string& path);

/// One a line; none when no file is named. Errors: FileUnreadable {file}.
[[nodiscard]] Result<std::vector<std::string>> read_passwords(const std::string& path);

/// Sources and refusals come in the order of the paths. passwords: each is tried on each locked workbook. hints: of the project, for
/// lists whose headers nobody would recognise.
[[nodiscard]] Loaded load_files(engine::Session& session, const std::vector<std::string>& paths,
                                const std::vector<std::string>& passwords, Console& console,
                                const base::Executor& executor, const codec::ProjectHints& hints = {},
                                const FileNames& names = {});

} // namespace padan::cli
