#pragma once
// Batches of worksheets that went out, what came back of them, and what it decides.
//
//   Fieldwork work;  work.project = "3f0c…";
//   work.batches.push_back(plan_batch(roster, {.number = 1}));
//   Intake intake = weigh_returns(work, returns, log, results);      // changes nothing
//   for (const Verdict& verdict : intake.verdicts) { … append its events …; note(work, verdict, today); }

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "padan/act/returns.hpp"
#include "padan/act/roster.hpp"
#include "padan/review/event_log.hpp"

namespace padan::act {

/// What is known of a row that went out. No word of the person.
struct RowAnswer {
  std::uint32_t row = 0; // in BatchVillage::rows
  VisitResult result = VisitResult::None;
  std::uint8_t ticks = 0;
  std::string visit_date; // ISO, empty when not said
  std::string taken;      // ISO day of the intake
};

struct BatchVillage {
  std::string key; // RosterVillage::key
  std::string village;
  std::string district;
  std::string worker;                // who goes, empty when not named
  std::vector<review::RowName> rows; // by place: row of the row code
  std::vector<RowAnswer> answers;    // by row, ascending
};

struct Batch {
  std::uint32_t number = 1;
  Scope scope = Scope::Check;
  bool masked = false;
  std::string made;     // ISO day
  std::string deadline; // ISO day, empty for none
  std::vector<BatchVillage> villages;
};

/// The section `fieldwork` of a project.
struct Fieldwork {
  std::string project; // id of the project, made once
  std::vector<Batch> batches;
  std::vector<std::string> taken; // SHA-256 of files that were taken

  [[nodiscard]] std::uint32_t next_number() const;
  [[nodiscard]] const Batch* find(std::uint32_t number) const;
};

struct BatchPlan {
  std::uint32_t number = 1;
  Scope scope = Scope::Check;
  std::vector<std::string> villages = {}; // keys; empty: all that have rows
};
/// Villages without a row of the scope are left out. Cost: that of sheet_rows.
[[nodiscard]] Batch plan_batch(const Roster& roster, const BatchPlan& plan);

/// Place of a row that went out.
struct RowPlace {
  std::size_t batch = 0; // in Fieldwork::batches
  std::size_t village = 0;
  std::uint32_t row = 0;
};

/// An answer that stands against nothing, and what it decides. Events lack seq, at and group.
struct Verdict {
  RowPlace place;
  std::size_t from = 0; // return
  ReturnedRow row;
  std::vector<review::Event> events; // those that the log does not have yet
  bool fresh = true;                 // false: says what was taken before
};

/// Answers that say different things of one row, or an answer that an earlier decision stands against: a person chooses.
struct Conflict {
  RowPlace place;
  struct Side {
    std::size_t from = 0; // return
    ReturnedRow row;
  };
  std::vector<Side> sides;
  VisitResult stored = VisitResult::None; // taken earlier, when that is what it is against
  std::vector<std::uint64_t> decisions;   // seq of events in force that one of the sides would overturn
};

struct VillageRemarks {
  std::string file;
  std::string key; // of the village; empty when the file does not tell
  std::string village;
  std::string district;
  std::vector<Remark> remarks;
};

struct ProposalFrom {
  std::string village; // names and key of the village whose worksheet it stood on
  std::string district;
  std::string key;
  std::string file;
  ReturnedProposal proposal;
};

struct Intake {
  std::vector<Verdict> verdicts;
  std::vector<Conflict> conflicts;
  std::vector<ProposalFrom> proposals; // one of each person
  std::vector<VillageRemarks> files;   // one per return, in their order
  std::vector<std::string> hashes;     // of files that were understood
  std::uint32_t answered = 0;          // rows with an answer, conflicts not counted
  std::uint32_t unchanged = 0;         // of them those that said nothing new
};

/// Sets returns against what went out and against the log. Blank never stands against anything. results: for decisions that were tied to
/// another row of the same person; null: only those tied to the very row are seen.
[[nodiscard]] Intake weigh_returns(const Fieldwork& work, const std::vector<Return>& returns,
                                   const review::EventLog& log, const engine::Results* results);

/// What an answer decides about the row that went out. twin: the row of whom it is the double, when said.
///   dead, moved, found: a status; not found, or a double of nobody named: left out; a double: same; corrections and illness: values.
/// reason is "verval:" and the code of the result, note what was remarked.
[[nodiscard]] std::vector<review::Event> events_of(const ReturnedRow& row, const review::RowName& anchor,
                                                   const review::RowName* twin);

/// The row of a code that went out; null when there is none.
[[nodiscard]] const review::RowName* find_row(const Fieldwork& work, const RowCode& code);

/// Remembers the answer for coverage.
void note(Fieldwork& work, const RowPlace& place, const ReturnedRow& row, std::string_view today);

/// Remembers the files, so that one that comes again is known.
void remember_files(Fieldwork& work, const Intake& intake);

struct VillageCoverage {
  std::uint32_t rows = 0;
  std::uint32_t answered = 0;
  bool late = false; // not done, and the deadline is over
};

struct Coverage {
  std::uint32_t rows = 0;
  std::uint32_t answered = 0;
  std::uint32_t villages = 0;
  std::uint32_t done = 0;    // villages with every row answered
  std::uint32_t started = 0; // villages with some rows answered
  std::uint32_t days = 0;    // since it went out, today among them
  double pace = 0.0;         // rows a day
  std::string forecast;      // ISO day at this pace; empty when there is no pace yet, or nothing is left
  std::array<std::uint32_t, kVisitResults> results{};
  std::vector<VillageCoverage> of_village;
  std::vector<std::pair<std::string, std::uint32_t>> by_day; // answers taken, by ISO day
};
[[nodiscard]] Coverage coverage_of(const Batch& batch, std::string_view today);

} // namespace padan::act
