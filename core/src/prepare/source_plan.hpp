#pragma once
// Which grid columns feed which part of a record, settled once a source.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "padan/ingest/recognise.hpp"
#include "padan/prepare/date.hpp"
#include "padan/table/companion.hpp"

namespace padan::prepare {

struct ExtraColumn {
  std::uint32_t grid_column;
  std::string name;
  table::FieldKind kind;
};

/// Columns about a companion, kNone where the list has none.
struct CompanionColumns {
  static constexpr std::uint32_t kNone = UINT32_MAX;
  table::Role role;
  std::uint32_t name = kNone;
  std::uint32_t nik = kNone;
  std::uint32_t birth = kNone; // date or year
  DateOrder birth_order = DateOrder::DayFirst;
  bool nik_last_digit_lost = false;
};

struct SourcePlan {
  using Columns = std::vector<std::uint32_t>; // grid columns of one kind, in file order

  Columns of[64]; // by FieldKind
  std::vector<ExtraColumn> extras;
  std::vector<CompanionColumns> companions; // by role; those that a row can tell from others
  DateOrder birth_order = DateOrder::DayFirst;
  bool nik_last_digit_lost = false; // most numbers of the column end in 0: a spreadsheet took the 16th digit of all
  bool kk_last_digit_lost = false;

  [[nodiscard]] const Columns& columns(table::FieldKind kind) const { return of[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] bool has(table::FieldKind kind) const { return !columns(kind).empty(); }
};

[[nodiscard]] SourcePlan plan_source(const table::Grid& grid, const ingest::Recognition& recognition);

} // namespace padan::prepare
