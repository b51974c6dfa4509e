#pragma once
// What a worksheet has columns for, and what can be said of a visit. Source of the result codes: the union of practice of musdes
// forms, SIKS-NG and regional verval forms.

#include <cstdint>
#include <optional>
#include <string_view>

namespace padan::act {

/// Enumerator, code. The order of a worksheet from left to right.
#define PADAN_SHEET_FIELDS(X)                                                                                          \
  X(RowCode, "row_code")                                                                                               \
  X(Number, "number")                                                                                                  \
  X(Rt, "rt")                                                                                                          \
  X(Rw, "rw")                                                                                                          \
  X(Kk, "kk")                                                                                                          \
  X(Nik, "nik")                                                                                                        \
  X(Name, "name")                                                                                                      \
  X(Relation, "relation")                                                                                              \
  X(Sex, "sex")                                                                                                        \
  X(BirthDate, "birth_date")                                                                                           \
  X(Age, "age")                                                                                                        \
  X(Address, "address")                                                                                                \
  X(Decile, "decile")                                                                                                  \
  X(Lists, "lists")                                                                                                    \
  X(Programmes, "programmes")                                                                                          \
  X(Reasons, "reasons")                                                                                                \
  X(Result, "result") /* from here on to be filled in */                                                               \
  X(VisitDate, "visit_date")                                                                                           \
  X(Worker, "worker")                                                                                                  \
  X(Sick, "sick")                                                                                                      \
  X(Elderly, "elderly")                                                                                                \
  X(Alone, "alone")                                                                                                    \
  X(WithoutAid, "without_aid")                                                                                         \
  X(Disability, "disability")                                                                                          \
  X(NewKk, "new_kk")                                                                                                   \
  X(NewNik, "new_nik")                                                                                                 \
  X(NewName, "new_name")                                                                                               \
  X(NewBirthDate, "new_birth_date")                                                                                    \
  X(Document, "document")                                                                                              \
  X(Twin, "twin") /* row code of whom this is the double */                                                            \
  X(Heir, "heir")                                                                                                      \
  X(MovedTo, "moved_to")                                                                                               \
  X(Remark, "remark")                                                                                                  \
  X(Initials, "initials")                                                                                              \
  X(Print, "print") /* hidden: print_of() */

enum class SheetField : std::uint8_t {
#define PADAN_ENUMERATOR(name, text) name,
  PADAN_SHEET_FIELDS(PADAN_ENUMERATOR)
#undef PADAN_ENUMERATOR
};
inline constexpr std::uint32_t kSheetFields = 35;
[[nodiscard]] std::string_view to_text(SheetField field);
[[nodiscard]] inline bool is_filled_in(SheetField field) {
  return field >= SheetField::Result && field != SheetField::Print;
}
[[nodiscard]] inline bool is_tick(SheetField field) {
  return field >= SheetField::Sick && field <= SheetField::Disability;
}

/// Enumerator, code; the number on paper is the place, so None is no number.
#define PADAN_VISIT_RESULTS(X)                                                                                         \
  X(None, "")                                                                                                          \
  X(Eligible, "eligible")                                                                                              \
  X(Ineligible, "ineligible")                                                                                          \
  X(Dead, "dead")                                                                                                      \
  X(Moved, "moved")                                                                                                    \
  X(NotFound, "not_found")                                                                                             \
  X(Duplicate, "duplicate")                                                                                            \
  X(Refused, "refused")                                                                                                \
  X(Correction, "correction")                                                                                          \
  X(NoDocument, "no_document")                                                                                         \
  X(Proposal, "proposal")                                                                                              \
  X(NotVisited, "not_visited")

enum class VisitResult : std::uint8_t {
#define PADAN_ENUMERATOR(name, text) name,
  PADAN_VISIT_RESULTS(PADAN_ENUMERATOR)
#undef PADAN_ENUMERATOR
};
inline constexpr std::uint32_t kVisitResults = 12;
[[nodiscard]] std::string_view to_text(VisitResult result);
[[nodiscard]] std::optional<VisitResult> parse_visit_result(std::string_view code);
/// Whether somebody was there: what coverage counts.
[[nodiscard]] inline bool is_answered(VisitResult result) {
  return result != VisitResult::None && result != VisitResult::NotVisited;
}

/// What a cell of the result column says.
struct Answer {
  enum class State : std::uint8_t { Blank, Understood, TwoAnswers, Unknown };
  State state = State::Blank;
  VisitResult result = VisitResult::None;
};
/// Takes the number of the code list, the words of data/id/verval.tsv, or both in any order; a result said twice is one.
///   read_answer("3").result == VisitResult::Dead;  read_answer("1 - layak"), read_answer("MD"), read_answer("wafat")
///   read_answer("3 / pindah").state == Answer::State::TwoAnswers
[[nodiscard]] Answer read_answer(std::string_view cell);

/// The column that a header names; nothing for others.
[[nodiscard]] std::optional<SheetField> read_sheet_header(std::string_view header);

/// A tick box: v, x, ✓, ya, 1 or the like. "tidak", "-", 0 and blank are none.
[[nodiscard]] bool is_ticked(std::string_view cell);

} // namespace padan::act
