#pragma once
// Private to this room: a UTF-8 decoder that never fails.

#include <cstdint>
#include <string>
#include <string_view>

namespace padan::text {

inline constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
  char32_t code;
  unsigned length; // bytes consumed, at least 1
};

/// Decodes the character at the front of `bytes`, which must not be empty. A byte that begins no well-formed
/// sequence (overlong, surrogate, cut off) is consumed alone and reads as U+FFFD.
[[nodiscard]] Decoded decode_utf8(std::string_view bytes);

/// Appends one code point; it must be a Unicode scalar value.
void append_utf8(std::string& out, char32_t code);

} // namespace padan::text
