#pragma once
// A zip of lists, as they come by mail: each file in it is read as if it had come alone.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "padan/base/error.hpp"
#include "padan/table/grid.hpp"

namespace padan::codec {

/// The Grids of all files in the archive that hold a table; their sheets are called "p3ke.csv" or "pbi.xlsx/Sheet1". A file of
/// no use is counted as SheetSkipped and the others go on; an archive in the archive is of no use. bytes: of a zip that is no workbook;
/// passwords: see read_workbook.
/// Errors: when no file is of use, that of the first; FileTooLarge for more bytes than any memory holds; FileEmpty.
[[nodiscard]] Result<std::vector<table::Grid>> read_archive(std::string_view bytes,
                                                            std::span<const std::string> passwords);

} // namespace padan::codec
