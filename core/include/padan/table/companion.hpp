#pragma once
// Companions: the people whom a row names beside the one it is about, such as the mother of a pupil or the wife of a head.
// What a list says of them is "<role>_<fact>": "mother_name", "father_nik", "guardian_birth_year".

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "padan/table/field.hpp"

namespace padan::table {

/// Who the companion is to the person of the row. Parent: father or mother, the list does not say which.
enum class Role : std::uint8_t { Mother, Father, Parent, Guardian, Head, Spouse, Child };
inline constexpr std::array kRoles{Role::Mother, Role::Father, Role::Parent, Role::Guardian,
                                   Role::Head,   Role::Spouse, Role::Child};

/// "mother", "spouse".
[[nodiscard]] std::string_view to_text(Role role);

struct CompanionFact {
  Role role;
  FieldKind fact; // Name, Nik, BirthDate or BirthYear
};

/// Nothing for a field of the row's own person.
///   companion_fact(*parse_field("father_nik"))->fact == FieldKind::Nik
[[nodiscard]] std::optional<CompanionFact> companion_fact(const Field& field);

/// The inverse: one of the kinds that name a companion by themselves (MotherName, HeadNik), else Companion.
[[nodiscard]] Field companion_field(Role role, FieldKind fact);

/// What kind of thing the cells of a column hold, whoever it is about: Nik for "nik", "head_nik" and "spouse_nik".
[[nodiscard]] FieldKind fact_of(const Field& field);

} // namespace padan::table
