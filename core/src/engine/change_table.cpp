#include "padan/engine/change_table.hpp"

#include <algorithm>
#include <array>

namespace padan::engine {
namespace {

constexpr std::uint32_t kNone = Changed::kNone;
// What one row of persons.csv says that another may say otherwise.
constexpr std::array<std::string_view, 9> kCompared = {"nik",     "kk",       "name",   "birth_date", "sex",
                                                       "village", "district", "decile", "programmes"};

} // namespace

ChangeTable::ChangeTable(const table::Grid& before, const table::Grid& after, const VersionChange& change,
                         ChangeUnit unit)
    : before_(before), after_(after) {
  for (const Changed& changed : unit == ChangeUnit::Persons ? change.persons : change.families) {
    if (changed.changes != 0) {
      changed_.push_back(&changed);
    }
  }
}

const std::vector<std::string_view>& ChangeTable::header() {
  static const std::vector<std::string_view> kHeader = {
      "changes", "old_person_id", "new_person_id", "old_family_id", "new_family_id",
      "name",    "nik",           "village",       "district",      "details"};
  return kHeader;
}

std::string_view ChangeTable::cell(const table::Grid& grid, std::uint32_t row, std::string_view column) const {
  for (std::uint32_t i = 0; row != kNone && i < grid.width(); ++i) {
    if (grid.cell(0, i) == column) {
      return grid.cell(row, i);
    }
  }
  return {};
}

void ChangeTable::read(std::uint32_t row, Cells& cells) const {
  const Changed& changed = *changed_[row];
  std::vector<std::string_view> changes;
  for (std::uint32_t i = 0; i < kChanges; ++i) {
    if (changed.has(static_cast<Change>(i))) {
      changes.push_back(to_text(static_cast<Change>(i)));
    }
  }
  cells.clear();
  cells.add_list(changes, [](std::string_view text) { return text; });
  for (const std::string_view id : {"person_id", "family_id"}) {
    cells.add(cell(before_, changed.before, id));
    cells.add(cell(after_, changed.after, id));
  }
  // A merged entry is shown as it was: who it became part of stands in the list.
  const bool earlier = changed.after == kNone || changed.has(Change::Merged);
  for (const std::string_view column : {"name", "nik", "village", "district"}) {
    cells.add(earlier ? cell(before_, changed.before, column) : cell(after_, changed.after, column));
  }
  add_details(changed, cells);
}

void ChangeTable::add_details(const Changed& changed, Cells& cells) const {
  std::vector<std::string> details;
  for (const std::string_view column : kCompared) {
    const std::string_view was = cell(before_, changed.before, column);
    const std::string_view is = cell(after_, changed.after, column);
    if (changed.before != kNone && changed.after != kNone && was != is) {
      std::string detail = std::string(column) + "=" + std::string(was) + ">" + std::string(is);
      std::replace(detail.begin(), detail.end(), '|', ';'); // the bar parts details
      details.push_back(std::move(detail));
    }
  }
  cells.add_list(details, [](const std::string& text) { return std::string_view(text); });
}

} // namespace padan::engine
