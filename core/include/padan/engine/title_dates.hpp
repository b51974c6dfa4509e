#pragma once
// What the lines above a list say of its dates: "BERLAKU SAMPAI DENGAN 31 DESEMBER 2024", "Keadaan per 1 November 2026".

#include <string>

#include "padan/ingest/recognise.hpp"
#include "padan/table/grid.hpp"

namespace padan::engine {

struct TitleDates {
  std::string data_date; // ISO; empty when no title says so
  std::string valid_until;
};

/// Reads the title rows above the header only; a whole date must follow words that leave no doubt. The first one counts.
/// Cost: the cells of these rows.
[[nodiscard]] TitleDates read_title_dates(const table::Grid& grid, const ingest::Recognition& recognition);

} // namespace padan::engine
