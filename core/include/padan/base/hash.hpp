#pragma once
// Hashes whose values are part of results (order, keys, samples), hence fixed here and never std::hash.

#include <cstdint>
#include <cstring>
#include <string_view>

namespace padan::base {

/// Mixes 64 bits so that every input bit moves every output bit (MurmurHash3 finaliser).
constexpr std::uint64_t mix(std::uint64_t x) {
  x = (x ^ (x >> 33)) * 0xFF51AFD7ED558CCDULL;
  x = (x ^ (x >> 33)) * 0xC4CEB9FE1A85EC53ULL;
  return x ^ (x >> 33);
}

/// Joins two hashes; the order matters.
constexpr std::uint64_t combine(std::uint64_t a, std::uint64_t b) {
  return mix(a * 0x9E3779B97F4A7C15ULL + b + 0x7F4A7C15ULL);
}

/// Hashes bytes, eight at a time. Not for adversaries: a dictionary that uses it must still compare.
inline std::uint64_t hash_bytes(std::string_view bytes) {
  std::uint64_t h = 0x243F6A8885A308D3ULL ^ bytes.size();
  const char* p = bytes.data();
  std::size_t left = bytes.size();
  for (; left >= 8; p += 8, left -= 8) {
    std::uint64_t word;
    std::memcpy(&word, p, 8);
    h = combine(h, word);
  }
  if (left != 0) {
    std::uint64_t word = 0;
    std::memcpy(&word, p, left);
    h = combine(h, word);
  }
  return mix(h);
}

} // namespace padan::base
