#include "row_sorter.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "filled_cells.hpp"
#include "header_words.hpp"
#include "probe_words.hpp"

namespace padan::ingest {
namespace {

using table::FieldKind;

// Signatures and notes end a list; a note further up is followed by data.
constexpr std::uint32_t kClosingRows = 30;

/// What a cell of a column says about the row.
enum class Role : std::uint8_t { Number, Name, Evidence, Personal, Place, Other };

Role role_of(FieldKind kind) {
  switch (kind) {
  case FieldKind::Nik:
    return Role::Number;
  case FieldKind::Name:
  case FieldKind::GivenName:
  case FieldKind::FamilyName:
    return Role::Name;
  case FieldKind::Kk:
  case FieldKind::Id:
  case FieldKind::BirthDate:
  case FieldKind::BirthPlaceDate:
    return Role::Evidence;
  case FieldKind::Province:
  case FieldKind::Regency:
  case FieldKind::District:
  case FieldKind::Village:
  case FieldKind::ProvinceCode:
  case FieldKind::RegencyCode:
  case FieldKind::DistrictCode:
  case FieldKind::VillageCode:
  case FieldKind::RegionCode:
  case FieldKind::Hamlet:
  case FieldKind::Rt:
  case FieldKind::Rw:
  case FieldKind::RtRw:
  case FieldKind::Postcode:
    return Role::Place;
  case FieldKind::Text:
  case FieldKind::Programme:
  case FieldKind::Decile:
    return Role::Other;
  default:
    return Role::Personal;
  }
}

class Sorter {
public:
  Sorter(const table::Grid& grid, HeaderPlace place, Recognition& recognition);
  void run();

private:
  [[nodiscard]] std::optional<SetAside> judge(std::uint32_t row);
  [[nodiscard]] bool is_person(std::uint32_t row) const;
  [[nodiscard]] bool is_header_again() const;
  [[nodiscard]] bool is_closing(std::uint32_t row) const;
  [[nodiscard]] bool is_unused(std::uint32_t column) const;
  [[nodiscard]] bool may_be_name(std::uint32_t column, std::string_view cell) const;
  void look_at(std::uint32_t row);
  void set_aside(std::uint32_t row, SetAside why);

  const table::Grid& grid_;
  HeaderPlace place_;
  Recognition& recognition_;
  std::vector<Role> roles_;                      // by grid column
  std::vector<std::uint32_t> of_[3];             // columns of Number, Name, Evidence
  std::vector<std::vector<std::string>> header_; // compact header cells, by row and column
  std::uint32_t header_cells_ = 0;
  std::uint32_t last_person_ = 0; // rows after it may be the end of the list
  bool closing_ = false;
  bool after_header_ = true;
  FilledCells filled_; // of the row at hand
};

Sorter::Sorter(const table::Grid& grid, HeaderPlace place, Recognition& recognition)
    : grid_(grid), place_(place), recognition_(recognition), roles_(grid.width(), Role::Other) {
  for (const Column& column : recognition.columns) {
    const Role role = role_of(column.field.kind);
    roles_[column.index] = role;
    if (role <= Role::Evidence) {
      of_[static_cast<std::size_t>(role)].push_back(column.index);
    }
  }
  for (std::uint32_t row = place.row; row < place.row + place.rows; ++row) {
    std::vector<std::string> cells;
    for (std::uint32_t column = 0; column < grid.width(); ++column) {
      cells.push_back(compact(grid.cell(row, column)));
      header_cells_ += cells.back().empty() ? 0U : 1U;
    }
    header_.push_back(std::move(cells));
  }
}

bool Sorter::is_person(std::uint32_t row) const {
  const auto& [numbers, names, evidence] = of_;
  for (const std::uint32_t column : numbers) {
    if (digits_in(grid_.cell(row, column)) >= 8) {
      return true;
    }
  }
  const auto written = [&](std::uint32_t column) { return !grid_.cell(row, column).empty(); };
  const auto has_digits = [&](std::uint32_t column) { return digits_in(grid_.cell(row, column)) >= 4; };
  return std::any_of(names.begin(), names.end(), written) && std::any_of(evidence.begin(), evidence.end(), has_digits);
}

void Sorter::look_at(std::uint32_t row) { find_filled(grid_, row, grid_.width(), filled_); }

bool Sorter::is_header_again() const {
  for (const std::vector<std::string>& header : header_) {
    const auto same = std::count_if(filled_.begin(), filled_.end(), [&](const auto& cell) {
      return !header[cell.first].empty() && compact(cell.second) == header[cell.first];
    });
    const auto wanted = static_cast<std::ptrdiff_t>(header_cells_ / (2 * header_.size()));
    if (same > 0 && same * 10 >= static_cast<std::ptrdiff_t>(filled_.size()) * 6 && same >= wanted) {
      return true;
    }
  }
  return false;
}

bool Sorter::is_unused(std::uint32_t column) const {
  return roles_[column] == Role::Place || roles_[column] == Role::Other;
}

// Somebody may be called Sumber or Lurah, but not "Keterangan:" or "NIP. 19700101".
bool Sorter::may_be_name(std::uint32_t column, std::string_view cell) const {
  return roles_[column] == Role::Name && cell.find(':') == std::string_view::npos && digits_in(cell) < 6 &&
         !is_word_of(WordClass::Note, compact(cell));
}

bool Sorter::is_closing(std::uint32_t row) const {
  return last_person_ > 0 && row > last_person_ && grid_.rows() - row <= kClosingRows;
}

std::optional<SetAside> Sorter::judge(std::uint32_t row) {
  look_at(row);
  if (filled_.empty()) {
    return SetAside::Blank;
  }
  if (is_header_again() || (after_header_ && is_numbering(filled_))) {
    return SetAside::Header;
  }
  if (is_person(row)) {
    return std::nullopt;
  }
  const auto begins = [](WordClass kind) {
    return [kind](const auto& cell) { return begins_with_word_of(kind, cell.second); };
  };
  const auto first_two = filled_.begin() + std::min<std::ptrdiff_t>(2, static_cast<std::ptrdiff_t>(filled_.size()));
  const bool total = std::any_of(filled_.begin(), first_two, begins(WordClass::Total));
  const auto note_cell = std::find_if(filled_.begin(), filled_.end(), begins(WordClass::Note));
  const bool note = note_cell != filled_.end() && filled_.size() <= 4 &&
                    (is_closing(row) || !may_be_name(note_cell->first, note_cell->second));
  if (total || note || (closing_ && is_closing(row))) {
    closing_ = closing_ || is_closing(row);
    return SetAside::Total;
  }
  const bool nobody =
      std::all_of(filled_.begin(), filled_.end(), [this](const auto& cell) { return is_unused(cell.first); });
  if (!nobody) {
    return std::nullopt;
  }
  // Nothing of a person: a section title ("DUSUN KRAJAN"), or a line of a form that was numbered but never filled in.
  const auto says_something = [this](const auto& cell) {
    return roles_[cell.first] == Role::Other && digits_in(cell.second) < cell.second.size();
  };
  if (filled_.size() == 1 && digits_in(filled_[0].second) < filled_[0].second.size()) {
    return is_closing(row) ? SetAside::Total : SetAside::Title;
  }
  return std::none_of(filled_.begin(), filled_.end(), says_something) ? std::optional<SetAside>(SetAside::Blank)
                                                                      : std::nullopt;
}

void Sorter::set_aside(std::uint32_t row, SetAside why) {
  using table::IssueCode;
  recognition_.skipped.push_back({row, why});
  const std::uint32_t line = grid_.lines[row];
  const bool first_header = row >= place_.row && row < place_.row + place_.rows;
  switch (why) {
  case SetAside::Title:
    recognition_.issues.add(IssueCode::RowTitle, line);
    break;
  case SetAside::Header:
    if (!first_header) {
      recognition_.issues.add(IssueCode::HeaderRepeated, line);
    }
    break;
  case SetAside::Blank:
    recognition_.issues.add(IssueCode::RowBlank, line);
    break;
  case SetAside::Total:
    recognition_.issues.add(IssueCode::RowTotal, line);
    break;
  case SetAside::Block:
    break; // not in a table
  }
}

void Sorter::run() {
  for (std::uint32_t row = 0; row < place_.row; ++row) {
    look_at(row);
    set_aside(row, filled_.empty() ? SetAside::Blank : SetAside::Title);
  }
  const std::uint32_t first = place_.row + place_.rows;
  for (std::uint32_t row = place_.row; row < first; ++row) {
    set_aside(row, SetAside::Header);
  }
  last_person_ = grid_.rows();
  while (last_person_ > first && !is_person(last_person_ - 1)) {
    --last_person_;
  }
  last_person_ = last_person_ > first ? last_person_ - 1 : 0;
  recognition_.data_rows.reserve(grid_.rows() - first);
  auto part = grid_.parts.begin() + (grid_.parts.empty() ? 0 : 1); // the next sheet of several
  for (std::uint32_t row = first; row < grid_.rows(); ++row) {
    while (part != grid_.parts.end() && row >= part->first + part->heading) {
      ++part;
    }
    std::optional<SetAside> why;
    if (part != grid_.parts.end() && row >= part->first) {
      look_at(row);
      why = filled_.empty() ? SetAside::Blank : is_header_again() ? SetAside::Header : SetAside::Title;
    } else if (after_header_ || !is_person(row)) {
      why = judge(row);
    }
    after_header_ = why == SetAside::Header;
    if (why) {
      set_aside(row, *why);
    } else {
      recognition_.data_rows.push_back(row);
    }
  }
}

} // namespace

void sort_rows(const table::Grid& grid, HeaderPlace place, Recognition& recognition) {
  Sorter(grid, place, recognition).run();
}

} // namespace padan::ingest
