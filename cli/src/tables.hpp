#pragma once
// The files of a result folder.

#include <functional>
#include <string>
#include <string_view>

#include "padan/base/executor.hpp"
#include "padan/codec/table_export.hpp"

namespace padan::cli {

inline constexpr std::string_view kSummary = "summary.json";
inline constexpr std::string_view kProject = "project.json";
inline constexpr std::string_view kGuide = "findings_guide.csv";             // what the codes of findings.csv mean
inline constexpr std::string_view kKeptDecisions = "recipe/decisions.jsonl"; // what the run was given
inline constexpr std::string_view kKeptModel = "recipe/model.json";
inline constexpr std::string_view kKeptInputs = "recipe/lists/"; // lists that came with returns
inline constexpr engine::TableKind kTables[] = {
    engine::TableKind::Rows,     engine::TableKind::Persons,     engine::TableKind::Families,  engine::TableKind::Pairs,
    engine::TableKind::Findings, engine::TableKind::Corrections, engine::TableKind::CivilCheck};

[[nodiscard]] inline std::string table_file(engine::TableKind kind) {
  return std::string(engine::to_text(kind)) + ".csv";
}

/// Some parts are made while those before them are handed on, in order.
void write_table(const engine::Results& results, engine::TableKind kind, const base::Executor& executor,
                 const std::function<void(std::string_view)>& append);

} // namespace padan::cli
