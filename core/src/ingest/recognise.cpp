#include "padan/ingest/recognise.hpp"

#include <algorithm>

#include "block_table.hpp"
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

// The officer who points at another row than the blocks' own header sees a table.
bool agrees(const BlockTable& blocks, const table::Grid& grid, const Hints& hints) {
  if (!hints.header_row) {
    return true;
  }
  const std::uint32_t row = grid.row_at(*hints.header_row);
  return row < grid.rows() && blocks.rows[row].part == BlockPart::Header;
}

std::vector<HeaderText> block_headers(const table::Grid& grid, const BlockTable& blocks) {
  std::vector<HeaderText> headers = header_texts(grid, HeaderPlace{0, 0}); // of the added columns
  for (std::size_t column = 0; column < blocks.headers.size(); ++column) {
    headers[column].lower = blocks.headers[column];
  }
  return headers;
}

std::vector<std::uint32_t> some_members(const BlockTable& blocks) {
  std::vector<std::uint32_t> members;
  for (std::uint32_t row = 0; row < blocks.rows.size() && members.size() < kProbedRows; ++row) {
    if (blocks.rows[row].part == BlockPart::Member) {
      members.push_back(row);
    }
  }
  return members;
}

std::optional<SetAside> why_aside(BlockPart part) {
  switch (part) {
  case BlockPart::Title:
    return SetAside::Title;
  case BlockPart::Header:
    return SetAside::Header;
  case BlockPart::Blank:
    return SetAside::Blank;
  case BlockPart::Total:
    return SetAside::Total;
  case BlockPart::Family:
  case BlockPart::Continued:
    return SetAside::Block;
  case BlockPart::Member:
    break;
  }
  return std::nullopt;
}

void sort_block_rows(const BlockTable& blocks, Recognition& recognition) {
  for (std::uint32_t row = 0; row < blocks.rows.size(); ++row) {
    if (const auto why = why_aside(blocks.rows[row].part)) {
      recognition.skipped.push_back({row, *why});
    } else {
      recognition.data_rows.push_back(row);
    }
  }
}

} // namespace

Result<Recognition> recognise(const table::Grid& grid, const Hints& hints) {
  if (grid.rows() == 0 || grid.width() == 0) {
    return fail(ErrorCode::FileEmpty);
  }
  const std::optional<BlockTable> blocks = find_blocks(grid);
  const bool in_blocks = blocks && agrees(*blocks, grid, hints);
  const HeaderPlace place = in_blocks ? blocks->place : find_header(grid, hints);
  const std::vector<HeaderText> headers = in_blocks ? block_headers(grid, *blocks) : header_texts(grid, place);
  const std::vector<ColumnProbe> probes =
      in_blocks ? probe_columns(grid, some_members(*blocks)) : probe_columns(grid, place.row + place.rows, kProbedRows);
  if (std::all_of(probes.begin(), probes.end(), [](const ColumnProbe& probe) { return probe.sampled() == 0; })) {
    return fail(ErrorCode::FileHeaderOnly);
  }
  Recognition recognition;
  recognition.header_row = place.row;
  recognition.header_rows = place.rows;
  recognition.columns = map_columns(grid, place, headers, probes, hints, recognition.issues);
  // Lines of words without a header are a letter, whatever names they resemble.
  const bool letter =
      place.rows == 0 && recognition.columns.size() == 1 && recognition.columns.front().field.kind == FieldKind::Name;
  if (letter || std::none_of(recognition.columns.begin(), recognition.columns.end(), identifies)) {
    return fail(ErrorCode::FileNoKnownColumn);
  }
  const Layout layout = in_blocks ? blocks->layout : judge_layout(recognition.columns, hints.file_name);
  recognition.layout = layout.name;
  recognition.kind = layout.kind;
  recognition.owner = layout.owner;
  recognition.confidence = layout.confidence;
  if (in_blocks) {
    sort_block_rows(*blocks, recognition);
  } else {
    sort_rows(grid, place, recognition);
  }
  if (recognition.data_rows.empty()) {
    return fail(ErrorCode::FileHeaderOnly);
  }
  return recognition;
}

} // namespace padan::ingest
