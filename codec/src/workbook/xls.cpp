// The binary .xls workbook: cells of BIFF5 and BIFF8, inside their OLE container or (old PHP reports) bare.
// Source: [MS-XLS]. FreeXL is no way: it leaves out every formula cell and wants the file on disk.

#include <algorithm>
#include <cmath>
#include <map>

#include "compound.hpp"
#include "formats.hpp"
#include "grid_builder.hpp"
#include "number_text.hpp"
#include "xls_records.hpp"

namespace padan::codec::workbook {
namespace {

struct Tab {
  std::string name;
  std::size_t at = 0; // its BOF in the stream
};

struct Globals {
  bool biff8 = false;
  bool encrypted = false;
  bool date1904 = false;
  std::vector<Tab> tabs;
  std::map<std::uint16_t, DateKind> formats;
  std::vector<std::uint16_t> styles; // format of each XF
  table::StringColumn strings;

  [[nodiscard]] DateKind kind(std::uint16_t style) const {
    if (style >= styles.size()) {
      return DateKind::None;
    }
    const auto custom = formats.find(styles[style]);
    return custom == formats.end() ? built_in_date_kind(styles[style]) : custom->second;
  }
};

// Where a cell is and where its record (or its six bytes of a MULRK) begins. Cells may come in any order.
struct Cell {
  std::uint32_t place = 0; // row << 16 | column
  std::uint16_t record = 0;
  std::size_t at = 0;
};

std::string string_of(std::string_view stream, std::size_t at, std::size_t skip, unsigned length_bytes, bool biff8) {
  XlsStrings strings(stream, at, biff8);
  strings.skip(skip);
  const std::uint32_t length = strings.number(length_bytes);
  std::string out;
  strings.append_string(out, length);
  return out;
}

table::StringColumn shared_strings(std::string_view stream, std::size_t at) {
  table::StringColumn out;
  XlsStrings strings(stream, at, true);
  strings.skip(8); // counts, which not every writer keeps
  std::string value;
  while (strings.more()) {
    value.clear();
    const std::uint32_t length = strings.number(2);
    strings.append_string(value, length);
    out.push_back(value);
  }
  return out;
}

Globals read_globals(std::string_view stream) {
  Globals globals;
  Record record = record_at(stream, 0);
  globals.biff8 = record.id == kBof && u16(record.data, 0) == 0x0600;
  for (std::size_t at = record.next; at < stream.size(); at = record.next) {
    record = record_at(stream, at);
    switch (record.id) {
    case kEof:
      return globals;
    case kFilePass:
      globals.encrypted = true;
      return globals;
    case kDateMode:
      globals.date1904 = u16(record.data, 0) == 1;
      break;
    case kBoundSheet:
      if (u8(record.data, 5) == 0) { // a worksheet: no chart, no macro sheet
        globals.tabs.push_back({string_of(stream, at, 6, 1, globals.biff8), u32(record.data, 0)});
      }
      break;
    case kFormat:
      globals.formats[u16(record.data, 0)] = date_kind(string_of(stream, at, 2, globals.biff8 ? 2 : 1, globals.biff8));
      break;
    case kXf:
      globals.styles.push_back(u16(record.data, 2));
      break;
    case kSst:
      globals.strings = shared_strings(stream, at);
      break;
    default:
      break;
    }
  }
  return globals;
}

void collect_cells(const Record& record, std::size_t at, std::vector<Cell>& cells) {
  const std::uint32_t row = static_cast<std::uint32_t>(u16(record.data, 0)) << 16;
  const std::uint16_t column = u16(record.data, 2);
  if (record.id == kMulRk) {
    for (std::uint16_t i = 0; has(record.data, 4 + i * std::size_t{6}, 8);
         ++i) { // the last two bytes repeat the last column
      cells.push_back({row | static_cast<std::uint16_t>(column + i), kMulRk, at + 8 + i * std::size_t{6}});
    }
  } else if (record.data.size() >= 8) {
    cells.push_back({row | column, record.id, at});
  }
}

bool holds_cells(std::uint16_t id) {
  return id == kFormula || id == kMulRk || id == kRString || id == kLabelSst || id == kNumber || id == kLabel ||
         id == kBoolErr || id == kRk;
}

// A sheet ends at its EOF; charts inside it bring a BOF and an EOF of their own.
Result<std::vector<Cell>> find_cells(std::string_view stream, std::size_t begin) {
  std::vector<Cell> cells;
  int depth = 0;
  for (std::size_t at = begin; at < stream.size();) {
    const Record record = record_at(stream, at);
    depth += record.id == kBof ? 1 : record.id == kEof ? -1 : 0;
    if (depth <= 0) {
      break;
    }
    if (depth == 1 && holds_cells(record.id)) {
      collect_cells(record, at, cells);
    }
    at = record.next;
  }
  if (depth > 0 || record_at(stream, begin).id != kBof) {
    return fail(ErrorCode::FileTruncated);
  }
  std::stable_sort(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) { return a.place < b.place; });
  return cells;
}

std::string_view error_text(std::uint8_t code) {
  switch (code) {
  case 0x00:
    return "#NULL!";
  case 0x07:
    return "#DIV/0!";
  case 0x0F:
    return "#VALUE!";
  case 0x17:
    return "#REF!";
  case 0x1D:
    return "#NAME?";
  case 0x24:
    return "#NUM!";
  default:
    return "#N/A";
  }
}

class SheetReader {
public:
  SheetReader(std::string_view stream, const Globals& globals, std::string_view name)
      : stream_(stream), globals_(globals), grid_(name) {}

  Result<table::Grid> read(const std::vector<Cell>& cells) {
    for (const Cell& cell : cells) {
      const std::uint32_t line = (cell.place >> 16) + 1;
      if (line != grid_.line()) {
        grid_.start_row(line);
      }
      column_ = cell.place & 0xFFFF;
      emit(cell);
      if (!grid_.ok()) {
        break;
      }
    }
    if (lost_string_) {
      return fail(ErrorCode::FileUnreadable, {{"part", "SST"}});
    }
    return grid_.finish();
  }

private:
  void emit(const Cell& cell) {
    const std::size_t data = cell.at + 4;
    switch (cell.record) {
    case kLabelSst: {
      const std::uint32_t index = u32(stream_, data + 6);
      lost_string_ = lost_string_ || index >= globals_.strings.size();
      grid_.text(column_, index < globals_.strings.size() ? globals_.strings[index] : std::string_view());
      break;
    }
    case kLabel:
    case kRString:
      grid_.text(column_, string_of(stream_, cell.at, 6, 2, globals_.biff8));
      break;
    case kNumber:
      number(u16(stream_, data + 4), double_at(stream_, data + 6));
      break;
    case kRk:
      number(u16(stream_, data + 4), rk_value(u32(stream_, data + 6)));
      break;
    case kMulRk:
      number(u16(stream_, cell.at), rk_value(u32(stream_, cell.at + 2)));
      break;
    case kBoolErr:
      boolean_or_error(u8(stream_, data + 6), u8(stream_, data + 7) != 0);
      break;
    default:
      formula(cell.at);
      break;
    }
  }

  // The last value: a double, or by a mark in its upper bytes something else; a text follows in a record of its own.
  void formula(std::size_t at) {
    const std::size_t value = at + 4 + 6;
    if (u16(stream_, value + 6) != 0xFFFF) {
      number(u16(stream_, at + 8), double_at(stream_, value));
      return;
    }
    const std::uint8_t kind = u8(stream_, value);
    if (kind == 1 || kind == 2) {
      boolean_or_error(u8(stream_, value + 2), kind == 2);
    } else if (kind == 0) {
      formula_text(at);
    }
  }

  void formula_text(std::size_t at) {
    constexpr int kFarthest = 4; // shared formulas and arrays may stand between
    Record record = record_at(stream_, at);
    for (int i = 0; i < kFarthest; ++i) {
      const std::size_t here = record.next;
      record = record_at(stream_, here);
      if (record.id == kFormulaString) {
        grid_.text(column_, string_of(stream_, here, 0, 2, globals_.biff8));
        return;
      }
      if (holds_cells(record.id)) {
        return;
      }
    }
  }

  void number(std::uint16_t style, double value) {
    if (!std::isfinite(value)) {
      return;
    }
    const std::string stored = number_text(value);
    const DateKind kind = globals_.kind(style);
    const auto serial = kind == DateKind::None ? std::nullopt : parse_decimal(stored);
    const auto date = serial ? date_text(*serial, kind, globals_.date1904) : std::nullopt;
    if (date) {
      grid_.text(column_, *date);
    } else {
      grid_.number(column_, stored);
    }
  }

  void boolean_or_error(std::uint8_t value, bool error) {
    grid_.text(column_, error ? error_text(value) : value != 0 ? "TRUE" : "FALSE");
  }

  std::string_view stream_;
  const Globals& globals_;
  GridBuilder grid_;
  std::uint32_t column_ = 0;
  bool lost_string_ = false;
};

Result<Grids> read_stream(std::string_view stream) {
  Globals globals = read_globals(stream);
  if (globals.encrypted) {
    return fail(ErrorCode::FileLockedOtherwise);
  }
  if (globals.tabs.empty() && u16(record_at(stream, 0).data, 2) == 0x0010) {
    globals.tabs.push_back({"", 0}); // one bare sheet
  }
  Grids grids;
  for (const Tab& tab : globals.tabs) {
    const auto cells = find_cells(stream, tab.at);
    if (!cells) {
      return tl::unexpected<Error>(cells.error());
    }
    auto grid = SheetReader(stream, globals, tab.name).read(*cells);
    if (!grid) {
      return tl::unexpected<Error>(grid.error());
    }
    if (grid->rows() != 0) {
      grids.push_back(std::move(*grid));
    }
  }
  return grids;
}

} // namespace

Result<Grids> read_bare_xls(std::string_view stream) { return read_stream(stream); }

Result<Grids> read_xls(const CompoundFile& file) {
  if (file.empty()) {
    return fail(ErrorCode::FileTruncated);
  }
  const CompoundEntry* entry = file.find("workbook");
  entry = entry == nullptr ? file.find("book") : entry;
  if (entry == nullptr) {
    return fail(ErrorCode::FileNotATable, {{"kind", "document"}});
  }
  const auto stream = file.read(*entry);
  if (!stream) {
    return tl::unexpected<Error>(stream.error());
  }
  auto grids = read_stream(*stream);
  if (grids && !grids->empty() && file.find("_vba_project") != nullptr) {
    grids->front().issues.add(table::IssueCode::MacroIgnored, 0);
  }
  return grids;
}

} // namespace padan::codec::workbook
