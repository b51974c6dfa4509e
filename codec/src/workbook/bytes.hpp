#pragma once
// Little-endian numbers out of untrusted bytes: outside the bytes everything reads as 0, callers check has() where it matters.

#include <cstdint>
#include <string>
#include <string_view>

namespace padan::codec::workbook {

inline bool has(std::string_view bytes, std::uint64_t at, std::uint64_t size) {
  return at <= bytes.size() && size <= bytes.size() - at;
}

inline std::uint64_t little_endian(std::string_view bytes, std::uint64_t at, unsigned size) {
  std::uint64_t value = 0;
  if (has(bytes, at, size)) {
    for (unsigned i = size; i-- > 0;) {
      value = value << 8 | static_cast<unsigned char>(bytes[static_cast<std::size_t>(at + i)]);
    }
  }
  return value;
}

inline std::uint8_t u8(std::string_view bytes, std::uint64_t at) {
  return static_cast<std::uint8_t>(little_endian(bytes, at, 1));
}
inline std::uint16_t u16(std::string_view bytes, std::uint64_t at) {
  return static_cast<std::uint16_t>(little_endian(bytes, at, 2));
}
inline std::uint32_t u32(std::string_view bytes, std::uint64_t at) {
  return static_cast<std::uint32_t>(little_endian(bytes, at, 4));
}
inline std::uint64_t u64(std::string_view bytes, std::uint64_t at) { return little_endian(bytes, at, 8); }

/// The other way: the four bytes of a number.
inline std::string little_endian32(std::uint32_t value) {
  return {static_cast<char>(value), static_cast<char>(value >> 8), static_cast<char>(value >> 16),
          static_cast<char>(value >> 24)};
}

/// The part that exists of [at, at + size).
inline std::string_view slice(std::string_view bytes, std::uint64_t at, std::uint64_t size) {
  return at >= bytes.size() ? std::string_view()
                            : bytes.substr(static_cast<std::size_t>(at),
                                           static_cast<std::size_t>(size < bytes.size() ? size : bytes.size()));
}

} // namespace padan::codec::workbook
