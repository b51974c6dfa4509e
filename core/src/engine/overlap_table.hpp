#pragma once
// What lists have in common, village by village, as lines of a file.

#include <vector>

#include "padan/engine/export.hpp"

namespace padan::engine {

/// Persons and families of one place on a set of lists: on exactly these, or on at least these two.
struct OverlapLine {
  std::uint32_t place = 0; // of the corpus
  bool everywhere = false; // of all places together
  bool exact = false;
  std::vector<std::uint16_t> sources;
  std::uint32_t persons = 0;
  std::uint32_t families = 0;
};

/// All places together first, then each by district and village. Cost: a sort of persons and families by place and set.
[[nodiscard]] std::vector<OverlapLine> overlap_lines(const Results& results);
[[nodiscard]] std::vector<std::string_view> overlap_header();
void write_overlap(const Results& results, const OverlapLine& line, Cells& cells);

} // namespace padan::engine
