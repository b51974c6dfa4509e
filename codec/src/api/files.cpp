// Files and sources.
#include <algorithm>
#include <utility>

#include "../profile_rows.hpp"
#include "padan/codec/iso_date.hpp"
#include "padan/codec/profile_workbook.hpp"
#include "padan/codec/project.hpp"
#include "source_json.hpp"
#include "state.hpp"

namespace padan::codec {
namespace {

using engine::Source;

constexpr std::uint32_t kMostPreviewRows = 2000;

const Source* need_source(State& state, JsonReader& read) {
  const Source* source = state.session.source(read.need("source"));
  if (source == nullptr) {
    read.refuse("source");
  }
  return source;
}

// A project that was loaded before its files came applies to each when it comes. A list on which its mapping no longer fits
// stays as it was recognised: the page shows it, and the officer corrects it there.
void follow_project(State& state, const std::string& file) {
  if (!state.project.empty()) {
    RunSettings settings{state.options.thresholds, state.as_of};
    (void)apply_project(state.project, state.session, settings, file);
  }
}

// What the page remembers. It may be older than this build: what is not understood is left out.
ingest::Readings readings_of(JsonReader& read) {
  ingest::Readings readings;
  const Json* list = read.member("readings");
  for (const Json& entry : list != nullptr && list->is_array() ? *list : Json::array()) {
    const Json mapping = entry.is_object() ? entry.value("mapping", Json()) : Json();
    JsonReader fields(entry);
    ingest::Reading reading{fields.text("shape").value_or(""), {}, fields.text("layout").value_or("")};
    bool known = fields.ok() && mapping.is_object();
    for (const auto& [header, field] : mapping.items()) {
      known = known && field.is_string() && table::parse_field(field.get<std::string>());
      reading.mapping.emplace_back(header, known ? field.get<std::string>() : "");
    }
    if (known) {
      readings.push_back(std::move(reading));
    }
  }
  return readings;
}

// What was fed, understood as far as its own bytes go.
Result<ReadFile> finish_reading(State& state, JsonReader& read, std::string_view method) {
  const std::vector<std::string> passwords = read.texts("passwords");
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  if (!state.reader) {
    return fail(ErrorCode::RequestInvalid, {{"where", std::string(method)}});
  }
  FileReader reader = std::move(*state.reader);
  state.reader.reset();
  state.input = {};
  if (state.read_fault) {
    return tl::unexpected<Error>(*state.read_fault);
  }
  return reader.finish(passwords);
}

Result<Json> close_file(State& state, JsonReader& read) {
  const std::string name = state.reader ? state.reader->name() : "";
  Result<ReadFile> file = finish_reading(state, read, "file.close");
  if (!file) {
    return tl::unexpected<Error>(std::move(file.error()));
  }
  state.drop_results();
  const auto hints = ProjectHints::read(state.project.empty() ? "{}" : state.project);
  ingest::Readings readings = hints ? hints->readings() : ingest::Readings{};
  const ingest::Readings remembered = readings_of(read);
  readings.insert(readings.end(), remembered.begin(), remembered.end());
  const auto ids = state.session.add_file(name, std::move(file->grids), std::move(file->sha256),
                                          hints ? hints->of_file(name) : engine::Session::HintsFor{}, readings);
  if (!ids) {
    return tl::unexpected<Error>(ids.error());
  }
  follow_project(state, name);
  state.session.join_lists();
  Json sources = Json::array();
  for (const std::uint32_t id : *ids) {
    sources.push_back(source_json(*state.session.source(id), state.options.year));
  }
  return Json{{"sources", std::move(sources)}};
}

// The other half of a helper's work: see take_file.
Result<Json> file_image(State& state, JsonReader& read) {
  state.leaving.reset();
  const std::string name = state.reader ? state.reader->name() : "";
  Result<engine::Session::Sources> sources = finish_reading(state, read, "file.image").and_then([&](ReadFile&& file) {
    return engine::Session::understand(name, std::move(file.grids), file.sha256, {}, readings_of(read));
  });
  if (!sources) {
    return tl::unexpected<Error>(std::move(sources.error()));
  }
  std::vector<engine::Sheet> sheets;
  for (const auto& source : *sources) {
    engine::SourceProfile profile = engine::profile_source(*source, state.options.year);
    sheets.push_back({std::move(*source), std::move(profile)});
  }
  state.leaving.emplace(std::move(sheets));
  return Json{{"parts", state.leaving->parts()}};
}

Result<Json> file_part(State& state, JsonReader& read) {
  const std::uint32_t index = read.need("index");
  if (!read.ok() || !state.leaving || index >= state.leaving->parts()) {
    return fail(ErrorCode::RequestInvalid, {{"where", "index"}});
  }
  state.bytes = state.leaving->take(index);
  return Json::object();
}

Result<Json> put_part(State& state, JsonReader&) {
  if (!state.taker.put(state.taken)) {
    return fail(ErrorCode::RequestInvalid, {{"where", "file.put"}});
  }
  return Json::object();
}

Result<Json> take_file(State& state, JsonReader&) {
  Result<std::vector<engine::Sheet>> sheets = state.taker.finish();
  if (!sheets || sheets->empty() || !state.project.empty()) { // a helper knows nothing of a project's hints
    return fail(ErrorCode::RequestInvalid, {{"where", "file.take"}});
  }
  state.drop_results();
  state.session.drop_file(sheets->front().source.file);
  engine::Session::Sources sources;
  for (engine::Sheet& sheet : *sheets) {
    sources.push_back(std::make_unique<Source>(std::move(sheet.source)));
  }
  const std::vector<std::uint32_t> ids = state.session.add(std::move(sources));
  state.session.join_lists();
  Json list = Json::array();
  for (std::size_t i = 0; i < ids.size(); ++i) {
    list.push_back(source_json(*state.session.source(ids[i]), (*sheets)[i].profile));
  }
  return Json{{"sources", std::move(list)}};
}

std::string_view state_of(const ingest::Recognition& recognition, std::uint32_t row) {
  const auto& skipped = recognition.skipped;
  const auto found =
      std::lower_bound(skipped.begin(), skipped.end(), row,
                       [](const ingest::SkippedRow& entry, std::uint32_t at) { return entry.grid_row < at; });
  return found != skipped.end() && found->grid_row == row ? to_text(found->why) : "data";
}

Json rows_json(const Source& source, std::uint32_t from, std::uint32_t to) {
  const table::Grid& grid = source.grid;
  Json rows = Json::array();
  for (std::uint32_t row = from; row < std::min(to, grid.rows()); ++row) {
    Json cells = Json::array();
    for (std::uint32_t column = 0; column < grid.width(); ++column) {
      cells.push_back(grid.cell(row, column));
    }
    rows.push_back(
        {{"line", grid.lines[row]}, {"cells", std::move(cells)}, {"state", state_of(source.recognition, row)}});
  }
  return rows;
}

// The piece that comes next; in the end the list as far as it is known, or nothing where a file has no head.
Json head_json(State& state) {
  if (const auto piece = state.head->wanted()) {
    return {{"from", piece->from}, {"to", piece->to}};
  }
  const auto hints = ProjectHints::read(state.project.empty() ? "{}" : state.project);
  const auto sources = engine::Session::understand(
      state.head_file, state.head->rows(), "", hints ? hints->of_file(state.head_file) : engine::Session::HintsFor{});
  state.head.reset();
  if (!sources || sources->empty()) {
    return Json::object();
  }
  const Source& source = *sources->front();
  return {{"source", source_json(source, state.options.year)}, {"rows", rows_json(source, 0, FileHead::kRows)}};
}

Result<Json> open_head(State& state, JsonReader& read) {
  state.head_file = read.text("file").value_or("");
  const auto size = read.number("size", std::uint64_t{1} << 53);
  if (!read.ok() || !size) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  state.head.emplace(*size);
  return head_json(state);
}

Result<Json> put_head(State& state, JsonReader&) {
  if (!state.head) {
    return fail(ErrorCode::RequestInvalid, {{"where", "head.put"}});
  }
  state.head->put(state.taken);
  return head_json(state);
}

Result<Json> drop_file(State& state, JsonReader& read) {
  const std::string file = read.text("file").value_or("");
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  state.drop_results();
  state.session.drop_file(file);
  state.session.join_lists();
  return Json::object();
}

Result<Json> all_lists(State& state, JsonReader&) {
  Json json = Json::array();
  for (const auto& source : state.session.sources()) {
    Json& item = json.emplace_back(joined_json(*source));
    item["source"] = source->id;
  }
  return json;
}

Result<Json> all_sources(State& state, JsonReader&) {
  Json json = Json::array();
  for (const auto& source : state.session.sources()) {
    json.push_back(source_json(*source, state.options.year));
  }
  return json;
}

Result<Json> preview(State& state, JsonReader& read) {
  const Source* source = need_source(state, read);
  const std::uint32_t from = read.need("from");
  const std::uint32_t to = read.need("to");
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const std::uint32_t end = std::min(to, from > UINT32_MAX - kMostPreviewRows ? from : from + kMostPreviewRows);
  return Json{{"rows", rows_json(*source, from, end)}, {"total", source->grid.rows()}};
}

struct Correction {
  ingest::Hints hints;
  std::vector<std::string> order;
  bool any = false;
};

Correction read_correction(const Source& source, JsonReader& read) {
  Correction correction{source.hints, {}, false};
  if (const auto line = read.number32("header_line")) {
    correction.any = true;
    correction.hints.header_row = line;
    correction.hints.mapping.reset(); // it spoke of other headers
  }
  const Json* mapping = read.member("mapping");
  if (mapping != nullptr && !mapping->is_object()) {
    read.refuse("mapping");
  } else if (mapping != nullptr) {
    correction.any = true;
    correction.hints.mapping.emplace();
    for (const auto& [header, field] : mapping->items()) {
      if (!field.is_string() || !table::parse_field(field.get<std::string>())) {
        read.refuse("mapping." + header);
        break;
      }
      (*correction.hints.mapping)[header] = field.get<std::string>();
      correction.order.push_back(header);
    }
  }
  return correction;
}

engine::SourceFacts read_facts(const Source& source, JsonReader& read) {
  engine::SourceFacts facts = source.facts;
  if (std::optional<std::string> layout = read.text("layout"); layout && *layout != source.recognition.layout) {
    engine::choose_layout(facts, std::move(*layout));
  }
  facts.owner = read.text("owner").value_or(facts.owner);
  facts.kind = read.text("kind").value_or(facts.kind);
  facts.level = read.text("level").value_or(facts.level);
  facts.list = read.text("list").value_or(facts.list);
  facts.fiscal_year = read.text("fiscal_year").value_or(facts.fiscal_year);
  facts.duplicates_allowed = read.flag("duplicates").value_or(facts.duplicates_allowed);
  for (const auto& [key, member] : {std::pair("data_date", &engine::SourceFacts::data_date),
                                    std::pair("valid_from", &engine::SourceFacts::valid_from),
                                    std::pair("valid_until", &engine::SourceFacts::valid_until)}) {
    if (const auto value = read.text(key)) {
      if (!value->empty() && !is_iso_date(*value)) {
        read.refuse(key);
      }
      facts.*member = *value;
    }
  }
  return facts;
}

Result<Json> set_source(State& state, JsonReader& read) {
  const Source* source = need_source(state, read);
  if (source == nullptr) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  Correction correction = read_correction(*source, read);
  engine::SourceFacts facts = read_facts(*source, read);
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  state.drop_results();
  Result<bool> done = true;
  if (correction.any) {
    done = state.session.correct(source->id, std::move(correction.hints), correction.order);
  }
  if (done) {
    done = state.session.set_facts(source->id, std::move(facts));
  }
  if (!done) {
    return tl::unexpected<Error>(done.error());
  }
  state.session.join_lists();
  return source_json(*source, state.options.year);
}

ProfileLanguage read_language(JsonReader& read) {
  const std::string language = read.text("language").value_or("id");
  if (language != "id" && language != "en") {
    read.refuse("language");
  }
  return language == "en" ? ProfileLanguage::English : ProfileLanguage::Indonesian;
}

// Kept until the sources change: the doors of a card ask again and again.
const engine::ListProfile& profile_of(State& state, const Source& source) {
  if (!state.profile || state.profile->source != source.id) {
    state.profile.emplace(State::OpenProfile{source.id, engine::profile_list(source, state.options.year)});
  }
  return state.profile->list;
}

Json profiling_json(const State& state) {
  if (!state.profiling) {
    return {{"done", 1}, {"total", 1}, {"finished", true}};
  }
  const engine::Profiler& profiler = state.profiling->profiler;
  return {{"done", profiler.done()}, {"total", profiler.total()}, {"finished", false}};
}

Result<Json> start_profile(State& state, JsonReader& read) {
  const Source* source = need_source(state, read);
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const bool there = state.profile && state.profile->source == source->id;
  const bool begun = state.profiling && state.profiling->source == source->id; // a card that was drawn anew goes on
  if (there) {
    state.profiling.reset();
  } else if (!begun) {
    state.profiling.emplace(State::Profiling{source->id, engine::Profiler(*source, state.options.year)});
  }
  return profiling_json(state);
}

Result<Json> step_profile(State& state, JsonReader& read) {
  const std::uint32_t units = read.need("units");
  if (!read.ok() || (!state.profiling && !state.profile)) {
    return fail(ErrorCode::RequestInvalid, {{"where", "profile.step"}});
  }
  // A card that was drawn anew meanwhile may have gone to the end.
  if (state.profiling && state.profiling->profiler.step(units)) {
    state.profile.emplace(State::OpenProfile{state.profiling->source, state.profiling->profiler.take()});
    state.profiling.reset();
  }
  return profiling_json(state);
}

Result<Json> cancel_profile(State& state, JsonReader&) {
  state.profiling.reset();
  return Json::object();
}

Result<Json> list_profile(State& state, JsonReader& read) {
  const Source* source = need_source(state, read);
  const ProfileLanguage language = read_language(read);
  const bool masked = read.flag("mask").value_or(false);
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  return profile_json(*source, profile_of(state, *source), language, masked);
}

Result<Json> remark_rows(State& state, JsonReader& read) {
  const Source* source = need_source(state, read);
  const std::uint32_t remark = read.need("remark");
  const std::uint32_t from = read.need("from");
  const std::uint32_t to = read.need("to");
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  const engine::ListProfile& profile = profile_of(state, *source);
  if (remark >= profile.remarks.size()) {
    return fail(ErrorCode::RequestInvalid, {{"where", "remark"}});
  }
  const std::uint32_t end = std::min(to, from > UINT32_MAX - kMostPreviewRows ? from : from + kMostPreviewRows);
  return remark_rows_json(*source, profile.remarks[remark], from, end);
}

Result<Json> profile_workbook(State& state, JsonReader& read) {
  const Source* source = need_source(state, read);
  ProfileWorkbookOptions options;
  options.language = read_language(read);
  options.masked = read.flag("mask").value_or(false);
  options.as_of = read.text("as_of").value_or("");
  if (!options.as_of.empty() && !is_iso_date(options.as_of)) {
    read.refuse("as_of");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  Result<std::string> bytes = write_profile_workbook(*source, profile_of(state, *source), options);
  if (!bytes) {
    return tl::unexpected<Error>(std::move(bytes.error()));
  }
  state.bytes = std::move(*bytes);
  return Json{{"name", profile_workbook_name(*source, options.language)}};
}

Result<Json> forget_reading(State& state, JsonReader& read) {
  const Source* source = need_source(state, read);
  if (source == nullptr) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  state.drop_results();
  state.session.forget(source->id);
  state.session.join_lists();
  return source_json(*source, state.options.year);
}

Result<Json> make_sample(State& state, JsonReader& read) {
  constexpr std::uint32_t kMostPeople = 5'000'000;
  synth::Options options;
  options.people = read.need("people");
  options.seed = read.number("seed", UINT64_MAX).value_or(options.seed);
  const std::string errors = read.text("errors").value_or("medium");
  options.errors = errors == "light"   ? synth::Errors::Light
                   : errors == "heavy" ? synth::Errors::Heavy
                                       : synth::Errors::Medium;
  if (options.people == 0 || options.people > kMostPeople) {
    read.refuse("people");
  }
  if (errors != "light" && errors != "medium" && errors != "heavy") {
    read.refuse("errors");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  state.sample.clear();
  Json files = Json::array();
  synth::generate(options, [&](synth::File&& file) {
    if (file.name.find('/') == std::string::npos) { // the truth stays behind
      files.push_back({{"name", file.name}, {"size", file.bytes.size()}});
      state.sample.push_back(std::move(file));
    }
  });
  return Json{{"files", std::move(files)}};
}

Result<Json> sample_file(State& state, JsonReader& read) {
  const std::uint32_t index = read.need("index");
  if (!read.ok() || index >= state.sample.size()) {
    return fail(ErrorCode::RequestInvalid, {{"where", "index"}});
  }
  state.bytes = state.sample[index].bytes;
  return Json::object();
}

} // namespace

std::vector<NamedMethod> file_methods() {
  return {{"file.close", close_file},
          {"file.image", file_image},
          {"file.part", file_part},
          {"head.open", open_head},
          {"head.put", put_head},
          {"file.put", put_part},
          {"file.take", take_file},
          {"file.drop", drop_file},
          {"sources", all_sources},
          {"lists", all_lists},
          {"source.preview", preview},
          {"source.set", set_source},
          {"source.forget", forget_reading},
          {"profile.start", start_profile},
          {"profile.step", step_profile},
          {"profile.cancel", cancel_profile},
          {"source.profile", list_profile},
          {"source.remark", remark_rows},
          {"source.workbook", profile_workbook},
          {"sample", make_sample},
          {"sample.file", sample_file}};
}

} // namespace padan::codec
