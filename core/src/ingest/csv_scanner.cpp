#include "csv_scanner.hpp"

#include <algorithm>

namespace padan::ingest {
namespace {

// A quoted cell longer than this, with line ends in it, is a quote that was never closed.
constexpr std::ptrdiff_t kMaxQuotedBytes = 256 * 1024;
constexpr std::uint32_t kMaxQuotedLines = 200;
// So many lines inside quotes that each look like a whole record are records.
constexpr std::uint32_t kRecordLines = 3;

} // namespace

struct CsvScanner::Quoted {
  const char* open;       // the opening quote
  const char* at;         // where the scan stands; at the closing quote when closed
  const char* after;      // behind the closing quote and its blanks
  const char* line_start; // of the line that `at` is on, not before `open`
  std::uint32_t line_ends = 0;
  std::uint32_t record_lines = 0;     // whole lines inside that have as many cells as a record
  std::uint32_t first_line_cells = 0; // of the line of `open` read literally; 0 until it is asked for
  std::uint32_t stray = 0;
  bool doubled = false;
  bool first_line_is_record = false; // read literally, the line of `open` has as many cells as a record
};

CsvScanner::CsvScanner(char separator, bool cr_ends_lines, std::uint32_t width)
    : separator_(separator), cr_ends_lines_(cr_ends_lines), width_(width),
      stops_({separator, '"', '\n', cr_ends_lines ? '\r' : '\n'}) {}

void CsvScanner::start(std::string_view text) {
  stops_.read(text);
  begin_ = text.data();
  end_ = begin_ + text.size();
  at_ = {begin_, stops_.begin()};
}

void CsvScanner::move(Place& place, const char* to) const {
  place.text = to;
  while (begin_ + *place.stop < to) {
    ++place.stop;
  }
}

std::uint32_t CsvScanner::separators(const char* from, const char* to) const {
  return static_cast<std::uint32_t>(std::count(from, to, separator_));
}

std::uint32_t CsvScanner::cell_ends(const char*& at, bool last) const {
  while (at != end_ && (*at == ' ' || (*at == '\r' && !cr_ends_lines_))) {
    ++at;
  }
  if (at == end_) {
    return last ? 1 : 2;
  }
  // A carriage return belongs to the line end only; "x"\r,y is a stray quote.
  const bool after_return = at[-1] == '\r' && !cr_ends_lines_;
  return is_line_end(*at) || (*at == separator_ && !after_return) ? 1 : 0;
}

CsvScanner::Outcome CsvScanner::judge_line_end(std::uint32_t cells_before, Quoted& quoted) const {
  const std::uint32_t cells = separators(quoted.line_start, quoted.at) + 1;
  if (quoted.line_ends == 0) {
    quoted.first_line_is_record = width_ >= 3 && cells_before + cells == width_;
  } else if (cells == width_) {
    ++quoted.record_lines;
  }
  // In \r\n the \r ends the line; the \n behind it belongs to the same end.
  quoted.at += *quoted.at == '\r' && quoted.at[1] == '\n' ? 2 : 1;
  quoted.line_start = quoted.at;
  ++quoted.line_ends;
  const bool swallows =
      quoted.first_line_is_record && quoted.record_lines >= kRecordLines && quoted.record_lines + 1 == quoted.line_ends;
  const bool endless = quoted.line_ends > kMaxQuotedLines || quoted.at - quoted.open > kMaxQuotedBytes;
  return swallows || endless ? Outcome::Literal : Outcome::Closed;
}

// A quote inside a quoted cell with text behind it: either part of the text, or the opening quote of a later cell, which
// shows that the cell at hand was never closed.
CsvScanner::Outcome CsvScanner::judge_stray(bool last, std::uint32_t cells_before, Quoted& quoted) const {
  const char before = quoted.at[-1];
  const bool opens = quoted.at - 1 != quoted.open && (before == separator_ || is_line_end(before));
  if (opens && quoted.line_ends > 0) {
    return Outcome::Literal;
  }
  if (opens) {
    if (quoted.first_line_cells == 0) { // once a cell, or a long line of stray quotes would cost its square
      const char* line_end = std::find_if(quoted.at, end_, [this](char c) { return is_line_end(c); });
      if (line_end == end_ && !last) {
        return Outcome::NeedMore;
      }
      quoted.first_line_cells = cells_before + 1 + separators(quoted.open, line_end);
    }
    if (quoted.first_line_cells == width_) {
      return Outcome::Literal;
    }
  }
  ++quoted.stray;
  ++quoted.at;
  return Outcome::Closed;
}

// At a quote. Closed with `after` set when the cell ends here; Closed with `after` null to scan on.
CsvScanner::Outcome CsvScanner::judge_quote(bool last, std::uint32_t cells_before, Quoted& quoted) const {
  const char* next = quoted.at + 1;
  if (next != end_ && *next == '"') {
    if (quoted.stray > 0) {
      // "SITI "AMINAH"" has an inner pair that nobody doubled: the last of the two quotes closes the cell.
      const char* after = next + 1;
      const std::uint32_t ends = cell_ends(after, last);
      if (ends == 2) {
        return Outcome::NeedMore;
      }
      if (ends == 1) {
        quoted.at = next;
        quoted.after = after;
        return Outcome::Closed;
      }
    }
    quoted.doubled = true;
    quoted.at += 2;
    return Outcome::Closed;
  }
  switch (cell_ends(next, last)) {
  case 0:
    return judge_stray(last, cells_before, quoted);
  case 1:
    quoted.after = next;
    return Outcome::Closed;
  default:
    return Outcome::NeedMore;
  }
}

CsvScanner::Outcome CsvScanner::scan_quoted(bool last, std::uint32_t cells_before, Place place, Quoted& quoted) const {
  quoted.at = quoted.line_start = quoted.open + 1;
  quoted.after = nullptr;
  while (true) {
    move(place, quoted.at);
    while (begin_[*place.stop] == separator_) {
      ++place.stop;
    }
    quoted.at = begin_ + *place.stop;
    if (quoted.at == end_) {
      return last ? Outcome::Literal : Outcome::NeedMore;
    }
    Outcome outcome = Outcome::Closed;
    if (*quoted.at == '"') {
      outcome = judge_quote(last, cells_before, quoted);
    } else if (*quoted.at == '\r' && quoted.at + 1 == end_ && !last) {
      return Outcome::NeedMore;
    } else {
      outcome = judge_line_end(cells_before, quoted);
    }
    if (outcome != Outcome::Closed) {
      return outcome;
    }
    if (quoted.after != nullptr) {
      // Closed, but over whole records: the closing quote belongs to another cell.
      const bool swallows =
          quoted.first_line_is_record && quoted.record_lines > 0 && quoted.record_lines + 1 == quoted.line_ends;
      return swallows ? Outcome::Literal : Outcome::Closed;
    }
  }
}

// A cell with a quote in it, quoted or not; it is the last of the record. False when the text ends before that is known.
bool CsvScanner::read_quotes(bool last, Place& place, CsvRecord& record, CsvCell& cell) const {
  const char* const start = place.text;
  const char* open = start;
  while (*open == ' ') {
    ++open;
  }
  const bool quoted_cell = *open == '"';
  if (quoted_cell) {
    Quoted quoted{};
    quoted.open = open;
    const auto cells_before = static_cast<std::uint32_t>(record.cells.size() - 1);
    const Outcome outcome = scan_quoted(last, cells_before, place, quoted);
    if (outcome == Outcome::NeedMore) {
      return false;
    }
    if (outcome == Outcome::Closed) {
      cell = {open + 1, static_cast<std::uint32_t>(quoted.at - open - 1), quoted.doubled};
      record.line_ends += quoted.line_ends;
      record.stray += quoted.stray;
      move(place, quoted.after);
      return true;
    }
    ++record.unclosed;
    ++place.stop; // that quote is counted
  }
  while (begin_[*place.stop] == '"') {
    record.stray += quoted_cell ? 0 : 1;
    ++place.stop;
  }
  place.text = begin_ + *place.stop;
  cell = {start, static_cast<std::uint32_t>(place.text - start), false};
  return true;
}

bool CsvScanner::next(bool last, CsvRecord& record) {
  record.cells.clear();
  record.line_ends = record.stray = record.unclosed = 0;
  Place place = at_;
  if (place.text == end_) {
    return false;
  }
  while (true) {
    const char* end = begin_ + *place.stop;
    CsvCell& cell = record.cells.emplace_back(); // in place: a cell copied right after it was made stalls the processor
    cell.data = place.text;
    cell.size = static_cast<std::uint32_t>(end - place.text);
    if (*end == '"') {
      if (!read_quotes(last, place, record, cell)) {
        return false;
      }
      end = place.text;
    }
    if (*end == separator_) {
      place = {end + 1, place.stop + 1};
      continue;
    }
    const bool cut_off = end == end_ || (*end == '\r' && end + 1 == end_); // the \n of \r\n may still come
    if (cut_off && !last) {
      return false;
    }
    const bool bare = cell.data + cell.size == end;
    while (bare && cell.size > 0 && cell.data[cell.size - 1] == '\r') {
      --cell.size;
    }
    ++record.line_ends;
    const std::ptrdiff_t step = end == end_ ? 0 : *end == '\r' && end[1] == '\n' ? 2 : 1;
    at_ = {end + step, place.stop + step};
    return true;
  }
}

} // namespace padan::ingest
