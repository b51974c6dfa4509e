#pragma once
// Worksheets that came back, in whatever state: what can be read of them, and in codes what cannot.
// Nothing is decided here; fieldwork.hpp sets returns against the batches that went out.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "padan/act/row_code.hpp"
#include "padan/act/worksheet.hpp"
#include "padan/table/grid.hpp"

namespace padan::act {

/// Enumerator, code, whether what it is about was left out of the result. Sentences are the faces'.
#define PADAN_TROUBLES(X)                                                                                              \
  X(FileRefused, "file_refused", true) /* detail: code of the error of reading */                                      \
  X(NoTable, "no_table", true)         /* no column of row codes, no proposals */                                      \
  X(OtherProject, "other_project", true)                                                                               \
  X(OtherBatch, "other_batch", true) /* detail: number of the batch */                                                 \
  X(OldBatch, "old_batch", false)    /* a later one went out to this village; taken all the same */                    \
  X(BrokenCode, "broken_code", true) /* detail: the code as written */                                                 \
  X(UnknownRow, "unknown_row", true) /* the code is whole, but no such row went out */                                 \
  X(NoCode, "no_code", true)         /* added rows that are no proposal either; rows: how many */                      \
  X(TooManyRows, "too_many_rows", true)                                                                                \
  X(RowTwice, "row_twice", false)    /* the same row twice in one file, with the same answer */                        \
  X(TwoAnswers, "two_answers", true) /* in one cell */                                                                 \
  X(UnknownAnswer, "unknown_answer", true)                                                                             \
  X(NoAnswer, "no_answer", true) /* something is filled in, but no result */                                           \
  X(FutureVisit, "future_visit", true)                                                                                 \
  X(BadVisitDate, "bad_visit_date", false)                                                                             \
  X(BadNik, "bad_nik", true) /* of a correction: that correction is left out */                                        \
  X(BadKk, "bad_kk", true)                                                                                             \
  X(BadBirthDate, "bad_birth_date", true)                                                                              \
  X(NoDocumentSeen, "no_document_seen", false)                                                                         \
  X(NothingCorrected, "nothing_corrected", false)                                                                      \
  X(UnknownTwin, "unknown_twin", true)                                                                                 \
  X(IdentityChanged, "identity_changed", false) /* printed cells were overwritten; they are not read */                \
  X(ProposalIncomplete, "proposal_incomplete", true)                                                                   \
  X(AddedAsProposal, "added_as_proposal", false) /* a row added below the list was taken as a proposal */              \
  X(RowsMissing, "rows_missing", false)          /* rows of the worksheet that are not in the file */                  \
  X(NotFilledIn, "not_filled_in", false)         /* rows without an answer */                                          \
  X(Conflict, "conflict", true)                  /* two answers for one row: a person decides */                       \
  X(SameFile, "same_file", false)                /* taken before, byte for byte */                                     \
  X(Macros, "macros", false)                     /* the file can hold programs; none was run */

enum class Trouble : std::uint8_t {
#define PADAN_ENUMERATOR(name, text, refuses) name,
  PADAN_TROUBLES(PADAN_ENUMERATOR)
#undef PADAN_ENUMERATOR
};
inline constexpr std::uint32_t kTroubles = 29;
[[nodiscard]] std::string_view to_text(Trouble trouble);
[[nodiscard]] bool refuses(Trouble trouble);

/// A row that a remark is about.
struct Spot {
  std::uint32_t line = 0;      // as the officer sees it; 0: the row is not in the file
  std::optional<RowCode> code; // where it can be read
};

/// Where in a file, and what of it.
struct Remark {
  Trouble trouble{};
  std::uint32_t line = 0;       // as the officer sees it; 0: the file as a whole
  std::uint32_t rows = 1;       // that it concerns
  std::string detail;           // the cell, a number; no name of a person unless somebody wrote it into the wrong cell
  std::vector<Spot> spots = {}; // each of these rows; none where it concerns the file as a whole
};

/// Texts as written, by field; only those that are filled in.
struct ReturnedRow {
  std::uint32_t line = 0;
  RowCode code;
  VisitResult result = VisitResult::None;
  std::string visit_date; // ISO, empty when not said
  std::string worker;
  std::uint8_t ticks = 0; // bit 0 sick … bit 4 disability, in the order of SheetField
  std::string kk;         // corrections: sixteen digits,
  std::string nik;        // sixteen digits,
  std::string name;       //
  std::string birth_date; // ISO
  std::string document;   // seen
  std::optional<RowCode> twin;
  std::string heir;
  std::string moved_to;
  std::string remark;

  [[nodiscard]] bool corrects() const { return !(kk.empty() && nik.empty() && name.empty() && birth_date.empty()); }
  /// Whether both say the same of the row; who said it, and when, is no matter.
  [[nodiscard]] bool same_answer(const ReturnedRow& other) const;
};

/// Somebody whom no list has. Texts as written; numbers of sixteen digits or empty.
struct ReturnedProposal {
  std::uint32_t line = 0;
  std::string kk;
  std::string nik;
  std::string name;
  std::string relation;
  std::string sex;
  std::string birth_date; // ISO, else as written
  std::string address;
  std::string rt;
  std::string rw;
  std::string remark;
  std::string visit_date;
  std::string worker;

  [[nodiscard]] bool same_person(const ReturnedProposal& other) const;
};

struct Return {
  std::string file;
  std::string sha256;
  std::string manifest_project; // id, from the hidden sheet; empty when that is gone
  std::string village_key;      // from the same
  std::uint32_t batch = 0;      // from the same, 0 when gone
  std::vector<ReturnedRow> rows;
  std::vector<ReturnedProposal> proposals;
  std::vector<Remark> remarks;
};

/// Keys of the hidden sheet, in its first column; values in the second. Also in front of what a return reader understands of it.
inline constexpr std::string_view kManifestSheet = "padan";
inline constexpr std::string_view kManifestFormat = "padan worksheet 1";

/// Rows that nobody should have added by hand.
inline constexpr std::uint32_t kMostAddedRows = 500;

/// Of all sheets of a file. today: ISO; a visit later than that is refused. Never fails: a file without a table says so.
/// Rows may be sorted, columns moved, renamed by their other spellings or gone, as long as row codes and results are there; where a
/// header is gone the column of row codes is known by its cells.
[[nodiscard]] Return read_return(std::string file, std::string sha256, const std::vector<table::Grid>& sheets,
                                 std::string_view today);

} // namespace padan::act
