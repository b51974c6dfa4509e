#pragma once
// Reads workbooks of every kind an officer meets (xlsx, xlsm, ods, xls, and HTML or XML saved under those names) from
// bytes in memory into Grids. Nothing is written to disk, no macro or formula ever runs.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "padan/base/error.hpp"
#include "padan/table/grid.hpp"

namespace padan::codec {

/// What the first bytes say. Text is for the CSV reader; every other format is for read_workbook, which also knows how
/// to refuse (a picture, a protected file) in words the officer understands.
enum class FileFormat : std::uint8_t { Text, Xlsx, Ods, Xls, Html, ExcelXml, Encrypted, Zip, Picture, Pdf, Unknown };

/// Judges the first bytes of a file; 4 kB are plenty. Only a guess for zip and OLE containers, whose directory is
/// elsewhere: a docx says Zip or Xlsx, a protected workbook may say Xls; read_workbook looks inside.
[[nodiscard]] FileFormat sniff(std::span<const char> head);

/// Gives one Grid per sheet that holds a cell, hidden sheets too, in the order of the tabs.
/// - A row without any content is no row of the Grid; `lines` holds the row numbers that the officer sees.
/// - Numbers are the stored digits, never rounded through a double: `3.2012345678901E+15` becomes 3201234567890100, and
///   integers of more than 15 digits are counted as NumberRounded. Cells with a date format become ISO dates
///   (1970-05-12, with a time only where there is one) and are not `numeric`. Formulas give their last value.
/// - Cost: one pass; memory is the Grids, the strings they share, and a small window, never a whole sheet's XML.
///   Sheets are read one after the other, 300,000 rows of 25 columns take about two seconds.
///   Result<std::vector<table::Grid>> grids = read_workbook(bytes);
/// passwords (UTF-8) are tried one after the other where the workbook is locked: xlsx as Excel 2007 and later lock it.
/// Errors: FileEncrypted (locked, and no password given), FilePassword (none fits), FileLockedOtherwise, FileTruncated, FileUnreadable (damaged), FileTooLarge and FileTooWide (a bomb, or more than
/// memory can hold), FileEmpty (no cell anywhere), FormatUnknown {kind} (such as xlsb), FileNotATable {kind: picture, pdf, document, zip, binary}.
[[nodiscard]] Result<std::vector<table::Grid>> read_workbook(std::string_view bytes,
                                                             std::span<const std::string> passwords = {});

} // namespace padan::codec
