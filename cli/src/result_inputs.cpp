#include "result_inputs.hpp"

#include <algorithm>
#include <filesystem>

#include "padan/codec/summary.hpp"
#include "tables.hpp"

namespace padan::cli {
namespace {

namespace fs = std::filesystem;

bool is_file_with(const fs::path& path, const std::string& sha256) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) {
    return false;
  }
  const Result<std::string> hash = hash_file(path.string());
  return hash && *hash == sha256;
}

std::vector<fs::path> folders_to_search(const std::string& folder, const ResultFolder& result,
                                        const std::string& more) {
  std::vector<fs::path> folders;
  if (!more.empty()) {
    folders.emplace_back(more);
  }
  for (const std::string& hint : codec::read_found_in(result.summary)) {
    folders.emplace_back(hint);
  }
  std::error_code error;
  const fs::path home = fs::absolute(folder, error).lexically_normal();
  const fs::path beside = (home.filename().empty() ? home.parent_path() : home).parent_path();
  folders.push_back(beside);
  folders.push_back(fs::current_path(error));
  for (const fs::path& near : {beside, fs::current_path(error)}) {
    for (const fs::directory_entry& entry : fs::directory_iterator(near, error)) {
      if (entry.is_directory(error)) {
        folders.push_back(entry.path());
      }
    }
  }
  return folders;
}

} // namespace

Result<FoundInputs> find_inputs(const std::string& folder, const ResultFolder& result,
                                const std::vector<std::string>& given, const std::string& more) {
  FoundInputs found;
  std::vector<std::string> hashes;
  for (const std::string& path : given) {
    hashes.push_back(hash_file(path).value_or(std::string()));
  }
  std::vector<bool> is_input(given.size(), false);
  const std::vector<fs::path> folders = folders_to_search(folder, result, more);
  for (const codec::HashedFile& input : result.seal.inputs) {
    const auto take = [&](const std::string& path) {
      found.paths.push_back(path);
      found.names.emplace(path, input.name);
    };
    const auto at = std::find(hashes.begin(), hashes.end(), input.sha256);
    const std::string kept = std::string(kKeptInputs) + input.name;
    if (at != hashes.end()) {
      const auto index = static_cast<std::size_t>(at - hashes.begin());
      is_input[index] = true;
      take(given[index]);
    } else if (is_file_with(fs::path(folder) / kept, input.sha256)) {
      take((fs::path(folder) / kept).string());
      found.kept.push_back(kept);
    } else {
      const fs::path name = fs::path(input.name).filename();
      const auto where = std::find_if(folders.begin(), folders.end(),
                                      [&](const fs::path& one) { return is_file_with(one / name, input.sha256); });
      if (where == folders.end()) {
        return fail(ErrorCode::FileUnreadable, {{"file", input.name}});
      }
      take((*where / name).string());
    }
  }
  for (std::size_t i = 0; i < given.size(); ++i) {
    if (!is_input[i]) {
      found.others.push_back(given[i]);
    }
  }
  return found;
}

Arguments recipe_arguments(const Arguments& arguments, const std::string& folder, const codec::Seal& seal,
                           const FoundInputs& inputs) {
  const auto kept = [&](std::string_view name) {
    const bool is_there = std::any_of(seal.outputs.begin(), seal.outputs.end(),
                                      [&](const codec::HashedFile& file) { return file.name == name; });
    return is_there ? (fs::path(folder) / name).string() : std::string();
  };
  Arguments recipe = arguments;
  recipe.files = inputs.paths;
  recipe.project = kept(kProject);
  recipe.decisions = kept(kKeptDecisions);
  recipe.model = kept(kKeptModel);
  recipe.as_of.clear(); // the project's
  return recipe;
}

} // namespace padan::cli
