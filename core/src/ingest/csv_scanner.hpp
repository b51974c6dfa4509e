#pragma once
// Cuts text into records and cells. Knows the separator, nothing of encodings or of what cells mean.

#include <array>
#include <cstdint>
#include <vector>

namespace padan::ingest {

/// A cell inside the buffer that was scanned.
struct CsvCell {
  const char* data;
  std::uint32_t size;
  bool doubled; // holds "" that stands for one "
};

struct CsvRecord {
  std::vector<CsvCell> cells;
  std::uint32_t line_ends = 0; // physical lines the record took
  std::uint32_t stray = 0;     // quotes where none belongs
  std::uint32_t unclosed = 0;  // opening quotes that were read as part of the text
};

/// Scans RFC 4180 and what people make of it. `width` (0: not known) is the usual number of cells; it only helps to tell a
/// cell of several lines from a quote that was never closed. Decisions depend on the text alone, never on buffer ends.
class CsvScanner {
public:
  CsvScanner(char separator, bool cr_ends_lines, std::uint32_t width);

  /// Reads the record at `at` and moves `at` behind it. False, with `at` unmoved, when the buffer ends first; `last` tells that
  /// nothing will follow. `*end` must be readable and NUL, and `at` must be before `end`.
  bool next(const char*& at, const char* end, bool last, CsvRecord& record) const;

  [[nodiscard]] std::uint32_t width() const { return width_; }

private:
  enum class Outcome : std::uint8_t { Closed, Literal, NeedMore };
  struct Quoted;

  Outcome scan_quoted(const char* end, bool last, std::uint32_t cells_before, Quoted& quoted) const;
  Outcome judge_quote(const char* end, bool last, std::uint32_t cells_before, Quoted& quoted) const;
  Outcome judge_stray(const char* end, bool last, std::uint32_t cells_before, Quoted& quoted) const;
  Outcome judge_line_end(std::uint32_t cells_before, Quoted& quoted) const;
  [[nodiscard]] bool is_line_end(char c) const { return c == '\n' || (cr_ends_lines_ && c == '\r'); }
  [[nodiscard]] std::uint32_t separators(const char* from, const char* to) const;
  /// 0: text follows, 1: the cell ends, 2: the buffer ended first. `at` moves over the blanks.
  std::uint32_t cell_ends(const char*& at, const char* end, bool last) const;

  char separator_;
  bool cr_ends_lines_;
  std::uint32_t width_;
  std::array<bool, 256> plain_stop_{};
  std::array<bool, 256> quoted_stop_{};
};

} // namespace padan::ingest
