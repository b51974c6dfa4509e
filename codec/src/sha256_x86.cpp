#include "sha256_x86.hpp"

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

#include "sha256_round.hpp"

namespace padan::codec {
namespace {

bool has_sha() {
  unsigned a = 0;
  unsigned b = 0;
  unsigned c = 0;
  unsigned d = 0;
  const bool sse = __get_cpuid(1, &a, &b, &c, &d) != 0 && (c & bit_SSSE3) != 0 && (c & bit_SSE4_1) != 0;
  return sse && __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & bit_SHA) != 0;
}

// The instructions want the state as ABEF and CDGH, highest word first.
__attribute__((target("sha,sse4.1"))) void mix(std::uint32_t* state, const unsigned char* bytes, std::size_t count) {
  const __m128i big_endian = _mm_set_epi64x(0x0C0D0E0F08090A0B, 0x0405060700010203);
  const auto load = [](const void* from) { return _mm_loadu_si128(static_cast<const __m128i*>(from)); };
  const __m128i cdab = _mm_shuffle_epi32(load(state), 0xB1);
  const __m128i efgh = _mm_shuffle_epi32(load(state + 4), 0x1B);
  __m128i abef = _mm_alignr_epi8(cdab, efgh, 8);
  __m128i cdgh = _mm_blend_epi16(efgh, cdab, 0xF0);
  for (; count > 0; --count) {
    const __m128i abef_before = abef;
    const __m128i cdgh_before = cdgh;
    __m128i w[4]; // the last sixteen words of the schedule
    for (__m128i& words : w) {
      words = _mm_shuffle_epi8(load(bytes), big_endian);
      bytes += sizeof words;
    }
    for (std::size_t round = 0; round < 64; round += 16) {
      for (std::size_t i = 0; i < 4; ++i) {
        const __m128i sum = _mm_add_epi32(w[i], load(&kSha256Round[round + 4 * i]));
        cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
        abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E));
        const __m128i& last = w[(i + 3) % 4];
        const __m128i older = _mm_alignr_epi8(last, w[(i + 2) % 4], 4);
        w[i] = _mm_sha256msg2_epu32(_mm_add_epi32(_mm_sha256msg1_epu32(w[i], w[(i + 1) % 4]), older), last);
      }
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  const __m128i feba = _mm_shuffle_epi32(abef, 0x1B);
  const __m128i dchg = _mm_shuffle_epi32(cdgh, 0xB1);
  _mm_storeu_si128(reinterpret_cast<__m128i*>(state), _mm_blend_epi16(feba, dchg, 0xF0));
  _mm_storeu_si128(reinterpret_cast<__m128i*>(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

} // namespace

bool sha256_x86(std::array<std::uint32_t, 8>& state, const unsigned char* blocks, std::size_t count) {
  static const bool here = has_sha();
  if (here) {
    mix(state.data(), blocks, count);
  }
  return here;
}

} // namespace padan::codec

#else

namespace padan::codec {
bool sha256_x86(std::array<std::uint32_t, 8>&, const unsigned char*, std::size_t) { return false; }
} // namespace padan::codec

#endif
