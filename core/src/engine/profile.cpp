#include "padan/engine/profile.hpp"

#include <algorithm>
#include <functional>

#include "cell_remarks.hpp"
#include "column_profiler.hpp"
#include "padan/prepare/name.hpp"
#include "padan/table/companion.hpp"

namespace padan::engine {
namespace {

using table::FieldKind;

enum class Worth : std::uint8_t { Missing, Good, Damaged };

// What a cell that is not blank is worth; numeric: the spreadsheet held a number.
using Judge = std::function<Worth(std::string_view cell, bool numeric)>;

constexpr std::size_t kSamples = 3;

Worth of_id(prepare::IdState state) {
  using prepare::IdState;
  return state == IdState::Missing ? Worth::Missing : state == IdState::Good ? Worth::Good : Worth::Damaged;
}

Worth of_known(bool known) { return known ? Worth::Good : Worth::Damaged; }

Judge judge_of(const Source& source, const ingest::Column& column, std::uint16_t year) {
  switch (table::fact_of(column.field)) {
  case FieldKind::Nik:
    return [lost = last_digit_lost(source, column.index)](std::string_view cell, bool numeric) {
      return of_id(prepare::read_nik(cell, numeric || lost).state);
    };
  case FieldKind::Kk:
    return [lost = last_digit_lost(source, column.index)](std::string_view cell, bool numeric) {
      return of_id(prepare::read_kk(cell, numeric || lost).state);
    };
  case FieldKind::BirthDate:
    return [order = order_of(source, column.index, false), year](std::string_view cell, bool) {
      return of_known(prepare::read_date(cell, order, year).full());
    };
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

} // namespace

struct ColumnProfiler::State {
  const Source& source;
  const ingest::Column& column;
  Judge judge;
  ColumnProfile profile;
};

ColumnProfiler::ColumnProfiler(const Source& source, std::uint32_t column, std::uint16_t year) {
  const ingest::Column& what = source.recognition.columns[column];
  state_ = std::make_unique<State>(State{source, what, judge_of(source, what, year), {}});
}
ColumnProfiler::~ColumnProfiler() = default;

void ColumnProfiler::add(std::uint32_t from, std::uint32_t to) {
  const table::Grid& grid = state_->source.grid;
  const std::uint32_t column = state_->column.index;
  ColumnProfile& profile = state_->profile;
  for (std::uint32_t position = from; position < to; ++position) {
    const std::uint32_t row = state_->source.recognition.data_rows[position];
    const std::string_view cell = grid.cell(row, column);
    if (is_blank(cell)) {
      ++profile.missing;
      continue;
    }
    ++profile.filled;
    if (profile.samples.size() < kSamples &&
        std::find(profile.samples.begin(), profile.samples.end(), cell) == profile.samples.end()) {
      profile.samples.emplace_back(cell);
    }
    const Worth worth = state_->judge(cell, grid.is_numeric(row, column));
    ++(worth == Worth::Good ? profile.good : worth == Worth::Damaged ? profile.damaged : profile.missing);
  }
}

ColumnProfile ColumnProfiler::take() { return std::move(state_->profile); }

SourceProfile profile_source(const Source& source, std::uint16_t year) {
  SourceProfile profile;
  const auto rows = static_cast<std::uint32_t>(source.recognition.data_rows.size());
  for (std::uint32_t column = 0; column < source.recognition.columns.size(); ++column) {
    ColumnProfiler profiler(source, column, year);
    profiler.add(0, rows);
    profile.columns.push_back(profiler.take());
  }
  return profile;
}

} // namespace padan::engine
