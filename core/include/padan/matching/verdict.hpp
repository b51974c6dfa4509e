#pragma once

#include "padan/prepare/corpus.hpp"

namespace padan::matching {

/// A human decision about two rows; it outweighs any evidence.
struct Verdict {
  prepare::RowId left;
  prepare::RowId right;
  bool same;
};

} // namespace padan::matching
