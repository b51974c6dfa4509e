#pragma once
// What made-up field workers find at the doors of a village, and how its worksheet comes back: for training, and for tests that take
// returns. Same village, same options: same answers.
//
//   Visit visit = pay_visits(rows, {.seed = 1, .today = "2026-11-28"}, "Desa Sukamaju");
//   visit.answers[0].result == "3 Meninggal";

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "padan/synth/synth.hpp"

namespace padan::synth {

/// How a worksheet comes back that is not simply filled in. Enumerator, code.
#define PADAN_FLAWS(X)                                                                                                 \
  X(None, "")                                                                                                          \
  X(Unfinished, "unfinished")       /* the last part is blank */                                                       \
  X(OwnWords, "own_words")          /* words instead of answers from the list; one that nobody understands */          \
  X(TwoAnswers, "two_answers")      /* in one cell */                                                                  \
  X(FutureVisit, "future_visit")    /* a visit that is yet to come */                                                  \
  X(BrokenCode, "broken_code")      /* a row code with a slip */                                                       \
  X(RowsDeleted, "rows_deleted")    /* those who were not met */                                                       \
  X(Sorted, "sorted")               /* by name, the columns in another order */                                        \
  X(Contradiction, "contradiction") /* a second file by another worker says otherwise of somebody */                   \
  X(Twice, "twice")                 /* the same file again under another name */                                       \
  X(Csv, "csv")                     /* the first sheet only, as separated text */                                      \
  X(AddedRows, "added_rows") /* people written below the list instead of on their sheet, one without a number */       \
  X(Photo, "photo")          /* a picture of the printed form */                                                       \
  X(NotReturned, "not_returned")

enum class Flaw : std::uint8_t {
#define PADAN_ENUMERATOR(name, text) name,
  PADAN_FLAWS(PADAN_ENUMERATOR)
#undef PADAN_ENUMERATOR
};
inline constexpr std::uint32_t kFlaws = 14;
[[nodiscard]] std::string_view to_text(Flaw flaw);

struct VisitOptions {
  std::uint64_t seed = 1;
  Errors errors = Errors::Medium; // share of villages with a flaw: light 10 %, medium 30 %, heavy 60 %, none 0
  std::string today;              // ISO: the day of the last visits
};

/// A row as it is printed on the worksheet.
struct SheetRow {
  std::string nik;
  std::string name;
  std::string birth_date; // ISO or dd/mm/yyyy
  std::string age;
  std::string reasons;
};

/// What is written into a row; empty where nothing is.
struct SheetAnswer {
  std::string result;
  std::string visit_date;      // dd/mm/yyyy
  std::array<bool, 5> ticks{}; // ill, old, alone, without aid, disabled
  std::string new_nik;
  std::string new_name;
  std::string document;
  std::string heir;
  std::string moved_to;
  std::string remark;
};

/// Somebody whom the worksheet does not have.
struct Newcomer {
  std::string nik;
  std::string kk;
  std::string name;
  std::string sex;
  std::string birth_date; // dd/mm/yyyy
  std::string remark;
};

struct Visit {
  Flaw flaw = Flaw::None;
  std::string worker;
  std::string second_worker;        // of a contradiction
  std::vector<SheetAnswer> answers; // one a row
  std::vector<Newcomer> newcomers;
};

/// village: name or code, so that each has answers of its own. number: its place among the villages; every kind of flaw comes in
/// its turn.
[[nodiscard]] Visit pay_visits(const std::vector<SheetRow>& rows, const VisitOptions& options, std::string_view village,
                               std::uint32_t number);

} // namespace padan::synth
