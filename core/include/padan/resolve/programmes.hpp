#pragma once
// Who receives what: from programme columns that say yes, and from lists of recipients, whose every row receives.

#include <cstdint>
#include <string>
#include <vector>

#include "padan/clustering/persons.hpp"
#include "padan/resolve/number_sets.hpp"
#include "padan/resolve/row_cells.hpp"

namespace padan::resolve {

using clustering::Persons;

/// Silence is not "no": known() tells whether any list says anything of programmes at all.
/// Cost: building reads every programme cell once, each distinct text only once.
class Programmes {
public:
  Programmes() = default; // of no rows
  Programmes(const Corpus& corpus, const Persons& persons, const RowCells& cells);

  [[nodiscard]] bool known() const { return !names_.empty(); }
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; } // ascending: "bpnt", "pbi", "pkh"
  [[nodiscard]] std::span<const std::uint16_t> of_row(RowId row) const { return sets_[of_row_[row]]; }
  /// Programmes of which the row says that they are not received; silence is not among them.
  [[nodiscard]] std::span<const std::uint16_t> denied_by_row(RowId row) const { return sets_[denied_[row]]; }
  [[nodiscard]] std::span<const std::uint16_t> of_person(std::uint32_t person) const {
    return sets_[of_person_[person]];
  }
  /// The same as a code of sets(): many persons share one.
  [[nodiscard]] std::uint32_t set_of_person(std::uint32_t person) const { return of_person_[person]; }
  [[nodiscard]] const NumberSets& sets() const { return sets_; }
  [[nodiscard]] bool receives(std::uint32_t person) const { return of_person_[person] != 0; }
  /// The programme that a list of recipients pays, kNone for other lists.
  static constexpr std::uint16_t kNone = UINT16_MAX;
  [[nodiscard]] std::uint16_t of_list(std::uint32_t source) const { return of_list_[source]; }
  /// pbi, pbi_apbn, kis, ...: contributions to health insurance paid for the poor.
  [[nodiscard]] bool is_pbi(std::uint16_t programme) const;

private:
  std::vector<std::string> names_;
  std::vector<std::uint16_t> of_list_;
  NumberSets sets_;
  std::vector<std::uint32_t> of_row_;
  std::vector<std::uint32_t> denied_;
  std::vector<std::uint32_t> of_person_;
};

} // namespace padan::resolve
