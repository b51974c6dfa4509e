#pragma once
// The main numbers of a few persons and families, as they are and as they would be.

#include "padan/engine/review.hpp"

namespace padan::engine {

/// A family of groups of rows; each group is a person.
struct Household {
  std::vector<std::vector<RowId>> persons;
};

/// Asks rows only, never a resolved value, so that groups which are no persons yet are counted like those that are.
class FigureCounter {
public:
  explicit FigureCounter(const Results& results);

  [[nodiscard]] Figures total() const;
  [[nodiscard]] Figures of(const std::vector<Household>& households) const;
  /// What changes when the rows of some persons are grouped otherwise. groups: all rows of all these persons.
  [[nodiscard]] Figures change(const std::vector<std::uint32_t>& persons,
                               const std::vector<std::vector<RowId>>& groups) const;

private:
  void add(const Household& household, Figures& figures) const;
  [[nodiscard]] std::uint32_t home(const std::vector<RowId>& group) const;

  const Results& results_;
  std::vector<bool> registers_; // per source
  bool any_register_ = false;
};

} // namespace padan::engine
