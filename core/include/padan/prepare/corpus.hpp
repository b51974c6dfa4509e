#pragma once
// All rows of all sources, prepared for comparison: one small fixed record a row, with dictionaries beside them.
// The originals stay in their Grids; RowId finds the way back.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "padan/base/executor.hpp"
#include "padan/ingest/recognise.hpp"
#include "padan/prepare/codes.hpp"
#include "padan/prepare/date.hpp"
#include "padan/prepare/identifier.hpp"
#include "padan/prepare/token_table.hpp"
#include "padan/table/companion.hpp"

namespace padan::prepare {

using RowId = std::uint32_t; // position among all data rows, sources in canonical order

/// What comparison needs of a row. Codes are 0 where nothing is known.
struct Record {
  std::uint64_t nik = 0;
  std::uint64_t kk = 0;
  Date birth;
  std::uint32_t name = 0; // phrases of Corpus::names
  std::uint32_t alias = 0;
  std::uint32_t mother = 0;
  std::uint32_t father = 0;  // a "parent" of unknown sex stands here too, see parent_is_either
  std::uint32_t head = 0;    // name of the head of family on a member's row
  std::uint32_t address = 0; // phrases of Corpus::addresses
  std::uint32_t village = 0; // Corpus::places; the place knows its district
  std::uint32_t district = 0;
  std::uint16_t rt = 0;
  std::uint16_t rw = 0;
  std::uint16_t source = 0;
  IdState nik_state = IdState::Missing;
  IdState kk_state = IdState::Missing;
  std::uint8_t nik_length = 0;
  std::uint8_t kk_length = 0;
  Sex sex = Sex::Unknown;
  Relation relation = Relation::Unknown;
  Vital vital = Vital::Unknown;
  std::uint8_t decile = 0;
  bool birth_from_nik = false;
  bool parent_is_either = false;
  bool nik_confirmed = false; // a row of another list has this NIK with the same birth date or name

  /// Digits that may be compared with other digits.
  [[nodiscard]] bool nik_usable() const {
    return nik_state == IdState::Good || nik_state == IdState::Prefix15 || nik_state == IdState::Wrong;
  }
  [[nodiscard]] bool kk_usable() const {
    return kk_state == IdState::Good || kk_state == IdState::Prefix15 || kk_state == IdState::Wrong;
  }
};

/// A village inside its district (or a town, a suburb where lists know no districts).
struct Place {
  std::uint32_t village_name = 0; // Corpus::place_names
  std::uint32_t district_name = 0;
  std::uint64_t code = 0; // ten digits as lists give them; 0 when none does
  std::uint32_t rows = 0;
};

/// A further identifier shared by lists: "id:dtks", "phone", "email", "postcode". One code a row, 0 = missing.
struct Extra {
  std::string name;
  table::Dictionary values;
  std::vector<std::uint32_t> codes;
  std::vector<std::uint32_t> counts; // rows per value
  bool of_family = false;            // repeats inside lists as a family card does

  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    auto& [of_name, texts, per_row, rows_of, household] = self; // every member, or no build
    archive(of_name, texts, per_row, rows_of, household);
  }
};

/// What a row says of somebody beside its own person: enough to tell who it is, a NIK or a name with a year of birth.
/// It is no row: nothing counts it as a person of the list or as a recipient.
struct Mention {
  std::uint64_t nik = 0;
  RowId row = 0;
  std::uint32_t name = 0;  // phrase of Corpus::names, 0 = not known
  std::uint32_t birth = 0; // Date::packed() of a full date, else 0
  std::uint16_t year = 0;  // of birth, 0 = not known
  table::Role role = table::Role::Mother;
  IdState nik_state = IdState::Missing;
};

/// A file of a list; most lists are one file. Rows are counted within it.
struct FileRows {
  std::string name;
  RowId begin = 0;
  RowId end = 0;
  std::uint16_t source = 0;
};

/// A list, of one file or of several; files of one list follow each other.
struct SourceRows {
  std::string name;
  RowId begin = 0;
  RowId end = 0;
  bool duplicates_allowed = true;
  bool civil_registry = false;

  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    auto& [of_name, first, last, allowed, civil] = self;
    archive(of_name, first, last, allowed, civil);
  }
};

struct Corpus {
  std::vector<Record> records;
  std::vector<SourceRows> sources;
  std::vector<FileRows> files; // in the order of the sources
  TokenTable names;
  TokenTable addresses;
  table::Dictionary place_names; // compact names: "SUKAMAJU"
  table::Dictionary place_texts; // as the lists write them most often, same codes as place_names by display_of
  std::vector<std::uint32_t> display_of;
  std::vector<Place> places; // [0] is the unknown place
  std::vector<Extra> extras;
  std::vector<Mention> mentions; // by row, then role

  /// Place in files. Cost: O(log files).
  [[nodiscard]] std::uint32_t file_of(RowId row) const;
  [[nodiscard]] std::uint32_t rows() const { return static_cast<std::uint32_t>(records.size()); }
  /// By what a row's list ties families together where it has no cards: the key of its "id:p3ke_keluarga", say; 0 = nothing.
  [[nodiscard]] std::uint64_t family_number(RowId row) const;
  [[nodiscard]] std::size_t memory_bytes() const;

  /// What comparison needs (base/archive.hpp): files, names of places and mentions stay behind.
  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    auto& [rows_of, lists, parts, person_names, streets, compact, texts, displayed, villages, numbers, named] = self;
    static_cast<void>(parts), static_cast<void>(compact), static_cast<void>(texts), static_cast<void>(displayed),
        static_cast<void>(named);
    archive(rows_of, lists, person_names, streets, villages, numbers);
  }
};

struct SourceInput {
  const table::Grid* grid;
  const ingest::Recognition* recognition;
  std::string name;
  bool duplicates_allowed = true;
  std::string list = {}; // that the file is a part of; empty: it is a list by itself
};

/// Builds a Corpus. Files of one list must follow each other. The order of add() calls is part of the result, so callers sort sources by name first; the number of
/// workers is not. last_year bounds dates (the year of the run).
///   CorpusBuilder builder(2026);  builder.add(dtks);  while (!builder.step(10'000)) {}  corpus = builder.finish();
class CorpusBuilder {
public:
  explicit CorpusBuilder(std::uint16_t last_year, base::Executor executor = {});
  ~CorpusBuilder();

  void add(const SourceInput& source);
  /// Prepares up to rows further rows of as many sources as there are workers; true when all are done. 1-2 us a row.
  bool step(std::uint32_t rows);
  /// Joins the sources and settles what needs all rows: places, shared numbers, rarities.
  [[nodiscard]] Corpus finish();

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace padan::prepare
