// Folding, sound keys and the search for places on arbitrary bytes.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "padan/region/region_table.hpp"
#include "padan/text/fold.hpp"
#include "padan/text/sound.hpp"
#include "padan/text/utf8.hpp"

namespace {

using namespace padan;

void require(bool law) {
  if (!law)
    std::abort();
}

// Whatever decodes to U+FFFD in one byte was not well-formed.
bool is_valid_utf8(std::string_view text) {
  while (!text.empty()) {
    const text::Decoded decoded = text::decode_utf8(text);
    if (decoded.code == text::kReplacement && decoded.length == 1)
      return false;
    text.remove_prefix(decoded.length);
  }
  return true;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  const std::string folded = text::fold(bytes);
  require(is_valid_utf8(folded));
  require(text::fold(folded) == folded);
  require(folded.find("  ") == std::string::npos && !folded.starts_with(' ') && !folded.ends_with(' '));
  const std::string key = text::sound_key(folded);
  require(is_valid_utf8(key) && key.size() <= 2 * folded.size());
  static_cast<void>(region::RegionTable::builtin().find_village(bytes, 330401));
  static_cast<void>(region::RegionTable::builtin().find_district(bytes, 3304));
  return 0;
}
