#pragma once
// The people of a result by village, with what is to be asked of them at their door. The same from a result in memory and from the
// tables that a result left on disk, so that worksheets need no list once a result is there.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "padan/engine/export.hpp"
#include "padan/review/event.hpp"
#include "padan/table/grid.hpp"

namespace padan::act {

/// Why somebody is to be seen: the code of a finding, and what it is about where that is short: "dukcapil: SITI NURDJANAH".
struct Reason {
  std::string code;
  std::string detail;
};

/// Texts as persons.csv has them; masked where the roster is.
struct RosterPerson {
  review::RowName anchor; // a row of the person: what is decided is tied to it. Without a key from tables
  std::string id;
  std::string family;
  std::string kk;
  std::string nik;
  std::string name;
  std::string relation;
  std::string sex;
  std::string birth_date;
  std::string age;
  std::string address;
  std::string rt;
  std::string rw;
  std::string decile;
  std::string lists;      // "dtks, p3ke"
  std::string programmes; // "pbi, pkh"
  std::vector<Reason> reasons;
};

struct RosterVillage {
  std::string key; // PlaceCount::key; empty for those whose village nobody knows, who come last
  std::string village;
  std::string district;
  std::vector<std::uint32_t> persons; // in the order of the result
  std::uint32_t to_check = 0;         // of them those with a reason
};

/// Codes that are remarks on a worksheet but no reason for a visit: what an office can settle by itself.
[[nodiscard]] bool asks_for_a_visit(std::string_view code);

class Roster {
public:
  virtual ~Roster() = default;
  /// By district, then village.
  [[nodiscard]] const std::vector<RosterVillage>& villages() const { return villages_; }
  /// Whether somebody should go and see.
  [[nodiscard]] bool to_check(std::uint32_t person) const;
  virtual void read(std::uint32_t person, RosterPerson& out) const = 0;

protected:
  /// Bit of the code among the codes that were met.
  std::uint64_t bit_of(std::string_view code);
  void add_reasons(std::uint32_t person, RosterPerson& out) const;
  void count_to_check();

  std::vector<RosterVillage> villages_;
  std::vector<std::uint64_t> reasons_; // per person, bits of codes_
  std::vector<std::string> codes_;     // at most 64
  std::uint64_t asking_ = 0;           // bits of those that ask for a visit
};

/// Of a result in memory; it refers to it. Cost: one pass over findings and persons.
[[nodiscard]] std::unique_ptr<Roster> make_roster(const engine::Results& results, bool masked);

/// Tables of a result, each with its header as first row. They must outlive the roster.
struct ResultTables {
  const table::Grid* persons = nullptr;
  const table::Grid* families = nullptr;
  const table::Grid* rows = nullptr;
  const table::Grid* findings = nullptr;
};
/// Errors: ConfigInvalid {where: the column that a table lacks}.
[[nodiscard]] Result<std::unique_ptr<Roster>> make_roster(const ResultTables& tables, bool masked);

enum class Scope : std::uint8_t { Check, All }; // "check", "all"
[[nodiscard]] std::string_view to_text(Scope scope);

/// Who stands on the worksheet of a village, in the order of a walk: by RW and RT, families together, the head first.
/// Place in this list = row of the row code.
[[nodiscard]] std::vector<RosterPerson> sheet_rows(const Roster& roster, const RosterVillage& village, Scope scope);

/// A fingerprint of what is printed of a person, to see on a return whether it was changed: twelve hexadecimal digits.
[[nodiscard]] std::string print_of(std::string_view row_code, const RosterPerson& person);

} // namespace padan::act
