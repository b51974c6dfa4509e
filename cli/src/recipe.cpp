#include "recipe.hpp"

#include <ctime>
#include <filesystem>

#include "load.hpp"
#include "padan/codec/iso_date.hpp"
#include "padan/codec/model_file.hpp"
#include "sealed_result.hpp"

namespace padan::cli {
namespace {

Result<bool> take_log(std::string text, const std::string& path, Recipe& recipe) {
  Result<codec::DecisionLog> log = codec::DecisionLog::read(text);
  if (!log) {
    return in_file(log.error(), path);
  }
  recipe.log = std::move(*log);
  recipe.options.decisions = recipe.log.events().decisions();
  recipe.decisions = std::move(text);
  return true;
}

Result<bool> take_model(std::string text, const std::string& path, Recipe& recipe) {
  Result<std::vector<model::Comparison>> saved = codec::read_model(text);
  if (!saved) {
    return in_file(saved.error(), path);
  }
  recipe.options.saved_model = std::move(*saved);
  recipe.model = std::move(text);
  return true;
}

// project.json, or a .padan of the page, which brings its decisions and its model along.
Result<bool> read_project(const std::string& path, Recipe& recipe) {
  Result<codec::ProjectFile> file = open_project(path, recipe.passwords);
  if (!file) {
    return tl::unexpected<Error>(file.error());
  }
  Result<codec::ProjectHints> hints = codec::ProjectHints::read(file->project);
  if (!hints) {
    return in_file(hints.error(), path);
  }
  recipe.project = std::move(file->project);
  recipe.hints = std::move(*hints);
  Result<bool> done = take_log(std::move(file->decisions), path, recipe);
  return done && !file->model.empty() ? take_model(std::move(file->model), path, recipe) : done;
}

} // namespace

std::string today() {
  const std::time_t now = std::time(nullptr);
  char text[11];
  std::strftime(text, sizeof text, "%Y-%m-%d", std::localtime(&now));
  return text;
}

Result<bool> Recipe::adopt(std::string new_project, std::string new_decisions, std::string new_model) {
  Result<codec::ProjectHints> read_hints = codec::ProjectHints::read(new_project);
  if (!read_hints) {
    return tl::unexpected<Error>(read_hints.error());
  }
  Result<codec::DecisionLog> read_log = codec::DecisionLog::read(new_decisions);
  if (!read_log) {
    return tl::unexpected<Error>(read_log.error());
  }
  if (!new_model.empty()) {
    Result<std::vector<model::Comparison>> saved = codec::read_model(new_model);
    if (!saved) {
      return tl::unexpected<Error>(saved.error());
    }
    options.saved_model = std::move(*saved);
    model = std::move(new_model);
  }
  project = std::move(new_project);
  decisions = std::move(new_decisions);
  hints = std::move(*read_hints);
  log = std::move(*read_log);
  options.decisions = log.events().decisions();
  return true;
}

Result<Recipe> read_recipe(const Arguments& arguments) {
  Recipe recipe;
  Result<bool> done = read_passwords(arguments.password_file).map([&](std::vector<std::string>&& passwords) {
    recipe.passwords = std::move(passwords);
    return true;
  });
  if (done && !arguments.project.empty()) {
    done = read_project(arguments.project, recipe);
  }
  if (done && !arguments.decisions.empty()) {
    done = read_whole(arguments.decisions).and_then([&](std::string&& text) {
      return take_log(std::move(text), arguments.decisions, recipe);
    });
  }
  if (done && !arguments.model.empty()) {
    done = read_whole(arguments.model).and_then([&](std::string&& text) {
      return take_model(std::move(text), arguments.model, recipe);
    });
  }
  return done ? Result<Recipe>(std::move(recipe)) : tl::unexpected<Error>(done.error());
}

bool may_hold_model(const std::string& path) {
  std::error_code error;
  return !std::filesystem::exists(path, error) ||
         read_whole(path).and_then([](const std::string& text) { return codec::read_model(text); });
}

Result<bool> follow(Recipe& recipe, const Arguments& arguments, engine::Session& session, Console& console) {
  if (!recipe.project.empty()) {
    const auto report = codec::apply_project(recipe.project, session, recipe.settings);
    if (!report) {
      return in_file(report.error(), arguments.project);
    }
    const auto tell = [&](Note note, const std::vector<std::string>& names) {
      for (const std::string& name : names) {
        console.tell(sentence(console.language(), note, {{"name", name}}));
      }
    };
    tell(Note::FileAbsent, report->absent_files);
    tell(Note::ColumnAbsent, report->absent_columns);
  }
  if (const Result<bool> ours = codec::check_lists(recipe.log.events(), session); !ours) {
    return in_file(ours.error(), arguments.decisions);
  }
  std::string& as_of = recipe.settings.as_of;
  as_of = !arguments.as_of.empty() ? arguments.as_of : as_of.empty() ? today() : as_of;
  recipe.options.year = codec::year_of(as_of);
  recipe.options.thresholds = recipe.settings.thresholds;
  recipe.options.learn_from_decisions = recipe.settings.learn_from_decisions;
  return true;
}

} // namespace padan::cli
