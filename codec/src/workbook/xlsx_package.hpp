#pragma once
// The parts of an xlsx package that stand around the sheets: relations, workbook, styles, shared strings.
// Source: ECMA-376 parts 1 and 2 (both the transitional and the strict vocabulary).

#include <string>
#include <string_view>
#include <vector>

#include "number_text.hpp"
#include "padan/base/error.hpp"
#include "padan/table/string_column.hpp"
#include "zip.hpp"

namespace padan::codec::workbook {

struct SheetPart {
  std::string name;
  const ZipEntry* part = nullptr; // null when the package lacks it
};

struct XlsxPackage {
  std::vector<SheetPart> sheets; // in the order of the tabs
  bool date1904 = false;
  bool has_macros = false;
  std::vector<DateKind> styles; // by the s attribute of a cell
  table::StringColumn strings;  // by the value of a cell of type s
  bool strings_plain = false;   // all of them are clean text already
};

/// True when the package is a workbook of this family at all; xlsb and docx are not.
[[nodiscard]] bool is_xlsx(const ZipArchive& zip);

/// head: shared strings that are cut off are left out, not an error.
Result<XlsxPackage> open_xlsx(const ZipArchive& zip, bool head);

/// Turns Excel's _x000D_ escapes into the characters they stand for.
void unescape(std::string& text);

} // namespace padan::codec::workbook
