#include "padan/ingest/recognise.hpp"

#include <algorithm>

#include "column_mapper.hpp"
#include "layout.hpp"
#include "row_sorter.hpp"

namespace padan::ingest {
namespace {

using table::FieldKind;

constexpr std::uint32_t kProbedRows = 2000;

bool identifies(const Column& column) {
  switch (column.field.kind) {
  case FieldKind::Nik:
  case FieldKind::Kk:
  case FieldKind::Id:
  case FieldKind::Name:
  case FieldKind::GivenName:
  case FieldKind::FamilyName:
    return true;
  default:
    return false;
  }
}

} // namespace

Result<Recognition> recognise(const table::Grid& grid, const Hints& hints) {
  if (grid.rows() == 0 || grid.width() == 0) {
    return fail(ErrorCode::FileEmpty);
  }
  const HeaderPlace place = find_header(grid, hints);
  const std::vector<ColumnProbe> probes = probe_columns(grid, place.row + place.rows, kProbedRows);
  if (std::all_of(probes.begin(), probes.end(), [](const ColumnProbe& probe) { return probe.sampled() == 0; })) {
    return fail(ErrorCode::FileHeaderOnly);
  }
  Recognition recognition;
  recognition.header_row = place.row;
  recognition.header_rows = place.rows;
  recognition.columns = map_columns(grid, place, probes, hints, recognition.issues);
  // Lines of words without a header are a letter, whatever names they resemble.
  const bool letter =
      place.rows == 0 && recognition.columns.size() == 1 && recognition.columns.front().field.kind == FieldKind::Name;
  if (letter || std::none_of(recognition.columns.begin(), recognition.columns.end(), identifies)) {
    return fail(ErrorCode::FileNoKnownColumn);
  }
  const Layout layout = judge_layout(recognition.columns, hints.file_name);
  recognition.layout = layout.name;
  recognition.kind = layout.kind;
  recognition.owner = layout.owner;
  recognition.confidence = layout.confidence;
  sort_rows(grid, place, recognition);
  if (recognition.data_rows.empty()) {
    return fail(ErrorCode::FileHeaderOnly);
  }
  return recognition;
}

} // namespace padan::ingest
