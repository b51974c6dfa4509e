#include "padan/codec/sha256.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "sha256_schedule.hpp"
#include "sha256_x86.hpp"

namespace padan::codec {
namespace {

using State = std::array<std::uint32_t, 8>;

constexpr std::uint32_t turn(std::uint32_t x, int bits) { return x >> bits | x << (32 - bits); }

// The state is kept in place and its letters move round it, instead of every value by one.
template <std::size_t By> void round(State& state, std::uint32_t word) {
  const auto letter = [](std::size_t index) { return (index + 8 - By) % 8; };
  const std::uint32_t a = state[letter(0)], b = state[letter(1)], c = state[letter(2)];
  const std::uint32_t e = state[letter(4)], f = state[letter(5)], g = state[letter(6)];
  const std::uint32_t one = state[letter(7)] + word + (g ^ (e & (f ^ g))) + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25));
  state[letter(3)] += one;
  state[letter(7)] = one + ((a & b) | (c & (a | b))) + (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22));
}

template <std::size_t... By> void eight_rounds(State& state, const std::uint32_t* words, std::index_sequence<By...>) {
  (round<By>(state, words[By]), ...);
}

void mix(State& state, const unsigned char* bytes) {
  Sha256Words words;
  sha256_schedule(bytes, words);
  State mixed = state;
  for (std::size_t i = 0; i < words.size(); i += 8) {
    eight_rounds(mixed, &words[i], std::make_index_sequence<8>());
  }
  for (std::size_t i = 0; i < state.size(); ++i) {
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

std::string sha256_of(std::string_view text) {
  Sha256 hash;
  hash.feed(text);
  return hash.hex();
}

} // namespace padan::codec
