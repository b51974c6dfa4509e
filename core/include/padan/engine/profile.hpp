#pragma once
// How complete and how sound each column of a list is, before anything is matched.

#include <cstdint>
#include <string>
#include <vector>

#include "padan/engine/session.hpp"

namespace padan::engine {

/// Data rows by what their cell of one column is worth: good + damaged + missing == data rows of the source.
/// Columns whose kind has no rule (address, text) are good where they are filled.
struct ColumnProfile {
  std::uint32_t filled = 0; // not blank; a placeholder such as "-" is filled and missing
  std::uint32_t good = 0;
  std::uint32_t damaged =
      0; // something is there, but not what the kind asks for: NIK of 15 digits, 31-02-1970, sex "X"
  std::uint32_t missing = 0;
  std::vector<std::string> samples; // the first three distinct cells that are filled

  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    archive(self.filled, self.good, self.damaged, self.missing, self.samples);
  } // base/archive.hpp
};

struct SourceProfile {
  std::vector<ColumnProfile> columns; // as Recognition::columns

  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    archive(self.columns);
  } // base/archive.hpp
};

/// Cost: one pass over the cells. year: of the day of the run, bounds dates.
[[nodiscard]] SourceProfile profile_source(const Source& source, std::uint16_t year);

} // namespace padan::engine
