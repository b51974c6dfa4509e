#pragma once
// Every sentence the command line says, in Indonesian and in English.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "arguments.hpp"
#include "padan/base/error.hpp"
#include "padan/engine/session.hpp"

namespace padan::cli {

enum class Language : std::uint8_t { Indonesian, English };

/// From LC_ALL, LC_MESSAGES or LANG, whichever is set first: Indonesian for `id…`, else English.
[[nodiscard]] Language language_of_environment();

/// What happened, where, and what to do.
[[nodiscard]] std::string sentence(Language language, const Error& error);
[[nodiscard]] std::string sentence(Language language, const UsageError& error);

[[nodiscard]] std::string stage_words(Language language, engine::Stage stage); // Idle: reading files
[[nodiscard]] std::string help(Language language);

/// "dtks (dtks.csv): DTKS, 5120 rows, 3 set aside" and the heads of the columns below it.
[[nodiscard]] std::string heading(Language language, const engine::Source& source);
[[nodiscard]] std::string profile_header(Language language);

/// Sentences that are no error of the core.
enum class Note : std::uint8_t {
  OutForeign,      // {folder}
  OutIsInput,      // {file}
  OutUnwritable,   // {file}
  ModelForeign,    // {file}
  GivenTwice,      // {file}
  DecisionsUnused, // {count}
  LockPassed,
  Joined,        // {list} {files}
  SamePeople,    // {file} {like} {share}
  OtherDate,     // {file} {like}
  FileAbsent,    // {name}
  ColumnAbsent,  // {name}
  FillDone,      // {files} {villages} {folder}
  NothingSealed, // {file}
  SummaryChanged,
  InputChanged,  // {file}
  InputAbsent,   // {file}
  InputUnknown,  // {file}
  OutputChanged, // {file}
  OutputAbsent,  // {file}
  TableOther,    // {file}
  TableDiffers,  // {file} {changed} {removed} {added}
  RowRemoved,    // {row} {before}
  RowAdded,      // {row} {after}
  CellChanged,   // {row} {column} {before} {after}
  NotComputed,
  VerifiedSame,   // {files} {seal}
  VerifiedOther,  // {seal}
  Changed,        // {before} {after} {entered} {left} {merged} {split} {mended} {nik_entered} {nik_left}
  AtLines,        // {lines}
  Matchable,      // {share}
  WorksheetsDone, // {villages} {rows} {folder}
  ReturnsDone,    // {files} {rows} {new} {conflicts} {proposals} {refused} {folder}
  Done            // {rows} {persons} {families} {review} {folder}
};
[[nodiscard]] std::string sentence(Language language, Note note,
                                   const std::vector<std::pair<std::string, std::string>>& params);

} // namespace padan::cli
