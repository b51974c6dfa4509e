// The run: estimate, steps, helpers.
#include <chrono>

#include "../json/summary_json.hpp"
#include "line_json.hpp"
#include "padan/codec/iso_date.hpp"
#include "padan/codec/model_file.hpp"
#include "padan/engine/details.hpp"
#include "state.hpp"

namespace padan::codec {
namespace {

using engine::Stage;

Result<Json> estimate(State& state, JsonReader&) {
  const engine::Estimate estimate = state.session.estimate();
  Json rules = Json::array();
  if (state.results != nullptr) {
    for (const blocking::Rule& rule : state.results->scoring().plan.rules) {
      rules.push_back({{"name", rule.name}, {"pairs", rule.count}, {"oversize", rule.refined}});
    }
  }
  Json lists = Json::array();
  for (const engine::Estimate::List& list : estimate.lists) {
    lists.push_back({{"source", list.source}, {"bytes", list.bytes}});
  }
  return Json{
      {"rows", estimate.rows},
      {"pairs", estimate.pairs},
      {"rules", std::move(rules)},
      {"lists", std::move(lists)},
      {"bytes", {{"lists", estimate.list_bytes}, {"run", estimate.run_bytes}, {"helper", estimate.helper_bytes}}},
      {"ms", {{"alone", estimate.alone_ms}, {"shared", estimate.shared_ms}}}};
}

Result<Json> start(State& state, JsonReader& read) {
  const std::string as_of = read.text("as_of").value_or(state.as_of);
  if (!as_of.empty() && !is_iso_date(as_of)) {
    read.refuse("as_of");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  state.drop_results();
  state.timings.clear();
  state.as_of = as_of;
  state.options.year = as_of.empty() ? engine::RunOptions{}.year : year_of(as_of);
  state.options.decisions = state.log.events().decisions();
  state.remember_applied();
  state.run_model = state.model;
  state.reclustered = false;
  const Result<bool> started = state.session.start(state.options);
  return started ? Result<Json>(Json::object()) : tl::unexpected<Error>(started.error());
}

Result<Json> load_model(State& state, JsonReader& read) {
  std::string text = to_text(read.object());
  Result<std::vector<model::Comparison>> comparisons = read_model(text);
  if (!comparisons) {
    return tl::unexpected<Error>(std::move(comparisons.error()));
  }
  state.options.saved_model = std::move(*comparisons);
  state.model = std::move(text);
  Json names = Json::array();
  for (const model::Comparison& comparison : state.options.saved_model) {
    names.push_back(comparison.name);
  }
  return Json{{"comparisons", std::move(names)}};
}

Result<Json> drop_model(State& state, JsonReader&) {
  state.options.saved_model.clear();
  state.model.clear();
  return Json::object();
}

Result<Json> save_model(State& state, JsonReader&) {
  state.bytes = write_model(state.results->scoring().model);
  return Json::object();
}

Json step_json(std::string_view stage, std::uint64_t done, std::uint64_t total, bool finished) {
  return {{"stage", stage}, {"done", done}, {"total", total}, {"finished", finished}};
}

// After the session has finished, one more step makes the result that the page looks at.
Json do_step(State& state, std::uint64_t units) {
  if (state.session.progress().stage == Stage::Finished) {
    if (state.results == nullptr) {
      state.results = std::make_unique<engine::Results>(state.session, result_options(state.settings, state.as_of));
    }
    return step_json("finished", 1, 1, true);
  }
  const engine::Progress progress = state.session.step(units);
  return progress.finished ? step_json("resolve", 0, 1, false)
                           : step_json(to_text(progress.stage), progress.done, progress.total, false);
}

Result<Json> step(State& state, JsonReader& read) {
  using Clock = std::chrono::steady_clock;
  const std::uint64_t units = read.number("units", UINT64_MAX).value_or(1);
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const Stage stage = state.session.progress().stage;
  if (stage == Stage::Idle) {
    return fail(ErrorCode::NotRunYet);
  }
  const Clock::time_point began = Clock::now();
  Json done = do_step(state, units == 0 ? 1 : units);
  const std::string_view name = stage == Stage::Finished ? "resolve" : to_text(stage);
  state.timings[std::string(name)] += std::chrono::duration<double, std::milli>(Clock::now() - began).count();
  return done;
}

// An engine of the page never gives memory back: what it has now is the most that it had.
std::uint64_t peak_bytes() {
#ifdef __wasm__
  return std::uint64_t{__builtin_wasm_memory_size(0)} << 16;
#else
  return 0; // of a process that is not ours to ask
#endif
}

Result<Json> cancel(State& state, JsonReader&) {
  state.drop_results();
  state.session.cancel();
  return Json::object();
}

bool is_scoring(const State& state) { return state.session.progress().stage == Stage::Score; }

// The `index` of a request, below what `count` says, while candidates wait to be scored.
template <class Count> Result<std::uint32_t> index_while_scoring(const State& state, JsonReader& read, Count count) {
  const std::uint32_t index = read.need("index");
  if (!is_scoring(state)) {
    return fail(ErrorCode::NotRunYet);
  }
  if (!read.ok() || index >= count()) {
    return fail(ErrorCode::RequestInvalid, {{"where", "index"}});
  }
  return index;
}

Result<Json> image(State& state, JsonReader&) {
  if (!is_scoring(state)) {
    return fail(ErrorCode::NotRunYet);
  }
  return Json{{"parts", engine::ScoringImage(state.session.scoring()).parts()}};
}

Result<Json> part(State& state, JsonReader& read) {
  const auto parts = [&] { return engine::ScoringImage(state.session.scoring()).parts(); };
  return index_while_scoring(state, read, parts).map([&](std::uint32_t index) {
    state.bytes = engine::ScoringImage(state.session.scoring()).part(index);
    return Json::object();
  });
}

Result<Json> put_part(State& state, JsonReader&) {
  state.helper.reset();
  if (!state.basis.put(std::exchange(state.taken, {}))) {
    return fail(ErrorCode::RequestInvalid, {{"where", "image"}});
  }
  return Json::object();
}

Result<Json> partition(State& state, JsonReader& read) {
  const auto partitions = [&] { return state.session.partitions(); };
  return index_while_scoring(state, read, partitions).map([&](std::uint32_t index) {
    const blocking::Plan& plan = state.session.scoring().plan;
    state.bytes = engine::write_candidates(plan.candidates(plan.partitions[index]));
    return Json::object();
  });
}

Result<Json> partitions(State& state, JsonReader&) {
  const std::uint32_t count = state.session.partitions();
  std::uint32_t done = 0;
  for (std::uint32_t partition = 0; partition < count; ++partition) {
    done += state.session.partition_done(partition) ? 1 : 0;
  }
  return Json{{"count", count}, {"done", done}};
}

Result<Json> load_image(State& state, JsonReader&) {
  Result<engine::Basis> basis = state.basis.finish();
  if (!basis) {
    return tl::unexpected<Error>(std::move(basis.error()));
  }
  state.helper = std::make_unique<Helper>(std::move(*basis));
  return Json::object();
}

Result<Json> score(State& state, JsonReader&) {
  if (state.helper == nullptr) {
    return fail(ErrorCode::RequestInvalid, {{"where", "image"}});
  }
  const auto pairs = engine::read_candidates(state.taken, state.helper->basis.corpus.rows());
  if (!pairs) {
    return tl::unexpected<Error>(pairs.error());
  }
  std::vector<matching::ScoredPair> scores;
  state.helper->scorer.score(*pairs, scores);
  state.bytes = engine::write_scores(scores);
  return Json::object();
}

Result<Json> put_scores(State& state, JsonReader& read) {
  const std::uint32_t partition = read.need("partition");
  if (!is_scoring(state)) {
    return Json::object(); // a late helper: the partition was scored here, or the run is gone
  }
  if (!read.ok() || partition >= state.session.partitions()) {
    return fail(ErrorCode::RequestInvalid, {{"where", "partition"}});
  }
  Result<std::vector<matching::ScoredPair>> scores =
      engine::read_scores(state.taken, state.session.scoring().corpus.rows());
  if (!scores) {
    return tl::unexpected<Error>(std::move(scores.error()));
  }
  state.session.put_scores(partition, std::move(*scores));
  return Json::object();
}

Result<Json> summary(State& state, JsonReader&) {
  const engine::Results& results = *state.results;
  RunFacts facts;
  facts.as_of = state.as_of;
  facts.peak_bytes = peak_bytes();
  facts.audit = review::audit_strata(state.log.events());
  for (const auto& [stage, ms] : state.timings) {
    facts.timings_ms.emplace_back(stage, static_cast<std::uint64_t>(ms));
  }
  Json json = summary_json(state.session, results, facts);
  const engine::Histogram histogram = engine::weight_histogram(results);
  json["histogram"] = {{"from", histogram.from},
                       {"step", histogram.step},
                       {"counts", histogram.counts},
                       {"review", results.outcome().thresholds.review},
                       {"accept", results.outcome().thresholds.accept}};
  json["patterns"] = Json::array();
  for (const engine::LevelPattern& pattern : engine::level_patterns(results)) {
    json["patterns"].push_back(
        {{"levels", levels_json(pattern.levels)}, {"pairs", pattern.pairs}, {"weight", pattern.weight}});
  }
  return json;
}

} // namespace

std::vector<NamedMethod> run_methods() {
  return {{"estimate", estimate},
          {"run.start", start},
          {"run.step", step},
          {"run.cancel", cancel},
          {"run.image", image},
          {"run.part", part},
          {"run.partitions", partitions},
          {"run.partition", partition},
          {"image.put", put_part},
          {"image.load", load_image},
          {"score", score},
          {"scores.put", put_scores},
          {"model", save_model, true},
          {"model.load", load_model},
          {"model.drop", drop_model},
          {"summary", summary, true}};
}

} // namespace padan::codec
