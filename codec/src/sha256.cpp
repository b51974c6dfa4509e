#include "padan/codec/sha256.hpp"

#include <algorithm>
#include <cstring>

#include "sha256_round.hpp"
#include "sha256_x86.hpp"

namespace padan::codec {
namespace {

constexpr std::uint32_t turn(std::uint32_t x, int bits) { return x >> bits | x << (32 - bits); }

void mix(std::array<std::uint32_t, 8>& state, const unsigned char* bytes) {
  std::array<std::uint32_t, 64> w;
  for (std::size_t i = 0; i < 16; ++i, bytes += 4) {
    w[i] = std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 | bytes[3];
  }
  for (std::size_t i = 16; i < 64; ++i) {
    const std::uint32_t low = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ w[i - 15] >> 3;
    const std::uint32_t high = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ w[i - 2] >> 10;
    w[i] = w[i - 16] + low + w[i - 7] + high;
  }
  auto [a, b, c, d, e, f, g, h] = state;
  for (std::size_t i = 0; i < 64; ++i) {
    const std::uint32_t one =
        h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + kSha256Round[i] + w[i];
    const std::uint32_t two = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = d + one;
    d = c;
    c = b;
    b = a;
    a = one + two;
  }
  const std::array<std::uint32_t, 8> mixed = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < 8; ++i) {
    state[i] += mixed[i];
  }
}

} // namespace

void Sha256::blocks(const unsigned char* bytes, std::size_t count) {
  if (!sha256_x86(state_, bytes, count)) {
    for (; count > 0; --count, bytes += kBlock) {
      mix(state_, bytes);
    }
  }
}

void Sha256::feed(std::string_view bytes) {
  total_ += bytes.size();
  if (held_ > 0) {
    const std::size_t take = std::min(bytes.size(), kBlock - held_);
    std::memcpy(pending_.data() + held_, bytes.data(), take);
    held_ += take;
    bytes.remove_prefix(take);
    if (held_ < kBlock) {
      return;
    }
    blocks(pending_.data(), 1);
  }
  const std::size_t whole = bytes.size() / kBlock;
  blocks(reinterpret_cast<const unsigned char*>(bytes.data()), whole);
  bytes.remove_prefix(whole * kBlock);
  held_ = bytes.copy(reinterpret_cast<char*>(pending_.data()), bytes.size());
}

std::string Sha256::hex() {
  const std::uint64_t bits = total_ * 8;
  feed("\x80");
  while (held_ != 56) {
    feed(std::string_view("\0", 1));
  }
  std::array<char, 8> length;
  for (std::size_t i = 0; i < 8; ++i) {
    length[i] = static_cast<char>(bits >> (56 - 8 * i) & 0xFF);
  }
  feed({length.data(), length.size()});
  std::string out;
  for (const std::uint32_t word : state_) {
    for (int shift = 28; shift >= 0; shift -= 4) {
      out.push_back("0123456789abcdef"[word >> shift & 0xF]);
    }
  }
  return out;
}

} // namespace padan::codec
