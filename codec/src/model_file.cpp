#include "padan/codec/model_file.hpp"

#include <algorithm>

#include "padan/engine/details.hpp"
#include "json/json.hpp"
#include "json/reader.hpp"

namespace padan::codec {
namespace {

using model::Comparison;

constexpr std::string_view kFormat = "padan model";
constexpr std::uint64_t kVersion = 1;

std::string write_level(const Comparison& comparison, const std::string& name, std::uint32_t level) {
  Json json = {{"level", name}, {"m", comparison.m[level]}, {"h", comparison.h[level]}};
  if (!comparison.h_twins.empty()) {
    json["h_twins"] = comparison.h_twins[level];
  }
  json["u"] = comparison.u[level];
  return to_text(json);
}

// Level 0 is "missing" and says nothing: 1 in every model, and not in the file.
Comparison of_ones(std::string name, std::size_t levels, bool twins) {
  Comparison comparison;
  comparison.name = std::move(name);
  comparison.levels = static_cast<std::uint32_t>(levels);
  comparison.m = comparison.h = comparison.u = std::vector<double>(levels, 1.0);
  comparison.h_twins.assign(twins ? levels : 0, 1.0);
  return comparison;
}

double read_share(JsonReader& reader, std::string_view key, double most = 1.0) {
  const std::optional<double> value = reader.real(key);
  if (!value || *value < 0.0 || *value > most) {
    reader.refuse(key);
  }
  return value.value_or(0.0);
}

void read_level(JsonReader& reader, std::uint32_t level, Comparison& out) {
  constexpr double kMostCoincidence = 1e6; // where a level sums powers of rarity, u may exceed 1
  out.m[level] = read_share(reader, "m");
  out.h[level] = read_share(reader, "h");
  out.u[level] = read_share(reader, "u", kMostCoincidence);
  if (!out.h_twins.empty()) {
    out.h_twins[level] = read_share(reader, "h_twins");
  }
}

Result<Comparison> read_comparison(const Json& json, const std::string& path) {
  JsonReader reader(json, path);
  const std::string name = reader.text("name").value_or("");
  const Json* levels = reader.member("levels");
  if (name.empty() || levels == nullptr || !levels->is_array()) {
    reader.refuse(name.empty() ? "name" : "levels");
    return reader.refusal(ErrorCode::ModelInvalid);
  }
  const std::vector<std::string> names = engine::level_names(name);
  if (levels->size() + 1 != names.size()) {
    return fail(ErrorCode::ModelVersion, {{"where", name}});
  }
  Comparison comparison = of_ones(name, names.size(), levels->front().contains("h_twins"));
  for (std::uint32_t level = 1; level < names.size(); ++level) {
    JsonReader inner((*levels)[level - 1], name + "." + names[level]);
    const std::optional<std::string> found = inner.text("level");
    if (found && *found != names[level]) {
      return fail(ErrorCode::ModelVersion, {{"where", name + "." + *found}});
    }
    read_level(inner, level, comparison);
    if (!found || !inner.ok()) {
      inner.refuse("level");
      return inner.refusal(ErrorCode::ModelInvalid);
    }
  }
  return comparison;
}

} // namespace

std::string write_model(const model::Model& model) {
  std::string out = "{\n\"format\": " + to_text(Json(kFormat)) + ",\n\"version\": " + std::to_string(kVersion) +
                    ",\n\"comparisons\": [";
  const char* between = "\n";
  for (const Comparison& comparison : model.comparisons) {
    out += between + ("{\"name\": " + to_text(Json(comparison.name)) + ", \"levels\": [");
    between = ",\n";
    const std::vector<std::string> names = engine::level_names(comparison.name);
    for (std::uint32_t level = 1; level < comparison.levels; ++level) {
      out += (level == 1 ? "\n  " : ",\n  ") + write_level(comparison, names[level], level);
    }
    out += "]}";
  }
  return out + "\n]}\n";
}

Result<std::vector<Comparison>> read_model(std::string_view json) {
  const Json file = parse_json(json);
  JsonReader reader(file);
  const std::string format = reader.text("format").value_or("");
  const std::uint64_t version = reader.number("version").value_or(0);
  const Json* list = reader.member("comparisons");
  if (!reader.ok() || format != kFormat || version == 0) {
    reader.refuse(format != kFormat ? "format" : "version");
    return reader.refusal(ErrorCode::ModelInvalid);
  }
  if (version > kVersion) {
    return fail(ErrorCode::ModelVersion, {{"where", "version " + std::to_string(version)}});
  }
  if (list == nullptr || !list->is_array()) {
    reader.refuse("comparisons");
    return reader.refusal(ErrorCode::ModelInvalid);
  }
  std::vector<Comparison> comparisons;
  for (std::size_t i = 0; i < list->size(); ++i) {
    Result<Comparison> comparison = read_comparison((*list)[i], "comparisons[" + std::to_string(i) + "]");
    if (!comparison) {
      return tl::unexpected<Error>(std::move(comparison.error()));
    }
    if (std::any_of(comparisons.begin(), comparisons.end(),
                    [&](const Comparison& other) { return other.name == comparison->name; })) {
      return fail(ErrorCode::ModelInvalid, {{"where", comparison->name}});
    }
    comparisons.push_back(std::move(*comparison));
  }
  return comparisons;
}

} // namespace padan::codec
