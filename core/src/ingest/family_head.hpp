#pragma once
// The head of a family block, read row by row.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "block_form.hpp"
#include "family_facts.hpp"

namespace padan::ingest {

class FamilyHead {
public:
  explicit FamilyHead(BlockForm form) : form_(form) {}

  void add(const table::Grid& grid, std::uint32_t row, const FilledCells& filled);
  [[nodiscard]] std::uint32_t rows() const { return rows_; }
  /// What its rows say; it is empty then.
  [[nodiscard]] FamilyFacts finish();

private:
  BlockForm form_;
  std::uint32_t rows_ = 0;
  bool card_is_number_ = false;
  std::vector<std::pair<std::uint32_t, std::string>> cells_; // by column, in the order in which they came
};

} // namespace padan::ingest
