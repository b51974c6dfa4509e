#pragma once
// What people decide about rows, and what stands of it in the end.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "padan/table/field.hpp"

namespace padan::review {

/// A row as people name it. key is the text of resolve::row_key: it finds the row again when its number moved.
struct RowName {
  std::string source;
  std::uint32_t row = 0; // data row from 1
  std::string key;       // empty: the number counts
};

/// What a row is known by: its key, or its number where it has none.
using RowIdentity = std::tuple<std::string, std::uint32_t, std::string>;
[[nodiscard]] inline RowIdentity identity_of(const RowName& row) {
  return {row.source, row.key.empty() ? row.row : 0, row.key};
}

/// Enumerator, text in decisions.jsonl.
#define PADAN_EVENT_KINDS(X)                                                                                           \
  X(Same, "same")                                                                                                      \
  X(NotSame, "not_same")                                                                                               \
  X(Unsure, "unsure") /* looked at, left to the evidence, not asked again */                                           \
  X(Undo, "undo")                                                                                                      \
  X(Value, "value")   /* a field of the person of a row */                                                             \
  X(Status, "status") /* alive, dead, moved */                                                                         \
  X(Exclude, "exclude")

enum class EventKind : std::uint8_t {
#define PADAN_ENUMERATOR(name, text) name,
  PADAN_EVENT_KINDS(PADAN_ENUMERATOR)
#undef PADAN_ENUMERATOR
};
[[nodiscard]] std::string_view to_text(EventKind kind);
[[nodiscard]] std::optional<EventKind> parse_event_kind(std::string_view text);
[[nodiscard]] inline bool is_about_pair(EventKind kind) {
  return kind == EventKind::Same || kind == EventKind::NotSame || kind == EventKind::Unsure;
}

/// How an answer of a blind sample came to be asked; it makes the answer count in audit().
struct AuditMark {
  std::uint32_t stratum = 0;        // place in frame; the run had taken pairs of odd strata for one person
  std::vector<std::uint64_t> frame; // pairs of every stratum, asked about or not
};

/// An answer that came back from one of several people among whom the questions had been split (hands.hpp).
struct HandMark {
  std::string split; // which splitting
  std::uint32_t question = 0;
  std::uint32_t hand = 0; // from 1; 0: the meeting that settles what hands answered differently
};

struct Event {
  std::uint64_t seq = 0; // from 1, rising
  EventKind kind = EventKind::Same;
  std::string at; // ISO time: the core has no clock
  std::string by;
  std::string capacity;
  RowName left;              // of all but undo
  RowName right;             // of a pair
  table::FieldKind field{};  // of a value
  std::string value;         // of a value or a status
  bool whole_person = false; // of an exclusion: the person of the row, not the row alone
  std::uint64_t undoes = 0;
  std::uint64_t group = 0; // seq of the first event of one answer; 0: an answer of its own
  std::string reason;
  std::string note;
  std::optional<AuditMark> audit;
  std::optional<HandMark> hand;
};

/// Whether a person may set this field to this: a field of the master list, in the way the master list writes it
/// ("1970-05-12", "L", sixteen digits); empty says that there is none.
[[nodiscard]] bool is_settable(table::FieldKind field, std::string_view value);
/// "alive", "dead" or "moved".
[[nodiscard]] bool is_status(std::string_view value);

/// That two rows are, or are not, one person.
struct RowVerdict {
  RowName left;
  RowName right;
  bool same = false;
};

/// Pairs that say that the rows of one part are one person and rows of two parts are two.
///   verdicts_of({{a, b}, {c}})  gives a, b same; a, c not
[[nodiscard]] std::vector<RowVerdict> verdicts_of(const std::vector<std::vector<RowName>>& parts);

struct RowPair {
  RowName left;
  RowName right;
};

struct RowValue {
  RowName row;
  table::FieldKind field{}; // VitalStatus for a status
  std::string value;
};

struct RowExclusion {
  RowName row;
  bool whole_person = false;
};

/// What stands in the end: undone and overtaken events are gone. Of each pair there is one verdict or doubt at most.
struct Decisions {
  std::vector<RowVerdict> verdicts;
  std::vector<RowPair> unsure;
  std::vector<RowValue> values; // a later one about the same person and field wins
  std::vector<RowExclusion> exclusions;
  [[nodiscard]] std::size_t size() const { return verdicts.size() + unsure.size() + values.size() + exclusions.size(); }
};

} // namespace padan::review
