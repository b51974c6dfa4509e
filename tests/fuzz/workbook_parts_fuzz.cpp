// Any bytes where the content of a workbook belongs, behind containers that are right: the checksums of a zip would
// otherwise keep the fuzzer from ever reaching the cells. The first byte chooses the format.

#include <cstdint>
#include <string>

#include "codec/workbook_builder.hpp"
#include "workbook_laws.hpp"

namespace {

using padan::test::little_endian;

std::string xlsx_of(std::string_view text) {
  padan::test::ZipStyle stored;
  stored.stored = true;
  padan::test::XlsxParts parts;
  const std::size_t second = std::min(text.find('\x01'), text.size());
  const std::size_t third = std::min(text.find('\x01', std::min(second + 1, text.size())), text.size());
  parts.sheet = text.substr(0, second);
  parts.strings = text.substr(std::min(second + 1, text.size()), third - std::min(second + 1, third));
  parts.styles = text.substr(std::min(third + 1, text.size()));
  return padan::test::xlsx(parts, stored);
}

std::string workbook_of(std::uint8_t choice, std::string_view text) {
  const std::string content(text);
  switch (choice % 5) {
  case 0:
    return xlsx_of(text);
  case 1:
    return "<office:document><table:table><table:table-row>" + content;
  case 2:
    return "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet><Table>" + content;
  case 3:
    return "<table><tr><td>" + content;
  default: // a bare sheet of BIFF5 or BIFF8
    return little_endian(0x0809, 2) + little_endian(8, 2) + little_endian(choice < 128 ? 0x0600 : 0, 2) +
           little_endian(0x10, 2) + std::string(4, '\0') + content + little_endian(0x0A, 4);
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size != 0) {
    padan::test::read_and_judge(workbook_of(data[0], {reinterpret_cast<const char*>(data) + 1, size - 1}));
  }
  return 0;
}
