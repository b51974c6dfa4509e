#pragma once
// What is wrong with a list, what is doubtful and what it is good for, before anything is matched. Every figure keeps the
// rows that it counts, so that a face can open them and the owner of the list can mend them.
//
//   const ListProfile profile = profile_list(source, 2026);
//   for (const Remark& remark : profile.remarks) { to_text(remark.code);  remark.rows.count();  remark.rows.slice(0, 20); }

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "padan/engine/profile.hpp"
#include "padan/engine/session.hpp"

namespace padan::engine {

/// Good: what the list is worth. Note: doubtful, or a warning only. Fault: to be mended by the owner.
enum class Grade : std::uint8_t { Good, Note, Fault };

/// One row per figure: enumerator, dotted text (the key of its sentences), grade. Those of cells come first.
#define PADAN_REMARKS(X)                                                                                               \
  X(CellMissing, "cell.missing", Note)             /* blank */                                                         \
  X(CellError, "cell.error", Fault)                /* #N/A, #REF! of a spreadsheet */                                  \
  X(CellLetters, "cell.letters", Fault)            /* characters that were lost on the way */                          \
  X(NumberPlaceholder, "number.placeholder", Note) /* 0, -, KOSONG, 9998 */                                            \
  X(NumberScientific, "number.scientific", Fault)  /* 3.20901E+15 */                                                   \
  X(NumberLastDigit, "number.last_digit", Fault)   /* the 16th digit, lost in a spreadsheet */                         \
  X(NumberLength, "number.length", Fault)                                                                              \
  X(NumberDummy, "number.dummy", Fault)   /* digits all alike or counting up */                                        \
  X(NumberSerial, "number.serial", Fault) /* ends in 0000 */                                                           \
  X(NumberRegion, "number.region", Fault) /* begins below every province */                                            \
  X(NumberDate, "number.date", Fault)     /* no day of any calendar inside */                                          \
  X(NumberPrefix, "number.prefix", Note)  /* a district that is not in the table of regions */                         \
  X(DatePlaceholder, "date.placeholder", Note)                                                                         \
  X(DateImpossible, "date.impossible", Fault)                                                                          \
  X(DateFuture, "date.future", Fault)                                                                                  \
  X(DatePartial, "date.partial", Fault)     /* a year without a day */                                                 \
  X(DateSwapped, "date.swapped", Note)      /* day and month, told by the column or by the NIK */                      \
  X(DateShortYear, "date.short_year", Note) /* two digits */                                                           \
  X(DateDefault, "date.default", Note)      /* 1 January, 31 December, 1 July */                                       \
  X(DateSerial, "date.serial", Note)        /* the number of a spreadsheet's day */                                    \
  X(NamePlaceholder, "name.placeholder", Note)                                                                         \
  X(NameDigits, "name.digits", Fault)                                                                                  \
  X(NameLetter, "name.letter", Fault) /* one letter */                                                                 \
  X(RtRwDate, "rtrw.date", Note)      /* made a date by a spreadsheet, read as two numbers again */                    \
  X(RtRwUnread, "rtrw.unread", Fault)                                                                                  \
  X(SexUnknown, "sex.unknown", Fault)                                                                                  \
  X(DecileUnknown, "decile.unknown", Fault)                                                                            \
  X(PlaceUnknown, "place.unknown", Note)  /* a name that is not in the table of regions */                             \
  X(CodeUnknown, "code.unknown", Note)    /* a code that is not in it, where codes are Kemendagri's */                 \
  X(NikIsKk, "nik.is_kk", Fault)          /* the same number as the row's KK */                                        \
  X(NikShared, "nik.shared", Fault)       /* one NIK, several different names */                                       \
  X(KkCrowded, "kk.crowded", Fault)       /* one KK, more rows than a family has */                                    \
  X(SameNik, "row.same_nik", Fault)       /* one NIK, one name, several rows */                                        \
  X(SamePerson, "row.same_person", Fault) /* one name and birth date, several rows, not one NIK */                     \
  X(BirthDiffers, "nik.birth_differs", Fault)                                                                          \
  X(SexDiffers, "nik.sex_differs", Fault)                                                                              \
  X(Elsewhere, "nik.elsewhere", Note) /* first registered in another regency than the list's */                        \
  X(BirthAgrees, "nik.birth_agrees", Good)                                                                             \
  X(SexAgrees, "nik.sex_agrees", Good)                                                                                 \
  X(AtHome, "nik.at_home", Good)                                                                                       \
  X(BornIn, "birth.decade", Good)            /* Remark::value is the first year */                                     \
  X(ByNik, "match.nik", Good)                /* a good NIK of one person */                                            \
  X(ByDamagedNik, "match.damaged_nik", Good) /* else what is left of a NIK, and a name */                              \
  X(ByBirth, "match.birth", Good)            /* else name, birth date and a place, a KK or the mother's name */        \
  X(ByCard, "match.card", Good)              /* else name and a KK */                                                  \
  X(Thin, "match.thin", Fault)               /* a name and too little beside it */                                     \
  X(Nameless, "match.nameless", Fault)       /* neither a name nor a good NIK */

enum class RemarkCode : std::uint8_t {
#define PADAN_ENUMERATOR(name, text, grade) name,
  PADAN_REMARKS(PADAN_ENUMERATOR)
#undef PADAN_ENUMERATOR
};

[[nodiscard]] std::string_view to_text(RemarkCode code);
[[nodiscard]] Grade grade_of(RemarkCode code);
[[nodiscard]] std::string_view to_text(Grade grade); // "good", "note", "fault"

/// Data rows of a source, by their position in Recognition::data_rows; one bit each.
class RowSet {
public:
  explicit RowSet(std::uint32_t rows) : words_((rows + 63) / 64) {}
  void add(std::uint32_t position) {
    std::uint64_t& word = words_[position / 64];
    const std::uint64_t bit = std::uint64_t{1} << position % 64;
    count_ += (word & bit) == 0 ? 1U : 0U;
    word |= bit;
  }
  [[nodiscard]] bool has(std::uint32_t position) const { return (words_[position / 64] >> position % 64 & 1U) != 0; }
  [[nodiscard]] std::uint32_t count() const { return count_; }
  /// The rows number from..to of the set, ascending. Cost: a look at every word.
  [[nodiscard]] std::vector<std::uint32_t> slice(std::uint32_t from, std::uint32_t to) const;

private:
  std::vector<std::uint64_t> words_;
  std::uint32_t count_ = 0;
};

constexpr std::uint32_t kWholeRow = 0xFFFFFFFF;

struct Remark {
  RemarkCode code;
  std::uint32_t column = kWholeRow; // of Recognition::columns
  std::uint32_t value = 0;          // BornIn: the first year of the decade
  std::uint32_t groups = 0;         // NikShared, SameNik, SamePerson, KkCrowded: different numbers or persons concerned
  std::uint32_t largest = 0;        // most names of one NIK, most rows of one group
  RowSet rows;
};

/// The regency that a list is about.
struct Home {
  enum class From : std::uint8_t { Unknown, Names, Codes, Nik };
  std::uint32_t code = 0; // Kemendagri, four digits; 0: not known
  std::string name;
  From from = From::Unknown;
  double share = 0; // of what was asked
};
[[nodiscard]] std::string_view to_text(Home::From from); // "unknown", "names", "codes", "nik"

enum class CodeSystem : std::uint8_t { Unclear, Kemendagri, Bps };
[[nodiscard]] std::string_view to_text(CodeSystem system); // "unclear", "kemendagri", "bps"

/// Whose codes a column holds. Both number provinces and regencies (nearly) alike and part below: Kemendagri writes a
/// district in two digits and a village in four (1xxx kelurahan, 2xxx desa), BPS three and three, its districts mostly
/// ending in 0. A code counts for Kemendagri when the table has it and, where a village is named beside it, under that name.
struct CodeEvidence {
  std::uint32_t column = 0;
  std::uint32_t rows = 0;                                             // with a code
  std::uint32_t province = 0, regency = 0, district = 0, village = 0; // rows whose code is in the table so far
  std::uint32_t for_kemendagri = 0, for_bps = 0, against_name = 0;    // rows
  CodeSystem system = CodeSystem::Unclear;
  double share = 0;  // of the rows that can tell, for the system
  bool sure = false; // nine of ten, and at least kEnoughCodes rows
};

struct UnknownPlace {
  std::string text;
  std::uint32_t rows;
};

struct NameEvidence {
  std::uint32_t column = 0;
  std::uint32_t rows = 0; // with a name
  std::uint32_t found = 0;
  std::uint32_t unknown_names = 0;
  std::vector<UnknownPlace> unknown; // the most frequent kShownPlaces
};

struct ListProfile {
  SourceProfile columns;
  std::vector<Remark> remarks; // those that count something, by column, code and value
  Home home;
  std::vector<CodeEvidence> codes;
  std::vector<NameEvidence> names;

  /// Rows that have enough to be matched.
  [[nodiscard]] std::uint32_t matchable() const;
};

constexpr std::uint32_t kEnoughCodes = 20;
constexpr std::uint32_t kShownPlaces = 30;
constexpr std::uint32_t kLargestCard = 25; // rows of one KK in one list

/// Profiles a list in steps, so that whoever waits sees how far it is and may give it up. The source outlives it unchanged.
///   Profiler profiler(source, 2026);  while (!profiler.step(100'000)) {}  profile = profiler.take();
/// Cost: about two passes over the cells, work once per distinct value but for NIK and KK: some 4 µs a row. Too much for
/// reading a file, so asked for by who looks at a list. A step is about `cells` cells, or what cannot be parted: sorting the
/// rows, and one column of places (some 0.3 µs a row). year: of the day of the run.
class Profiler {
public:
  Profiler(const Source& source, std::uint16_t year);
  ~Profiler();
  Profiler(Profiler&&) noexcept;
  /// True when done.
  bool step(std::uint32_t cells);
  [[nodiscard]] std::uint64_t done() const; // of total(); what is left takes about as long a unit as what is done
  [[nodiscard]] std::uint64_t total() const;
  [[nodiscard]] ListProfile take();

private:
  struct State;
  std::unique_ptr<State> state_;
};

[[nodiscard]] ListProfile profile_list(const Source& source, std::uint16_t year);

} // namespace padan::engine
