#include "commands.hpp"

#include "padan/codec/model_file.hpp"
#include "refuse.hpp"
#include "result_folder.hpp"
#include "tables.hpp"

namespace padan::cli {
namespace {

void report(const Match& match, const std::string& out, Console& console) {
  const engine::Results& results = *match.results;
  const engine::Outcome& outcome = results.outcome();
  if (match.planned.actions == nullptr && match.recipe.settings.sections.lock.standing() != nullptr) {
    console.tell(sentence(console.language(), Note::LockPassed, {}));
  }
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
  auto folder = OutputFolder::open(arguments.out, result_names(), {std::string(kSummary), "\"padan\""}, inputs);
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
  if (const auto written = write_result(*folder, match); !written) {
    return refuse(console, written.error());
  }
  if (!arguments.save_model.empty()) {
    const auto saved = write_file(arguments.save_model, codec::write_model(match.results->scoring().model));
    if (!saved) {
      return refuse(console, saved.error());
    }
  }
  report(match, arguments.out, console);
  return match.loaded.refused == 0 ? kDone : kSomeUnused;
}

} // namespace padan::cli
