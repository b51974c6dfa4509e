#include "padan/engine/session.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "decisions.hpp"
#include "padan/engine/title_dates.hpp"
#include "padan/ingest/blocks.hpp"
#include "padan/ingest/join_sheets.hpp"
#include "padan/ingest/layouts.hpp"
#include "parts.hpp"

namespace padan::engine {
namespace {

// Shares of a run, measured on the page with made-up regencies of two generators; bench/README.md has the figures.
constexpr double kPairsPerRow = 3.6; // at kUsualRows; more rows have more namesakes
constexpr double kUsualRows = 100'000.0;
constexpr double kPairsGrowth = 0.22;
constexpr std::uint64_t kBytesPerRow = 300;
constexpr std::uint64_t kHelperBytesPerRow = 150;
constexpr std::uint64_t kHelperBytes = 40'000'000;
constexpr double kTrainingMs = 1100.0;
constexpr double kMsPerRow = 0.0125;
constexpr double kMsPerPair = 0.00035; // beside its score
constexpr double kScoreMs = 0.00065;   // a pair

std::string stem(const std::string& file) {
  const std::size_t dot = file.rfind('.');
  return dot == std::string::npos || dot == 0 ? file : file.substr(0, dot);
}

SourceFacts facts_of(const table::Grid& grid, const ingest::Recognition& recognition) {
  SourceFacts facts;
  facts.owner = recognition.owner;
  facts.kind = recognition.kind;
  if (const auto known = ingest::known_layout(recognition.layout)) {
    facts.level = known->level;
  }
  TitleDates dates = read_title_dates(grid, recognition);
  facts.data_date = std::move(dates.data_date);
  facts.valid_until = std::move(dates.valid_until);
  return facts;
}

void apply_layout(Source& source) {
  if (!source.facts.layout.empty() && source.facts.layout != source.recognition.layout) {
    source.recognition.layout = source.facts.layout;
    source.recognition.confidence = 1;
  }
}

// Lets columns of one kind change places so that they follow `order`; every place keeps its kind.
void order_columns(std::vector<ingest::Column>& columns, const std::vector<std::string>& order) {
  const auto rank = [&](const ingest::Column& column) {
    return std::find(order.begin(), order.end(), column.header) - order.begin();
  };
  std::vector<ingest::Column> sorted = columns;
  std::stable_sort(sorted.begin(), sorted.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  std::vector<bool> taken(sorted.size(), false);
  for (ingest::Column& place : columns) {
    const table::Field field = place.field;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
      if (!taken[i] && sorted[i].field == field) {
        taken[i] = true;
        place = sorted[i];
        break;
      }
    }
  }
}

void take_recalled(Source& source, ingest::Recalled&& recalled) {
  source.recognition = std::move(recalled.recognition);
  order_columns(source.recognition.columns, recalled.order);
  source.hints = std::move(recalled.hints);
  source.shape = ingest::shape_of(source.grid, source.recognition);
  source.read_by = ReadBy::Memory;
  if (!recalled.layout.empty()) {
    choose_layout(source.facts, std::move(recalled.layout));
  }
  apply_layout(source);
}

// What a grid is taken for; an error where neither recognition nor a reading finds a list.
Result<std::unique_ptr<Source>> read_source(table::Grid&& grid, ingest::Hints hints, const ingest::Readings& readings) {
  Result<ingest::Recognition> recognition = ingest::recognise(grid, hints);
  std::optional<ingest::Recalled> recalled = ingest::recall(grid, hints, recognition, readings);
  if (!recognition && !recalled) {
    return tl::unexpected<Error>(std::move(recognition.error()));
  }
  auto source = std::make_unique<Source>();
  source->grid = std::move(grid);
  if (recalled) {
    source->facts = facts_of(source->grid, recalled->recognition);
    take_recalled(*source, std::move(*recalled));
    return source;
  }
  source->hints = std::move(hints);
  source->recognition = std::move(*recognition);
  source->facts = facts_of(source->grid, source->recognition);
  source->shape = ingest::shape_of(source->grid, source->recognition);
  return source;
}

} // namespace

void choose_layout(SourceFacts& facts, std::string layout) {
  facts.layout = std::move(layout);
  if (const auto known = ingest::known_layout(facts.layout)) {
    facts.kind = known->kind;
    facts.level = known->level;
    facts.owner = known->owner.empty() ? facts.owner : known->owner;
  }
}

struct Session::State {
  std::vector<std::unique_ptr<Source>> sources;
  PeopleSketches sketches; // by id of the source
  std::uint32_t next_id = 1;

  // One run.
  RunOptions options;
  Progress progress;
  std::vector<const Source*> run_sources;
  std::unique_ptr<prepare::CorpusBuilder> builder;
  std::unique_ptr<Scoring> scoring;
  std::unique_ptr<blocking::PlanBuilder> planner;
  std::unique_ptr<matching::Scorer> scorer;
  std::vector<bool> done;
  std::vector<std::vector<matching::ScoredPair>> scored;
  std::vector<matching::ScoredPair> weighed;
  std::unique_ptr<Outcome> outcome;

  [[nodiscard]] Source* find(std::uint32_t id);
  void name_sources();
  void reset_run();
  void prepare(std::uint64_t units);
  void plan();
  void train();
  void score(std::uint64_t units);
  void gather();
  void cluster();
  void families();
  void enter(Stage stage, std::uint64_t total) { progress = {stage, 0, total, stage == Stage::Finished}; }
};

Source* Session::State::find(std::uint32_t id) {
  const auto found =
      std::find_if(sources.begin(), sources.end(), [id](const auto& source) { return source->id == id; });
  return found == sources.end() ? nullptr : found->get();
}

// A list is called by its file without the extension, or with it where two files differ in nothing else (dtks.csv, dtks.xlsx).
void Session::State::name_sources() {
  const auto sheet_of = [this](const Source& source) {
    const auto sheets =
        std::count_if(sources.begin(), sources.end(), [&](const auto& other) { return other->file == source.file; });
    return sheets > 1 ? '#' + source.grid.sheet : std::string();
  };
  for (const auto& source : sources) {
    const bool shared = std::any_of(sources.begin(), sources.end(), [&](const auto& other) {
      return other->file != source->file &&
             (stem(other->file) == stem(source->file) || other->facts.name == stem(source->file));
    });
    source->name = !source->facts.name.empty() ? source->facts.name
                                               : (shared ? source->file : stem(source->file)) + sheet_of(*source);
  }
}

void Session::State::reset_run() {
  scorer.reset();
  planner.reset();
  builder.reset();
  scoring.reset();
  outcome.reset();
  run_sources.clear();
  done.clear();
  scored.clear();
  weighed = {};
  progress = {};
}

void Session::State::prepare(std::uint64_t units) {
  const auto rows = static_cast<std::uint32_t>(std::min<std::uint64_t>(units, 1U << 20));
  progress.done = std::min(progress.total, progress.done + std::uint64_t{rows} * options.executor.workers);
  if (!builder->step(rows)) {
    return;
  }
  scoring = std::make_unique<Scoring>();
  scoring->corpus = builder->finish();
  builder.reset();
  planner = std::make_unique<blocking::PlanBuilder>(scoring->corpus, options.executor);
  enter(Stage::Plan, planner->rules());
}

void Session::State::plan() {
  const bool planned = planner->step();
  progress.done = planner->planned();
  if (planned) {
    scoring->plan = planner->finish();
    planner.reset();
    enter(Stage::Train, 1);
  }
}

void Session::State::train() {
  outcome = std::make_unique<Outcome>();
  outcome->thresholds = options.thresholds;
  outcome->decisions = find_decisions(scoring->corpus, options.decisions);
  matching::Known known{{}, options.saved_model};
  if (options.learn_from_decisions) {
    known.verdicts = outcome->decisions.verdicts;
  }
  scoring->model = matching::train(scoring->corpus, scoring->plan, &outcome->training, options.executor, known);
  const std::size_t partitions = scoring->plan.partitions.size();
  done.assign(partitions, false);
  scored.assign(partitions, {});
  scorer = std::make_unique<matching::Scorer>(scoring->corpus, scoring->model);
  enter(Stage::Score, partitions);
}

void Session::State::score(std::uint64_t units) {
  const std::vector<blocking::Partition>& partitions = scoring->plan.partitions;
  std::vector<std::uint32_t> batch;
  std::uint64_t pairs = 0;
  for (std::uint32_t i = 0; i < partitions.size() && pairs < units * options.executor.workers; ++i) {
    if (!done[i]) {
      batch.push_back(i);
      pairs += partitions[i].last - partitions[i].first;
    }
  }
  options.executor.run(static_cast<std::uint32_t>(batch.size()), [&](std::uint32_t i) {
    scorer->score(scoring->plan.candidates(partitions[batch[i]]), scored[batch[i]]);
  });
  for (const std::uint32_t partition : batch) {
    done[partition] = true;
  }
  progress.done += batch.size();
  if (progress.done == progress.total) {
    gather();
    enter(Stage::Cluster, 1);
  }
}

// Pairs as they were weighed, kept: families change weights for one result only.
void Session::State::gather() {
  std::size_t total = 0;
  for (const auto& pairs : scored) {
    total += pairs.size();
  }
  weighed.reserve(total);
  for (auto& pairs : scored) {
    weighed.insert(weighed.end(), pairs.begin(), pairs.end());
    pairs = {};
  }
  outcome->pairs_scored = scoring->plan.pairs();
  scoring->plan.drop_candidates();
}

void Session::State::cluster() {
  const FoundDecisions& decisions = outcome->decisions;
  std::vector<bool> out; // rows that take no part
  for (const RowId row : decisions.rows_out) {
    out.resize(scoring->corpus.rows(), false);
    out[row] = true;
  }
  outcome->pairs = weighed;
  if (!out.empty()) {
    std::erase_if(outcome->pairs, [&](const matching::ScoredPair& pair) { return out[pair.left] || out[pair.right]; });
  }
  outcome->cards = clustering::find_cards(scoring->corpus, out);
  outcome->persons =
      clustering::leave_out(clustering::cluster_persons(scoring->corpus, *scorer, outcome->cards, outcome->pairs,
                                                        options.thresholds, decisions.verdicts, options.executor),
                            decisions.rows_out, decisions.persons_out);
  enter(Stage::Families, 1);
}

void Session::State::families() {
  outcome->named = resolve::find_named(scoring->corpus, outcome->persons);
  outcome->families = resolve::find_families(scoring->corpus, outcome->persons, outcome->cards, outcome->named);
  enter(Stage::Finished, 1);
  progress.done = 1;
}

Session::Session() : state_(std::make_unique<State>()) {}
Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

Result<Session::Sources> Session::understand(const std::string& file, std::vector<table::Grid> grids,
                                             const std::string& sha256, const HintsFor& hints,
                                             const ingest::Readings& readings) {
  Sources fresh;
  std::optional<Error> first_error;
  table::Issues skipped;
  grids = ingest::join_sheets(std::move(grids));
  ingest::unfold_blocks(grids);
  for (table::Grid& grid : grids) {
    ingest::Hints known = hints ? hints(grid.sheet) : ingest::Hints{};
    known.file_name = file + '/' + grid.sheet; // a file in an archive has its name there
    Result<std::unique_ptr<Source>> source = read_source(std::move(grid), std::move(known), readings);
    if (!source) {
      first_error = first_error ? first_error : source.error();
      skipped.add(table::IssueCode::SheetSkipped, 1);
      continue;
    }
    (*source)->file = file;
    (*source)->sha256 = sha256;
    fresh.push_back(std::move(*source));
  }
  if (fresh.empty()) {
    Error error = first_error ? *first_error : Error{ErrorCode::FileEmpty, {}};
    error.params.emplace_back("file", file);
    return tl::unexpected<Error>(std::move(error));
  }
  fresh.front()->recognition.issues.merge(skipped);
  return fresh;
}

std::vector<std::uint32_t> Session::add(Sources sources) {
  state_->reset_run();
  std::vector<std::uint32_t> ids;
  for (auto& source : sources) {
    source->id = state_->next_id++;
    ids.push_back(source->id);
    state_->sources.push_back(std::move(source));
  }
  state_->name_sources();
  return ids;
}

Result<std::vector<std::uint32_t>> Session::add_file(std::string file, std::vector<table::Grid> grids,
                                                     std::string sha256, const HintsFor& hints,
                                                     const ingest::Readings& readings) {
  drop_file(file);
  return understand(file, std::move(grids), sha256, hints, readings).map([this](Sources sources) {
    return add(std::move(sources));
  });
}

void Session::drop_file(const std::string& file) {
  state_->reset_run();
  auto& sources = state_->sources;
  sources.erase(
      std::remove_if(sources.begin(), sources.end(), [&](const auto& source) { return source->file == file; }),
      sources.end());
  state_->name_sources();
}

const std::vector<std::unique_ptr<Source>>& Session::sources() const { return state_->sources; }

const Source* Session::source(std::uint32_t id) const { return state_->find(id); }

Result<bool> Session::correct(std::uint32_t id, ingest::Hints hints, const std::vector<std::string>& order) {
  Source* found = state_->find(id);
  if (found == nullptr) {
    return fail(ErrorCode::RequestInvalid, {{"where", "source"}});
  }
  hints.file_name = found->hints.file_name;
  Result<ingest::Recognition> recognition = ingest::recognise(found->grid, hints);
  if (!recognition) {
    Error error = recognition.error();
    error.params.emplace_back("file", found->file);
    return tl::unexpected<Error>(std::move(error));
  }
  state_->reset_run();
  state_->sketches.erase(id);
  found->recognition = std::move(*recognition);
  if (!order.empty()) {
    order_columns(found->recognition.columns, order);
  }
  found->hints = std::move(hints);
  found->shape = ingest::shape_of(found->grid, found->recognition);
  found->read_by = ReadBy::Officer;
  apply_layout(*found);
  return true;
}

bool Session::recall(std::uint32_t id, const ingest::Readings& readings) {
  Source* found = state_->find(id);
  if (found == nullptr) {
    return false;
  }
  if (readings.empty()) {
    return true;
  }
  const ingest::Hints plain{found->hints.file_name, {}, {}};
  const Result<ingest::Recognition> recognition = found->recognition;
  if (auto recalled = ingest::recall(found->grid, plain, recognition, readings)) {
    state_->reset_run();
    state_->sketches.erase(id);
    take_recalled(*found, std::move(*recalled));
  }
  return true;
}

bool Session::forget(std::uint32_t id) {
  Source* found = state_->find(id);
  if (found == nullptr) {
    return false;
  }
  const ingest::Hints plain{found->hints.file_name, {}, {}};
  if (Result<ingest::Recognition> recognition = ingest::recognise(found->grid, plain)) {
    state_->reset_run();
    state_->sketches.erase(id);
    found->recognition = std::move(*recognition);
    found->hints = plain;
    found->shape = ingest::shape_of(found->grid, found->recognition);
    if (!found->facts.layout.empty()) {
      found->facts.layout.clear();
      found->facts.owner = found->recognition.owner;
      found->facts.kind = found->recognition.kind;
    }
  }
  found->read_by = ReadBy::Recognition;
  return true;
}

Result<bool> Session::set_facts(std::uint32_t id, SourceFacts facts) {
  Source* found = state_->find(id);
  if (found == nullptr) {
    return fail(ErrorCode::RequestInvalid, {{"where", "source"}});
  }
  const auto& sources = state_->sources;
  if (std::any_of(sources.begin(), sources.end(),
                  [&](const auto& other) { return other->id != id && other->name == facts.name; })) {
    return fail(ErrorCode::RequestInvalid, {{"where", facts.name}});
  }
  state_->reset_run();
  if (facts.layout != found->facts.layout) {
    found->read_by = ReadBy::Officer;
  }
  found->facts = std::move(facts);
  apply_layout(*found);
  state_->name_sources();
  return true;
}

bool Session::join_lists() {
  const bool changed = find_parts(state_->sources, state_->sketches);
  if (changed) {
    state_->reset_run();
  }
  return changed;
}

Estimate Session::estimate() const {
  Estimate estimate;
  for (const auto& source : state_->sources) {
    const std::uint64_t rows = source->recognition.data_rows.size();
    std::uint64_t bytes = 0;
    for (const table::StringColumn& column : source->grid.columns) {
      bytes += column.memory_bytes();
    }
    estimate.rows += rows;
    estimate.list_bytes += bytes;
    estimate.lists.push_back({source->id, bytes + rows * kBytesPerRow});
  }
  const auto rows = static_cast<double>(estimate.rows);
  const double pairs = rows * kPairsPerRow * std::pow(rows / kUsualRows, kPairsGrowth);
  estimate.pairs = static_cast<std::uint64_t>(pairs);
  estimate.run_bytes = estimate.rows * kBytesPerRow;
  estimate.helper_bytes = kHelperBytes + estimate.rows * kHelperBytesPerRow;
  estimate.alone_ms = static_cast<std::uint64_t>(kTrainingMs + rows * kMsPerRow + pairs * kMsPerPair);
  estimate.shared_ms = static_cast<std::uint64_t>(pairs * kScoreMs);
  return estimate;
}

Result<bool> Session::start(const RunOptions& options) {
  State& s = *state_;
  s.reset_run();
  std::uint64_t rows = 0;
  for (const auto& source : s.sources) {
    s.run_sources.push_back(source.get());
    rows += source->recognition.data_rows.size();
  }
  if (rows == 0) {
    s.run_sources.clear();
    return fail(ErrorCode::NothingToMatch);
  }
  const auto list_of = [](const Source* source) -> const std::string& {
    return source->list.empty() ? source->name : source->list;
  };
  std::sort(s.run_sources.begin(), s.run_sources.end(), [&](const Source* a, const Source* b) {
    return std::tie(list_of(a), a->name, a->sha256) < std::tie(list_of(b), b->name, b->sha256);
  });
  s.options = options;
  s.builder = std::make_unique<prepare::CorpusBuilder>(options.year, options.executor);
  for (const Source* source : s.run_sources) {
    s.builder->add({&source->grid, &source->recognition, source->name, source->facts.duplicates_allowed, source->list});
  }
  s.enter(Stage::Prepare, rows);
  return true;
}

Progress Session::step(std::uint64_t units) {
  State& s = *state_;
  switch (s.progress.stage) {
  case Stage::Prepare:
    s.prepare(units);
    break;
  case Stage::Plan:
    s.plan();
    break;
  case Stage::Train:
    s.train();
    break;
  case Stage::Score:
    s.score(units);
    break;
  case Stage::Cluster:
    s.cluster();
    break;
  case Stage::Families:
    s.families();
    break;
  case Stage::Idle:
  case Stage::Finished:
    break;
  }
  return s.progress;
}

Progress Session::progress() const { return state_->progress; }
void Session::cancel() { state_->reset_run(); }

Result<bool> Session::recluster(review::Decisions decisions, const clustering::Thresholds& thresholds) {
  State& s = *state_;
  if (!s.progress.finished) {
    return fail(ErrorCode::NotRunYet);
  }
  s.options.decisions = std::move(decisions);
  s.options.thresholds = thresholds;
  s.outcome->thresholds = thresholds;
  s.outcome->decisions = find_decisions(s.scoring->corpus, s.options.decisions);
  s.enter(Stage::Cluster, 1);
  return true;
}

const Scoring& Session::scoring() const { return *state_->scoring; }
std::uint32_t Session::partitions() const { return static_cast<std::uint32_t>(state_->done.size()); }
bool Session::partition_done(std::uint32_t partition) const { return state_->done[partition]; }

void Session::put_scores(std::uint32_t partition, std::vector<matching::ScoredPair> pairs) {
  State& s = *state_;
  if (s.progress.stage != Stage::Score || s.done[partition]) {
    return; // a late answer after cancel, or one that was scored here meanwhile
  }
  s.scored[partition] = std::move(pairs);
  s.done[partition] = true;
  ++s.progress.done;
}

const Outcome* Session::outcome() const { return state_->progress.finished ? state_->outcome.get() : nullptr; }
const std::vector<const Source*>& Session::run_sources() const { return state_->run_sources; }

} // namespace padan::engine
