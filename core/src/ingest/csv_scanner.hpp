#pragma once
// Cuts text into records and cells. Knows the separator, nothing of encodings or of what cells mean.

#include <cstdint>
#include <string_view>
#include <vector>

#include "stop_index.hpp"

namespace padan::ingest {

/// A cell inside the text that was scanned.
struct CsvCell {
  const char* data = nullptr;
  std::uint32_t size = 0;
  bool doubled = false; // holds "" that stands for one "
};

struct CsvRecord {
  std::vector<CsvCell> cells;
  std::uint32_t line_ends = 0; // physical lines the record took
  std::uint32_t stray = 0;     // quotes where none belongs
  std::uint32_t unclosed = 0;  // opening quotes that were read as part of the text
};

/// Scans RFC 4180 and what people make of it. `width` (0: not known) is the usual number of cells; it only helps to tell a
/// cell of several lines from a quote that was never closed. Decisions depend on the text alone, never on where it was cut.
///   scanner.start(text);  while (scanner.next(false, record)) {…}  text.erase(0, scanner.scanned());
class CsvScanner {
public:
  /// separator: not NUL.
  CsvScanner(char separator, bool cr_ends_lines, std::uint32_t width);
  CsvScanner(const CsvScanner&) = delete; // it stands inside its own index
  CsvScanner& operator=(const CsvScanner&) = delete;

  /// `text` begins with a record, stays where it is while it is scanned, and has a readable NUL behind it. Under 4 GiB.
  void start(std::string_view text);
  /// Reads the next record. False, with nothing scanned, when there is none or the text ends first; `last` tells that nothing
  /// will follow, so that its end ends the record.
  bool next(bool last, CsvRecord& record);
  [[nodiscard]] std::size_t scanned() const { return static_cast<std::size_t>(at_.text - begin_); }
  [[nodiscard]] bool at_end() const { return at_.text == end_; }

  [[nodiscard]] std::uint32_t width() const { return width_; }

private:
  enum class Outcome : std::uint8_t { Closed, Literal, NeedMore };
  struct Quoted;

  /// A place in the text, with the first stop that is not before it.
  struct Place {
    const char* text = nullptr;
    const std::uint32_t* stop = nullptr;
  };

  bool read_quotes(bool last, Place& place, CsvRecord& record, CsvCell& cell) const;
  Outcome scan_quoted(bool last, std::uint32_t cells_before, Place place, Quoted& quoted) const;
  Outcome judge_quote(bool last, std::uint32_t cells_before, Quoted& quoted) const;
  Outcome judge_stray(bool last, std::uint32_t cells_before, Quoted& quoted) const;
  Outcome judge_line_end(std::uint32_t cells_before, Quoted& quoted) const;
  [[nodiscard]] bool is_line_end(char c) const { return c == '\n' || (cr_ends_lines_ && c == '\r'); }
  [[nodiscard]] std::uint32_t separators(const char* from, const char* to) const;
  /// 0: text follows, 1: the cell ends, 2: the text ended first. `at` moves over the blanks.
  std::uint32_t cell_ends(const char*& at, bool last) const;
  void move(Place& place, const char* to) const;

  char separator_;
  bool cr_ends_lines_;
  std::uint32_t width_;
  StopIndex stops_; // separators, quotes, line ends
  const char* begin_ = nullptr;
  const char* end_ = nullptr;
  Place at_;
};

} // namespace padan::ingest
