// Any bytes as a workbook: containers, directories, records, markup. No crash, no endless work, lawful grids.

#include <cstdint>

#include "workbook_laws.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  padan::test::read_and_judge({reinterpret_cast<const char*>(data), size});
  return 0;
}
