// SpreadsheetML 2003, which portals hand out as .xls or .xml. Rows and cells may skip ahead by ss:Index.

#include <algorithm>

#include "formats.hpp"
#include "grid_builder.hpp"
#include "limits.hpp"
#include "number_text.hpp"
#include "text_file.hpp"
#include "xml.hpp"

namespace padan::codec::workbook {
namespace {

using Token = XmlScanner::Token;

class ExcelXmlReader {
public:
  explicit ExcelXmlReader(std::string_view bytes) : source_(bytes), xml_(source_) {}

  Result<Grids> read() {
    Grids grids;
    while (xml_.next() != Token::End) {
      if (!xml_.is_open("Worksheet")) {
        continue;
      }
      auto grid = read_sheet();
      if (!grid) {
        return tl::unexpected<Error>(grid.error());
      }
      if (grid->rows() != 0) {
        grids.push_back(std::move(*grid));
      }
    }
    if (xml_.cut()) {
      return fail(ErrorCode::FileTruncated);
    }
    return grids;
  }

private:
  Result<table::Grid> read_sheet() {
    GridBuilder grid(xml_.attribute("Name"));
    const std::size_t depth = xml_.depth();
    std::uint32_t column = 0;
    std::uint32_t skip = 1; // columns from one cell to the next
    for (Token token = xml_.next(); token != Token::End && grid.ok(); token = xml_.next()) {
      if (token == Token::Close && xml_.depth() == depth) {
        break;
      }
      if (xml_.is_open("Row")) {
        const std::uint32_t index = count_of(xml_.attribute("Index"), grid.line() + 1);
        grid.start_row(std::min(index, kMaxRows));
        column = 0;
        skip = 0;
      } else if (xml_.is_open("Cell")) {
        open_cell(column, skip);
      } else if (xml_.is_open("Data")) {
        read_data(grid, column);
      } else if (xml_.is_open("Comment")) {
        xml_.skip_element();
      }
    }
    return grid.finish();
  }

  void open_cell(std::uint32_t& column, std::uint32_t& skip) {
    column += skip;
    skip = 1;
    for (XmlAttribute attribute; xml_.next_attribute(attribute);) {
      if (attribute.name == "Index") {
        column = std::max(count_of(attribute.raw, column + 1), 1U) - 1;
      } else if (attribute.name == "MergeAcross") {
        skip = 1 + std::min(count_of(attribute.raw, 0), kMaxColumns);
      }
    }
    column = std::min(column, kMaxColumns);
  }

  void read_data(GridBuilder& grid, std::uint32_t column) {
    const std::string type = xml_.attribute("Type");
    const std::size_t depth = xml_.depth();
    value_.clear();
    for (Token token = xml_.next(); token != Token::End && !(token == Token::Close && xml_.depth() == depth);
         token = xml_.next()) {
      if (token == Token::Text) {
        xml_.append_text(value_);
      }
    }
    if (type == "Number") {
      grid.number(column, value_);
    } else if (type == "DateTime") {
      grid.text(column, iso_date_text(value_));
    } else if (type == "Boolean") {
      grid.text(column, value_ == "1" ? "TRUE" : "FALSE");
    } else {
      grid.text(column, value_);
    }
  }

  MemorySource source_;
  XmlScanner xml_;
  std::string value_;
};

} // namespace

Result<Grids> read_excel_xml(std::string_view bytes) {
  const std::string xml = text_of(bytes);
  return ExcelXmlReader(xml).read();
}

} // namespace padan::codec::workbook
