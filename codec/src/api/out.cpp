// What leaves: exports of the result.
#include <algorithm>

#include "planning.hpp"

namespace padan::codec {
namespace {

// Letters, digits and dashes: a name that every system takes.
std::string file_name(const std::string& text) {
  std::string name;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    name.push_back(plain ? c : '-');
  }
  return name;
}

// Columns that a template may take, of the result at hand.
Result<Json> export_columns(State& state, JsonReader&) {
  return text_list(engine::ExportTable(*state.results, engine::TableKind::Persons, false).header());
}

Result<Json> start_export(State& state, JsonReader& read) {
  ExportOptions options;
  const auto kind = engine::parse_table_kind(read.text("kind").value_or(""));
  const std::string format = read.text("format").value_or("csv");
  options.masked = read.flag("mask").value_or(false);
  if (!kind) {
    read.refuse("kind");
  }
  if (format != "csv" && format != "xlsx" && format != "zip") {
    read.refuse("format");
  }
  const std::string language = read.text("language").value_or("id");
  if (language != "id" && language != "en") {
    read.refuse("language");
  }
  options.only = read.text("only").value_or("");
  const std::string producer = read.text("producer").value_or("");
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  options.kind = *kind;
  if (const std::string name = read.text("template").value_or(""); !name.empty()) {
    const auto& all = state.settings.templates;
    const auto at = std::find_if(all.begin(), all.end(), [&](const ExportTemplate& each) { return each.name == name; });
    if (at == all.end() || options.kind != engine::TableKind::Persons) {
      return fail(ErrorCode::RequestInvalid, {{"where", "template"}});
    }
    options.columns = at->columns;
    options.file = file_name(name);
  }
  if (options.kind == engine::TableKind::Actions || options.kind == engine::TableKind::Priorities) {
    options.planned = planned_of(state);
  }
  if (options.kind == engine::TableKind::Actions && options.planned.actions == nullptr) {
    return fail(ErrorCode::RequestInvalid, {{"where", "locked"}});
  }
  options.workbook = format == "xlsx";
  options.archive = format == "zip";
  state.out = std::make_unique<TableExport>(*state.results, options);
  if (format != "csv" && options.columns.empty()) { // an application takes one sheet, as it asks for it
    state.out->add_about(
        describe_table(state.session, *state.results, state.out->table(),
                       {options.kind, language == "en" ? ProfileLanguage::English : ProfileLanguage::Indonesian,
                        state.as_of, producer, options.only, options.masked}));
  }
  return Json{{"name", state.out->name()}, {"parts", state.out->parts()}};
}

Result<Json> export_part(State& state, JsonReader& read) {
  const std::uint32_t index = read.need("index");
  if (!read.ok() || state.out == nullptr) {
    return fail(ErrorCode::RequestInvalid, {{"where", "index"}});
  }
  Result<std::string> part = state.out->part(index);
  if (!part) {
    return tl::unexpected<Error>(std::move(part.error()));
  }
  state.bytes = std::move(*part);
  return Json::object();
}

} // namespace

std::vector<NamedMethod> out_methods() {
  return {{"export.start", start_export, true},
          {"export.part", export_part, true},
          {"export.columns", export_columns, true}};
}

} // namespace padan::codec
