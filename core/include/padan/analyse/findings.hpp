#pragma once
// Faults and facts that somebody should act on, one code each. A finding rests on data that are there: what a list does not
// say is unknown and never a finding (no decile is not decile 1, no programme column is not "without aid").

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "padan/resolve/master.hpp"

namespace padan::analyse {

using prepare::RowId;
using resolve::FieldKind;

/// Enumerator, code, severity, subject.
#define PADAN_FINDINGS(X)                                                                                              \
  X(NikMissing, "nik_missing", Notice, Row) /* the list has a NIK column, this row is blank */                         \
  X(NikInvalid, "nik_invalid", Fault, Row)  /* breaks the rule of the number, or a dummy */                            \
  X(NikDamaged, "nik_damaged", Fault, Row)  /* digits lost in a spreadsheet */                                         \
  X(NikShared, "nik_shared", Fault, Person) /* one NIK, two or more persons */                                         \
  X(NikSecond, "nik_second", Fault, Person) /* one person, two good NIKs */                                            \
  X(KkInvalid, "kk_invalid", Notice, Row)                                                                              \
  X(KkConflict, "kk_conflict", Notice, Person)                  /* one person, two good KKs */                         \
  X(DuplicateInSource, "duplicate_in_source", Fault, Row)       /* a further row of a person in one list */            \
  X(IdentityDiffers, "identity_differs", Notice, Row)           /* NIK, name, birth date or sex unlike the master */   \
  X(NotInCivilRegistry, "not_in_civil_registry", Fault, Person) /* the registry covers the district, not the person */ \
  X(DeceasedOnList, "deceased_on_list", Fault, Person)          /* once per list */                                    \
  X(DeceasedReceiving, "deceased_receiving", Grave, Person)     /* once per list */                                    \
  X(MovedOnList, "moved_on_list", Notice, Person)                                                                      \
  X(MovedReceiving, "moved_receiving", Fault, Person)                                                                  \
  X(ReceivingNotRegistered, "receiving_not_registered", Fault, Person)                                                 \
  X(PoorestWithoutAid, "poorest_without_aid", Grave, Family) /* decile 1, nobody receives anything */                  \
  X(SameAidTwice, "same_aid_twice_in_family", Fault, Family)                                                           \
  X(PbiMissing, "pbi_missing", Fault, Person)                                                                          \
  X(PbiNotPoor, "pbi_not_poor", Notice, Person)                                                                        \
  X(OutsideRegion, "outside_region", Notice, Row)                                                                      \
  X(ChildWithoutNik, "child_without_nik", Notice, Person)                                                              \
  X(ElderlyAlone, "elderly_alone", Notice, Person)                                                                     \
  X(BasisExpired, "basis_expired", Fault, Source)

enum class Code : std::uint8_t {
#define PADAN_ENUMERATOR(name, text, severity, subject) name,
  PADAN_FINDINGS(PADAN_ENUMERATOR)
#undef PADAN_ENUMERATOR
};
inline constexpr std::uint32_t kCodes = 23;

enum class Severity : std::uint8_t { Notice, Fault, Grave };           // "notice", "fault", "grave"
enum class SubjectKind : std::uint8_t { Row, Person, Family, Source }; // "row", "person", "family", "source"

[[nodiscard]] std::string_view to_text(Code code);
[[nodiscard]] std::string_view to_text(Severity severity);
[[nodiscard]] std::string_view to_text(SubjectKind kind);
[[nodiscard]] Severity severity_of(Code code);
[[nodiscard]] SubjectKind subject_kind_of(Code code);
/// False when the text is no code.
[[nodiscard]] bool parse_code(std::string_view text, Code& code);

struct Finding {
  Code code;
  std::uint32_t subject = 0; // RowId, person, family or source, by code
  RowId row = 0;             // where it shows; kNoRow for a source
  static constexpr RowId kNoRow = UINT32_MAX;
};

/// One value of the evidence: field, what this row or person has, what it stands against (may be empty).
struct EvidencePart {
  std::string_view field; // text of a FieldKind, or "programme", "valid_until", "members"
  std::string value;
  std::string against;
};

struct FindingRules {
  std::uint8_t pbi_ceiling = 5; // highest decile entitled to PBI; it changed in 2025, so it is a setting
};

/// Which findings are wanted; what is left as it is asks nothing.
struct FindingQuery {
  std::optional<Code> code = {};
  std::vector<bool> places = {}; // by Corpus::places, of the person or family; findings about lists are at no place
};

/// Looks at every row and person once when built and keeps counts only; for_each() goes over them again in the same order
/// (by person, then family, then source), so memory does not grow with the findings. Thread-safe once built. What is not wanted is
/// not looked for: one code costs a part of all, one village next to nothing.
class Findings {
public:
  Findings(const resolve::MasterList& master, const clustering::Cards& cards, const FindingRules& rules = {},
           const base::Executor& executor = {});

  [[nodiscard]] std::uint64_t count(Code code) const { return counts_[static_cast<std::size_t>(code)]; }
  [[nodiscard]] std::uint64_t total() const;
  void for_each(const std::function<void(const Finding&)>& visit, const FindingQuery& query = {}) const;
  [[nodiscard]] std::vector<EvidencePart> evidence(const Finding& finding) const;
  /// The agency that can mend it: owner of the list, or the civil registry's for matters of identity. May be empty.
  [[nodiscard]] std::string owner(const Finding& finding) const;

private:
  struct Facts; // what the data are able to tell
  class Scan;
  using Counts = std::array<std::uint64_t, kCodes>;

  const resolve::MasterList& master_;
  FindingRules rules_;
  std::shared_ptr<const Facts> facts_;
  Counts counts_{};
};

} // namespace padan::analyse
