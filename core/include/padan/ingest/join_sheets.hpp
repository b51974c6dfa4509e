#pragma once
// One list on several sheets: a sheet per kecamatan or desa with the same header, or more rows than a sheet can hold.

#include <vector>

#include "padan/table/grid.hpp"

namespace padan::ingest {

/// Joins the sheets of a workbook that stand under the same header, in their order; others stay as they are, and so do sheets
/// named after a programme, a year or a month ("PKH", "2025"): those are lists of their own. Every row is still
/// there, its titles and repeated headers too, and knows its sheet by a last column, "Lembar": a sheet is often named after
/// the place that its rows do not name. "Sukamaju +2" is the sheet of a Grid that holds Sukamaju and two more.
/// Cost: one copy of the rows that join.
[[nodiscard]] std::vector<table::Grid> join_sheets(std::vector<table::Grid> grids);

} // namespace padan::ingest
