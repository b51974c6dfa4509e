#pragma once
// The figures of a list's profile that follow from its cells by definition: every pair of rows, every cell, no index.

#include <set>
#include <string>
#include <vector>

#include "padan/engine/list_profile.hpp"
#include "padan/prepare/name.hpp"

namespace padan::reference {

using Rows = std::set<std::uint32_t>; // positions in Recognition::data_rows

struct Person {
  std::uint64_t nik; // 0 unless good
  std::string name;
  prepare::Date birth;
};

inline std::uint32_t column_of(const engine::Source& source, table::FieldKind kind) {
  for (const ingest::Column& column : source.recognition.columns) {
    if (column.field.kind == kind) {
      return column.index;
    }
  }
  return engine::kWholeRow;
}

/// For lists with columns NIK, name and birth date.
inline std::vector<Person> persons(const engine::Source& source, std::uint16_t year) {
  const std::uint32_t nik = column_of(source, table::FieldKind::Nik);
  const std::uint32_t name = column_of(source, table::FieldKind::Name);
  const std::uint32_t birth = column_of(source, table::FieldKind::BirthDate);
  prepare::DateOrderVote vote;
  for (const std::uint32_t row : source.recognition.data_rows) {
    vote.add(source.grid.cell(row, birth));
  }
  std::vector<Person> all;
  for (const std::uint32_t row : source.recognition.data_rows) {
    const auto id = prepare::read_nik(source.grid.cell(row, nik), source.grid.is_numeric(row, nik));
    prepare::NameParts parts;
    prepare::read_name(source.grid.cell(row, name), parts);
    all.push_back({id.state == prepare::IdState::Good ? id.value : 0, parts.main,
                   prepare::read_date(source.grid.cell(row, birth), vote.order(), year)});
  }
  return all;
}

/// Rows whose good NIK stands in another row, too.
inline Rows repeated_niks(const std::vector<Person>& all) {
  Rows rows;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    for (std::uint32_t j = 0; j < all.size(); ++j) {
      if (i != j && all[i].nik != 0 && all[i].nik == all[j].nik) {
        rows.insert(i);
      }
    }
  }
  return rows;
}

/// Rows whose name and full birth date stand in another row, unless all such rows have one good NIK.
inline Rows repeated_persons(const std::vector<Person>& all) {
  Rows rows;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    bool other = false;
    bool one_nik = all[i].nik != 0;
    for (std::uint32_t j = 0; j < all.size(); ++j) {
      const bool same = i != j && !all[i].name.empty() && all[i].name == all[j].name && all[i].birth.full() &&
                        all[j].birth.full() && all[i].birth.packed() == all[j].birth.packed();
      other = other || same;
      one_nik = one_nik && (!same || all[j].nik == all[i].nik);
    }
    if (other && !one_nik) {
      rows.insert(i);
    }
  }
  return rows;
}

/// Rows whose good NIK and full birth date agree (or do not).
inline Rows births(const std::vector<Person>& all, bool agree) {
  Rows rows;
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (all[i].nik == 0 || !all[i].birth.full()) {
      continue;
    }
    std::string digits = std::to_string(all[i].nik).substr(6, 6);
    const int day = std::stoi(digits.substr(0, 2));
    const bool same = (day > 40 ? day - 40 : day) == all[i].birth.day &&
                      std::stoi(digits.substr(2, 2)) == all[i].birth.month &&
                      std::stoi(digits.substr(4, 2)) == all[i].birth.year % 100;
    if (same == agree) {
      rows.insert(i);
    }
  }
  return rows;
}

/// Rows whose cell of a column is empty or of spaces.
inline Rows blanks(const engine::Source& source, std::uint32_t column) {
  Rows rows;
  for (std::uint32_t i = 0; i < source.recognition.data_rows.size(); ++i) {
    const std::string_view cell =
        source.grid.cell(source.recognition.data_rows[i], source.recognition.columns[column].index);
    if (cell.find_first_not_of(" \t\r\n\xC2\xA0") == std::string_view::npos) {
      rows.insert(i);
    }
  }
  return rows;
}

} // namespace padan::reference
