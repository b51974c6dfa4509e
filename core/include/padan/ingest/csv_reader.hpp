#pragma once
// Reads separated text of every dialect that officers meet into a Grid. Never fails on dirty data: it counts Issues.

#include <cstdint>
#include <memory>
#include <string_view>

#include "padan/base/error.hpp"
#include "padan/table/grid.hpp"

namespace padan::ingest {

/// Streaming: feed slices of any size, then finish. Encoding (UTF-8 with or without BOM, UTF-16 LE/BE, Windows-1252)
/// and separator (`,` `;` `|` tab) are judged from the first slices, quotes may hold newlines, and a broken quote
/// costs at most its own record. Cost: one pass, a few ns a byte.
///   CsvReader reader;  reader.feed(slice);  Result<Grid> grid = reader.finish();
/// Errors: FileEmpty (nothing but BOM and white space), FileNotATable (binary: a picture, a zip), FileTooWide.
class CsvReader {
public:
  CsvReader();
  ~CsvReader();
  CsvReader(CsvReader&&) noexcept;
  CsvReader& operator=(CsvReader&&) noexcept;

  void feed(std::string_view slice);
  [[nodiscard]] Result<table::Grid> finish();

private:
  struct State;
  std::unique_ptr<State> state_;
};

} // namespace padan::ingest
