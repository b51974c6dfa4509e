#pragma once
// Changes between two versions as tables that leave, a row for everybody of whom something changed.

#include "padan/engine/export.hpp"
#include "padan/engine/versions.hpp"

namespace padan::engine {

enum class ChangeUnit : std::uint8_t { Persons, Families };

/// Refers to what it is given. Columns: changes ("moved|mended"), ids of both versions, name, NIK and place as the later version has
/// them (the earlier where it is the only one), details ("decile=2>5|programmes=bpnt>bpnt;pkh").
class ChangeTable {
public:
  ChangeTable(const table::Grid& before, const table::Grid& after, const VersionChange& change, ChangeUnit unit);

  [[nodiscard]] static const std::vector<std::string_view>& header();
  [[nodiscard]] std::uint32_t rows() const { return static_cast<std::uint32_t>(changed_.size()); }
  void read(std::uint32_t row, Cells& cells) const;
  [[nodiscard]] const Changed& changed(std::uint32_t row) const { return *changed_[row]; }

private:
  [[nodiscard]] std::string_view cell(const table::Grid& grid, std::uint32_t row, std::string_view column) const;
  void add_details(const Changed& changed, Cells& cells) const;

  const table::Grid& before_;
  const table::Grid& after_;
  std::vector<const Changed*> changed_;
};

} // namespace padan::engine
