#include "padan/engine/profile.hpp"

#include <algorithm>
#include <functional>

#include "padan/prepare/name.hpp"

namespace padan::engine {
namespace {

using table::FieldKind;

enum class Worth : std::uint8_t { Missing, Good, Damaged };

// What a cell that is not blank is worth; numeric: the spreadsheet held a number.
using Judge = std::function<Worth(std::string_view cell, bool numeric)>;

constexpr std::size_t kSamples = 3;

bool is_blank(std::string_view cell) {
  const auto is_space = [](char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\xC2' || c == '\xA0';
  };
  return std::all_of(cell.begin(), cell.end(), is_space); // almost always the first letter tells
}

Worth of_id(prepare::IdState state) {
  using prepare::IdState;
  return state == IdState::Missing ? Worth::Missing : state == IdState::Good ? Worth::Good : Worth::Damaged;
}

Worth of_known(bool known) { return known ? Worth::Good : Worth::Damaged; }

Judge judge_date(const Source& source, std::uint32_t column, std::uint16_t year) {
  prepare::DateOrderVote vote;
  for (const std::uint32_t row : source.recognition.data_rows) {
    vote.add(source.grid.cell(row, column));
  }
  return [order = vote.order(), year](std::string_view cell, bool) {
    return of_known(prepare::read_date(cell, order, year).full());
  };
}

Judge judge_of(const Source& source, const ingest::Column& column, std::uint16_t year) {
  switch (column.field.kind) {
  case FieldKind::Nik:
  case FieldKind::HeadNik:
  case FieldKind::MotherNik:
    return [](std::string_view cell, bool numeric) { return of_id(prepare::read_nik(cell, numeric).state); };
  case FieldKind::Kk:
    return [](std::string_view cell, bool numeric) { return of_id(prepare::read_kk(cell, numeric).state); };
  case FieldKind::BirthDate:
    return judge_date(source, column.index, year);
  case FieldKind::Sex:
    return [](std::string_view cell, bool) { return of_known(prepare::read_sex(cell) != prepare::Sex::Unknown); };
  case FieldKind::Decile:
    return [](std::string_view cell, bool) { return of_known(prepare::read_decile(cell) != 0); };
  case FieldKind::Name:
    return [parts = prepare::NameParts{}](std::string_view cell, bool) mutable {
      prepare::read_name(cell, parts);
      return parts.main.empty() ? Worth::Missing : Worth::Good;
    };
  default:
    return [](std::string_view, bool) { return Worth::Good; };
  }
}

ColumnProfile profile_column(const Source& source, const ingest::Column& column, std::uint16_t year) {
  ColumnProfile profile;
  const Judge judge = judge_of(source, column, year);
  for (const std::uint32_t row : source.recognition.data_rows) {
    const std::string_view cell = source.grid.cell(row, column.index);
    if (is_blank(cell)) {
      ++profile.missing;
      continue;
    }
    ++profile.filled;
    if (profile.samples.size() < kSamples &&
        std::find(profile.samples.begin(), profile.samples.end(), cell) == profile.samples.end()) {
      profile.samples.emplace_back(cell);
    }
    const Worth worth = judge(cell, source.grid.is_numeric(row, column.index));
    ++(worth == Worth::Good ? profile.good : worth == Worth::Damaged ? profile.damaged : profile.missing);
  }
  return profile;
}

} // namespace

SourceProfile profile_source(const Source& source, std::uint16_t year) {
  SourceProfile profile;
  for (const ingest::Column& column : source.recognition.columns) {
    profile.columns.push_back(profile_column(source, column, year));
  }
  return profile;
}

} // namespace padan::engine
