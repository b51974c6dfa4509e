// The cells of an xlsx sheet, while it is unpacked.

#include <algorithm>

#include "formats.hpp"
#include "grid_builder.hpp"
#include "xlsx_package.hpp"
#include "xml.hpp"

namespace padan::codec::workbook {
namespace {

using Token = XmlScanner::Token;

constexpr std::uint32_t kLastLine = 1U << 30;
constexpr std::uint32_t kRowsPerLook = 1024;

enum class CellType : std::uint8_t { Number, Shared, Inline, Formula, Boolean, Error, Date };

CellType cell_type(std::string_view t) {
  constexpr std::pair<std::string_view, CellType> kTypes[] = {
      {"s", CellType::Shared},  {"n", CellType::Number}, {"str", CellType::Formula}, {"inlineStr", CellType::Inline},
      {"b", CellType::Boolean}, {"e", CellType::Error},  {"d", CellType::Date}};
  for (const auto& [name, type] : kTypes) {
    if (name == t) {
      return type;
    }
  }
  return CellType::Formula; // unknown: keep the text as it is
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n";
  const std::size_t first = std::min(text.find_first_not_of(kSpace), text.size());
  return text.substr(first, text.find_last_not_of(kSpace) + 1 - first);
}

class SheetReader {
public:
  SheetReader(const XlsxPackage& package, const SheetPart& sheet)
      : package_(package), source_(*sheet.part), xml_(source_), grid_(sheet.name) {}

  Result<table::Grid> read(std::uint32_t rows) {
    while (grid_.rows() <= rows && step()) {
    }
    const bool enough = grid_.rows() > rows;
    if (const auto error = source_.error(); error && !enough) {
      return tl::unexpected<Error>(*error);
    }
    if (grid_.ok() && !enough && xml_.cut()) {
      return fail(ErrorCode::FileTruncated);
    }
    if (lost_string_) {
      return fail(ErrorCode::FileUnreadable, {{"part", "sharedStrings"}});
    }
    return grid_.finish();
  }

private:
  // A function of its own, since browsers optimise WebAssembly by call: a loop in a function that runs once stays slow.
  [[gnu::noinline]] bool step() {
    const Token token = xml_.next();
    if (token == Token::Open) {
      open();
    } else if (token == Token::Close) {
      close();
    } else if (collecting_) {
      xml_.append_text(value_);
    }
    return token != Token::End && grid_.ok();
  }

  void open() {
    const std::string_view name = xml_.name();
    if (name == "c") {
      open_cell();
    } else if (name == "row") {
      open_row();
    } else if (name == "v" || name == "t") {
      collecting_ = in_cell_;
    } else if (name == "rPh") {
      xml_.skip_element();
    }
  }

  void close() {
    const std::string_view name = xml_.name();
    if (name == "v" || name == "t") {
      collecting_ = false;
    } else if (name == "c" && in_cell_) {
      close_cell(value_);
    }
  }

  void close_cell(std::string_view value) {
    in_cell_ = false;
    emit(value);
    ++column_;
  }

  void open_row() {
    if (grid_.rows() % kRowsPerLook == 0) {
      grid_.expect(source_.share());
    }
    std::uint32_t line = 0;
    for (XmlAttribute attribute; xml_.next_attribute(attribute);) {
      if (attribute.name == "r" && attribute.prefix.empty()) {
        line = count_of(attribute.raw, 0);
      }
    }
    line_known_ = line != 0;
    grid_.start_row(std::min(line, kLastLine));
    column_ = 0;
  }

  void open_cell() {
    type_ = CellType::Number;
    style_ = 0;
    for (XmlAttribute attribute; xml_.next_attribute(attribute);) {
      if (!attribute.prefix.empty() || attribute.name.size() != 1) {
        continue;
      }
      if (attribute.name[0] == 'r') {
        place(attribute.raw);
      } else if (attribute.name[0] == 's') {
        style_ = count_of(attribute.raw, 0);
      } else if (attribute.name[0] == 't') {
        type_ = cell_type(attribute.raw);
      }
    }
    value_.clear();
    in_cell_ = true;
    if (const auto value = xml_.take_element("v")) { // nearly every cell
      if (xml_.take_close("c")) {
        close_cell(*value);
      } else {
        value_ = *value;
      }
    }
  }

  // "AB12": the letters are the column; the digits count only when the row did not say its number.
  void place(std::string_view reference) {
    std::uint32_t column = 0;
    std::size_t letters = 0;
    for (; letters < std::min<std::size_t>(reference.size(), 5); ++letters) {
      const char upper = static_cast<char>(reference[letters] & ~0x20);
      if (upper < 'A' || upper > 'Z') {
        break;
      }
      column = column * 26 + static_cast<std::uint32_t>(upper - 'A' + 1);
    }
    column_ = letters == 0 ? column_ : column - 1;
    if (!line_known_) {
      line_known_ = true;
      const std::uint32_t line = count_of(reference.substr(letters), 0);
      if (line > grid_.line() && line <= kLastLine) {
        grid_.start_row(line);
      }
    }
  }

  void emit(std::string_view value) {
    switch (type_) {
    case CellType::Shared: {
      const std::uint32_t index = count_of(trimmed(value), UINT32_MAX);
      if (index < package_.strings.size()) {
        package_.strings_plain ? grid_.plain_text(column_, package_.strings[index])
                               : grid_.text(column_, package_.strings[index]);
      } else {
        lost_string_ = lost_string_ || !trimmed(value).empty();
      }
      break;
    }
    case CellType::Number:
      emit_number(trimmed(value));
      break;
    case CellType::Boolean:
      grid_.text(column_, value == "1" || value == "true"    ? "TRUE"
                          : value == "0" || value == "false" ? "FALSE"
                                                             : value);
      break;
    case CellType::Date:
      grid_.text(column_, iso_date_text(value));
      break;
    case CellType::Inline:
    case CellType::Formula:
    case CellType::Error:
      unescaped_ = value;
      unescape(unescaped_);
      grid_.text(column_, unescaped_);
      break;
    }
  }

  void emit_number(std::string_view value) {
    const DateKind kind = style_ < package_.styles.size() ? package_.styles[style_] : DateKind::None;
    if (kind != DateKind::None) {
      const auto serial = parse_decimal(value);
      const auto date = serial ? date_text(*serial, kind, package_.date1904) : std::nullopt;
      if (date) {
        grid_.text(column_, *date);
        return;
      }
    }
    grid_.number(column_, value);
  }

  const XlsxPackage& package_;
  ZipPartSource source_;
  XmlScanner xml_;
  GridBuilder grid_;
  std::uint32_t column_ = 0; // from 0
  bool line_known_ = false;
  bool in_cell_ = false;
  bool collecting_ = false;
  CellType type_ = CellType::Number;
  std::uint32_t style_ = 0;
  std::string value_;
  std::string unescaped_;
  bool lost_string_ = false; // a cell points outside the shared strings: reading on would drop text silently
};

} // namespace

Result<Grids> read_xlsx(const ZipArchive& zip, std::uint32_t rows) {
  auto package = open_xlsx(zip, rows != kAllRows);
  if (!package) {
    return tl::unexpected<Error>(package.error());
  }
  Grids grids;
  for (const SheetPart& sheet : package->sheets) {
    if (sheet.part == nullptr) {
      return fail(ErrorCode::FileUnreadable, {{"sheet", sheet.name}});
    }
    auto grid = SheetReader(*package, sheet).read(rows);
    if (!grid) {
      return tl::unexpected<Error>(grid.error());
    }
    if (grid->rows() != 0) {
      grids.push_back(std::move(*grid));
      if (rows != kAllRows) {
        break;
      }
    }
  }
  if (package->has_macros && !grids.empty()) {
    grids.front().issues.add(table::IssueCode::MacroIgnored, 0);
  }
  return grids;
}

} // namespace padan::codec::workbook
