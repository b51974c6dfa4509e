#pragma once
// Finds the header among titles and data.

#include <cstdint>
#include <string>
#include <vector>

#include "padan/ingest/recognise.hpp"

namespace padan::ingest {

struct HeaderPlace {
  std::uint32_t row = 0;  // first header row; the first data row when there is no header
  std::uint32_t rows = 1; // 0, 1 or 2
};

/// Looks at the first 60 rows. The officer's line wins; otherwise the row with the most known headers and no data in it; a file
/// whose rows all look alike has no header.
[[nodiscard]] HeaderPlace find_header(const table::Grid& grid, const Hints& hints);

/// What stands above a column; `upper` is the group over it in a header of two rows ("Data Ayah" over "Nama").
struct HeaderText {
  std::string upper;
  std::string lower;
  [[nodiscard]] std::string joined() const;
};
[[nodiscard]] std::vector<HeaderText> header_texts(const table::Grid& grid, HeaderPlace place);

} // namespace padan::ingest
