// Any bytes as a box, and edits of a right one: no crash, and only what was sealed ever comes out.

#include <cstdint>
#include <cstdlib>
#include <string>

#include "padan/codec/box.hpp"

namespace {

using namespace padan::codec;

constexpr std::string_view kInside = "SITI AMINAH";
constexpr std::string_view kPassphrase = "kopi pagi";

std::string box_of(std::uint32_t rounds) {
  return seal_box(kInside, kPassphrase, std::string(kBoxRandom, 'r'), rounds).value();
}

// Long work that was asked for in lawful numbers is no fault.
bool asks_for_long_work(std::string_view box) {
  return box.size() > 12 && (box[10] != 0 || box[11] != 0 || box[12] != 0);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::string kBox = box_of(1);
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (!asks_for_long_work(bytes) && open_box(bytes, kPassphrase).value_or("") == kInside &&
      bytes.size() != kBox.size()) {
    std::abort();
  }
  std::string edited = kBox;
  for (std::size_t at = 0; at + 1 < size; at += 2) { // two bytes each: place and value
    edited[data[at] % edited.size()] = static_cast<char>(data[at + 1]);
  }
  if (!asks_for_long_work(edited) && open_box(edited, kPassphrase).has_value() != (edited == kBox)) {
    std::abort();
  }
  // Any bytes as content and as passphrase come through.
  const std::string_view passphrase = size == 0 ? kPassphrase : bytes.substr(0, 1 + size / 4);
  const auto sealed = seal_box(bytes, passphrase, std::string(kBoxRandom, 'x'), 1);
  if (!sealed || open_box(*sealed, passphrase).value_or("?") != bytes) {
    std::abort();
  }
  return 0;
}
