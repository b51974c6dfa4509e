#pragma once
// What the cells of a column look like, counted over a sample. Headers lie; cells seldom do.

#include <cstdint>
#include <string_view>
#include <vector>

#include "padan/table/grid.hpp"

namespace padan::ingest {

/// Kinds of cell that are told apart. One cell may be of several.
enum class Look : std::uint8_t {
  Filled,   // neither blank nor a word for "nothing"; without it no other
  Digits16, // 15 to 17 digits, or such a number in scientific notation
  NikDate,  // 16 digits with province, day (also + 40) and month that can be
  Day40,    // of these, a day above 40: a woman's NIK, never a KK
  Masked,   // 16 characters, digits and * or x
  Date,
  PlaceDate, // "SERANG, 12-05-1970"
  Year,      // 1900..2100
  SexWord,
  SexCode, // 1 or 2
  Relation,
  YesNo,
  Period, // months, stages: what programme columns hold when they do not hold yes
  Amount, // 1,000 and more, "Rp 300.000"
  Integer,
  UpTo10,
  UpTo130,
  Digits3, // one to three digits
  Digits4, // one to four digits
  Short,   // a number of up to 12 digits
  RtRw,    // 001/002
  Phone,
  Region, // ten digits or 13 with dots, by the first two a province
  Digits10,
  Postcode,
  Email,
  NameLike, // letters, one to six words
  Decile,   // 1..10, "Desil 3", "6-10"
  Count,
};

class ColumnProbe {
public:
  ColumnProbe(const table::StringColumn& cells, const std::vector<std::uint32_t>& rows);

  [[nodiscard]] std::uint32_t sampled() const { return sampled_; }
  [[nodiscard]] std::uint32_t filled() const { return count(Look::Filled); }
  [[nodiscard]] std::uint32_t distinct() const { return distinct_; } // among the filled
  /// Share of the filled cells with this look; 0 when none is filled.
  [[nodiscard]] double share(Look look) const;
  [[nodiscard]] double fill() const { return sampled_ == 0 ? 0 : static_cast<double>(filled()) / sampled_; }
  [[nodiscard]] double variety() const { return filled() == 0 ? 0 : static_cast<double>(distinct_) / filled(); }

private:
  [[nodiscard]] std::uint32_t count(Look look) const { return counts_[static_cast<std::size_t>(look)]; }

  std::uint32_t sampled_ = 0;
  std::uint32_t distinct_ = 0;
  std::uint32_t counts_[static_cast<std::size_t>(Look::Count)] = {};
};

/// True for a cell that no header holds: an identifier, a date, a long number.
[[nodiscard]] bool looks_like_data(std::string_view cell);

/// True for 15 to 17 digits, apostrophe, blanks, dots and dashes aside, or such a number in scientific notation.
[[nodiscard]] bool looks_like_identifier(std::string_view cell);

[[nodiscard]] bool looks_like_date(std::string_view cell);

/// Probes every column over these rows.
[[nodiscard]] std::vector<ColumnProbe> probe_columns(const table::Grid& grid, const std::vector<std::uint32_t>& rows);

/// Probes every column over at most `limit` of the rows from `first_row` on, evenly spread; blank rows do not count.
[[nodiscard]] std::vector<ColumnProbe> probe_columns(const table::Grid& grid, std::uint32_t first_row,
                                                     std::uint32_t limit);

} // namespace padan::ingest
