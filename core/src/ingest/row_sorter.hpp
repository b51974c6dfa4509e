#pragma once
// Tells data rows from titles, repeated headers, blank rows, totals and signatures.

#include "header_finder.hpp"
#include "padan/ingest/recognise.hpp"

namespace padan::ingest {

/// Fills data_rows, skipped and the row issues of a recognition whose columns are known. A row with a plausible person (a number
/// of identity, or a name with a date or a family card) is always data. Cost: one pass; almost all rows end after two cells.
void sort_rows(const table::Grid& grid, HeaderPlace place, Recognition& recognition);

} // namespace padan::ingest
