#include "stop_index.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace padan::ingest {
namespace {

constexpr std::size_t kWord = 64; // bytes that are looked at together, one bit each

// Bit i of the result: bytes[i] is a stop. Both loops are written so that compilers turn them into vector code.
std::uint64_t stops_in(const char* bytes, const std::array<char, 4>& stops) {
  std::array<unsigned char, kWord> hit;
  const auto [a, b, c, d] = stops;
  for (std::size_t i = 0; i < kWord; ++i) {
    hit[i] = bytes[i] == a || bytes[i] == b || bytes[i] == c || bytes[i] == d ? 1 : 0;
  }
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < kWord; i += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, &hit[i], 8);
    bits |= eight * 0x0102040810204080 >> 56 << i; // gathers the lowest bits of eight bytes
  }
  return bits;
}

} // namespace

void StopIndex::read(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += kWord) {
    std::uint64_t bits = 0;
    if (text.size() - at >= kWord) {
      bits = stops_in(text.data() + at, stops_);
    } else {
      std::array<char, kWord> rest{};
      text.copy(rest.data(), kWord, at);
      bits = stops_in(rest.data(), stops_) & ((std::uint64_t{1} << (text.size() - at)) - 1);
    }
    if (places_.size() < count + kWord) {
      places_.resize(std::max(count + kWord, 2 * places_.size()));
    }
    for (; bits != 0; bits &= bits - 1) {
      places_[count++] = static_cast<std::uint32_t>(at) + static_cast<std::uint32_t>(std::countr_zero(bits));
    }
  }
  places_.resize(std::max(count + 1, places_.size()));
  places_[count] = static_cast<std::uint32_t>(text.size());
}

} // namespace padan::ingest
