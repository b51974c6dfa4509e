#pragma once
// All that a person needs to answer one case, and nothing that a face would have to work out.

#include <string>
#include <string_view>
#include <vector>

#include "padan/engine/details.hpp"

namespace padan::engine {

/// A stretch of a value; same: the value that it is held against has it, too.
struct TextPart {
  std::string text;
  bool same = true;
};

/// One field of all rows, each value as its list has it.
struct CaseField {
  table::FieldKind field{};
  std::vector<std::string> values;
  bool differs = false;
  std::vector<std::vector<TextPart>> parts; // of each value; empty where a row says nothing
};

/// What is known to be wrong with a cell.
#define PADAN_DAMAGES(X)                                                                                               \
  X(NikLastDigitLost, "nik_last_digit_lost") /* by a spreadsheet */                                                    \
  X(NikInvalid, "nik_invalid")               /* breaks the rule of the number */                                       \
  X(NikShort, "nik_short")                                                                                             \
  X(NikShared, "nik_shared") /* stands with many people */                                                             \
  X(KkDamaged, "kk_damaged")                                                                                           \
  X(BirthDefault, "birth_default")  /* typed for want of one: 1 January, 1 July */                                     \
  X(BirthFromNik, "birth_from_nik") /* the list has none; the NIK tells */                                             \
  X(NameInitials, "name_initials")

enum class Damage : std::uint8_t {
#define PADAN_ENUMERATOR(name, text) name,
  PADAN_DAMAGES(PADAN_ENUMERATOR)
#undef PADAN_ENUMERATOR
};
[[nodiscard]] std::string_view to_text(Damage damage);

struct CaseDamage {
  std::uint32_t row = 0; // place in the rows
  table::FieldKind field{};
  Damage damage{};
};

struct CaseMember {
  std::uint32_t person = 0;
  std::string name;
  std::string relation;
  std::string birth_date;
  bool shared = false; // a member of that name stands in another family of the case
};

struct CaseFamily {
  std::uint32_t person = 0; // whose family it is
  std::uint32_t family = 0;
  std::string id;
  std::string kk;
  std::vector<CaseMember> members;
};

struct CaseLink {
  std::uint32_t left = 0; // places in the rows
  std::uint32_t right = 0;
  double weight = 0.0; // of these two rows alone
};

struct CaseDetail {
  std::vector<RowLine> rows;
  std::vector<CaseField> fields; // in the order of the form, those that any row has
  std::vector<CaseDamage> damage;
  std::vector<CaseFamily> families; // one a person
  std::vector<CaseLink> links;      // heaviest first
};

/// rows: of the run, few. Cost: some comparisons a pair of rows.
[[nodiscard]] CaseDetail case_detail(const Results& results, const std::vector<RowId>& rows);

/// Where two texts agree, letter by letter, capitals or not: the parts of `text`.
///   held_against("SITI AMINAH", "SITI AMINA") == {{"SITI AMINA", true}, {"H", false}}
[[nodiscard]] std::vector<TextPart> held_against(std::string_view text, std::string_view other);

} // namespace padan::engine
