#pragma once
// Decides what each column means, from its header and from its cells.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "column_probe.hpp"
#include "header_finder.hpp"
#include "header_words.hpp"
#include "padan/ingest/recognise.hpp"

namespace padan::ingest {

/// What one column may mean.
struct Candidate {
  table::Field field;
  double score = 0; // becomes the confidence
  bool of_head = false;
  bool supported = false; // by the cells
  bool by_header = false;
};

/// Weighs a header's meaning against the cells: a "KK" full of names is the head's name, a "Tempat Lahir" full of dates holds both.
[[nodiscard]] Candidate weigh(const Meaning& meaning, const ColumnProbe& probe);

/// What cells alone say. Without any header, dates, names and codes are believed too.
[[nodiscard]] Candidate from_content(const ColumnProbe& probe, bool headerless);

/// Columns with a header (one a grid column) or any content, in file order. A given mapping decides alone.
[[nodiscard]] std::vector<Column> map_columns(const table::Grid& grid, HeaderPlace place,
                                              const std::vector<HeaderText>& headers,
                                              const std::vector<ColumnProbe>& probes, const Hints& hints,
                                              table::Issues& issues);

} // namespace padan::ingest
