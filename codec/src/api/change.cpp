// An earlier result beside that of today: what happened to people, and what only happened to the data.
#include <algorithm>
#include <set>

#include "padan/codec/change_summary.hpp"
#include "padan/codec/iso_date.hpp"
#include "padan/engine/change_table.hpp"
#include "padan/ingest/csv_reader.hpp"
#include "state.hpp"

namespace padan::codec {
namespace {

using engine::Change;
using engine::ChangeUnit;

constexpr std::uint32_t kMostRows = 1000; // of one page

bool has_column(const table::Grid& grid, std::string_view name) {
  for (std::uint32_t column = 0; column < grid.width(); ++column) {
    if (grid.rows() != 0 && grid.cell(0, column) == name) {
      return true;
    }
  }
  return false;
}

Json taken_json(const State& state) {
  return {{"persons", state.older.persons.has_value()}, {"rows", state.older.rows.has_value()}};
}

// The file that was fed: tables of an export, known by their headers. It becomes no source.
Result<Json> take(State& state, JsonReader&) {
  if (!state.reader) {
    return fail(ErrorCode::RequestInvalid, {{"where", "change.take"}});
  }
  FileReader reader = std::move(*state.reader);
  const std::string name = reader.name();
  state.reader.reset();
  state.input = {};
  Result<ReadFile> file = reader.finish();
  if (!file) {
    return tl::unexpected<Error>(std::move(file.error()));
  }
  bool used = false;
  for (table::Grid& grid : file->grids) {
    const bool persons = has_column(grid, "person_id") && has_column(grid, "birth_date");
    const bool rows = has_column(grid, "person_id") && has_column(grid, "status") && has_column(grid, "row");
    if (persons || rows) {
      (persons ? state.older.persons : state.older.rows) = std::move(grid);
      used = true;
    }
  }
  state.change.reset();
  return used ? Result<Json>(taken_json(state)) : fail(ErrorCode::FileNoKnownColumn, {{"file", name}});
}

Result<Json> drop(State& state, JsonReader&) {
  state.older = {};
  state.change.reset();
  return Json::object();
}

// A table of the result as a later version reads it.
Result<table::Grid> grid_of(const engine::Results& results, engine::TableKind kind) {
  ExportOptions options;
  options.kind = kind;
  options.byte_order_mark = false;
  const TableExport table(results, options);
  ingest::CsvReader reader;
  for (std::uint32_t part = 0; part < table.parts(); ++part) {
    const Result<std::string> text = table.part(part);
    if (!text) {
      return tl::unexpected<Error>(text.error());
    }
    reader.feed(*text);
  }
  return reader.finish();
}

VersionFigures figures_of(const engine::Version& version) {
  VersionFigures figures;
  std::set<std::string_view> families;
  for (std::uint32_t column = 0; column < version.persons.width(); ++column) {
    if (version.persons.cell(0, column) == "family_id") {
      for (std::uint32_t row = 1; row < version.persons.rows(); ++row) {
        families.insert(version.persons.cell(row, column));
      }
    }
  }
  figures.rows = version.rows.rows() - 1;
  figures.persons = version.persons.rows() - 1;
  figures.families = families.size();
  return figures;
}

Result<Json> compare(State& state, JsonReader&) {
  if (!state.older.persons || !state.older.rows) {
    return fail(ErrorCode::RequestInvalid, {{"where", state.older.persons ? "rows" : "persons"}});
  }
  if (state.change == nullptr) {
    auto made = std::make_unique<State::Compared>();
    Result<table::Grid> persons = grid_of(*state.results, engine::TableKind::Persons);
    Result<table::Grid> rows = grid_of(*state.results, engine::TableKind::Rows);
    if (!persons || !rows) {
      return tl::unexpected<Error>(persons ? rows.error() : persons.error());
    }
    made->before.persons = std::move(*state.older.persons);
    made->before.rows = std::move(*state.older.rows);
    made->after.persons = std::move(*persons);
    made->after.rows = std::move(*rows);
    engine::VersionOptions options;
    options.year = is_iso_date(state.as_of) ? year_of(state.as_of) : options.year;
    Result<engine::VersionChange> change = engine::compare_versions(made->before, made->after, options);
    state.older.persons = made->before.persons; // stays open for the next comparison
    state.older.rows = made->before.rows;
    if (!change) {
      return tl::unexpected<Error>(std::move(change.error()));
    }
    made->change = std::move(*change);
    state.change = std::move(made);
  }
  const State::Compared& compared = *state.change;
  Json json =
      parse_json(write_change_summary(figures_of(compared.before), figures_of(compared.after), compared.change));
  json.erase("versions");
  std::uint32_t stayed = 0;
  for (const engine::Changed& one : compared.change.persons) {
    const bool both = one.before != engine::Changed::kNone && one.after != engine::Changed::kNone;
    stayed += both && !one.has(Change::Merged) && !one.has(Change::Split) ? 1U : 0U;
  }
  json["persons"]["stayed"] = stayed;
  return json;
}

// One kind of change, or every change where none is named.
Result<Json> change_rows(State& state, JsonReader& read) {
  const std::string unit = read.text("unit").value_or("persons");
  const std::string kind = read.text("change").value_or("");
  const std::uint32_t from = read.need("from");
  const std::uint32_t to = read.need("to");
  std::uint32_t bit = 0;
  while (bit < engine::kChanges && to_text(static_cast<Change>(bit)) != kind) {
    ++bit;
  }
  if (!kind.empty() && bit == engine::kChanges) {
    read.refuse("change");
  }
  if (unit != "persons" && unit != "families") {
    read.refuse("unit");
  }
  if (!read.ok() || state.change == nullptr) {
    return read.ok() ? fail(ErrorCode::NotRunYet) : read.refusal(ErrorCode::RequestInvalid);
  }
  const State::Compared& compared = *state.change;
  const engine::ChangeTable table(compared.before.persons, compared.after.persons, compared.change,
                                  unit == "persons" ? ChangeUnit::Persons : ChangeUnit::Families);
  Json rows = Json::array();
  std::uint32_t total = 0;
  engine::Cells cells;
  for (std::uint32_t row = 0; row < table.rows(); ++row) {
    if (!kind.empty() && !table.changed(row).has(static_cast<Change>(bit))) {
      continue;
    }
    if (total >= from && total < to && total - from < kMostRows) {
      table.read(row, cells);
      Json line = Json::object();
      for (std::size_t i = 0; i < engine::ChangeTable::header().size(); ++i) {
        line[std::string(engine::ChangeTable::header()[i])] = cells.views()[i];
      }
      rows.push_back(std::move(line));
    }
    ++total;
  }
  return Json{{"rows", std::move(rows)}, {"total", total}};
}

} // namespace

std::vector<NamedMethod> change_methods() {
  return {{"change.take", take}, {"change.drop", drop}, {"change", compare, true}, {"change.rows", change_rows}};
}

} // namespace padan::codec
