#include "commands.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "match.hpp"
#include "padan/codec/file_reader.hpp"
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

// The leading columns of a table that name a row of it.
std::uint32_t keys_of(engine::TableKind kind) {
  switch (kind) {
  case engine::TableKind::Rows:
    return 2; // source, row
  case engine::TableKind::Persons:
  case engine::TableKind::Families:
    return 1;
  case engine::TableKind::Pairs:
    return 4; // source and row, left and right
  case engine::TableKind::Corrections:
  case engine::TableKind::CivilCheck:
  case engine::TableKind::Actions:
  case engine::TableKind::Findings:
    break;
  }
  return 6; // all but the evidence and its owner
}

Result<table::Grid> read_table(const std::string& name, std::string_view text) {
  codec::FileReader reader(name);
  reader.feed(text);
  return reader.finish().map([](codec::ReadFile&& file) { return std::move(file.grids.front()); });
}

// Nothing when what was written can no longer be read as a table: its hash has told already.
table::Differences compare(const fs::path& written, const std::string& name, engine::TableKind kind,
                           const std::string& now) {
  const Result<std::string> before = read_whole((written / name).string());
  if (before && *before == now) {
    return {};
  }
  const Result<table::Grid> old_table =
      before.and_then([&](const std::string& text) { return read_table(name, text); });
  const Result<table::Grid> new_table = read_table(name, now);
  if (!old_table || !new_table) {
    table::Differences unreadable;
    unreadable.headers_differ = true;
    return unreadable;
  }
  return table::find_differences(*old_table, *new_table, keys_of(kind), kExamples);
}

// The recipe of the folder, as if it had been named on the command line.
Arguments recipe_of(const Arguments& arguments, const codec::Seal& seal) {
  const fs::path folder = arguments.files.front();
  const auto kept = [&](std::string_view name) {
    const bool is_there = std::any_of(seal.outputs.begin(), seal.outputs.end(),
                                      [&](const HashedFile& file) { return file.name == name; });
    return is_there ? (folder / name).string() : std::string();
  };
  Arguments recipe = arguments;
  recipe.files.clear();
  recipe.project = kept(kProject);
  recipe.decisions = kept(kKeptDecisions);
  recipe.model = kept(kKeptModel);
  return recipe;
}

Result<bool> run_again(Arguments arguments, const fs::path& folder, Console& console,
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
    verification.tables.push_back({name, compare(folder, name, kind, now)});
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
    const Result<bool> done = run_again(recipe_of(arguments, read->seal), folder, console, verification);
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
