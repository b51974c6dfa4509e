#include "source_json.hpp"

#include <array>

namespace padan::codec {
namespace {

constexpr std::array kReasons = {ingest::SetAside::Title, ingest::SetAside::Header, ingest::SetAside::Blank,
                                 ingest::SetAside::Total, ingest::SetAside::Block};

Json set_aside_json(const ingest::Recognition& recognition) {
  std::array<std::uint32_t, kReasons.size()> counts{};
  for (const ingest::SkippedRow& row : recognition.skipped) {
    ++counts[static_cast<std::size_t>(row.why)];
  }
  Json json = Json::object();
  for (const ingest::SetAside why : kReasons) {
    json[std::string(to_text(why))] = counts[static_cast<std::size_t>(why)];
  }
  return json;
}

Json issues_json(const engine::Source& source) {
  table::Issues issues = source.grid.issues;
  issues.merge(source.recognition.issues);
  Json json = Json::array();
  for (const table::Issue& issue : issues.all()) {
    json.push_back({{"code", table::to_text(issue.code)}, {"count", issue.count}, {"lines", issue.lines}});
  }
  return json;
}

// Counts for the kinds that identify: the first column of each.
Json quality_json(const ingest::Recognition& recognition, const engine::SourceProfile& profile) {
  Json json = Json::object();
  for (std::size_t c = 0; c < recognition.columns.size(); ++c) {
    const table::FieldKind kind = recognition.columns[c].field.kind;
    const std::string name = table::to_text(recognition.columns[c].field);
    const bool shown = kind == table::FieldKind::Nik || kind == table::FieldKind::Kk ||
                       kind == table::FieldKind::Name || kind == table::FieldKind::BirthDate ||
                       kind == table::FieldKind::Sex;
    if (shown && !json.contains(name + "_good")) {
      json[name + "_good"] = profile.columns[c].good;
      json[name + "_damaged"] = profile.columns[c].damaged;
      json[name + "_missing"] = profile.columns[c].missing;
    }
  }
  return json;
}

Json columns_json(const ingest::Recognition& recognition, const engine::SourceProfile& profile) {
  Json json = Json::array();
  for (std::size_t c = 0; c < recognition.columns.size(); ++c) {
    const ingest::Column& column = recognition.columns[c];
    json.push_back({{"index", column.index},
                    {"header", column.header},
                    {"field", table::to_text(column.field)},
                    {"confidence", column.confidence},
                    {"reason", column.reason},
                    {"filled", profile.columns[c].filled},
                    {"good", profile.columns[c].good},
                    {"damaged", profile.columns[c].damaged},
                    {"missing", profile.columns[c].missing},
                    {"samples", profile.columns[c].samples}});
  }
  return json;
}

} // namespace

std::string_view to_text(ingest::SetAside why) {
  switch (why) {
  case ingest::SetAside::Title:
    return "title";
  case ingest::SetAside::Header:
    return "header";
  case ingest::SetAside::Blank:
    return "blank";
  case ingest::SetAside::Total:
    return "total";
  case ingest::SetAside::Block:
    break;
  }
  return "block";
}

std::string_view to_text(engine::ReadBy who) {
  constexpr std::string_view kNames[] = {"recognition", "officer", "memory"};
  return kNames[static_cast<std::size_t>(who)];
}

Json joined_json(const engine::Source& source) {
  return {{"list", source.list},
          {"why", to_text(source.joining)},
          {"like", source.like},
          {"in_both", source.in_both},
          {"by_officer", !source.facts.list.empty()}};
}

Json source_json(const engine::Source& source, std::uint16_t year) {
  return source_json(source, engine::profile_source(source, year));
}

Json source_json(const engine::Source& source, const engine::SourceProfile& profile) {
  const ingest::Recognition& recognition = source.recognition;
  const engine::SourceFacts& facts = source.facts;
  const bool has_header = recognition.header_rows > 0 && recognition.header_row < source.grid.rows();
  return {{"id", source.id},
          {"file", source.file},
          {"sheet", source.grid.sheet},
          {"name", source.name},
          {"layout", recognition.layout},
          {"confidence", recognition.confidence},
          {"kind", facts.kind},
          {"owner", facts.owner},
          {"level", facts.level},
          {"data_date", facts.data_date},
          {"valid_from", facts.valid_from},
          {"valid_until", facts.valid_until},
          {"fiscal_year", facts.fiscal_year},
          {"duplicates", facts.duplicates_allowed},
          {"joined", joined_json(source)},
          {"shape", source.shape},
          {"read_by", to_text(source.read_by)},
          {"header_line", has_header ? source.grid.lines[recognition.header_row] : 0},
          {"rows_read", source.grid.rows()},
          {"rows", recognition.data_rows.size()},
          {"set_aside", set_aside_json(recognition)},
          {"columns", columns_json(recognition, profile)},
          {"issues", issues_json(source)},
          {"quality", quality_json(recognition, profile)}};
}

} // namespace padan::codec
