// The seal of a result, and whether files still give the result that was sealed.
#include <algorithm>

#include "../json/figures_json.hpp"
#include "../json/summary_json.hpp"
#include "answers.hpp"
#include "padan/codec/model_file.hpp"
#include "planning.hpp"

namespace padan::codec {
namespace {

Json files_json(const std::vector<HashedFile>& files) {
  Json json = Json::array();
  for (const HashedFile& file : files) {
    json.push_back({{"name", file.name}, {"sha256", file.sha256}});
  }
  return json;
}

act::FieldworkFigures fieldwork_of(const State& state) {
  return act::fieldwork_figures(state.settings.fieldwork, state.log.events());
}

bool follows_all(State& state) {
  const clustering::Thresholds& used = state.results->outcome().thresholds;
  const clustering::Thresholds& wanted = state.options.thresholds;
  return pending(state) == 0 && used.accept == wanted.accept && used.review == wanted.review &&
         !(state.reclustered &&
           state.options.learn_from_decisions); // a run from the beginning would learn something else
}

// Of a result that a run from the beginning would give again, and of no other.
Result<Json> start(State& state, JsonReader&) {
  if (!follows_all(state)) {
    return fail(ErrorCode::SealPending);
  }
  SealedRecipe recipe;
  recipe.project = write_project(state.session, settings_of(state), state.project);
  recipe.decisions = state.log.text();
  recipe.model = state.run_model;
  RunFacts facts;
  facts.as_of = state.as_of;
  facts.audit = review::audit_strata(state.log.events());
  state.sealed.clear();
  state.sealing = std::make_unique<Sealing>(state.session, *state.results, fieldwork_of(state), std::move(recipe),
                                            std::move(facts), planned_of(state));
  return Json{{"parts", state.sealing->total()}};
}

Result<Json> step(State& state, JsonReader&) {
  if (state.sealing == nullptr) {
    return fail(ErrorCode::RequestInvalid, {{"where", "seal.step"}});
  }
  std::optional<Sealing::Part> part = state.sealing->next();
  Json json = {{"done", state.sealing->done()}, {"total", state.sealing->total()}, {"finished", !part.has_value()}};
  if (part) {
    json["file"] = part->file;
    if (state.sealing->past_tables()) {
      state.sealed.push_back({part->file, part->bytes});
    }
    state.bytes = std::move(part->bytes);
    return json;
  }
  const Seal& seal = state.sealing->seal();
  json["seal"] = seal.code();
  json["inputs"] = files_json(seal.inputs);
  json["outputs"] = files_json(seal.outputs);
  return json;
}

Result<Json> figures(State& state, JsonReader&) {
  return figures_json(state.session, *state.results, fieldwork_of(state), state.as_of);
}

Result<Json> start_hash(State& state, JsonReader&) {
  state.hash = {};
  return Json::object();
}

Result<Json> put_hash(State& state, JsonReader&) {
  state.hash.feed(state.taken);
  return Json::object();
}

Result<Json> finish_hash(State& state, JsonReader&) {
  Json json = {{"sha256", state.hash.hex()}};
  state.hash = {};
  return json;
}

std::vector<HashedFile> read_files(JsonReader& read, std::string_view key) {
  std::vector<HashedFile> files;
  const Json* list = read.member(key);
  for (const Json& item : list != nullptr && list->is_array() ? *list : Json::array()) {
    JsonReader file(item, std::string(key));
    files.push_back({file.text("name").value_or(""), file.text("sha256").value_or("")});
    if (!file.ok()) {
      read.refuse(key);
    }
  }
  return files;
}

// An engine that checks follows what was sealed and nothing else.
Result<bool> follow(State& state, const std::string& project, const std::string& decisions, const std::string& model) {
  RunSettings settings;
  if (const auto report = apply_project(project, state.session, settings); !report) {
    return tl::unexpected<Error>(report.error());
  }
  take_settings(state, settings);
  state.project = project;
  Result<DecisionLog> log = DecisionLog::read(decisions);
  if (!log) {
    return tl::unexpected<Error>(std::move(log.error()));
  }
  state.log = std::move(*log);
  if (model.empty()) {
    return true;
  }
  Result<std::vector<model::Comparison>> comparisons = read_model(model);
  if (!comparisons) {
    return tl::unexpected<Error>(std::move(comparisons.error()));
  }
  state.options.saved_model = std::move(*comparisons);
  state.model = model;
  return true;
}

Json checks_json(const std::vector<FileCheck>& checks) {
  Json json = Json::array();
  for (const FileCheck& check : checks) {
    json.push_back({{"name", check.name}, {"given", check.given}, {"state", to_text(check.state)}});
  }
  return json;
}

Result<Json> open(State& state, JsonReader& read) {
  const std::string summary = read.text("summary").value_or("");
  const std::string project = read.text("project").value_or("{}");
  const std::string decisions = read.text("decisions").value_or("");
  const std::string model = read.text("model").value_or("");
  const std::vector<HashedFile> given = read_files(read, "given");
  std::vector<HashedFile> folder = read_files(read, "folder");
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const Result<ReadSeal> sealed = read_seal(summary);
  if (!sealed) {
    return tl::unexpected<Error>(sealed.error());
  }
  if (!state.session.sources().empty()) {
    return fail(ErrorCode::RequestInvalid, {{"where", "sources"}}); // an engine of its own checks
  }
  if (const Result<bool> followed = follow(state, project, decisions, model); !followed) {
    return tl::unexpected<Error>(followed.error());
  }
  State::Checking& checking = state.checking.emplace();
  checking.sealed = sealed->seal;
  checking.folder = std::move(folder);
  Verification& verification = checking.verification;
  verification.seal = sealed->seal.code();
  verification.summary_whole = sealed->stated == verification.seal;
  verification.inputs = check_files(sealed->seal.inputs, given);
  return Json{{"seal", verification.seal},
              {"summary_whole", verification.summary_whole},
              {"as_of", state.as_of},
              {"inputs", checks_json(verification.inputs)}};
}

std::string hash_in(const std::vector<HashedFile>& files, std::string_view name) {
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const HashedFile& file) { return file.name == name; });
  return found == files.end() ? std::string() : found->sha256;
}

bool is_worked_out(std::string_view name) {
  const std::vector<engine::TableKind> tables = sealed_tables(true);
  return name == kFigures ||
         std::any_of(tables.begin(), tables.end(), [&](auto kind) { return table_file(kind) == name; });
}

// What was sealed and is worked out again, but lies in no folder: its hash alone speaks for it.
void add_unseen(const State::Checking& checking, const Seal& now, std::vector<HashedFile>& folder) {
  for (const HashedFile& file : checking.sealed.outputs) {
    if ((is_worked_out(file.name) || file.name == kGuide) && hash_in(folder, file.name).empty() &&
        hash_in(now.outputs, file.name) == file.sha256) {
      folder.push_back(file);
    }
  }
}

/// After seal.step has finished: names of the files that differ from what is worked out now and can be compared row by row.
Result<Json> tables(State& state, JsonReader&) {
  if (!state.checking || state.sealing == nullptr || !state.sealing->finished()) {
    return fail(ErrorCode::RequestInvalid, {{"where", "verify.tables"}});
  }
  State::Checking& checking = *state.checking;
  const Seal& now = state.sealing->seal();
  checking.verification.computed = true;
  checking.verification.tables.clear();
  Json wanted = Json::array();
  for (const HashedFile& file : now.outputs) {
    if (!is_worked_out(file.name) || hash_in(checking.sealed.outputs, file.name).empty()) {
      continue;
    }
    const std::string lying = hash_in(checking.folder, file.name);
    TableCheck& check = checking.verification.tables.emplace_back();
    check.name = file.name;
    if (!lying.empty() && lying != file.sha256) {
      wanted.push_back(file.name);
    } else if (lying.empty() && file.sha256 != hash_in(checking.sealed.outputs, file.name)) {
      check.differences.headers_differ = true; // that it differs is all that is known
    }
  }
  return Json{{"compare", std::move(wanted)}};
}

Result<Json> table(State& state, JsonReader& read) {
  const std::string name = read.text("name").value_or("");
  if (!read.ok() || !state.checking || state.results == nullptr || !is_worked_out(name)) {
    return fail(ErrorCode::RequestInvalid, {{"where", "name"}});
  }
  table::Differences found;
  if (name == kFigures) {
    found =
        compare_figures(state.taken, write_figures(state.session, *state.results, fieldwork_of(state), state.as_of));
  }
  const engine::Planned planned = planned_of(state);
  for (const engine::TableKind kind : sealed_tables(planned.actions != nullptr)) {
    if (table_file(kind) == name) {
      const TableExport again(*state.results, {.kind = kind, .byte_order_mark = false, .planned = planned});
      std::string now;
      for (std::uint32_t part = 0; part < again.parts(); ++part) {
        now += again.part(part).value_or(std::string());
      }
      found = compare_tables(kind, state.taken, now);
    }
  }
  for (TableCheck& check : state.checking->verification.tables) {
    if (check.name == name) {
      check.differences = std::move(found);
    }
  }
  return Json::object();
}

Result<Json> finish(State& state, JsonReader&) {
  if (!state.checking) {
    return fail(ErrorCode::RequestInvalid, {{"where", "verify.finish"}});
  }
  State::Checking& checking = *state.checking;
  std::vector<HashedFile> folder = checking.folder;
  if (state.sealing != nullptr) {
    add_unseen(checking, state.sealing->seal(), folder);
  }
  // What lies in the folder beside the sealed files (the summary itself) is no part of it.
  folder.erase(
      std::remove_if(folder.begin(), folder.end(),
                     [&](const HashedFile& file) { return hash_in(checking.sealed.outputs, file.name).empty(); }),
      folder.end());
  checking.verification.outputs = check_files(checking.sealed.outputs, folder);
  return parse_json(write_verification(checking.verification));
}

} // namespace

std::vector<NamedMethod> seal_methods() {
  return {{"seal.start", start, true}, {"seal.step", step, true},       {"figures", figures, true},
          {"hash.start", start_hash},  {"hash.put", put_hash},          {"hash.finish", finish_hash},
          {"verify.open", open},       {"verify.tables", tables, true}, {"verify.table", table, true},
          {"verify.finish", finish}};
}

} // namespace padan::codec
