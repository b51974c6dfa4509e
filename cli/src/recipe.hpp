#pragma once
// The project, the decisions, the model and the passwords that a run follows, from their files.

#include <string>
#include <vector>

#include "console.hpp"
#include "padan/codec/decisions.hpp"
#include "padan/codec/project.hpp"
#include "padan/engine/session.hpp"

namespace padan::cli {

struct Recipe {
  std::string project;   // text of the project file, empty without one
  std::string decisions; // text of the decisions, empty without any
  std::string model;     // text of the saved model, empty without one
  codec::ProjectHints hints;
  codec::RunSettings settings;
  engine::RunOptions options;
  std::vector<std::string> passwords;
  codec::DecisionLog log; // of the decisions

  /// Another project and other decisions in place of those read, and another model unless it is empty. Errors: those of
  /// apply_project, DecisionLog::read and read_model.
  [[nodiscard]] Result<bool> adopt(std::string new_project, std::string new_decisions, std::string new_model = {});
};

/// Reads and checks all of them, before any list is read. Errors: FileUnreadable and those of apply_project,
/// DecisionLog::read and read_model, with {file}.
[[nodiscard]] Result<Recipe> read_recipe(const Arguments& arguments);

/// Whether a model may be saved there: nothing is there yet, or a model.
[[nodiscard]] bool may_hold_model(const std::string& path);

[[nodiscard]] std::string today(); // ISO

/// Applies project and decisions to the lists. as_of of the arguments wins over the project's, today over neither.
/// Errors: those of Session::correct and check_lists.
[[nodiscard]] Result<bool> follow(Recipe& recipe, const Arguments& arguments, engine::Session& session,
                                  Console& console);

} // namespace padan::cli
