#pragma once
// Lists of one shape stand under the same headers. What an officer said of one of them holds for the next.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "padan/ingest/recognise.hpp"

namespace padan::ingest {

/// How lists of one shape are to be read. It holds headers and field texts, nothing of any row.
struct Reading {
  std::string shape;
  std::vector<std::pair<std::string, std::string>>
      mapping;        // as Hints::mapping, or empty; columns of one kind follow this order
  std::string layout; // empty: the recognised one
};
using Readings = std::vector<Reading>;

/// 16 hexadecimal digits that lists have in common whose own headers (not Grid::added) are the same but for case, blanks and
/// punctuation, whatever rows stand above. The order of columns is no matter, unless two of them bear one header. Empty where nothing
/// may be remembered: less than three headers, or a "header" that an officer put on a row of data.
[[nodiscard]] std::string shape_of(const table::Grid& grid, const Recognition& recognition);

struct Recalled {
  Recognition recognition;
  Hints hints;                    // that gave it
  std::vector<std::string> order; // headers of the grid, as the reading has them
  std::string layout;             // of the reading
};

/// Reads the grid as the first of the readings whose shape it has, at whatever line among the first 60 its header stands; `plain` is what
/// recognise() says with these hints. Nothing when no reading fits, or the hints already say how to read.
/// Cost: the headers of 60 rows, and recognise() where a reading fits.
[[nodiscard]] std::optional<Recalled> recall(const table::Grid& grid, const Hints& hints,
                                             const Result<Recognition>& plain, const Readings& readings);

} // namespace padan::ingest
