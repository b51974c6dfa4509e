#include "commands.hpp"

#include <algorithm>
#include <chrono>

#include <sys/resource.h>

#include "match.hpp"
#include "output_folder.hpp"
#include "padan/codec/figures_file.hpp"
#include "padan/codec/model_file.hpp"
#include "padan/codec/sha256.hpp"
#include "refuse.hpp"
#include "tables.hpp"

namespace padan::cli {
namespace {

std::vector<std::string> output_names() {
  std::vector<std::string> names = {std::string(kSummary), std::string(kProject), std::string(kFigures)};
  for (const engine::TableKind kind : kTables) {
    names.push_back(table_file(kind));
  }
  return names;
}

std::uint64_t peak_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
#ifdef __APPLE__
  return static_cast<std::uint64_t>(usage.ru_maxrss);
#else
  return static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
#endif
}

// Writes into the folder and remembers the hashes for the seal.
class SealedFolder {
public:
  explicit SealedFolder(OutputFolder& folder) : folder_(folder) {}

  template <class Produce> tl::expected<void, Refusal> write(std::string_view name, const Produce& produce) {
    codec::Sha256 hash;
    const auto done = folder_.write(std::string(name), [&](const OutputFolder::Write& append) {
      produce([&](std::string_view text) {
        hash.feed(text);
        append(text);
      });
    });
    outputs_.push_back({std::string(name), hash.hex()});
    return done;
  }
  tl::expected<void, Refusal> write_text(std::string_view name, const std::string& text) {
    return write(name, [&](const auto& append) { append(text); });
  }
  [[nodiscard]] std::vector<codec::HashedFile> take_outputs() { return std::move(outputs_); }

private:
  OutputFolder& folder_;
  std::vector<codec::HashedFile> outputs_;
};

// What the run followed lies beside the tables, so that the folder can be checked without anything else.
tl::expected<void, Refusal> write_recipe(SealedFolder& folder, const Match& match) {
  const Recipe& recipe = match.recipe;
  auto done = folder.write_text(kProject, codec::write_project(match.session, recipe.settings, recipe.project));
  if (done && !recipe.decisions.empty()) {
    done = folder.write_text(kKeptDecisions, recipe.decisions);
  }
  if (done && !recipe.model.empty()) {
    done = folder.write_text(kKeptModel, recipe.model);
  }
  return done;
}

tl::expected<void, Refusal> write_all(OutputFolder& folder, Match& match) {
  const auto begin = std::chrono::steady_clock::now();
  SealedFolder sealed(folder);
  for (const engine::TableKind kind : kTables) {
    const auto produce = [&](const auto& append) { write_table(*match.results, kind, match.executor, append); };
    if (const auto done = sealed.write(table_file(kind), produce); !done) {
      return done;
    }
  }
  if (const auto done = write_recipe(sealed, match); !done) {
    return done;
  }
  const std::string figures = codec::write_figures(match.session, *match.results, match.facts.as_of);
  if (const auto done = sealed.write_text(kFigures, figures); !done) {
    return done;
  }
  match.facts.outputs = sealed.take_outputs();
  match.facts.timings_ms.emplace_back("write", milliseconds_since(begin));
  match.facts.peak_bytes = peak_bytes();
  const std::string summary = codec::write_summary(match.session, *match.results, match.facts);
  if (const auto done =
          folder.write(std::string(kSummary), [&](const OutputFolder::Write& append) { append(summary); });
      !done) {
    return done;
  }
  return folder.commit();
}

void report(const engine::Results& results, const std::string& out, Console& console) {
  const engine::Outcome& outcome = results.outcome();
  if (outcome.decisions.lost != 0) {
    console.tell(
        sentence(console.language(), Note::DecisionsUnused, {{"count", std::to_string(outcome.decisions.lost)}}));
  }
  console.tell(sentence(console.language(), Note::Done,
                        {{"rows", std::to_string(results.scoring().corpus.rows())},
                         {"persons", std::to_string(outcome.persons.size())},
                         {"families", std::to_string(outcome.families.size())},
                         {"review", std::to_string(results.open_pairs().pairs.size())},
                         {"folder", out}}));
}

} // namespace

int reconcile(const Arguments& arguments, Console& console) {
  std::vector<std::string> inputs = arguments.files;
  inputs.push_back(arguments.decisions);
  inputs.push_back(arguments.model);
  inputs.push_back(arguments.password_file);
  inputs.push_back(arguments.save_model);
  auto folder = OutputFolder::open(arguments.out, output_names(), {std::string(kSummary), "\"padan\""}, inputs);
  if (!folder) {
    return refuse(console, folder.error());
  }
  if (!arguments.save_model.empty() && !may_hold_model(arguments.save_model)) {
    return refuse(console, Refusal{Note::ModelForeign, {{"file", arguments.save_model}}});
  }
  Result<Recipe> recipe = read_recipe(arguments);
  if (!recipe) {
    return refuse(console, recipe.error());
  }
  Match match;
  match.recipe = std::move(*recipe);
  const Result<bool> matched = match_files(arguments, console, match);
  if (!matched) {
    return refuse(console, matched.error());
  }
  if (!*matched) {
    return kCannotRead;
  }
  if (const auto written = write_all(*folder, match); !written) {
    return refuse(console, written.error());
  }
  if (!arguments.save_model.empty()) {
    const auto saved = write_file(arguments.save_model, codec::write_model(match.results->scoring().model));
    if (!saved) {
      return refuse(console, saved.error());
    }
  }
  report(*match.results, arguments.out, console);
  return match.loaded.refused == 0 ? kDone : kSomeUnused;
}

} // namespace padan::cli
