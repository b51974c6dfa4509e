#pragma once
// The files of a sealed result and their names, the same in a folder of the command line and in what the page saves.

#include <string>
#include <string_view>
#include <vector>

#include "padan/engine/export.hpp"

namespace padan::codec {

inline constexpr std::string_view kSummary = "summary.json";
inline constexpr std::string_view kProject = "project.json";
inline constexpr std::string_view kFigures = "figures.json";                 // what minutes state
inline constexpr std::string_view kGuide = "findings_guide.csv";             // what the codes of findings.csv mean
inline constexpr std::string_view kKeptDecisions = "recipe/decisions.jsonl"; // what the run was given
inline constexpr std::string_view kKeptModel = "recipe/model.json";
inline constexpr std::string_view kKeptInputs = "recipe/lists/"; // lists that came with returns

/// Action lists belong only to a result that somebody has locked: they come last.
[[nodiscard]] inline std::vector<engine::TableKind> sealed_tables(bool locked) {
  using engine::TableKind;
  std::vector<TableKind> tables = {TableKind::Rows,       TableKind::Persons,   TableKind::Families,
                                   TableKind::Pairs,      TableKind::Findings,  TableKind::Corrections,
                                   TableKind::CivilCheck, TableKind::Priorities};
  if (locked) {
    tables.push_back(TableKind::Actions);
  }
  return tables;
}

[[nodiscard]] inline std::string table_file(engine::TableKind kind) {
  return std::string(engine::to_text(kind)) + ".csv";
}

} // namespace padan::codec
