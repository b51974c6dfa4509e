#include "commands.hpp"

#include <algorithm>
#include <chrono>
#include <thread>

#include <sys/resource.h>

#include "load.hpp"
#include "output_folder.hpp"
#include "padan/codec/model_file.hpp"
#include "padan/codec/summary.hpp"
#include "padan/codec/table_export.hpp"
#include "recipe.hpp"
#include "run.hpp"
#include "threads.hpp"

namespace padan::cli {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::string_view kSummary = "summary.json";
constexpr std::string_view kProject = "project.json";
constexpr engine::TableKind kTables[] = {engine::TableKind::Rows, engine::TableKind::Persons,
                                         engine::TableKind::Families, engine::TableKind::Pairs,
                                         engine::TableKind::Findings};

std::vector<std::string> output_names() {
  std::vector<std::string> names = {std::string(kSummary), std::string(kProject)};
  for (const engine::TableKind kind : kTables) {
    names.push_back(std::string(engine::to_text(kind)) + ".csv");
  }
  return names;
}

std::uint64_t milliseconds_since(Clock::time_point begin) {
  return static_cast<std::uint64_t>(
      std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin).count());
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

// Some parts are made while those before them are written.
void append_parts(const codec::TableExport& table, const base::Executor& executor, const OutputFolder::Write& append) {
  const std::uint32_t window = 4 * executor.workers;
  std::vector<std::string> ready;
  for (std::uint32_t from = 0; from < table.parts() || !ready.empty(); from += window) {
    std::vector<std::string> next(std::min(window, table.parts() - std::min(from, table.parts())));
    executor.run(static_cast<std::uint32_t>(next.size()) + 1, [&](std::uint32_t task) {
      if (task == 0) {
        std::for_each(ready.begin(), ready.end(), append);
      } else {
        next[task - 1] = table.part(from + task - 1).value_or(std::string());
      }
    });
    ready.swap(next);
  }
}

tl::expected<void, Refusal> write_tables(OutputFolder& folder, const engine::Results& results,
                                         const base::Executor& executor) {
  for (const engine::TableKind kind : kTables) {
    const codec::TableExport table(results, {.kind = kind, .byte_order_mark = false});
    const base::Executor hands = kind == engine::TableKind::Pairs ? base::Executor{} : executor;
    const auto done = folder.write(table.name(), [&](const auto& append) { append_parts(table, hands, append); });
    if (!done) {
      return done;
    }
  }
  return {};
}

tl::expected<void, Refusal> write_all(OutputFolder& folder, const engine::Session& session, const Recipe& recipe,
                                      const engine::Results& results, const base::Executor& executor,
                                      codec::RunFacts& facts) {
  const auto begin = Clock::now();
  if (const auto done = write_tables(folder, results, executor); !done) {
    return done;
  }
  const auto write_text = [&](std::string_view name, const std::string& text) {
    return folder.write(std::string(name), [&](const auto& append) { append(text); });
  };
  if (const auto done = write_text(kProject, codec::write_project(session, recipe.settings, recipe.project)); !done) {
    return done;
  }
  facts.timings_ms.emplace_back("write", milliseconds_since(begin));
  facts.peak_bytes = peak_bytes();
  if (const auto done = write_text(kSummary, codec::write_summary(session, results, facts)); !done) {
    return done;
  }
  return folder.commit();
}

void report(const engine::Results& results, const Recipe& recipe, const std::string& out, Console& console) {
  const engine::Outcome& outcome = results.outcome();
  const auto unused = recipe.options.verdicts.size() - outcome.verdicts.size() + recipe.other_decisions;
  if (unused != 0) {
    console.tell(sentence(console.language(), Note::DecisionsUnused, {{"count", std::to_string(unused)}}));
  }
  console.tell(sentence(console.language(), Note::Done,
                        {{"rows", std::to_string(results.scoring().corpus.rows())},
                         {"persons", std::to_string(outcome.persons.size())},
                         {"families", std::to_string(outcome.families.size())},
                         {"review", std::to_string(results.open_pairs().pairs.size())},
                         {"folder", out}}));
}

int refuse(Console& console, const Refusal& refusal) {
  console.refuse(sentence(console.language(), refusal.note, refusal.params));
  return refusal.note == Note::OutUnwritable ? kCannotRead : kWrongUsage;
}

int refuse(Console& console, const Error& error) {
  console.refuse(sentence(console.language(), error));
  return kCannotRead;
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
  const std::uint32_t cores = std::max(1U, std::thread::hardware_concurrency());
  const base::Executor executor = threads(arguments.workers != 0 ? arguments.workers : cores);
  codec::RunFacts facts;
  const auto begin = Clock::now();
  engine::Session session;
  const Loaded loaded = load_files(session, arguments.files, recipe->passwords, console, executor, recipe->hints);
  facts.timings_ms.emplace_back("read", milliseconds_since(begin));
  if (loaded.used == 0) {
    return kCannotRead;
  }
  if (const Result<bool> followed = follow(*recipe, arguments, session, console); !followed) {
    return refuse(console, followed.error());
  }
  recipe->options.executor = executor;
  if (const auto started = session.start(recipe->options); !started) {
    return refuse(console, started.error());
  }
  for (const auto& [stage, ms] : run(session, [&](const engine::Progress& now) { console.progress(now); })) {
    facts.timings_ms.emplace_back(codec::to_text(stage), ms);
  }
  const auto resolving = Clock::now();
  facts.as_of = recipe->settings.as_of;
  const engine::Results results(session, {facts.as_of, {}}, executor);
  facts.timings_ms.emplace_back("resolve", milliseconds_since(resolving));
  if (const auto written = write_all(*folder, session, *recipe, results, executor, facts); !written) {
    return refuse(console, written.error());
  }
  if (!arguments.save_model.empty()) {
    const auto saved = write_file(arguments.save_model, codec::write_model(results.scoring().model));
    if (!saved) {
      return refuse(console, saved.error());
    }
  }
  console.wipe();
  report(results, *recipe, arguments.out, console);
  return loaded.refused == 0 ? kDone : kSomeUnused;
}

} // namespace padan::cli
