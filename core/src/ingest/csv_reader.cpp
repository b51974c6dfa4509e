#include "padan/ingest/csv_reader.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>

#include "csv_dialect.hpp"
#include "csv_scanner.hpp"
#include "padan/text/utf8.hpp"

namespace padan::ingest {
namespace {

using table::IssueCode;

constexpr std::size_t kSample = 64 * 1024;
constexpr std::size_t kBlock = 64 * 1024;
constexpr std::size_t kMaxColumns = 16384; // as a spreadsheet
constexpr std::size_t kHugeCell = 32 * 1024;
constexpr std::string_view kMark = "\xEF\xBB\xBF";

bool has_ink(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; });
}

} // namespace

struct CsvReader::State {
  std::string text; // first the raw head of the file until it is judged, then decoded text not yet scanned
  bool judged = false;
  std::size_t next_try = kBlock; // scan when so much text waits; grows with records that do not fit
  std::optional<text::Utf16Decoder> utf16;
  std::optional<CsvScanner> scanner;
  std::optional<Error> error;

  table::Grid grid;
  table::Issues repairs; // told apart at the end: a Windows-1252 file has nothing to repair
  text::Repair repair;
  CsvRecord record;
  std::string unquoted;
  std::string repaired;
  std::uint32_t line = 1;
  std::uint64_t bytes = 0;
  bool plain = true; // the block at hand needs no repair
  bool has_mark = false;
  bool has_ink = false;
  bool seen_full = false; // a record of the usual width came: what came before are titles

  void judge(bool whole);
  void scan(bool last);
  void take_record();
  std::string_view clean(const CsvCell& cell);
  bool widen(std::uint32_t column);
  void count_faults(std::uint32_t filled);
  table::Grid result();
};

void CsvReader::State::judge(bool whole) {
  judged = true;
  const std::string_view head = std::string_view(text).substr(0, kSample);
  if (const std::string_view kind = binary_kind(head); !kind.empty()) {
    error = Error{ErrorCode::FileNotATable, {{"kind", std::string(kind)}}};
    text.clear();
    return;
  }
  std::size_t sample = head.size();
  if (const Encoding encoding = judge_encoding(head); encoding != Encoding::Bytes) {
    utf16.emplace(encoding == Encoding::Utf16Be);
    const std::string raw = std::move(text);
    text.clear();
    utf16->feed(std::string_view(raw).substr(0, sample), text);
    const std::size_t decoded = text.size();
    utf16->feed(std::string_view(raw).substr(sample), text);
    sample = decoded;
  }
  while (std::string_view(text).substr(0, kMark.size()) == kMark) {
    text.erase(0, kMark.size());
    sample -= std::min(sample, kMark.size());
    has_mark = true;
  }
  const Dialect dialect = judge_dialect(std::string_view(text).substr(0, sample), whole && sample == text.size());
  scanner.emplace(dialect.separator, dialect.cr_ends_lines, dialect.width);
  text.erase(0, dialect.skip);
  line += dialect.skip > 0 ? 1 : 0;
}

void CsvReader::State::scan(bool last) {
  plain = text::is_plain(text);
  scanner->start(text);
  while (!error && scanner->next(last, record)) {
    take_record();
  }
  text.erase(0, scanner->scanned());
  next_try = std::max(kBlock, 2 * text.size());
}

std::string_view CsvReader::State::clean(const CsvCell& cell) {
  std::string_view value(cell.data, cell.size);
  if (cell.doubled) {
    unquoted.clear();
    for (std::size_t i = 0; i < value.size(); ++i) {
      unquoted.push_back(value[i]);
      i += value[i] == '"' && i + 1 < value.size() && value[i + 1] == '"' ? 1U : 0U;
    }
    value = unquoted;
  }
  if (!plain && !text::is_plain(value)) {
    const text::Repair before = repair;
    repaired.clear();
    text::append_repaired(repaired, value, repair);
    value = repaired;
    if (repair.repaired > before.repaired) {
      repairs.add(IssueCode::EncodingRepaired, line, repair.repaired - before.repaired);
    }
    if (repair.nul > before.nul) {
      grid.issues.add(IssueCode::NulByte, line, repair.nul - before.nul);
    }
  }
  return value;
}

bool CsvReader::State::widen(std::uint32_t column) {
  if (column >= kMaxColumns) {
    error = Error{ErrorCode::FileTooWide,
                  {{"columns", std::to_string(record.cells.size())}, {"limit", std::to_string(kMaxColumns)}}};
    return false;
  }
  grid.columns.resize(column + std::size_t{1});
  return true;
}

void CsvReader::State::take_record() {
  const std::uint32_t row = grid.rows();
  std::uint32_t filled = 0;
  for (std::uint32_t column = 0; column < record.cells.size(); ++column) {
    const CsvCell& cell = record.cells[column];
    if (cell.size == 0) {
      continue;
    }
    const std::string_view value = plain && !cell.doubled ? std::string_view(cell.data, cell.size) : clean(cell);
    if (value.empty()) {
      continue;
    }
    if (column >= grid.columns.size() && !widen(column)) {
      return;
    }
    table::StringColumn& cells = grid.columns[column];
    if (cells.size() < row) {
      cells.resize(row); // empty cells are written when a filled one follows
    }
    cells.push_back(value);
    filled = column + 1;
    bytes += value.size();
    has_ink = has_ink || ingest::has_ink(value);
    if (value.size() > kHugeCell) {
      grid.issues.add(IssueCode::CellHuge, line);
    }
  }
  if (bytes > std::numeric_limits<std::uint32_t>::max()) {
    error = Error{ErrorCode::FileTooLarge, {}};
  }
  grid.lines.push_back(line);
  count_faults(filled);
  line += record.line_ends;
}

void CsvReader::State::count_faults(std::uint32_t filled) {
  const std::uint32_t width = scanner->width();
  const auto cells = static_cast<std::uint32_t>(record.cells.size());
  seen_full = seen_full || cells >= width;
  if (seen_full && cells < width && filled > 0) {
    grid.issues.add(IssueCode::RowShort, line);
  }
  if (filled > width) {
    grid.issues.add(IssueCode::RowLong, line);
  }
  if (record.stray > 0) {
    grid.issues.add(IssueCode::QuoteStray, line, record.stray);
  }
  if (record.unclosed > 0) {
    grid.issues.add(IssueCode::QuoteUnclosed, line, record.unclosed);
  }
}

table::Grid CsvReader::State::result() {
  for (table::StringColumn& column : grid.columns) {
    column.resize(grid.rows());
    column.shrink_to_fit();
  }
  if (has_mark || repair.valid >= repair.repaired) {
    grid.issues.merge(repairs);
  }
  if (utf16 && utf16->repaired() > 0) {
    grid.issues.add(IssueCode::EncodingRepaired, 1, utf16->repaired());
  }
  return std::move(grid);
}

CsvReader::CsvReader() : state_(std::make_unique<State>()) {}
CsvReader::~CsvReader() = default;
CsvReader::CsvReader(CsvReader&&) noexcept = default;
CsvReader& CsvReader::operator=(CsvReader&&) noexcept = default;

void CsvReader::feed(std::string_view slice) {
  State& state = *state_;
  while (!slice.empty() && !state.error) {
    const std::string_view part = slice.substr(0, kBlock);
    slice.remove_prefix(part.size());
    if (!state.judged) {
      state.text.append(part);
      if (state.text.size() < kSample) {
        continue;
      }
      state.judge(false);
    } else if (state.utf16) {
      state.utf16->feed(part, state.text);
    } else {
      state.text.append(part);
    }
    if (!state.error && state.text.size() >= state.next_try) {
      state.scan(false);
    }
  }
}

Result<table::Grid> CsvReader::finish() {
  State& state = *state_;
  if (!state.judged) {
    state.judge(true);
  }
  if (!state.error) {
    if (state.utf16) {
      state.utf16->finish(state.text);
    }
    state.scan(true);
  }
  if (state.error) {
    return tl::unexpected<Error>(*state.error);
  }
  if (!state.has_ink) {
    return fail(ErrorCode::FileEmpty);
  }
  return state.result();
}

} // namespace padan::ingest
