#pragma once
// Two versions of a master list: what happened to people, apart from what only happened to the data.
//
//   auto change = compare_versions({old_persons, old_rows, old_lists}, {new_persons, …}, {});
//   change->count(Change::Entered) - change->count(Change::Left);     // real, whatever the numbers of rows say
//
// People are found again by rows of lists that stayed the same, then by their ids (made of content, see resolve/identity.hpp),
// then by matching the two lists as any others: a mended NIK or a corrected name makes nobody new. Who is left over but has rows
// of a person already found, or looks like one, was counted twice in one version.

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "padan/base/error.hpp"
#include "padan/base/executor.hpp"
#include "padan/table/grid.hpp"

namespace padan::engine {

/// Enumerator, code. The first four say that a person stands in one version only, the others what changed of one in both.
#define PADAN_CHANGES(X)                                                                                               \
  X(Entered, "entered")                                                                                                \
  X(Left, "left")                                                                                                      \
  X(Merged, "merged") /* was two entries, is one: no real change */                                                    \
  X(Split, "split")   /* was one entry, is two: no real change */                                                      \
  X(Died, "died")                                                                                                      \
  X(Moved, "moved")           /* to another village, or marked as moved */                                             \
  X(Graduated, "graduated")   /* decile rose above Versions::poor_decile */                                            \
  X(Poorer, "poorer")         /* decile fell to it or below */                                                         \
  X(Programmes, "programmes") /* receives something new or no longer */                                                \
  X(Card, "card")             /* another KK */                                                                         \
  X(Mended, "mended")         /* NIK, name, birth or sex are written otherwise: no real change */

enum class Change : std::uint8_t {
#define PADAN_ENUMERATOR(name, text) name,
  PADAN_CHANGES(PADAN_ENUMERATOR)
#undef PADAN_ENUMERATOR
};
inline constexpr std::uint32_t kChanges = 11;
[[nodiscard]] std::string_view to_text(Change change);

/// Rows of the two tables. Of a merged entry `after` is the person it became part of, of a split one `before` is whom it came from.
struct Changed {
  static constexpr std::uint32_t kNone = UINT32_MAX;
  std::uint32_t before = kNone;
  std::uint32_t after = kNone;
  std::uint32_t changes = 0; // bit 1 << Change; none: the same in both
  [[nodiscard]] bool has(Change change) const { return (changes >> static_cast<std::uint32_t>(change) & 1U) != 0; }
};

/// What a result folder holds: tables as TableKind::Persons and Rows with their headers in the first row, and per list the hash of
/// its file.
struct Version {
  table::Grid persons;
  table::Grid rows;
  std::map<std::string, std::string, std::less<>> lists;
};

struct VersionOptions {
  std::uint16_t year = 2026;    // of the later version: bounds birth dates
  std::uint8_t poor_decile = 4; // programmes for the poor end here
  base::Executor executor;
};

struct VersionChange {
  std::vector<Changed> persons;  // all of the earlier version in their order, then those that only the later one has
  std::vector<Changed> families; // the same; rows are those of their first persons. Only the first four changes.
  /// Who would seem to have come and gone if people were found again by an equal NIK alone.
  std::uint32_t entered_by_nik = 0;
  std::uint32_t left_by_nik = 0;

  [[nodiscard]] std::uint32_t count(Change change) const;
  [[nodiscard]] std::uint32_t count_families(Change change) const;
};

/// Cost: a run over both persons tables. Errors: ConfigInvalid {where: column} for a table that lacks a column.
[[nodiscard]] Result<VersionChange> compare_versions(const Version& before, const Version& after,
                                                     const VersionOptions& options);

} // namespace padan::engine
