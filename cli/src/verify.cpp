#include "commands.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "match.hpp"
#include "padan/codec/verification.hpp"
#include "refuse.hpp"
#include "tables.hpp"
#include "verify_report.hpp"

namespace padan::cli {
namespace {

namespace fs = std::filesystem;

using codec::HashedFile;

// Files of the command line by path, hashed.
Result<std::vector<HashedFile>> hash_given(const std::vector<std::string>& paths) {
  std::vector<HashedFile> files;
  for (const std::string& path : paths) {
    Result<std::string> sha256 = hash_file(path);
    if (!sha256) {
      return tl::unexpected<Error>(sha256.error());
    }
    files.push_back({path, std::move(*sha256)});
  }
  return files;
}

// What lies in the folder of what the seal names; a file that is not there is left out.
std::vector<HashedFile> hash_outputs(const fs::path& folder, const codec::Seal& seal) {
  std::vector<HashedFile> files;
  for (const HashedFile& sealed : seal.outputs) {
    if (Result<std::string> sha256 = hash_file((folder / sealed.name).string())) {
      files.push_back({sealed.name, std::move(*sha256)});
    }
  }
  return files;
}

// Nothing when what was written cannot be read any more: its hash has told already.
template <class Compare>
table::Differences compare(const fs::path& written, const std::string& name, const std::string& now,
                           const Compare& compare_texts) {
  const Result<std::string> before = read_whole((written / name).string());
  return before ? compare_texts(*before, now) : table::Differences{true, 0, 0, 0, {}};
}

bool is_sealed(const codec::Seal& seal, std::string_view name) {
  return std::any_of(seal.outputs.begin(), seal.outputs.end(),
                     [&](const HashedFile& file) { return file.name == name; });
}

// The recipe of the folder, as if it had been named on the command line.
Arguments recipe_of(const Arguments& arguments, const codec::Seal& seal) {
  const fs::path folder = arguments.files.front();
  const auto kept = [&](std::string_view name) {
    return is_sealed(seal, name) ? (folder / name).string() : std::string();
  };
  Arguments recipe = arguments;
  recipe.files.clear();
  recipe.project = kept(kProject);
  recipe.decisions = kept(kKeptDecisions);
  recipe.model = kept(kKeptModel);
  return recipe;
}

Result<bool> run_again(Arguments arguments, const codec::Seal& seal, const fs::path& folder, Console& console,
                       codec::Verification& verification) {
  FileNames names;
  for (const codec::FileCheck& check : verification.inputs) {
    if (check.state == codec::FileState::Same || check.state == codec::FileState::Changed) {
      arguments.files.push_back(check.given);
      names.emplace(check.given, check.name);
    }
  }
  Result<Recipe> recipe = read_recipe(arguments);
  if (!recipe) {
    return tl::unexpected<Error>(recipe.error());
  }
  Match match;
  match.recipe = std::move(*recipe);
  Result<bool> matched = match_files(arguments, console, match, names);
  if (!matched || !*matched) {
    return matched;
  }
  for (const engine::TableKind kind : kTables) {
    std::string now;
    write_table(*match.results, kind, match.executor, [&](std::string_view text) { now += text; });
    const std::string name = table_file(kind);
    const auto by_row = [&](const std::string& before, const std::string& after) {
      return codec::compare_tables(kind, before, after);
    };
    verification.tables.push_back({name, compare(folder, name, now, by_row)});
  }
  if (is_sealed(seal, kFigures)) { // folders of earlier versions have none
    const std::string now = figures_of(match);
    const std::string name(kFigures);
    verification.tables.push_back({name, compare(folder, name, now, codec::compare_figures)});
  }
  verification.computed = true;
  return true;
}

// Lists that came with returns lie in the folder itself; nobody has to give them.
void add_kept(const fs::path& folder, const codec::Seal& seal, std::vector<HashedFile>& given) {
  for (const HashedFile& input : seal.inputs) {
    const std::string path = (folder / (std::string(kKeptInputs) + input.name)).string();
    const bool is_given =
        std::any_of(given.begin(), given.end(), [&](const HashedFile& file) { return file.sha256 == input.sha256; });
    if (is_given) {
      continue;
    }
    if (Result<std::string> sha256 = hash_file(path)) {
      given.push_back({path, std::move(*sha256)});
    }
  }
}

bool is_complete(const std::vector<codec::FileCheck>& inputs) {
  return std::none_of(inputs.begin(), inputs.end(),
                      [](const codec::FileCheck& check) { return check.state == codec::FileState::Absent; });
}

Result<codec::Verification> check(const Arguments& arguments, Console& console) {
  const fs::path folder = arguments.files.front();
  const std::string summary = (folder / kSummary).string();
  const Result<std::string> text = read_whole(summary);
  if (!text) {
    return tl::unexpected<Error>(text.error());
  }
  const Result<codec::ReadSeal> read = codec::read_seal(*text);
  if (!read) {
    return in_file(read.error(), summary);
  }
  auto given = hash_given({arguments.files.begin() + 1, arguments.files.end()});
  if (!given) {
    return tl::unexpected<Error>(given.error());
  }
  add_kept(folder, read->seal, *given);
  codec::Verification verification;
  verification.seal = read->seal.code();
  verification.summary_whole = read->stated == verification.seal;
  verification.inputs = codec::check_files(read->seal.inputs, *given);
  verification.outputs = codec::check_files(read->seal.outputs, hash_outputs(folder, read->seal));
  if (is_complete(verification.inputs)) {
    const Result<bool> done = run_again(recipe_of(arguments, read->seal), read->seal, folder, console, verification);
    if (!done) {
      return tl::unexpected<Error>(done.error());
    }
  }
  return verification;
}

} // namespace

int verify(const Arguments& arguments, Console& console) {
  const Result<codec::Verification> verification = check(arguments, console);
  if (!verification) {
    return refuse(console, verification.error());
  }
  const std::string text = arguments.json ? codec::write_verification(*verification)
                                          : verification_report(console.language(), *verification);
  std::fputs(text.c_str(), stdout);
  return verification->same() ? kDone : kDiffers;
}

} // namespace padan::cli
