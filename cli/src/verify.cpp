#include "commands.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>

#include "match.hpp"
#include "padan/codec/finding_words.hpp"
#include "padan/codec/sha256.hpp"
#include "padan/codec/verification.hpp"
#include "refuse.hpp"
#include "sealed_result.hpp"
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

// What was asked for: what was sealed, beside it perhaps the project that it came from, and lists.
struct Words {
  std::string folder;  // empty: the project says what was sealed
  std::string project; // empty: none
  std::vector<std::string> lists;
};

Words sort_words(const std::vector<std::string>& words) {
  Words sorted;
  for (const std::string& word : words) {
    std::error_code error;
    if (sorted.project.empty() && is_project(word)) {
      sorted.project = word;
    } else if (sorted.folder.empty() && fs::is_directory(word, error)) {
      sorted.folder = word;
    } else {
      sorted.lists.push_back(word);
    }
  }
  if (sorted.folder.empty() && sorted.project.empty()) { // a folder that is not there is refused by its name
    sorted.folder = words.front();
    sorted.lists.erase(sorted.lists.begin());
  }
  return sorted;
}

// Checks one result that was sealed.
class Check {
public:
  Check(const Arguments& arguments, Console& console, SealedResult sealed)
      : arguments_(arguments), console_(console), sealed_(std::move(sealed)) {}

  Result<codec::Verification> run(std::vector<HashedFile> given, const std::vector<std::string>& passwords) {
    add_kept(given);
    verification_.seal = sealed_.seal().code();
    verification_.summary_whole = sealed_.stated() == verification_.seal;
    verification_.inputs = codec::check_files(sealed_.seal().inputs, given);
    outputs_ = sealed_.kept();
    if (is_complete()) {
      if (const Result<bool> done = run_again(passwords); !done) {
        return tl::unexpected<Error>(done.error());
      }
    }
    verification_.outputs = codec::check_files(sealed_.seal().outputs, outputs_);
    return std::move(verification_);
  }

private:
  // Lists that came with returns lie in the folder itself; nobody has to give them.
  void add_kept(std::vector<HashedFile>& given) const {
    if (!sealed_.is_folder()) {
      return;
    }
    for (const HashedFile& input : sealed_.seal().inputs) {
      if (is_among(input, given)) {
        continue;
      }
      const std::string path = (fs::path(sealed_.folder()) / (std::string(kKeptInputs) + input.name)).string();
      if (Result<std::string> sha256 = hash_file(path)) {
        given.push_back({path, std::move(*sha256)});
      }
    }
  }

  [[nodiscard]] bool is_complete() const {
    return std::none_of(verification_.inputs.begin(), verification_.inputs.end(),
                        [](const codec::FileCheck& check) { return check.state == codec::FileState::Absent; });
  }

  // The recipe that was sealed, as if it had been named on the command line.
  Result<Recipe> recipe(const std::vector<std::string>& passwords) const {
    std::map<std::string_view, std::string> texts;
    for (const std::string_view name : {kProject, kKeptDecisions, kKeptModel}) {
      if (sealed_.holds(name)) {
        auto text = sealed_.text(name);
        if (!text) {
          return fail(ErrorCode::FileUnreadable, {{"file", std::string(name)}});
        }
        texts[name] = std::move(*text);
      }
    }
    Recipe recipe;
    recipe.passwords = passwords;
    const Result<bool> done = recipe.adopt(texts[kProject], texts[kKeptDecisions], texts[kKeptModel]);
    return done ? Result<Recipe>(std::move(recipe)) : tl::unexpected<Error>(done.error());
  }

  Result<bool> run_again(const std::vector<std::string>& passwords) {
    Arguments arguments = arguments_;
    arguments.files.clear();
    FileNames names;
    for (const codec::FileCheck& check : verification_.inputs) {
      if (check.state == codec::FileState::Same || check.state == codec::FileState::Changed) {
        arguments.files.push_back(check.given);
        names.emplace(check.given, check.name);
      }
    }
    Result<Recipe> recipe = this->recipe(passwords);
    if (!recipe) {
      return tl::unexpected<Error>(recipe.error());
    }
    Match match;
    match.recipe = std::move(*recipe);
    Result<bool> matched = match_files(arguments, console_, match, names);
    if (!matched || !*matched) {
      return matched;
    }
    for (const engine::TableKind kind : codec::sealed_tables(match.planned.actions != nullptr)) {
      const std::string name = table_file(kind);
      if (!sealed_.holds(name)) { // seals of earlier versions have fewer
        continue;
      }
      std::string now;
      write_table(match.planned, kind, match.executor, [&](std::string_view text) { now += text; });
      compare(name, now, [&](const std::string& before, const std::string& after) {
        return codec::compare_tables(kind, before, after);
      });
    }
    if (sealed_.holds(kFigures)) { // folders of earlier versions have none
      compare(std::string(kFigures), figures_of(match), codec::compare_figures);
    }
    if (!sealed_.is_folder() && sealed_.holds(kGuide)) {
      outputs_.push_back({std::string(kGuide), codec::sha256_of(codec::write_findings_guide())});
    }
    verification_.computed = true;
    return true;
  }

  template <class Compare> void compare(const std::string& name, const std::string& now, const Compare& compare_texts) {
    const auto before = sealed_.text(name);
    table::Differences found;
    if (before) {
      found = compare_texts(*before, now);
    } else if (!sealed_.is_folder() &&
               sealed_.holds(name)) { // a project keeps no tables: the hash alone speaks for them
      const std::string sha256 = codec::sha256_of(now);
      const auto& outputs = sealed_.seal().outputs;
      found.headers_differ = std::none_of(outputs.begin(), outputs.end(), [&](const HashedFile& file) {
        return file.name == name && file.sha256 == sha256;
      });
      outputs_.push_back({name, sha256});
    } // else what was written is gone from the folder, which its absence tells
    verification_.tables.push_back({name, std::move(found)});
  }

  const Arguments& arguments_;
  Console& console_;
  SealedResult sealed_;
  std::vector<HashedFile> outputs_; // as they are kept, or as they are worked out
  codec::Verification verification_;
};

// Whether a project that lies beside the folder knows its seal.
codec::FileCheck check_project(const std::string& path, const codec::ProjectFile& project, const codec::Seal& seal) {
  const std::string code = seal.code();
  const bool knows = std::any_of(project.versions.begin(), project.versions.end(),
                                 [&](const codec::FrozenVersion& version) { return version.seal == code; });
  return {path, path, knows ? codec::FileState::Same : codec::FileState::Unknown};
}

// Nothing when the project has no sealed version.
Result<std::optional<codec::Verification>> check(const Words& words, const Arguments& arguments, Console& console) {
  const Result<std::vector<std::string>> passwords = read_passwords(arguments.password_file);
  if (!passwords) {
    return tl::unexpected<Error>(passwords.error());
  }
  auto given = hash_given(words.lists);
  if (!given) {
    return tl::unexpected<Error>(given.error());
  }
  Result<codec::ProjectFile> project = codec::ProjectFile{};
  if (!words.project.empty()) {
    project = open_project(words.project, *passwords);
    if (!project) {
      return tl::unexpected<Error>(project.error());
    }
  }
  const auto version = words.folder.empty() ? version_for(*project, *given) : std::nullopt;
  if (words.folder.empty() && !version) {
    return std::optional<codec::Verification>();
  }
  Result<SealedResult> sealed =
      version ? SealedResult::of_version(*version, words.project) : SealedResult::of_folder(words.folder);
  if (!sealed) {
    return tl::unexpected<Error>(sealed.error());
  }
  const codec::Seal seal = sealed->seal();
  Result<codec::Verification> verification =
      Check(arguments, console, std::move(*sealed)).run(std::move(*given), *passwords);
  if (!verification) {
    return tl::unexpected<Error>(verification.error());
  }
  if (!words.folder.empty() && !words.project.empty()) {
    verification->outputs.push_back(check_project(words.project, *project, seal));
  }
  return std::optional<codec::Verification>(std::move(*verification));
}

} // namespace

int verify(const Arguments& arguments, Console& console) {
  const Words words = sort_words(arguments.files);
  const Result<std::optional<codec::Verification>> checked = check(words, arguments, console);
  if (!checked) {
    return refuse(console, checked.error());
  }
  if (!*checked) {
    console.refuse(sentence(console.language(), Note::NothingSealed, {{"file", words.project}}));
    return kCannotRead;
  }
  const codec::Verification& verification = **checked;
  const std::string text =
      arguments.json ? codec::write_verification(verification) : verification_report(console.language(), verification);
  std::fputs(text.c_str(), stdout);
  return verification.same() ? kDone : kDiffers;
}

} // namespace padan::cli
