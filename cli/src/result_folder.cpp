#include "result_folder.hpp"

#include <algorithm>
#include <chrono>

#include <sys/resource.h>

#include "padan/codec/finding_words.hpp"
#include "padan/codec/sha256.hpp"
#include "tables.hpp"

namespace padan::cli {
namespace {

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

} // namespace

std::vector<std::string> result_names() {
  std::vector<std::string> names = {std::string(kSummary), std::string(kProject), std::string(kFigures),
                                    std::string(kGuide)};
  for (const engine::TableKind kind : codec::sealed_tables(true)) {
    names.push_back(table_file(kind));
  }
  return names;
}

tl::expected<void, Refusal> write_result(OutputFolder& folder, Match& match, const std::vector<NamedText>& more) {
  const auto begin = std::chrono::steady_clock::now();
  SealedFolder sealed(folder);
  for (const engine::TableKind kind : codec::sealed_tables(match.planned.actions != nullptr)) {
    const auto produce = [&](const auto& append) { write_table(match.planned, kind, match.executor, append); };
    if (const auto done = sealed.write(table_file(kind), produce); !done) {
      return done;
    }
  }
  if (const auto done = sealed.write_text(kGuide, codec::write_findings_guide()); !done) {
    return done;
  }
  if (const auto done = write_recipe(sealed, match); !done) {
    return done;
  }
  const std::string figures = figures_of(match);
  if (const auto done = sealed.write_text(kFigures, figures); !done) {
    return done;
  }
  if (match.planned.actions == nullptr) {
    folder.drop(table_file(engine::TableKind::Actions)); // of an earlier result that was locked
  }
  for (const NamedText& file : more) {
    if (const auto done = sealed.write_text(file.name, file.text); !done) {
      return done;
    }
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

} // namespace padan::cli
