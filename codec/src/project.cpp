#include "padan/codec/project.hpp"

#include <algorithm>

#include "padan/codec/iso_date.hpp"
#include "padan/codec/version.hpp"
#include "settings/section.hpp"
#include "json/json.hpp"
#include "json/reader.hpp"

namespace padan::codec {
namespace {

using engine::Session;
using engine::Source;
using engine::SourceFacts;

constexpr std::uint64_t kVersion = 1;

struct TextFact {
  std::string_view key;
  std::string SourceFacts::*member;
  bool is_date;
};
constexpr TextFact kTextFacts[] = {
    {"name", &SourceFacts::name, false},
    {"layout", &SourceFacts::layout, false},
    {"owner", &SourceFacts::owner, false},
    {"level", &SourceFacts::level, false},
    {"kind", &SourceFacts::kind, false},
    {"data_date", &SourceFacts::data_date, true},
    {"valid_from", &SourceFacts::valid_from, true},
    {"valid_until", &SourceFacts::valid_until, true},
    {"fiscal_year", &SourceFacts::fiscal_year, false},
    {"list", &SourceFacts::list, false},
};

using Mapping = decltype(ingest::Reading::mapping); // column → field text, in the order given

// What one entry of `sources` asks for; checked wholly before anything is applied.
struct Entry {
  std::string file;
  std::string sheet;
  std::string shape; // that the entry is meant for when it names no file
  std::vector<std::pair<const TextFact*, std::string>> facts;
  std::optional<bool> duplicates;
  std::optional<std::uint32_t> header_line;
  std::optional<Mapping> mapping;
};

std::string base_name(const std::string& path) { return path.substr(path.find_last_of("/\\") + 1); }

Mapping read_mapping(const Json& json, JsonReader& reader) {
  Mapping mapping;
  for (const auto& [column, field] : json.items()) {
    if (!field.is_string() || !table::parse_field(field.get<std::string>())) {
      reader.refuse("mapping." + column);
      return {};
    }
    mapping.emplace_back(column, field.get<std::string>());
  }
  return mapping;
}

Entry read_entry(JsonReader& reader) {
  Entry entry;
  entry.file = reader.text("file").value_or("");
  entry.sheet = reader.text("sheet").value_or("");
  entry.shape = reader.text("shape").value_or("");
  for (const TextFact& fact : kTextFacts) {
    if (std::optional<std::string> value = reader.text(fact.key)) {
      if (fact.is_date && !value->empty() && !is_iso_date(*value)) {
        reader.refuse(fact.key);
      }
      entry.facts.emplace_back(&fact, std::move(*value));
    }
  }
  entry.duplicates = reader.flag("duplicates");
  entry.header_line = reader.number32("header_line");
  if (const Json* mapping = reader.member("mapping")) {
    if (mapping->is_object()) {
      entry.mapping = read_mapping(*mapping, reader);
    } else {
      reader.refuse("mapping");
    }
  }
  if (entry.file.empty() && entry.shape.empty()) {
    reader.refuse("file");
  }
  return entry;
}

ingest::Reading reading_of(const Entry& entry) {
  ingest::Reading reading{entry.shape, entry.mapping.value_or(Mapping{}), {}};
  for (const auto& [fact, value] : entry.facts) {
    if (fact->member == &SourceFacts::layout) {
      reading.layout = value;
    }
  }
  return reading;
}

struct Recipe {               // the whole project, checked
  std::vector<Entry> entries; // for files
  ingest::Readings readings;  // of the entries for shapes
  RunSettings settings;
};

Result<Recipe> read_recipe(std::string_view text, const RunSettings& settings) {
  const Json json = parse_json(text);
  JsonReader reader(json);
  const std::uint64_t version = reader.number("version").value_or(kVersion);
  if (!reader.ok()) {
    return reader.refusal(ErrorCode::ConfigInvalid);
  }
  if (version > kVersion) {
    return fail(ErrorCode::ConfigVersion, {{"version", std::to_string(version)}});
  }
  Recipe recipe{{}, {}, settings};
  if (std::optional<std::string> as_of = reader.text("as_of"); as_of && !as_of->empty()) {
    if (!is_iso_date(*as_of)) {
      reader.refuse("as_of");
    }
    recipe.settings.as_of = std::move(*as_of);
  }
  if (const Json* matching = reader.member("matching")) {
    JsonReader inner(*matching, "matching");
    recipe.settings.thresholds.accept = inner.real("accept").value_or(settings.thresholds.accept);
    recipe.settings.thresholds.review = inner.real("review").value_or(settings.thresholds.review);
    recipe.settings.learn_from_decisions = inner.flag("learn_from_decisions").value_or(settings.learn_from_decisions);
    if (inner.ok() && recipe.settings.thresholds.review > recipe.settings.thresholds.accept) {
      inner.refuse("review");
    }
    if (!inner.ok()) {
      return inner.refusal(ErrorCode::ConfigInvalid);
    }
  }
  if (Result<bool> read = read_sections(reader, recipe.settings.sections); !read) {
    return tl::unexpected<Error>(std::move(read.error()));
  }
  const Json* sources = reader.member("sources");
  if (sources != nullptr && !sources->is_array()) {
    reader.refuse("sources");
  }
  if (!reader.ok()) {
    return reader.refusal(ErrorCode::ConfigInvalid);
  }
  for (std::size_t i = 0; sources != nullptr && i < sources->size(); ++i) {
    JsonReader inner((*sources)[i], "sources[" + std::to_string(i) + "]");
    Entry entry = read_entry(inner);
    if (!inner.ok()) {
      return inner.refusal(ErrorCode::ConfigInvalid);
    }
    if (entry.file.empty()) {
      recipe.readings.push_back(reading_of(entry));
    } else {
      recipe.entries.push_back(std::move(entry));
    }
  }
  return recipe;
}

// The full name wins over the base name: two folders may hold a dtks.csv each.
bool is_meant(const std::string& file, const std::string& sheet, const Source& source, const Session& session) {
  if (!sheet.empty() && sheet != source.grid.sheet) {
    return false;
  }
  if (file == source.file) {
    return true;
  }
  const bool exact_elsewhere = std::any_of(session.sources().begin(), session.sources().end(),
                                           [&](const auto& other) { return other->file == file; });
  return !exact_elsewhere && base_name(file) == base_name(source.file);
}

ingest::Hints hints_of(const Entry& entry, ingest::Hints hints) {
  hints.header_row = entry.header_line ? entry.header_line : hints.header_row;
  if (entry.mapping) {
    hints.mapping.emplace(entry.mapping->begin(), entry.mapping->end());
  }
  return hints;
}

Result<bool> apply_entry(const Entry& entry, const Source& source, Session& session, ProjectReport& report) {
  if (entry.mapping || entry.header_line) {
    std::vector<std::string> order;
    for (const auto& [column, field] : entry.mapping.value_or(Mapping{})) {
      order.push_back(column);
    }
    if (const Result<bool> done = session.correct(source.id, hints_of(entry, source.hints), order); !done) {
      return done;
    }
    for (const std::string& column : order) {
      const auto& columns = source.recognition.columns;
      if (std::none_of(columns.begin(), columns.end(), [&](const auto& known) { return known.header == column; })) {
        report.absent_columns.push_back(source.file + ": " + column);
      }
    }
  }
  SourceFacts facts = source.facts;
  for (const auto& [fact, value] : entry.facts) {
    facts.*(fact->member) = value;
  }
  facts.duplicates_allowed = entry.duplicates.value_or(facts.duplicates_allowed);
  const std::string name = facts.name;
  if (!session.set_facts(source.id, std::move(facts))) { // two lists of one name could not be told apart in a result
    return fail(ErrorCode::ConfigInvalid, {{"where", "name " + name}});
  }
  return true;
}

Json mapping_json(const ingest::Recognition& recognition) {
  Json json = Json::object();
  for (const ingest::Column& column : recognition.columns) {
    json[column.header] = table::to_text(column.field);
  }
  return json;
}

void write_source(const Source& source, Json& json) {
  json["name"] = source.name;
  json["file"] = source.file;
  if (!source.grid.sheet.empty()) {
    json["sheet"] = source.grid.sheet;
  }
  json["sha256"] = source.sha256;
  if (!source.shape.empty()) {
    json["shape"] = source.shape;
  }
  SourceFacts facts = source.facts;
  facts.name = source.name;
  facts.layout = source.recognition.layout;
  facts.list = source.list.empty() ? facts.list : source.list;
  for (const TextFact& fact : kTextFacts) {
    if (!(facts.*(fact.member)).empty()) {
      json[std::string(fact.key)] = facts.*(fact.member);
    } else {
      json.erase(std::string(fact.key));
    }
  }
  json["duplicates"] = facts.duplicates_allowed;
  if (source.recognition.header_rows > 0 && source.recognition.header_row < source.grid.rows()) {
    json["header_line"] = source.grid.lines[source.recognition.header_row];
  }
  json["mapping"] = mapping_json(source.recognition);
}

// The entry that a source came from, each for one source; a new one when there is none.
class Entries {
public:
  Entries(Json& sources, const Session& session)
      : sources_(sources), session_(session), taken_(sources.size(), false) {}

  Json& of(const Source& source) {
    for (std::size_t i = 0; i < taken_.size(); ++i) {
      const Json& entry = sources_[i];
      if (!taken_[i] && is_meant(entry.value("file", ""), entry.value("sheet", ""), source, session_)) {
        taken_[i] = true;
        return sources_[i];
      }
    }
    sources_.push_back(Json::object());
    return sources_.back();
  }

private:
  Json& sources_;
  const Session& session_;
  std::vector<bool> taken_; // of the entries that were there
};

} // namespace

Result<ProjectHints> ProjectHints::read(std::string_view json) {
  const Result<Recipe> recipe = read_recipe(json, {});
  if (!recipe) {
    return tl::unexpected<Error>(recipe.error());
  }
  ProjectHints hints;
  for (const auto& entry : recipe->entries) {
    hints.entries_.push_back({entry.file, entry.sheet, hints_of(entry, {})});
  }
  hints.readings_ = recipe->readings;
  return hints;
}

engine::Session::HintsFor ProjectHints::of_file(const std::string& file) const {
  return [this, file](const std::string& sheet) {
    const Entry* best = nullptr;
    for (const Entry& entry : entries_) {
      const bool sheet_fits = entry.sheet.empty() || entry.sheet == sheet;
      const bool exact = entry.file == file;
      if (sheet_fits && (exact || (best == nullptr && base_name(entry.file) == base_name(file)))) {
        best = &entry;
        if (exact) {
          break;
        }
      }
    }
    return best == nullptr ? ingest::Hints{} : best->hints;
  };
}

Result<ProjectReport> apply_project(std::string_view json, Session& session, RunSettings& settings,
                                    std::string_view file) {
  Result<Recipe> recipe = read_recipe(json, settings);
  if (!recipe) {
    return tl::unexpected<Error>(std::move(recipe.error()));
  }
  ProjectReport report;
  for (const Entry& entry : recipe->entries) {
    bool met = false;
    for (const auto& source : session.sources()) {
      if (!is_meant(entry.file, entry.sheet, *source, session)) {
        continue;
      }
      met = true;
      if (file.empty() || source->file == file) {
        if (const Result<bool> done = apply_entry(entry, *source, session, report); !done) {
          return tl::unexpected<Error>(done.error());
        }
      }
    }
    if (!met) {
      report.absent_files.push_back(entry.file);
    }
  }
  for (const auto& source : session.sources()) {
    if (source->read_by == engine::ReadBy::Recognition && (file.empty() || source->file == file)) {
      session.recall(source->id, recipe->readings);
    }
  }
  settings = recipe->settings;
  return report;
}

std::string write_project(const Session& session, const RunSettings& settings, std::string_view base) {
  Json project = base.empty() ? Json::object() : parse_json(base);
  if (!project.is_object()) {
    project = Json::object();
  }
  project["version"] = kVersion;
  project["made_by"] = "padan " + std::string(version());
  if (!settings.as_of.empty()) {
    project["as_of"] = settings.as_of;
  }
  project["matching"]["accept"] = settings.thresholds.accept;
  project["matching"]["review"] = settings.thresholds.review;
  project["matching"]["learn_from_decisions"] = settings.learn_from_decisions;
  write_sections(settings.sections, project);
  Json& sources = project["sources"];
  if (!sources.is_array()) {
    sources = Json::array();
  }
  std::vector<const Source*> ordered;
  for (const auto& source : session.sources()) {
    ordered.push_back(source.get());
  }
  std::sort(ordered.begin(), ordered.end(), [](const Source* a, const Source* b) { return a->name < b->name; });
  Entries entries(sources, session);
  for (const Source* source : ordered) {
    write_source(*source, entries.of(*source));
  }
  return to_text(project, 2) + "\n";
}

} // namespace padan::codec
