#include "text_file.hpp"

#include "padan/text/utf8.hpp"

namespace padan::codec::workbook {

std::string text_of(std::string_view bytes) {
  std::string out;
  const bool little = bytes.substr(0, 2) == "\xFF\xFE";
  if (little || bytes.substr(0, 2) == "\xFE\xFF") {
    text::Utf16Decoder decoder(!little);
    decoder.feed(bytes.substr(2), out);
    decoder.finish(out);
  } else {
    text::Repair repair;
    text::append_repaired(out, bytes, repair);
  }
  return out;
}

} // namespace padan::codec::workbook
