#include "padan/ingest/shape.hpp"

#include <algorithm>
#include <map>

#include "column_probe.hpp"
#include "header_finder.hpp"
#include "header_words.hpp"
#include "padan/base/hash.hpp"

namespace padan::ingest {
namespace {

constexpr std::size_t kLeastHeader = 3;      // named columns; fewer are alike by accident
constexpr std::uint32_t kSearchRows = 60;    // as far as recognition looks for a header
constexpr std::uint32_t kComparedRows = 200; // of data, with what stands in the header

std::string to_hex(std::uint64_t value) {
  std::string text(16, '0');
  for (auto digit = text.rbegin(); digit != text.rend(); ++digit, value >>= 4) {
    *digit = "0123456789abcdef"[value & 15];
  }
  return text;
}

std::string shape_at(const table::Grid& grid, HeaderPlace place) {
  if (place.rows == 0 || place.row + place.rows > grid.rows()) {
    return {};
  }
  const std::vector<HeaderText> texts = header_texts(grid, place);
  std::vector<std::string> keys;
  for (std::uint32_t column = 0; column < grid.own_width(); ++column) {
    if (std::string key = header_key(texts[column].joined()); !key.empty()) {
      keys.push_back(std::move(key));
    }
  }
  if (keys.size() < kLeastHeader) {
    return {};
  }
  std::vector<std::string> sorted = keys;
  std::sort(sorted.begin(), sorted.end());
  const bool ambiguous = std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end();
  std::uint64_t hash = ambiguous ? 1 : 0; // which of two "Nama" is meant, only their order tells
  for (const std::string& key : ambiguous ? keys : sorted) {
    hash = base::combine(hash, base::hash_bytes(key));
  }
  return to_hex(hash);
}

HeaderPlace place_of(const Recognition& recognition) { return {recognition.header_row, recognition.header_rows}; }

bool is_among_cells(const table::Grid& grid, const Recognition& recognition, std::uint32_t column,
                    std::string_view header) {
  const auto end = recognition.data_rows.begin() +
                   static_cast<std::ptrdiff_t>(std::min<std::size_t>(recognition.data_rows.size(), kComparedRows));
  return std::any_of(recognition.data_rows.begin(), end,
                     [&](std::uint32_t row) { return grid.cell(row, column) == header; });
}

// An officer who looks for the header may stop at a row of data: its cells are a person's. A village or a sex stands in other rows, too;
// of real headers at most one does ("PKH" over "PKH").
bool is_row_of_data(const table::Grid& grid, const Recognition& recognition) {
  std::uint32_t repeated = 0;
  bool known = false;
  for (std::uint32_t row = recognition.header_row; row < recognition.header_row + recognition.header_rows; ++row) {
    for (std::uint32_t column = 0; column < grid.own_width(); ++column) {
      const std::string_view cell = grid.cell(row, column);
      if (looks_like_data(cell)) {
        return true;
      }
      known = known || header_meaning(cell).has_value();
      repeated += !cell.empty() && is_among_cells(grid, recognition, column, cell) ? 1U : 0U;
    }
  }
  return repeated > (known ? 1U : 0U);
}

using Lines =
    std::map<std::string, std::optional<std::uint32_t>>; // shape → header line; none: where recognition finds it

Lines shapes_of(const table::Grid& grid, const Result<Recognition>& plain) {
  Lines lines;
  if (plain) {
    lines.emplace(shape_at(grid, place_of(*plain)), std::nullopt);
  }
  const std::uint32_t end = std::min(kSearchRows, grid.parts.size() < 2 ? grid.rows() : grid.parts[1].first);
  for (std::uint32_t row = 0; row < end; ++row) {
    for (const std::uint32_t height : {1U, 2U}) {
      lines.emplace(shape_at(grid, {row, height}), grid.lines[row]);
    }
  }
  return lines;
}

std::map<std::string, std::string> mapping_of(const table::Grid& grid, const Reading& reading, const Hints& hints) {
  std::map<std::string, std::string> mapping(reading.mapping.begin(), reading.mapping.end());
  if (!grid.added.empty()) { // the reading may come from a list without these columns
    if (const Result<Recognition> unmapped = recognise(grid, hints)) {
      for (const Column& column : unmapped->columns) {
        if (column.index >= grid.own_width()) {
          mapping.emplace(column.header, to_text(column.field));
        }
      }
    }
  }
  return mapping;
}

std::vector<std::string> order_of(const Reading& reading, const std::vector<Column>& columns) {
  std::vector<std::string> order;
  for (const auto& [header, field] : reading.mapping) {
    const std::string key = header_key(header);
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const Column& column) { return header_key(column.header) == key; });
    if (found != columns.end()) {
      order.push_back(found->header);
    }
  }
  return order;
}

} // namespace

std::string shape_of(const table::Grid& grid, const Recognition& recognition) {
  return is_row_of_data(grid, recognition) ? std::string() : shape_at(grid, place_of(recognition));
}

std::optional<Recalled> recall(const table::Grid& grid, const Hints& hints, const Result<Recognition>& plain,
                               const Readings& readings) {
  if (readings.empty() || hints.header_row || hints.mapping) {
    return std::nullopt;
  }
  const Lines lines = shapes_of(grid, plain);
  for (const Reading& reading : readings) {
    const auto found = lines.find(reading.shape);
    if (found == lines.end() || reading.shape.empty()) {
      continue;
    }
    Recalled recalled{{}, hints, {}, reading.layout};
    recalled.hints.header_row = found->second;
    if (!reading.mapping.empty()) {
      recalled.hints.mapping = mapping_of(grid, reading, recalled.hints);
    }
    Result<Recognition> recognition = recognise(grid, recalled.hints);
    if (recognition && shape_at(grid, place_of(*recognition)) == reading.shape) {
      recalled.recognition = std::move(*recognition);
      recalled.order = order_of(reading, recalled.recognition.columns);
      return recalled;
    }
  }
  return std::nullopt;
}

} // namespace padan::ingest
