// What leaves: exports of the result.
#include "state.hpp"

namespace padan::codec {
namespace {

Result<Json> start_export(State& state, JsonReader& read) {
  ExportOptions options;
  const auto kind = engine::parse_table_kind(read.text("kind").value_or(""));
  const std::string format = read.text("format").value_or("csv");
  options.masked = read.flag("mask").value_or(false);
  if (!kind) {
    read.refuse("kind");
  }
  if (format != "csv" && format != "xlsx") {
    read.refuse("format");
  }
  if (!read.ok()) {
    return read.refusal(ErrorCode::RequestInvalid);
  }
  options.kind = *kind;
  options.workbook = format == "xlsx";
  state.out = std::make_unique<TableExport>(*state.results, options);
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
  return {{"export.start", start_export, true}, {"export.part", export_part, true}};
}

} // namespace padan::codec
