#pragma once
// What one engine of the page holds, and the signature of everything that it answers.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "../json/json.hpp"
#include "../json/reader.hpp"
#include "padan/codec/decisions.hpp"
#include "padan/codec/file_head.hpp"
#include "padan/codec/file_reader.hpp"
#include "padan/codec/settings.hpp"
#include "padan/codec/table_export.hpp"
#include "padan/engine/audit_sample.hpp"
#include "padan/engine/file_image.hpp"
#include "padan/engine/handles.hpp"
#include "padan/engine/image.hpp"
#include "padan/engine/list_profile.hpp"
#include "padan/engine/planning.hpp"
#include "padan/engine/results.hpp"
#include "padan/engine/review.hpp"
#include "padan/engine/versions.hpp"
#include "padan/engine/views.hpp"
#include "padan/synth/synth.hpp"

namespace padan::codec {

/// A helper engine: scores with the image of another engine's run.
struct Helper {
  explicit Helper(engine::Basis&& from) : basis(std::move(from)), scorer(basis.corpus, basis.model) {}
  engine::Basis basis;
  matching::Scorer scorer;
};

/// A pair of the blind sample.
struct AuditItem {
  std::uint32_t pair = 0; // place in Outcome::pairs
  review::AuditMark mark;
  bool answered = false;
};

/// A view whose items stand in the order of their points.
struct RankedView {
  analyse::Unit unit{};
  analyse::Weights weights;
  std::shared_ptr<const analyse::Ranking> ranking;
  std::vector<std::uint32_t> at; // places in the ranking
};

struct State {
  engine::Session session;
  std::optional<FileReader> reader; // of the file that is being fed
  std::optional<Error> read_fault;
  std::optional<FileHead> head; // of a file that is to be shown before it is read
  std::string head_file;
  std::optional<engine::FileImage> leaving; // a file that was read here for another engine
  engine::FileTaker taker;                  // of a file that another engine has read
  struct OpenProfile {
    std::uint32_t source;
    engine::ListProfile list;
  };
  std::optional<OpenProfile> profile; // of the card that is open
  std::string project;                // as loaded; its unknown keys and the sources still to come live on
  DecisionLog log;                    // lives through runs and changes of sources
  engine::RunOptions options;
  Settings settings;
  std::string as_of;                     // ISO day of the run
  std::map<std::string, double> timings; // milliseconds of its stages

  std::unique_ptr<engine::Results> results;
  std::unique_ptr<engine::Review> review;   // of the results
  std::unique_ptr<engine::Handles> handles; // of the results
  std::vector<AuditItem> audit;             // of the results
  engine::QueueQuery queue;                 // as it was asked for last
  std::vector<bool> applied;                // per event whether the results follow it
  std::map<std::uint32_t, engine::View> views;
  std::map<std::uint32_t, RankedView> ranked; // those of the views that are rankings
  std::uint32_t next_view = 1;
  std::unique_ptr<engine::Planning> planning; // of the results
  struct Older {                              // tables of an earlier result
    std::optional<table::Grid> persons;
    std::optional<table::Grid> rows;
  };
  Older older;
  struct Compared {
    engine::Version before;
    engine::Version after;
    engine::VersionChange change;
  };
  std::unique_ptr<Compared> change; // of the earlier result and this one
  std::unique_ptr<TableExport> out;

  engine::ScoringTaker basis; // of another engine's run, while it comes
  std::unique_ptr<Helper> helper;
  std::vector<synth::File> sample;
  std::string input; // room for bytes that come in
  std::string taken; // those that belong to the next call
  std::string bytes; // those that the last call left

  /// What hangs on a run, before its sources change or another run starts.
  void drop_results() {
    profile.reset();
    out.reset();
    views.clear();
    ranked.clear();
    planning.reset();
    change.reset();
    review.reset();
    handles.reset();
    audit.clear();
    results.reset();
  }

  /// The number of a view that is open from now on. The oldest goes when there are too many: a caller that forgets to close must
  /// not fill the memory.
  std::uint32_t keep(engine::View view) {
    constexpr std::size_t kMostViews = 64;
    if (views.size() >= kMostViews) {
      ranked.erase(views.begin()->first);
      views.erase(views.begin());
    }
    views.emplace(next_view, std::move(view));
    return next_view++;
  }

  /// The run that begins follows the log as it is.
  void remember_applied() {
    applied.clear();
    for (std::size_t i = 0; i < log.events().events().size(); ++i) {
      applied.push_back(log.events().stands(i));
    }
  }
};

using Method = Result<Json> (*)(State&, JsonReader&);

struct NamedMethod {
  std::string_view name;
  Method method;
  bool needs_results = false;
};

/// The methods of docs/dev/api.md by chapter.
[[nodiscard]] std::vector<NamedMethod> file_methods();
[[nodiscard]] std::vector<NamedMethod> run_methods();
[[nodiscard]] std::vector<NamedMethod> look_methods();
[[nodiscard]] std::vector<NamedMethod> decision_methods();
[[nodiscard]] std::vector<NamedMethod> review_methods();
[[nodiscard]] std::vector<NamedMethod> audit_methods();
[[nodiscard]] std::vector<NamedMethod> settings_methods();
[[nodiscard]] std::vector<NamedMethod> priority_methods();
[[nodiscard]] std::vector<NamedMethod> lokus_methods();
[[nodiscard]] std::vector<NamedMethod> programme_methods();
[[nodiscard]] std::vector<NamedMethod> extract_methods();
[[nodiscard]] std::vector<NamedMethod> change_methods();
[[nodiscard]] std::vector<NamedMethod> out_methods();

} // namespace padan::codec
