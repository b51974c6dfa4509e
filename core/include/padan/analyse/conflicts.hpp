#pragma once
// Fields in which the lists contradict each other about one person, so that somebody should say what is right.

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "padan/resolve/master.hpp"

namespace padan::analyse {

/// Fields that are looked at, in the order of faces.
inline constexpr std::array<table::FieldKind, 8> kConflictFields{
    table::FieldKind::Nik, table::FieldKind::Kk,      table::FieldKind::Name,   table::FieldKind::BirthDate,
    table::FieldKind::Sex, table::FieldKind::Village, table::FieldKind::Decile, table::FieldKind::VitalStatus};
[[nodiscard]] std::optional<std::uint32_t> conflict_place(std::string_view field);

/// A conflict is two undamaged values that differ: a lost digit, a default date or a missing value is none. What a person has
/// decided is a conflict no longer; it is counted apart. Holds a byte a person. Cost of building: 10 ns a row.
class Conflicts {
public:
  explicit Conflicts(const resolve::MasterList& master, const base::Executor& executor = {});

  /// field: a place in kConflictFields.
  [[nodiscard]] bool open(std::uint32_t person, std::uint32_t field) const {
    return (open_[person] >> field & 1U) != 0;
  }
  [[nodiscard]] std::uint32_t count(std::uint32_t field) const { return counts_[field]; }
  [[nodiscard]] std::uint32_t decided(std::uint32_t field) const { return decided_[field]; }

private:
  std::vector<std::uint8_t> open_; // per person, a bit a field
  std::array<std::uint32_t, kConflictFields.size()> counts_{};
  std::array<std::uint32_t, kConflictFields.size()> decided_{};
};

} // namespace padan::analyse
