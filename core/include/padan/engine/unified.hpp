#pragma once
// What the one list says by place and by field: shares of villages, findings inside a part of the region, who says what.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "padan/engine/views.hpp"

namespace padan::engine {

/// A village, or the unknown one (empty key), with how many of its people a question concerns.
struct PlaceTally {
  std::uint32_t place = 0;
  std::string key; // PlaceCount::key
  std::string village;
  std::string district;
  std::string regency; // four digits, empty when no list tells
  std::uint32_t units = 0;
  std::uint32_t hits = 0;
};

/// Persons or families (the kind of the query) per village and those of them that the query finds; villages without any
/// are left out, and those that are not within the region of the query. By district, then village; the unknown village last. Errors: those of open_view.
[[nodiscard]] Result<std::vector<PlaceTally>> tally_places(const Results& results, const Query& query);

/// Name of a regency by its four digits, empty when they are no regency's.
[[nodiscard]] std::string_view regency_name(std::string_view key);

/// Findings inside a region, per code: as many as a view of that code there has lines.
[[nodiscard]] Result<std::array<std::uint64_t, analyse::kCodes>> count_findings(const Results& results,
                                                                                const Region& region);

/// What lists say of one field of a person; equal values stand once.
struct Saying {
  std::string value;
  std::vector<std::string_view> sources;
  RowId row = 0; // the first that says so
  bool in_use = false;
};
struct ConflictLine {
  PersonLine person;
  resolve::Rule rule{};
  std::vector<Saying> sayings; // the value in use first, then by number of lists
};
[[nodiscard]] ConflictLine conflict_line(const Results& results, std::uint32_t person, table::FieldKind field);

} // namespace padan::engine
