#pragma once
// The single entrance to the core: files in, sources understood, a run in steps, and its result.
//
//   Session session;
//   session.add_file("dtks.csv", {grid}, sha256);           // grids come from CsvReader or a workbook reader
//   session.start({});
//   while (!session.step(10'000).finished) {}                // or score partitions elsewhere, see below
//   session.outcome()->persons.size();
//
// A step does a bounded amount of work, so progress and cancel need no threads. While progress().stage is Score any
// executor may score partitions: it needs scoring() (read only, safe to share between threads) or the same data in
// another process (see image.hpp), and hands the pairs back with put_scores(). The result never depends on who scored.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "padan/base/executor.hpp"
#include "padan/blocking/plan.hpp"
#include "padan/clustering/persons.hpp"
#include "padan/ingest/recognise.hpp"
#include "padan/ingest/shape.hpp"
#include "padan/matching/scorer.hpp"
#include "padan/matching/train.hpp"
#include "padan/prepare/corpus.hpp"
#include "padan/resolve/families.hpp"
#include "padan/resolve/master.hpp"
#include "padan/review/event.hpp"

namespace padan::engine {

using prepare::RowId;

/// What an officer may tell about a list beside what is in it. Empty text means not known.
struct SourceFacts {
  std::string name;   // instead of the name of the file
  std::string layout; // instead of the recognised one
  std::string owner;
  std::string level;     // "pusat" | "daerah" | "desa" | "non-pemerintah"
  std::string kind;      // "register" | "recipients" | "civil_registry" | "need" | "field_result"
  std::string data_date; // ISO
  std::string valid_from;
  std::string valid_until;
  std::string fiscal_year;
  std::string list; // that the file is a part of, by word of an officer: a name of its own parts it from others
  bool duplicates_allowed = true;

  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    archive(self.name, self.layout, self.owner, self.level, self.kind, self.data_date, self.valid_from,
            self.valid_until, self.fiscal_year, self.list, self.duplicates_allowed);
  } // base/archive.hpp
};

/// Takes a layout for the recognised one, and what it says of kind and owner of the list.
void choose_layout(SourceFacts& facts, std::string layout);

/// Who said how a list is to be read: nobody, an officer (or a project that names the file), or what is remembered of its shape.
enum class ReadBy : std::uint8_t { Recognition, Officer, Memory };

/// Whether a file stands for a list by itself, and why.
enum class Joining : std::uint8_t {
  Alone,      // nothing like it is open
  Joined,     // a part of a list with others: `list`
  SamePeople, // shaped and named like another file, but too many people are in both: two versions, or a copy
  OtherDate,  // shaped and named like another file, but the data are of another day
};
[[nodiscard]] std::string_view to_text(Joining joining);

struct Source {
  std::uint32_t id = 0; // stays the same while the session lives
  std::string file;
  std::string name; // facts.name, else file name without extension; "name#sheet" when a workbook gives several
  std::string sha256;
  table::Grid grid;
  ingest::Hints hints;
  ingest::Recognition recognition;
  SourceFacts facts;
  std::string shape; // ingest::shape_of
  std::string list;  // that it is a part of with others; empty: it is a list by itself
  Joining joining = Joining::Alone;
  std::string like;     // SamePeople, OtherDate: the name of the other file
  double in_both = 0.0; // SamePeople: share of the smaller one's people
  ReadBy read_by = ReadBy::Recognition;

  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    archive(self.id, self.file, self.name, self.sha256, self.grid, self.hints, self.recognition, self.facts, self.shape,
            self.list, self.joining, self.like, self.in_both, self.read_by);
  } // base/archive.hpp
};

using review::RowName;
using review::RowVerdict;

/// Decisions, found again in the rows of a run.
struct FoundDecisions {
  std::vector<clustering::Verdict> verdicts;
  std::vector<std::pair<RowId, RowId>> unsure;
  std::vector<resolve::DecidedValue> values;
  std::vector<RowId> rows_out;
  std::vector<RowId> persons_out;
  std::uint32_t lost = 0; // those whose rows are not there
  [[nodiscard]] std::size_t used() const {
    return verdicts.size() + unsure.size() + values.size() + rows_out.size() + persons_out.size();
  }
};

struct RunOptions {
  std::uint16_t year = 2026; // of the run: bounds birth dates
  clustering::Thresholds thresholds;
  /// Those whose rows are not there are counted and left aside.
  review::Decisions decisions;
  bool learn_from_decisions = false;          // verdicts are labels when the model is learned
  std::vector<model::Comparison> saved_model; // of an earlier run, not learned again; see matching::train
  base::Executor executor;                    // what runs the parts of a stage
};

enum class Stage : std::uint8_t { Idle, Prepare, Plan, Train, Score, Cluster, Families, Finished };

struct Progress {
  Stage stage = Stage::Idle;
  std::uint64_t done = 0;
  std::uint64_t total = 0;
  bool finished = false;
};

/// What a partition needs to be scored.
struct Scoring {
  prepare::Corpus corpus;
  blocking::Plan plan;
  model::Model model;
};

/// What a run will ask of the machine.
struct Estimate {
  std::uint64_t rows = 0;
  std::uint64_t pairs = 0;        // about so many candidates: lists differ by a factor of two
  std::uint64_t list_bytes = 0;   // of the lists as they lie in memory already
  std::uint64_t run_bytes = 0;    // more at the peak of a run, without helpers
  std::uint64_t helper_bytes = 0; // of each helper engine
  // Milliseconds of a WebAssembly engine on the machine of bench/README.md: what it does alone, and what helpers share.
  std::uint64_t alone_ms = 0;
  std::uint64_t shared_ms = 0;

  struct List {
    std::uint32_t source;
    std::uint64_t bytes; // that a run would need less without it
  };
  std::vector<List> lists;
};

struct Outcome {
  std::vector<matching::ScoredPair> pairs; // by weight, highest first, family evidence included
  clustering::Cards cards;
  clustering::Persons persons;
  resolve::Named named; // companions of rows
  resolve::Families families;
  matching::TrainingReport training;
  std::uint64_t pairs_scored = 0;
  clustering::Thresholds thresholds;
  FoundDecisions decisions;
};

class Session {
public:
  Session();
  ~Session();
  Session(Session&&) noexcept;
  Session& operator=(Session&&) noexcept;

  using HintsFor = std::function<ingest::Hints(const std::string& sheet)>;

  /// Recognises each grid; those without a table are left out (an Issue of the first source). Ids of the new sources.
  /// hints: what is known of a sheet beforehand; without it a list with unusual headers may be refused. readings: how lists of
  /// known shapes are read, where the hints do not say.
  /// Errors: those of recognise(), when no grid of the file can be used. Any change of sources drops a run.
  [[nodiscard]] Result<std::vector<std::uint32_t>> add_file(std::string file, std::vector<table::Grid> grids,
                                                            std::string sha256, const HintsFor& hints = {},
                                                            const ingest::Readings& readings = {});
  /// The two halves of add_file: the first is the work, touches no session and may run on any thread; the second takes its
  /// sources in, of a file that is not there yet.
  using Sources = std::vector<std::unique_ptr<Source>>;
  [[nodiscard]] static Result<Sources> understand(const std::string& file, std::vector<table::Grid> grids,
                                                  const std::string& sha256, const HintsFor& hints = {},
                                                  const ingest::Readings& readings = {});
  std::vector<std::uint32_t> add(Sources sources);
  void drop_file(const std::string& file);
  [[nodiscard]] const std::vector<std::unique_ptr<Source>>& sources() const;
  [[nodiscard]] const Source* source(std::uint32_t id) const;
  /// Recognises the source again with what the officer says of header row and mapping. order: headers; columns of one
  /// kind belong together in this order (those left out come last, as they stand in the file).
  [[nodiscard]] Result<bool> correct(std::uint32_t id, ingest::Hints hints, const std::vector<std::string>& order = {});
  /// Reads the source as a list of its shape, where it has one of these shapes; else it stays as it is. False for an unknown source.
  bool recall(std::uint32_t id, const ingest::Readings& readings);
  /// Reads the source as if nothing had been said of it; one that cannot be recognised so stays as it is. False for an unknown source.
  bool forget(std::uint32_t id);
  /// Errors: RequestInvalid for an unknown source or a name that another source bears. Drops a run.
  [[nodiscard]] Result<bool> set_facts(std::uint32_t id, SourceFacts facts);

  /// Joins files that are parts of one list: of one shape, layout, owner and kind; with names that differ in numbers, "part" or names of
  /// places in the file; and with few people in common. Files that officers joined or parted stay so. Called by faces when files have come or
  /// gone: the answer depends on the sources alone. True where it changed; a run is dropped then.
  /// Cost: the NIK of rows, once a source.
  bool join_lists();

  [[nodiscard]] Estimate estimate() const;

  /// Errors: NothingToMatch. Sources take part in the order of their names, so the order of files is no matter.
  [[nodiscard]] Result<bool> start(const RunOptions& options);
  /// Does about units of work: rows prepared, pairs scored. Partitions that nobody has put are scored here.
  Progress step(std::uint64_t units);
  [[nodiscard]] Progress progress() const;
  void cancel();
  /// Goes back to stage Cluster of a finished run, with other decisions and thresholds, on the pairs as they were weighed.
  /// The result is that of a run from the beginning, if that does not learn from its decisions. Errors: NotRunYet.
  [[nodiscard]] Result<bool> recluster(review::Decisions decisions, const clustering::Thresholds& thresholds);

  [[nodiscard]] const Scoring& scoring() const; // from stage Score on
  [[nodiscard]] std::uint32_t partitions() const;
  [[nodiscard]] bool partition_done(std::uint32_t partition) const;
  void put_scores(std::uint32_t partition, std::vector<matching::ScoredPair> pairs);

  /// Null until finished.
  [[nodiscard]] const Outcome* outcome() const;
  /// Sources in the order of FileRows of the corpus of the run.
  [[nodiscard]] const std::vector<const Source*>& run_sources() const;

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace padan::engine
