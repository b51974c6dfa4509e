// Any bytes: no crash, no endless work, and the same grid whether they come at once or in slices.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "padan/ingest/csv_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  padan::ingest::CsvReader whole;
  whole.feed(bytes);
  padan::ingest::CsvReader sliced;
  const std::size_t slice = size == 0 ? 1 : 1 + data[0] % 7U;
  for (std::size_t at = 0; at < size; at += slice) {
    sliced.feed(bytes.substr(at, slice));
  }
  const auto a = whole.finish();
  const auto b = sliced.finish();
  if (a.has_value() != b.has_value() || (a && (a->lines != b->lines || a->width() != b->width()))) {
    std::abort();
  }
  for (std::uint32_t c = 0; a && c < a->width(); ++c) {
    for (std::uint32_t r = 0; r < a->rows(); ++r) {
      if (a->cell(r, c) != b->cell(r, c)) {
        std::abort();
      }
    }
  }
  return 0;
}
