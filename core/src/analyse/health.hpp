#pragma once
// What lists say of the health of a person, row by row.

#include <vector>

#include "padan/prepare/codes.hpp"
#include "padan/resolve/master.hpp"

namespace padan::analyse {

using prepare::Truth;

/// A word of a column of illness, disability or stunting: "Hipertensi" yes, "Tidak ada", "Normal" no, "Sangat Pendek" yes.
[[nodiscard]] Truth read_health(resolve::FieldKind kind, std::string_view cell);

/// Reads every cell of one kind once, each distinct text only once; holds one byte a row where any list has such a column.
class Health {
public:
  Health(const resolve::MasterList& master, resolve::FieldKind kind);

  /// Some list has a column of it, or people have said it of somebody: a village of who is ill, where no list knows.
  [[nodiscard]] bool asked() const { return !truths_.empty() || decided_; }
  /// A person has said it, or a list: one yes is enough.
  [[nodiscard]] Truth of(std::uint32_t person) const;

private:
  void read_column(std::uint32_t file, std::uint32_t column);
  [[nodiscard]] std::uint32_t measured(prepare::RowId row) const;

  const resolve::MasterList& master_;
  resolve::FieldKind kind_;
  std::vector<Truth> truths_; // per row; none when no list has a column
  bool decided_ = false;
};

} // namespace padan::analyse
