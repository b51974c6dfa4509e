#pragma once
// What a column means. The vocabulary of project.json mappings, of the recogniser and of matching.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace padan::table {

/// One row per kind: enumerator, text in project.json. `id:<name>` and `programme:<name>` carry a name.
/// The last block holds composite or helper kinds that recognition meets in real lists.
#define PADAN_FIELD_KINDS(X)                                                                                           \
  X(Text, "text")                                                                                                      \
  X(Nik, "nik")                                                                                                        \
  X(Kk, "kk")                                                                                                          \
  X(Id, "id")                                                                                                          \
  X(Name, "name")                                                                                                      \
  X(GivenName, "given_name")                                                                                           \
  X(FamilyName, "family_name")                                                                                         \
  X(Alias, "alias")                                                                                                    \
  X(MotherName, "mother_name")                                                                                         \
  X(BirthDate, "birth_date")                                                                                           \
  X(BirthPlace, "birth_place")                                                                                         \
  X(Sex, "sex")                                                                                                        \
  X(Relation, "relation")                                                                                              \
  X(Address, "address")                                                                                                \
  X(Rt, "rt")                                                                                                          \
  X(Rw, "rw")                                                                                                          \
  X(Hamlet, "hamlet")                                                                                                  \
  X(Village, "village")                                                                                                \
  X(District, "district")                                                                                              \
  X(Regency, "regency")                                                                                                \
  X(Province, "province")                                                                                              \
  X(RegionCode, "region_code")                                                                                         \
  X(Postcode, "postcode")                                                                                              \
  X(Phone, "phone")                                                                                                    \
  X(Decile, "decile")                                                                                                  \
  X(Programme, "programme")                                                                                            \
  X(VitalStatus, "vital_status")                                                                                       \
  X(ChronicIllness, "chronic_illness")                                                                                 \
  X(Disability, "disability")                                                                                          \
  X(Occupation, "occupation")                                                                                          \
  X(BirthPlaceDate, "birth_place_date") /* "SERANG, 12-05-1970" in one cell */                                         \
  X(BirthYear, "birth_year")                                                                                           \
  X(Age, "age")                                                                                                        \
  X(RtRw, "rt_rw")         /* "001/002" in one cell */                                                                 \
  X(HeadName, "head_name") /* kepala keluarga, when the row is another member */                                       \
  X(HeadNik, "head_nik")                                                                                               \
  X(FatherName, "father_name")                                                                                         \
  X(MotherNik, "mother_nik")                                                                                           \
  X(ParentName, "parent_name")     /* "Nama Ortu": father or mother */                                                 \
  X(CivilMatch, "civil_match")     /* Padan Dukcapil */                                                                \
  X(ProvinceCode, "province_code") /* parts of a region code in columns of their own */                                \
  X(RegencyCode, "regency_code")                                                                                       \
  X(DistrictCode, "district_code")                                                                                     \
  X(VillageCode, "village_code")                                                                                       \
  X(Email, "email")                                                                                                    \
  X(Companion, "companion")    /* somebody else in the row; its text is its name: "spouse_nik", see companion.hpp */   \
  X(Stunting, "stunting")      /* height for age: pendek, sangat pendek, normal; or yes and no */                      \
  X(MeasuredOn, "measured_on") /* when a child was measured: of several rows the latest counts */

enum class FieldKind : std::uint8_t {
#define PADAN_ENUMERATOR(name, text) name,
  PADAN_FIELD_KINDS(PADAN_ENUMERATOR)
#undef PADAN_ENUMERATOR
};

/// The name of a programme column whose cells say which programme it is: "programme:*".
inline constexpr std::string_view kNamedByCell = "*";

/// A kind and, for Id and Programme, its name: "id:p3ke", "programme:pkh"; for Companion its text: "spouse_nik".
struct Field {
  FieldKind kind = FieldKind::Text;
  std::string name;
  friend bool operator==(const Field& a, const Field& b) { return a.kind == b.kind && a.name == b.name; }

  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    archive(self.kind, self.name);
  } // base/archive.hpp
};

/// "nik", "id:p3ke", "programme:pkh".
std::string to_text(const Field& field);

/// The inverse of to_text; nothing for a text that names no kind.
std::optional<Field> parse_field(std::string_view text);

} // namespace padan::table
