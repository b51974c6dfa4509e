// OpenDocument spreadsheets, zipped or flat. Source: OASIS ODF 1.3 part 3, chapters 6.1 (white space) and 9 (tables).

#include <algorithm>

#include "formats.hpp"
#include "grid_builder.hpp"
#include "limits.hpp"
#include "number_text.hpp"
#include "xml.hpp"

namespace padan::codec::workbook {
namespace {

using Token = XmlScanner::Token;

constexpr std::uint32_t kRowsPerLook = 1024;

std::uint32_t repeats(std::string_view text) { return std::max(count_of(text, 1), 1U); }

enum class ValueType : std::uint8_t { Text, Number, Date, Time, Boolean };

ValueType value_type(std::string_view name) {
  if (name == "float" || name == "percentage" || name == "currency") {
    return ValueType::Number;
  }
  return name == "date"      ? ValueType::Date
         : name == "time"    ? ValueType::Time
         : name == "boolean" ? ValueType::Boolean
                             : ValueType::Text;
}

struct Cell {
  ValueType type = ValueType::Text;
  std::string value;          // from an attribute
  std::string text;           // from the paragraphs
  std::uint32_t repeated = 1; // columns
  bool has_value = false;
};

class ContentReader {
public:
  explicit ContentReader(ByteSource& source) : source_(source), xml_(source) {}

  Result<Grids> read(std::uint32_t rows) {
    rows_ = rows;
    Grids grids;
    for (Token token = xml_.next(); token != Token::End; token = xml_.next()) {
      if (xml_.is_open("table")) {
        auto grid = read_table();
        if (!grid) {
          return tl::unexpected<Error>(grid.error());
        }
        if (grid->rows() != 0) {
          grids.push_back(std::move(*grid));
          if (grids.front().rows() > rows) {
            return grids;
          }
        }
      } else if (xml_.is_open("tracked-changes")) {
        xml_.skip_element(); // old cells live there
      }
    }
    if (const auto error = source_.error()) {
      return tl::unexpected<Error>(*error);
    }
    if (xml_.cut()) {
      return fail(ErrorCode::FileTruncated);
    }
    return grids;
  }

private:
  Result<table::Grid> read_table() {
    GridBuilder grid(xml_.attribute("name"));
    const std::size_t depth = xml_.depth();
    for (Token token = xml_.next(); token != Token::End && grid.ok() && grid.rows() <= rows_; token = xml_.next()) {
      if (token == Token::Close && xml_.depth() == depth) {
        break;
      }
      if (xml_.is_open("table-row")) {
        read_row(grid);
      } else if (xml_.is_open("shapes") || xml_.is_open("dde-links")) {
        xml_.skip_element();
      }
    }
    return grid.finish();
  }

  void read_row(GridBuilder& grid) {
    if (grid.rows() % kRowsPerLook == 0) {
      grid.expect(source_.share());
    }
    const std::uint32_t times = repeats(xml_.attribute("number-rows-repeated"));
    const std::size_t depth = xml_.depth();
    grid.start_row(grid.line() + 1);
    std::uint32_t column = 0;
    for (Token token = xml_.next(); token != Token::End; token = xml_.next()) {
      if (token == Token::Close && xml_.depth() == depth) {
        break;
      }
      if (xml_.is_open("table-cell") || xml_.is_open("covered-table-cell")) {
        const Cell cell = read_cell();
        put(grid, column, cell);
        column += std::min(cell.repeated, kMaxColumns);
        column = std::min(column, kMaxColumns);
      }
    }
    grid.repeat_row(times - 1);
  }

  static void put(GridBuilder& grid, std::uint32_t column, const Cell& cell) {
    const std::string& value = cell.has_value ? cell.value : cell.text;
    if (value.empty()) {
      return;
    }
    for (std::uint32_t i = 0; i < cell.repeated && grid.ok(); ++i) {
      if (cell.type == ValueType::Number && cell.has_value) {
        grid.number(column + i, value);
      } else {
        grid.text(column + i, value);
      }
    }
  }

  Cell read_cell() {
    Cell cell;
    for (XmlAttribute attribute; xml_.next_attribute(attribute);) {
      if (attribute.name == "number-columns-repeated") {
        cell.repeated = repeats(attribute.raw);
      } else if (attribute.prefix == "calcext") {
        continue; // LibreOffice repeats the type there, with another meaning
      } else if (attribute.name == "value-type") {
        cell.type = value_type(attribute.raw);
      } else if (attribute.name == "value" || attribute.name == "string-value") {
        cell.value = attribute.decoded();
        cell.has_value = true;
      } else if (attribute.name == "date-value") {
        cell.value = iso_date_text(attribute.raw);
        cell.has_value = true;
      } else if (attribute.name == "time-value") {
        cell.value = iso_duration_text(attribute.raw);
        cell.has_value = true;
      } else if (attribute.name == "boolean-value") {
        cell.value = attribute.raw == "true" ? "TRUE" : "FALSE";
        cell.has_value = true;
      }
    }
    read_paragraphs(cell.text);
    return cell;
  }

  // Paragraphs join with a newline; notes, drawings and tables within a cell are not its text.
  void read_paragraphs(std::string& text) {
    const std::size_t depth = xml_.depth();
    bool first = true;
    std::size_t paragraph = 0; // its depth
    for (Token token = xml_.next(); token != Token::End; token = xml_.next()) {
      if (token == Token::Close && xml_.depth() == depth) {
        return;
      }
      if (token == Token::Text && paragraph != 0) {
        append_collapsed(text);
      } else if (token == Token::Close && xml_.depth() == paragraph) {
        paragraph = 0;
      } else if (token == Token::Open && paragraph != 0) {
        append_mark(text);
      } else if (xml_.is_open("p") || xml_.is_open("h")) {
        text.append(first ? "" : "\n");
        first = false;
        paragraph = xml_.depth();
        at_space_ = true;
      } else if (token == Token::Open) {
        xml_.skip_element();
      }
    }
  }

  // Elements inside a paragraph that stand for characters; others (spans, links) are looked through.
  void append_mark(std::string& text) {
    if (xml_.is_open("s")) {
      const std::string count = xml_.attribute("c");
      text.append(std::min(repeats(count), 1024U), ' ');
      at_space_ = false;
    } else if (xml_.is_open("tab") || xml_.is_open("line-break")) {
      text.push_back(xml_.is_open("tab") ? '\t' : '\n');
      at_space_ = false;
    } else if (xml_.is_open("annotation") || xml_.is_open("ruby-text")) {
      xml_.skip_element();
    }
  }

  // White space in the XML is one space at most; more of it is written as <text:s/>.
  void append_collapsed(std::string& text) {
    scratch_.clear();
    xml_.append_text(scratch_);
    for (const char c : scratch_) {
      const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
      if (!space || !at_space_) {
        text.push_back(space ? ' ' : c);
      }
      at_space_ = space;
    }
  }

  ByteSource& source_;
  XmlScanner xml_;
  std::uint32_t rows_ = kAllRows; // of the first table
  bool at_space_ = true;
  std::string scratch_;
};

} // namespace

Result<Grids> read_ods(const ZipArchive& zip, std::uint32_t rows) {
  const auto manifest = read_part(zip, "META-INF/manifest.xml");
  if (manifest && manifest->find("encryption-data") != std::string::npos) {
    return fail(ErrorCode::FileLockedOtherwise);
  }
  const ZipEntry* content = zip.find("content.xml");
  if (content == nullptr) {
    return fail(ErrorCode::FileUnreadable, {{"part", "content.xml"}});
  }
  ZipPartSource source(*content);
  return ContentReader(source).read(rows);
}

Result<Grids> read_flat_ods(std::string_view xml) {
  MemorySource source(xml);
  return ContentReader(source).read(kAllRows);
}

} // namespace padan::codec::workbook
