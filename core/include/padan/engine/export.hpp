#pragma once
// The tables that leave: a header and rows produced one at a time, so that a file of millions is written in slices.
//
//   ExportTable table(results, TableKind::Rows, false);
//   Cells cells;
//   append_csv_row(out, table.header());
//   for (i = 0; i < table.rows(); ++i) { table.read(i, cells);  append_csv_row(out, cells.views()); }

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "padan/engine/actions.hpp"

namespace padan::engine {

enum class TableKind : std::uint8_t {
  Rows,
  Persons,
  Families,
  Pairs,
  Findings,
  Corrections, // what whom to mend in which list
  CivilCheck,  // rows that the civil registry would not confirm, with what it knows instead
  Actions,     // what each programme's list should do, person by person; of Planned
  Overlap,     // who is on which lists, in all and by village
  Priorities   // who comes first, and why; of Planned
}; // "rows", "persons", ..., "corrections", "civil_check", "actions", "overlap", "priorities": also file names
[[nodiscard]] std::string_view to_text(TableKind kind);
[[nodiscard]] std::optional<TableKind> parse_table_kind(std::string_view text);

/// Appends to a list joined with "|" that begins at `begin`.
inline void append_listed(std::string& out, std::size_t begin, std::string_view text) {
  out.append(out.size() == begin ? "" : "|").append(text);
}

/// Appends the codes of needs that some list was asked about, as append_listed does.
void append_needs(std::string& out, std::size_t begin, std::uint8_t bits, const analyse::Needs& needs);

/// What tables of planning are made of beside the result.
struct Planned {
  std::shared_ptr<const Planning> planning;
  analyse::Weights weights;
  std::shared_ptr<const analyse::Ranking> ranking; // of all persons by these weights
  std::shared_ptr<const Actions> actions;          // where they may leave
};
[[nodiscard]] Planned plan_tables(const std::shared_ptr<Planning>& planning, const analyse::Weights& weights);

/// The cells of one row; reused between rows to spare allocations. Views live until the next read.
class Cells {
public:
  void clear();
  void add(std::string_view text);
  void add(std::uint64_t number);
  /// The cell that write(std::string&) appends.
  template <class Write> void write(Write write) {
    write(bytes_);
    ends_.push_back(bytes_.size());
  }
  /// A cell of the texts of the items, joined with "|".
  template <class Items, class Text> void add_list(const Items& items, Text text) {
    write([&](std::string& out) {
      const std::size_t begin = out.size();
      for (const auto& item : items) {
        append_listed(out, begin, text(item));
      }
    });
  }
  [[nodiscard]] const std::vector<std::string_view>& views();

private:
  std::string bytes_;
  std::vector<std::size_t> ends_;
  std::vector<std::string_view> views_;
};

/// Stable snake_case headers, order independent of the order of files: rows by list name and row number, persons and
/// families in the order of their first rows, pairs nearest to the threshold first, findings by code, priorities by points.
/// masked: see mask.hpp; ids, codes and numbers of rows stay. Several threads may read at one time, each with Cells of its
/// own, but not pairs: those are weighed by Results::scorer().
class ExportTable {
public:
  /// only: of Corrections an owner, of Actions a programme; empty: all.
  ExportTable(const Results& results, TableKind kind, bool masked, std::string_view only = {},
              const Planned& planned = {});
  ~ExportTable();
  ExportTable(ExportTable&&) noexcept;
  ExportTable& operator=(ExportTable&&) noexcept;

  [[nodiscard]] const std::vector<std::string_view>& header() const;
  [[nodiscard]] std::uint32_t rows() const;
  void read(std::uint32_t row, Cells& cells) const;

private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Owners who have something to mend, by name, with how many lines of Corrections.
[[nodiscard]] std::vector<std::pair<std::string, std::uint32_t>> correction_owners(const Results& results);

/// A number with six decimals, the same on every platform: "-0.500000".
[[nodiscard]] std::string fixed6(double value);

} // namespace padan::engine
