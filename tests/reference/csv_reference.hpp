#pragma once
// The slow, obvious twin of CsvReader for well-formed UTF-8 text: one character at a time, one rule a line.

#include <string>
#include <string_view>
#include <vector>

namespace padan::reference {

using CsvRows = std::vector<std::vector<std::string>>;

/// Reads RFC 4180 with any separator; \n, \r\n end lines outside quotes.
inline CsvRows read_csv(std::string_view text, char separator) {
  CsvRows rows;
  std::vector<std::string> row;
  std::string cell;
  bool quoted = false;
  bool row_begun = false;
  const auto end_cell = [&] {
    row.push_back(cell);
    cell.clear();
  };
  const auto end_row = [&] {
    end_cell();
    rows.push_back(row);
    row.clear();
    row_begun = false;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    row_begun = true;
    if (quoted && c == '"' && next == '"') {
      cell += '"';
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (quoted) {
      cell += c;
    } else if (c == separator) {
      end_cell();
    } else if (c == '\n') {
      end_row();
    } else if (c != '\r') {
      cell += c;
    }
  }
  if (row_begun) {
    end_row();
  }
  return rows;
}

} // namespace padan::reference
