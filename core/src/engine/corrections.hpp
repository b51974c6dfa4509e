#pragma once
// Lines of the two tables by which lists are mended: what to correct in whose list, and what the civil registry knows instead.

#include <string_view>
#include <vector>

#include "padan/engine/export.hpp"

namespace padan::engine {

/// One value of one row to be mended by one owner.
struct CorrectionLine {
  analyse::Finding finding;
  std::uint32_t part = 0; // of its evidence
};
/// In the order of owner, list, row and code. owner: only his; empty: all.
[[nodiscard]] std::vector<CorrectionLine> correction_lines(const Results& results, std::string_view owner);
[[nodiscard]] std::vector<std::string_view> correction_header();
void write_correction(const Results& results, const CorrectionLine& line, bool masked, Cells& cells);

/// A row that the civil registry would not confirm, and the row of the registry that it is, or may be, meant for.
struct CivilLine {
  RowId row = 0;
  RowId there = resolve::Winner::kNone;
  float weight = 0.0F; // of the pair when they were not taken for one person; else 0
};
[[nodiscard]] std::vector<CivilLine> civil_lines(const Results& results);
[[nodiscard]] std::vector<std::string_view> civil_header();
void write_civil(const Results& results, const CivilLine& line, bool masked, Cells& cells);

} // namespace padan::engine
