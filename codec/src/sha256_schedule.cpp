#include "sha256_schedule.hpp"

#include "sha256_round.hpp"

#ifdef __wasm_simd128__
#include <wasm_simd128.h>
#endif

namespace padan::codec {
namespace {

#ifdef __wasm_simd128__

v128_t turn(v128_t x, std::uint32_t bits) {
  return wasm_v128_or(wasm_u32x4_shr(x, bits), wasm_i32x4_shl(x, 32 - bits));
}

v128_t low_sigma(v128_t x) { return wasm_v128_xor(wasm_v128_xor(turn(x, 7), turn(x, 18)), wasm_u32x4_shr(x, 3)); }

v128_t high_sigma(v128_t x) { return wasm_v128_xor(wasm_v128_xor(turn(x, 17), turn(x, 19)), wasm_u32x4_shr(x, 10)); }

// Words 16 to 19 from words 0 to 15. The last two depend on the first two, hence two halves.
v128_t next(v128_t w0, v128_t w4, v128_t w8, v128_t w12) {
  const v128_t w1 = wasm_i32x4_shuffle(w0, w4, 1, 2, 3, 4);
  const v128_t w9 = wasm_i32x4_shuffle(w8, w12, 1, 2, 3, 4);
  const v128_t sum = wasm_i32x4_add(wasm_i32x4_add(w0, low_sigma(w1)), w9);
  const v128_t first = wasm_i32x4_add(sum, high_sigma(wasm_i32x4_shuffle(w12, w12, 2, 3, 2, 3)));
  const v128_t second = wasm_i32x4_add(sum, high_sigma(wasm_i32x4_shuffle(first, first, 0, 1, 0, 1)));
  return wasm_i32x4_shuffle(first, second, 0, 1, 6, 7);
}

#else

constexpr std::uint32_t turn(std::uint32_t x, int bits) { return x >> bits | x << (32 - bits); }

#endif

} // namespace

#ifdef __wasm_simd128__

void sha256_schedule(const unsigned char* bytes, Sha256Words& words) {
  std::array<v128_t, 16> w;
  for (std::size_t i = 0; i < 4; ++i, bytes += 16) {
    const v128_t four = wasm_v128_load(bytes);
    w[i] = wasm_i8x16_shuffle(four, four, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12); // from big endian
  }
  for (std::size_t i = 4; i < 16; ++i) {
    w[i] = next(w[i - 4], w[i - 3], w[i - 2], w[i - 1]);
  }
  for (std::size_t i = 0; i < 16; ++i) {
    wasm_v128_store(&words[4 * i], wasm_i32x4_add(w[i], wasm_v128_load(&kSha256Round[4 * i])));
  }
}

#else

void sha256_schedule(const unsigned char* bytes, Sha256Words& words) {
  for (std::size_t i = 0; i < 16; ++i, bytes += 4) {
    words[i] = std::uint32_t{bytes[0]} << 24 | std::uint32_t{bytes[1]} << 16 | std::uint32_t{bytes[2]} << 8 | bytes[3];
  }
  for (std::size_t i = 16; i < words.size(); ++i) {
    const std::uint32_t low = turn(words[i - 15], 7) ^ turn(words[i - 15], 18) ^ words[i - 15] >> 3;
    const std::uint32_t high = turn(words[i - 2], 17) ^ turn(words[i - 2], 19) ^ words[i - 2] >> 10;
    words[i] = words[i - 16] + low + words[i - 7] + high;
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    words[i] += kSha256Round[i];
  }
}

#endif

} // namespace padan::codec
