// The project: as JSON, as one file, and its frozen versions.
#include <algorithm>
#include <map>

#include "../settings/section.hpp"
#include "answers.hpp"
#include "padan/codec/box.hpp"
#include "padan/codec/model_file.hpp"
#include "padan/codec/project_file.hpp"

namespace padan::codec {
namespace {

Result<Json> project(State& state, JsonReader&) {
  return parse_json(write_project(state.session, settings_of(state), state.project));
}

Json report_json(const ProjectReport& report) {
  return {{"absent_files", report.absent_files}, {"absent_columns", report.absent_columns}};
}

Result<Json> load_project(State& state, JsonReader& read) {
  const std::string text = to_text(read.object());
  RunSettings settings = settings_of(state);
  state.drop_results();
  Result<ProjectReport> report = apply_project(text, state.session, settings);
  if (!report) {
    return tl::unexpected<Error>(std::move(report.error()));
  }
  take_settings(state, settings);
  state.project = text;
  return report_json(*report);
}

// 28 random bytes come with the call when it is to be locked.
Result<Json> pack(State& state, JsonReader& read) {
  const std::string passphrase = read.text("passphrase").value_or("");
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const ProjectFile file{write_project(state.session, settings_of(state), state.project), state.log.text(), state.model,
                         state.versions};
  Result<std::string> bytes = pack_project(file);
  if (bytes && !passphrase.empty()) {
    bytes = seal_box(*bytes, passphrase, state.taken);
  }
  if (!bytes) {
    return tl::unexpected<Error>(std::move(bytes.error()));
  }
  state.bytes = std::move(*bytes);
  return Json::object();
}

struct Opened {
  ProjectFile file;
  DecisionLog log;
  std::vector<model::Comparison> comparisons;
};

// Everything is looked at before anything changes.
Result<Opened> open_project(std::string_view bytes, const std::string& passphrase, const engine::Session& session) {
  std::string plain;
  if (is_box(bytes)) {
    if (passphrase.empty()) {
      return fail(ErrorCode::FileEncrypted);
    }
    Result<std::string> opened = open_box(bytes, passphrase);
    if (!opened) {
      return tl::unexpected<Error>(std::move(opened.error()));
    }
    plain = std::move(*opened);
    bytes = plain;
  }
  Result<ProjectFile> file = unpack_project(bytes);
  if (!file) {
    return tl::unexpected<Error>(std::move(file.error()));
  }
  if (const auto hints = ProjectHints::read(file->project); !hints) {
    return tl::unexpected<Error>(hints.error());
  }
  Result<DecisionLog> log = DecisionLog::read(file->decisions);
  if (!log) {
    return tl::unexpected<Error>(std::move(log.error()));
  }
  if (const Result<bool> ours = check_lists(log->events(), session); !ours) {
    return tl::unexpected<Error>(ours.error());
  }
  Opened opened{std::move(*file), std::move(*log), {}};
  if (!opened.file.model.empty()) {
    Result<std::vector<model::Comparison>> comparisons = read_model(opened.file.model);
    if (!comparisons) {
      return tl::unexpected<Error>(std::move(comparisons.error()));
    }
    opened.comparisons = std::move(*comparisons);
  }
  return opened;
}

Result<Json> unpack(State& state, JsonReader& read) {
  const std::string passphrase = read.text("passphrase").value_or("");
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  Result<Opened> opened = open_project(state.taken, passphrase, state.session);
  if (!opened) {
    return tl::unexpected<Error>(std::move(opened.error()));
  }
  RunSettings settings = settings_of(state);
  state.drop_results();
  const Result<ProjectReport> report = apply_project(opened->file.project, state.session, settings);
  if (!report) {
    return tl::unexpected<Error>(report.error());
  }
  take_settings(state, settings);
  state.project = std::move(opened->file.project);
  state.log = std::move(opened->log);
  state.versions = std::move(opened->file.versions);
  state.options.saved_model = std::move(opened->comparisons);
  state.model = std::move(opened->file.model);
  Json json = report_json(*report);
  json["comparisons"] = state.options.saved_model.size();
  json["decisions"] = state.log.events().events().size();
  json["versions"] = state.versions.size();
  return json;
}

/// The files that the project names, and whether those at hand are the same.
Result<Json> wanted_files(State& state, JsonReader&) {
  std::map<std::string, std::string> at_hand;
  for (const auto& source : state.session.sources()) {
    at_hand.emplace(source->file, source->sha256);
  }
  const Json project = parse_json(state.project.empty() ? "{}" : state.project);
  std::map<std::string, Json> wanted;
  for (const Json& source : project.value("sources", Json::array())) {
    const std::string file = source.is_object() ? source.value("file", "") : "";
    if (file.empty()) {
      continue;
    }
    const std::string sha256 = source.value("sha256", "");
    const auto found = at_hand.find(file);
    const bool same = found != at_hand.end() && (sha256.empty() || found->second == sha256);
    const std::string_view is = found == at_hand.end() ? "absent" : same ? "same" : "changed";
    wanted[file] = {{"file", file}, {"sha256", sha256}, {"state", is}};
  }
  Json list = Json::array();
  for (auto& [file, json] : wanted) {
    list.push_back(std::move(json));
  }
  return list;
}

Json version_json(const FrozenVersion& version) {
  const Json figures = parse_json(version.file(kFigures));
  Json json = {{"name", version.name}, {"year", version.year},         {"at", version.at},
               {"by", version.by},     {"capacity", version.capacity}, {"seal", version.seal}};
  json["as_of"] = figures.is_object() ? figures.value("as_of", "") : "";
  json["counts"] = figures.is_object() ? figures.value("counts", Json::object()) : Json::object();
  return json;
}

Result<Json> all_versions(State& state, JsonReader&) {
  Json list = Json::array();
  for (const FrozenVersion& version : state.versions) {
    list.push_back(version_json(version));
  }
  return list;
}

// Keeps the result that seal.step has just sealed.
Result<Json> freeze(State& state, JsonReader& read) {
  FrozenVersion version;
  version.name = read.text("name").value_or("");
  version.year = read.text("year").value_or("");
  version.at = read.text("at").value_or("");
  version.by = read.text("by").value_or("");
  version.capacity = read.text("capacity").value_or("");
  for (const auto& [key, text] : {std::pair("name", &version.name), std::pair("at", &version.at)}) {
    if (text->empty()) {
      read.refuse(key);
    }
  }
  if (state.sealing == nullptr || !state.sealing->finished()) {
    read.refuse("seal");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  version.seal = state.sealing->seal().code();
  version.files = state.sealed;
  state.versions.push_back(std::move(version));
  return Json{{"version", state.versions.size() - 1}};
}

const FrozenVersion* need_version(const State& state, JsonReader& read, std::string_view key) {
  const std::uint32_t index = read.need(key);
  if (index >= state.versions.size()) {
    read.refuse(key);
    return nullptr;
  }
  return &state.versions[index];
}

// Who decided what when the version was sealed.
Json authority_of(const FrozenVersion& version, std::string_view as_of) {
  Settings settings;
  const Result<bool> read = update_settings(version.file(kProject), settings);
  return read ? authority_in_force(settings.authority, as_of) : Json::array();
}

Result<Json> version_figures(State& state, JsonReader& read) {
  const FrozenVersion* version = need_version(state, read, "version");
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  Json json = version_json(*version);
  json["figures"] = parse_json(version->file(kFigures));
  json["authority"] = authority_of(*version, json["as_of"].get<std::string>());
  const Json summary = parse_json(version->file(kSummary));
  json["inputs"] = summary.value("inputs", Json::array());
  json["outputs"] = summary.value("outputs", Json::array());
  return json;
}

/// A file of the sealed result but for the tables, in bytes(); nothing when it has none of that name.
Result<Json> version_file(State& state, JsonReader& read) {
  const FrozenVersion* version = need_version(state, read, "version");
  const std::string name = read.text("name").value_or("");
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  state.bytes = std::string(version->file(name));
  return Json::object();
}

Result<Json> drop_version(State& state, JsonReader& read) {
  const FrozenVersion* version = need_version(state, read, "version");
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  state.versions.erase(state.versions.begin() + (version - state.versions.data()));
  return Json::object();
}

} // namespace

RunSettings settings_of(const State& state) {
  return {state.options.thresholds, state.as_of, state.options.learn_from_decisions, state.settings};
}

void take_settings(State& state, const RunSettings& settings) {
  state.options.thresholds = settings.thresholds;
  state.options.learn_from_decisions = settings.learn_from_decisions;
  state.as_of = settings.as_of;
  state.settings = settings.sections;
  state.actions.reset();
  state.session.join_lists();
  state.returns.clear(); // they were set against the batches of another project
  state.intake = {};
}

std::vector<NamedMethod> project_methods() {
  return {{"project", project},           {"project.load", load_project},        {"project.pack", pack},
          {"project.unpack", unpack},     {"project.files", wanted_files},       {"versions", all_versions},
          {"versions.freeze", freeze},    {"versions.figures", version_figures}, {"versions.file", version_file},
          {"versions.drop", drop_version}};
}

} // namespace padan::codec
