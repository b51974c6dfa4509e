// Any text read as a table: recognition never crashes and accounts for every row once.

#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include "padan/ingest/blocks.hpp"
#include "padan/ingest/csv_reader.hpp"
#include "padan/ingest/recognise.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  padan::ingest::CsvReader reader;
  reader.feed(std::string_view(reinterpret_cast<const char*>(data), size));
  auto read = reader.finish();
  if (!read) {
    return 0;
  }
  std::vector<padan::table::Grid> sheets;
  sheets.push_back(std::move(*read));
  padan::ingest::unfold_blocks(sheets);
  const padan::table::Grid& grid = sheets.front();
  const auto recognition = padan::ingest::recognise(grid, {});
  if (recognition && recognition->data_rows.size() + recognition->skipped.size() != grid.rows()) {
    std::abort();
  }
  return 0;
}
