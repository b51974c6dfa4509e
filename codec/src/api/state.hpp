#pragma once
// What one engine of the page holds, and the signature of everything that it answers.

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "../json/json.hpp"
#include "../json/reader.hpp"
#include "../share.hpp"
#include "fieldwork.hpp"
#include "padan/codec/decisions.hpp"
#include "padan/codec/file_head.hpp"
#include "padan/codec/file_reader.hpp"
#include "padan/codec/project.hpp"
#include "padan/codec/project_file.hpp"
#include "padan/codec/sealing.hpp"
#include "padan/codec/settings.hpp"
#include "padan/codec/table_export.hpp"
#include "padan/codec/verification.hpp"
#include "padan/engine/actions.hpp"
#include "padan/engine/audit_sample.hpp"
#include "padan/engine/file_image.hpp"
#include "padan/engine/handles.hpp"
#include "padan/engine/image.hpp"
#include "padan/engine/list_profile.hpp"
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

/// The questions as they were split last; until there are other results.
struct OpenSplit {
  std::string id;
  std::vector<std::string> hands;         // who they are
  std::vector<std::uint32_t> cases;       // of the review, most important first
  std::vector<review::Assignment> shares; // of the cases
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
  struct Profiling {
    std::uint32_t source;
    engine::Profiler profiler;
  };
  std::optional<Profiling> profiling; // while it is being worked out in steps
  std::string project;                // as loaded; its unknown keys and the sources still to come live on
  DecisionLog log;                    // lives through runs and changes of sources
  engine::RunOptions options;
  Settings settings;
  std::string model;                     // text of the saved model for the next run
  std::string run_model;                 // that the run at hand was given
  bool reclustered = false;              // since the run: decisions were applied without scoring again
  std::string as_of;                     // ISO day of the run
  std::map<std::string, double> timings; // milliseconds of its stages

  std::unique_ptr<engine::Results> results;
  std::unique_ptr<engine::Review> review;   // of the results
  std::unique_ptr<engine::Handles> handles; // of the results
  std::vector<AuditItem> audit;             // of the results
  std::optional<OpenSplit> split;           // of the results
  std::optional<Share> share;               // that came from elsewhere: while it is open, its questions are asked
  engine::QueueQuery queue;                 // as it was asked for last
  std::vector<bool> applied;                // per event whether the results follow it
  std::map<std::uint32_t, engine::View> views;
  std::map<std::uint32_t, RankedView> ranked; // those of the views that are rankings
  std::uint32_t next_view = 1;
  std::shared_ptr<engine::Planning> planning;     // of the results
  std::shared_ptr<const engine::Actions> actions; // of the planning and the plans in force
  struct Older {                                  // tables of an earlier result
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
  std::unique_ptr<SheetsOut> sheets; // of the results
  std::vector<act::Return> returns;  // that were dropped
  act::Intake intake;                // of them
  std::unique_ptr<Sealing> sealing;  // of the results
  std::vector<NamedText> sealed;     // its files but for the tables
  std::vector<FrozenVersion> versions;
  Sha256 hash;      // of what is put
  struct Checking { // of files against a seal
    Seal sealed;
    std::vector<HashedFile> folder; // what lies there of the sealed result
    Verification verification;
  };
  std::optional<Checking> checking;

  engine::ScoringTaker basis; // of another engine's run, while it comes
  std::unique_ptr<Helper> helper;
  std::vector<synth::File> sample;
  std::string input; // room for bytes that come in
  std::string taken; // those that belong to the next call
  std::string bytes; // those that the last call left

  /// What hangs on a run, before its sources change or another run starts.
  void drop_results() {
    profile.reset();
    profiling.reset();
    out.reset();
    sheets.reset();
    sealing.reset();
    views.clear();
    ranked.clear();
    planning.reset();
    actions.reset();
    change.reset();
    review.reset();
    handles.reset();
    audit.clear();
    split.reset();
    results.reset();
  }

  /// That of the open share, else that of the project.
  [[nodiscard]] DecisionLog& log_at_hand() { return share ? share->log : log; }
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
      applied.push_back(log.events().speaks(i));
    }
  }
};

/// What a project says of runs, as it is in force.
[[nodiscard]] RunSettings settings_of(const State& state);
void take_settings(State& state, const RunSettings& settings);

using Method = Result<Json> (*)(State&, JsonReader&);

struct NamedMethod {
  std::string_view name;
  Method method;
  bool needs_results = false;
};

/// Whether somebody has locked the result at hand as it is now.
[[nodiscard]] bool is_locked(const State& state);

/// The methods of docs/dev/api.md by chapter.
[[nodiscard]] std::vector<NamedMethod> file_methods();
[[nodiscard]] std::vector<NamedMethod> run_methods();
[[nodiscard]] std::vector<NamedMethod> look_methods();
[[nodiscard]] std::vector<NamedMethod> unified_methods();
[[nodiscard]] std::vector<NamedMethod> action_methods();
[[nodiscard]] std::vector<NamedMethod> decision_methods();
[[nodiscard]] std::vector<NamedMethod> review_methods();
[[nodiscard]] std::vector<NamedMethod> audit_methods();
[[nodiscard]] std::vector<NamedMethod> fieldwork_methods();
[[nodiscard]] std::vector<NamedMethod> visit_methods();
[[nodiscard]] std::vector<NamedMethod> settings_methods();
[[nodiscard]] std::vector<NamedMethod> hands_methods();
/// Those that answer from the open share in the place of methods of the same name.
[[nodiscard]] std::vector<NamedMethod> share_methods();
[[nodiscard]] std::vector<NamedMethod> priority_methods();
[[nodiscard]] std::vector<NamedMethod> lokus_methods();
[[nodiscard]] std::vector<NamedMethod> programme_methods();
[[nodiscard]] std::vector<NamedMethod> seal_methods();
[[nodiscard]] std::vector<NamedMethod> project_methods();
[[nodiscard]] std::vector<NamedMethod> extract_methods();
[[nodiscard]] std::vector<NamedMethod> change_methods();
[[nodiscard]] std::vector<NamedMethod> out_methods();

} // namespace padan::codec
