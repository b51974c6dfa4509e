#pragma once
// The readers behind read_workbook, one per family of formats.

#include <string_view>
#include <vector>

#include "compound.hpp"
#include "limits.hpp"
#include "padan/base/error.hpp"
#include "padan/table/grid.hpp"
#include "zip.hpp"

namespace padan::codec::workbook {

using Grids = std::vector<table::Grid>; // sheets without cells are left out

/// Whatever a zip archive holds. rows: a reader may stop behind so many of the first sheet that has some, and what is cut
/// off behind them is no fault: for the head of a file.
Result<Grids> read_package(const ZipArchive& zip, std::uint32_t rows = kAllRows);
Result<Grids> read_xlsx(const ZipArchive& zip, std::uint32_t rows);
Result<Grids> read_ods(const ZipArchive& zip, std::uint32_t rows);
Result<Grids> read_flat_ods(std::string_view xml);
Result<Grids> read_xls(const CompoundFile& file);
Result<Grids> read_bare_xls(std::string_view stream); // without a container around it
Result<Grids> read_html(std::string_view bytes);
Result<Grids> read_excel_xml(std::string_view bytes); // SpreadsheetML 2003

} // namespace padan::codec::workbook
