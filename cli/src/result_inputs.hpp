#pragma once
// The lists that a sealed result was made from, found again: by content, whatever they are called now.

#include <string>
#include <vector>

#include "arguments.hpp"
#include "load.hpp"
#include "result_tables.hpp"

namespace padan::cli {

struct FoundInputs {
  std::vector<std::string> paths;
  FileNames names;                 // of these paths in the result
  std::vector<std::string> others; // files of the command line that are no inputs
  std::vector<std::string> kept;   // inputs that lie in the folder itself, relative to it
};

/// Looked for among the given files, in the folder itself, in `more`, in the folders where the result found them, beside the folder and
/// in the current one. Errors: FileUnreadable {file}: the first that is nowhere.
[[nodiscard]] Result<FoundInputs> find_inputs(const std::string& folder, const ResultFolder& result,
                                              const std::vector<std::string>& given, const std::string& more);

/// The recipe of the folder, as if it had been named on the command line.
[[nodiscard]] Arguments recipe_arguments(const Arguments& arguments, const std::string& folder, const codec::Seal& seal,
                                         const FoundInputs& inputs);

} // namespace padan::cli
