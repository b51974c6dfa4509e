#pragma once
// The half of a SHA-256 block that can be worked out several words at once.

#include <array>
#include <cstdint>

namespace padan::codec {

/// The 64 words of FIPS 180-4, 6.2.2 step 1, each with its round constant added already.
using Sha256Words = std::array<std::uint32_t, 64>;

/// Of the 64 bytes of one block. WebAssembly does four words at once, which makes the whole hash half as fast again.
void sha256_schedule(const unsigned char* bytes, Sha256Words& words);

} // namespace padan::codec
