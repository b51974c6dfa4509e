#include "profile_rows.hpp"

#include <algorithm>
#include <array>

#include "padan/engine/mask.hpp"

namespace padan::codec {
namespace {

using engine::kWholeRow;
using engine::Remark;
using engine::Source;
using table::FieldKind;

constexpr std::uint32_t kExamples = 3;

std::uint32_t first(const Source& source, FieldKind kind) {
  const auto& columns = source.recognition.columns;
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [kind](const ingest::Column& column) { return column.field.kind == kind; });
  return found == columns.end() ? kWholeRow : static_cast<std::uint32_t>(found - columns.begin());
}

Json column_of(std::uint32_t column) { return column == kWholeRow ? Json() : Json(column); }

Json columns_json(const Source& source, const engine::SourceProfile& profile) {
  Json json = Json::array();
  for (std::size_t i = 0; i < profile.columns.size(); ++i) {
    const ingest::Column& column = source.recognition.columns[i];
    json.push_back({{"header", column.header},
                    {"field", table::to_text(column.field)},
                    {"filled", profile.columns[i].filled},
                    {"good", profile.columns[i].good},
                    {"damaged", profile.columns[i].damaged},
                    {"missing", profile.columns[i].missing}});
  }
  return json;
}

Json examples_json(const Source& source, const Remark& remark, bool masked) {
  Json json = Json::array();
  for (const std::uint32_t position : remark.rows.slice(0, kExamples)) {
    const std::uint32_t row = source.recognition.data_rows[position];
    json.push_back({{"line", source.grid.lines[row]},
                    {"sheet", sheet_of(source.grid, row)},
                    {"cell", shown_cell(source, row, column_shown(source, remark), masked)}});
  }
  return json;
}

Json remarks_json(const Source& source, const engine::ListProfile& profile, ProfileLanguage language, bool masked) {
  Json json = Json::array();
  for (const Remark& remark : profile.remarks) {
    const RemarkWords words = words_of(remark.code, language);
    json.push_back({{"code", to_text(remark.code)},
                    {"grade", to_text(grade_of(remark.code))},
                    {"column", column_of(remark.column)},
                    {"value", remark.value},
                    {"rows", remark.rows.count()},
                    {"groups", remark.groups},
                    {"largest", remark.largest},
                    {"title", words.title},
                    {"meaning", words.meaning},
                    {"advice", words.advice},
                    {"examples", examples_json(source, remark, masked)}});
  }
  return json;
}

Json codes_json(const engine::ListProfile& profile) {
  Json json = Json::array();
  for (const engine::CodeEvidence& codes : profile.codes) {
    json.push_back({{"column", codes.column},
                    {"rows", codes.rows},
                    {"province", codes.province},
                    {"regency", codes.regency},
                    {"district", codes.district},
                    {"village", codes.village},
                    {"for_kemendagri", codes.for_kemendagri},
                    {"for_bps", codes.for_bps},
                    {"against_name", codes.against_name},
                    {"system", to_text(codes.system)},
                    {"share", codes.share},
                    {"sure", codes.sure}});
  }
  return json;
}

Json names_json(const engine::ListProfile& profile) {
  Json json = Json::array();
  for (const engine::NameEvidence& names : profile.names) {
    Json unknown = Json::array();
    for (const engine::UnknownPlace& place : names.unknown) {
      unknown.push_back({{"text", place.text}, {"rows", place.rows}});
    }
    json.push_back({{"column", names.column},
                    {"rows", names.rows},
                    {"found", names.found},
                    {"unknown_names", names.unknown_names},
                    {"unknown", std::move(unknown)}});
  }
  return json;
}

// What the column in question is held against.
FieldKind other_side(engine::RemarkCode code) {
  using enum engine::RemarkCode;
  switch (code) {
  case BirthAgrees:
  case BirthDiffers:
    return FieldKind::BirthDate;
  case SexAgrees:
  case SexDiffers:
    return FieldKind::Sex;
  case NikIsKk:
    return FieldKind::Kk;
  case DateSwapped:
    return FieldKind::Nik;
  default:
    return FieldKind::Name;
  }
}

} // namespace

std::uint32_t column_shown(const Source& source, const Remark& remark) {
  return remark.column != kWholeRow ? remark.column : first(source, FieldKind::Name);
}

std::string shown_cell(const Source& source, std::uint32_t row, std::uint32_t column, bool masked) {
  if (column == kWholeRow) {
    return {};
  }
  const ingest::Column& what = source.recognition.columns[column];
  const std::string_view cell = source.grid.cell(row, what.index);
  return masked ? engine::mask(table::fact_of(what.field), cell) : std::string(cell);
}

std::string_view sheet_of(const table::Grid& grid, std::uint32_t row) {
  const auto after = std::upper_bound(grid.parts.begin(), grid.parts.end(), row,
                                      [](std::uint32_t at, const auto& part) { return at < part.first; });
  return after == grid.parts.begin() ? std::string_view(grid.sheet) : std::string_view(std::prev(after)->sheet);
}

Json profile_json(const Source& source, const engine::ListProfile& profile, ProfileLanguage language, bool masked) {
  const engine::Home& home = profile.home;
  return {{"rows", source.recognition.data_rows.size()},
          {"matchable", profile.matchable()},
          {"columns", columns_json(source, profile.columns)},
          {"remarks", remarks_json(source, profile, language, masked)},
          {"home", {{"code", home.code}, {"name", home.name}, {"from", to_text(home.from)}, {"share", home.share}}},
          {"codes", codes_json(profile)},
          {"names", names_json(profile)}};
}

Json remark_rows_json(const Source& source, const Remark& remark, std::uint32_t from, std::uint32_t to) {
  constexpr std::array kWho = {FieldKind::Name, FieldKind::Nik,       FieldKind::Kk,
                               FieldKind::Sex,  FieldKind::BirthDate, FieldKind::Village};
  std::vector<std::uint32_t> columns;
  const auto show = [&](std::uint32_t column) {
    if (column != kWholeRow && std::find(columns.begin(), columns.end(), column) == columns.end()) {
      columns.push_back(column);
    }
  };
  show(remark.column);
  show(first(source, other_side(remark.code)));
  for (const FieldKind kind : kWho) {
    show(first(source, kind));
  }
  Json rows = Json::array();
  for (const std::uint32_t position : remark.rows.slice(from, to)) {
    const std::uint32_t row = source.recognition.data_rows[position];
    Json cells = Json::array();
    for (const std::uint32_t column : columns) {
      cells.push_back({{"header", source.recognition.columns[column].header},
                       {"field", table::to_text(source.recognition.columns[column].field)},
                       {"value", shown_cell(source, row, column, false)}});
    }
    rows.push_back(
        {{"line", source.grid.lines[row]}, {"sheet", sheet_of(source.grid, row)}, {"cells", std::move(cells)}});
  }
  return {{"rows", std::move(rows)}, {"total", remark.rows.count()}};
}

} // namespace padan::codec
