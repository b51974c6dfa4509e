#pragma once
// Turns bytes of the encodings that spreadsheets write into valid UTF-8. Nothing here fails: what is wrong is repaired and counted.

#include <cstdint>
#include <string>
#include <string_view>

namespace padan::text {

inline constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
  char32_t code;
  std::uint32_t length; // bytes consumed, at least 1
};

/// Decodes the character at the front of `bytes`, which must not be empty. A byte that begins no well-formed
/// sequence (overlong, surrogate, cut off) is consumed alone and reads as U+FFFD; a true U+FFFD takes 3 bytes.
[[nodiscard]] Decoded decode_utf8(std::string_view bytes);

/// Appends one code point; a surrogate or a value above U+10FFFF becomes U+FFFD.
void append_utf8(std::string& out, char32_t code);

/// True when no byte is above 0x7F or NUL, so that the bytes may be used as they are. Cost: under 0.1 ns a byte.
[[nodiscard]] bool is_plain(std::string_view bytes);

/// The character of a Windows-1252 byte as the WHATWG encoding standard maps it (its five holes become C1 controls).
[[nodiscard]] char32_t from_windows_1252(unsigned char byte);

/// What append_repaired met.
struct Repair {
  std::uint64_t valid = 0;    // characters outside ASCII that were valid UTF-8
  std::uint64_t repaired = 0; // bytes that were not, read as Windows-1252
  std::uint64_t nul = 0;      // NUL bytes, dropped
};

/// Appends `bytes` as valid UTF-8.
///   append_repaired(out, "caf\xE9", repair);  // "café", repair.repaired == 1
void append_repaired(std::string& out, std::string_view bytes, Repair& repair);

/// Turns a stream of UTF-16 into UTF-8; slices may split characters anywhere.
///   Utf16Decoder decoder(false);  decoder.feed(slice, out);  decoder.finish(out);
class Utf16Decoder {
public:
  explicit Utf16Decoder(bool big_endian) : big_endian_(big_endian) {}
  void feed(std::string_view bytes, std::string& out);
  void finish(std::string& out);                                     // a half character at the end becomes U+FFFD
  [[nodiscard]] std::uint64_t repaired() const { return repaired_; } // lone surrogates and half characters

private:
  void unit(char16_t value, std::string& out);
  void wrong(std::string& out);

  bool big_endian_;
  bool has_half_ = false;
  unsigned char half_ = 0;
  char16_t high_ = 0; // a high surrogate that waits for its low one
  std::uint64_t repaired_ = 0;
};

} // namespace padan::text
