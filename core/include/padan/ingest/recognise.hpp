#pragma once
// Understands a Grid: where the header is, which rows are data, what each column means, which known list it is.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "padan/base/error.hpp"
#include "padan/table/field.hpp"
#include "padan/table/grid.hpp"

namespace padan::ingest {

struct Column {
  std::string header;      // as written; two-row headers joined with " – "; "Kolom 7" where blank; made unique
  std::uint32_t index = 0; // column of the Grid
  table::Field field;
  double confidence = 0; // 0..1
  std::string reason;    // code for the faces: "header", "header+content", "content", "mapping", "unknown"

  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    archive(self.header, self.index, self.field, self.confidence, self.reason);
  } // base/archive.hpp
};

/// Block: the head of a family or the rest of a long cell, which stand in the members' rows too; see blocks.hpp.
enum class SetAside : std::uint8_t { Title, Header, Blank, Total, Block };

struct SkippedRow {
  std::uint32_t grid_row;
  SetAside why;
};

/// What recognition believes; everything the officer can correct.
struct Recognition {
  std::string
      layout; // "dtks", "p3ke_individu", "p3ke_keluarga", "dtsen", "pbi", "dukcapil", "rtlh", "stunting", "mustahik", "pip", "payment", "verval_proposals", "bip_2012", "bip_2016", "bip_luwu_timur", "bip_ektp", "general"
  double confidence = 0;
  std::string kind;  // "register" | "recipients" | "civil_registry" | "need" | "field_result"; guessed from the layout
  std::string owner; // "Dinsos", "Kemenko PMK", "Disdukcapil", ... guessed from the layout; may be empty
  std::uint32_t header_row = 0;         // grid row of the (first) header row
  std::uint32_t header_rows = 1;        // 1 or 2; 0 when the file has no header at all
  std::vector<Column> columns;          // those with a header or any content, in file order
  std::vector<std::uint32_t> data_rows; // grid rows that are data, ascending
  std::vector<SkippedRow> skipped;      // every other grid row, ascending
  table::Issues issues;

  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    archive(self.layout, self.confidence, self.kind, self.owner, self.header_row, self.header_rows, self.columns,
            self.data_rows, self.skipped, self.issues);
  } // base/archive.hpp
};

struct Hints {
  std::string file_name;                                     // helps to name the layout, never decides alone
  std::optional<std::uint32_t> header_row;                   // physical line given by the officer
  std::optional<std::map<std::string, std::string>> mapping; // header → field text; columns left out become text

  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    archive(self.file_name, self.header_row, self.mapping);
  } // base/archive.hpp
};

/// Recognises one grid; blocks of families only when no header_row says that the officer sees a table. Cost: header search over the first 60 rows, content probes over at most 2,000 rows, and one pass
/// to tell blank and total rows. Errors: FileHeaderOnly; FileNoKnownColumn (no column that can identify a person).
[[nodiscard]] Result<Recognition> recognise(const table::Grid& grid, const Hints& hints);

} // namespace padan::ingest
