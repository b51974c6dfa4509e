#include "padan/text/utf8.hpp"

#include <array>

namespace padan::text {
namespace {

// Bytes 0x80..0x9F; the others of Windows-1252 are Latin-1.
constexpr std::array<char16_t, 32> kWindows1252 = {0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
                                                   0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

bool is_surrogate(char32_t code) { return code >= 0xD800 && code <= 0xDFFF; }

char byte_of(char32_t value) { return static_cast<char>(static_cast<unsigned char>(value)); }

} // namespace

Decoded decode_utf8(std::string_view bytes) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80)
    return {lead, 1};
  const unsigned length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || bytes.size() < length)
    return {kReplacement, 1};
  char32_t code = lead & (0x7Fu >> length);
  for (unsigned i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0u) != 0x80)
      return {kReplacement, 1};
    code = (code << 6) | (byte(i) & 0x3Fu);
  }
  const bool overlong = (length == 3 && code < 0x800) || (length == 4 && code < 0x10000);
  const bool surrogate = code >= 0xD800 && code < 0xE000;
  if (overlong || surrogate || code > 0x10FFFF)
    return {kReplacement, 1};
  return {code, length};
}

void append_utf8(std::string& out, char32_t code) {
  if (code > 0x10FFFF || is_surrogate(code)) {
    code = kReplacement;
  }
  if (code < 0x80) {
    out.push_back(byte_of(code));
  } else if (code < 0x800) {
    out.push_back(byte_of(0xC0U | (code >> 6U)));
    out.push_back(byte_of(0x80U | (code & 0x3FU)));
  } else if (code < 0x10000) {
    out.push_back(byte_of(0xE0U | (code >> 12U)));
    out.push_back(byte_of(0x80U | ((code >> 6U) & 0x3FU)));
    out.push_back(byte_of(0x80U | (code & 0x3FU)));
  } else {
    out.push_back(byte_of(0xF0U | (code >> 18U)));
    out.push_back(byte_of(0x80U | ((code >> 12U) & 0x3FU)));
    out.push_back(byte_of(0x80U | ((code >> 6U) & 0x3FU)));
    out.push_back(byte_of(0x80U | (code & 0x3FU)));
  }
}

bool is_plain(std::string_view bytes) {
  // Without an early exit the compiler turns this into vector code; (b - 1) wraps NUL to 255.
  unsigned seen = 0;
  for (const char c : bytes) {
    seen |= static_cast<unsigned char>(static_cast<unsigned char>(c) - 1U) >= 0x7FU ? 1U : 0U;
  }
  return seen == 0;
}

char32_t from_windows_1252(unsigned char byte) {
  return byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80U] : byte;
}

void append_repaired(std::string& out, std::string_view bytes, Repair& repair) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    if (byte == 0) {
      ++repair.nul;
      ++at;
      continue;
    }
    const Decoded decoded = decode_utf8(bytes.substr(at));
    if (byte >= 0x80 && decoded.length == 1) {
      ++repair.repaired;
      append_utf8(out, from_windows_1252(byte));
      ++at;
      continue;
    }
    repair.valid += decoded.length > 1 ? 1U : 0U;
    out.append(bytes, at, decoded.length);
    at += decoded.length;
  }
}

void Utf16Decoder::wrong(std::string& out) {
  ++repaired_;
  append_utf8(out, kReplacement);
}

void Utf16Decoder::unit(char16_t value, std::string& out) {
  const bool low = value >= 0xDC00 && value <= 0xDFFF;
  if (high_ != 0) {
    const char16_t high = high_;
    high_ = 0;
    if (low) {
      append_utf8(out, 0x10000U + ((static_cast<char32_t>(high) - 0xD800U) << 10U) +
                           (static_cast<char32_t>(value) - 0xDC00U));
      return;
    }
    wrong(out);
  }
  if (low) {
    wrong(out);
  } else if (is_surrogate(value)) {
    high_ = value;
  } else {
    append_utf8(out, value);
  }
}

void Utf16Decoder::feed(std::string_view bytes, std::string& out) {
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (!has_half_) {
      half_ = byte;
      has_half_ = true;
      continue;
    }
    has_half_ = false;
    const unsigned value = big_endian_ ? half_ * 256U + byte : byte * 256U + half_;
    unit(static_cast<char16_t>(value), out);
  }
}

void Utf16Decoder::finish(std::string& out) {
  if (high_ != 0 || has_half_) {
    wrong(out);
  }
  high_ = 0;
  has_half_ = false;
}

} // namespace padan::text
