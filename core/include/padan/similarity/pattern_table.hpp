#pragma once
// For every byte value, the positions at which it stands in a pattern of at most 64 bytes, as one bit mask.

#include <array>
#include <cstdint>
#include <string_view>

namespace padan::similarity {

inline constexpr std::uint32_t kWordBits = 64;

/// Prepared once per pattern, then looked up once per byte of the other string. 2 KiB; `assign` costs O(old + new
/// length) because it clears only what the old pattern had set.
///   PatternTable table;  table.assign("ANNA");  table['N'] == 0b0110;
class PatternTable {
public:
  std::uint64_t operator[](char byte) const { return masks_[static_cast<unsigned char>(byte)]; }

  /// `old_pattern` is what the previous call assigned (empty at first); `pattern` has at most 64 bytes.
  void assign(std::string_view old_pattern, std::string_view pattern) {
    for (const char byte : old_pattern)
      mask(byte) = 0;
    std::uint64_t bit = 1;
    for (const char byte : pattern) {
      mask(byte) |= bit;
      bit <<= 1;
    }
  }

private:
  std::uint64_t& mask(char byte) { return masks_[static_cast<unsigned char>(byte)]; }

  std::array<std::uint64_t, 256> masks_{};
};

/// The same for one comparison: only the bytes that `pattern` and `text` use are ever written or may be read.
class ScratchTable {
public:
  ScratchTable(std::string_view pattern, std::string_view text) { // NOLINT: masks_ stays unset on purpose
    for (const char byte : text)
      mask(byte) = 0;
    for (const char byte : pattern)
      mask(byte) = 0;
    std::uint64_t bit = 1;
    for (const char byte : pattern) {
      mask(byte) |= bit;
      bit <<= 1;
    }
  }
  std::uint64_t operator[](char byte) const { return masks_[static_cast<unsigned char>(byte)]; }

private:
  std::uint64_t& mask(char byte) { return masks_[static_cast<unsigned char>(byte)]; }

  std::array<std::uint64_t, 256> masks_;
};

} // namespace padan::similarity
