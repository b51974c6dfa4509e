#pragma once
// From files to a result in memory: what reconcile writes and verify compares with what was written.

#include <chrono>
#include <optional>

#include "load.hpp"
#include "padan/codec/summary.hpp"
#include "padan/engine/export.hpp"
#include "recipe.hpp"

namespace padan::cli {

struct NamedText {
  std::string name;
  std::string text;
};

/// Stays where it was made: the results point into the session.
struct Match {
  Recipe recipe;
  base::Executor executor;
  engine::Session session;
  Loaded loaded;
  std::vector<NamedText> texts; // lists in memory, read after the files
  codec::RunFacts facts;
  std::optional<engine::Results> results; // none when no file could be used; each was refused in its own sentence
  engine::Planned planned; // what the project says of planning it; actions when somebody has locked this very result
};

/// Reads the files of the arguments and runs the recipe. names: see load_files. Errors: those of follow() and Session::start.
[[nodiscard]] Result<bool> match_files(const Arguments& arguments, Console& console, Match& match,
                                       const FileNames& names = {});

/// figures.json of the match.
[[nodiscard]] std::string figures_of(const Match& match);

[[nodiscard]] std::uint64_t milliseconds_since(std::chrono::steady_clock::time_point begin);

} // namespace padan::cli
