#include "padan/text/utf8.hpp"

#include <gtest/gtest.h>

namespace padan::text {
namespace {

using namespace std::string_view_literals;

TEST(Utf8, DecodesWhatItAppends) {
  for (const char32_t code :
       {U'A', U'\u00E9', U'\u20AC', U'\U0001F600', char32_t{0x7F}, char32_t{0x80}, char32_t{0x7FF}, char32_t{0x800},
        char32_t{0xFFFF}, char32_t{0x10000}, char32_t{0x10FFFF}}) {
    std::string bytes;
    append_utf8(bytes, code);
    const Decoded decoded = decode_utf8(bytes);
    EXPECT_EQ(decoded.code, code);
    EXPECT_EQ(decoded.length, bytes.size());
  }
}

TEST(Utf8, RefusesMalformedBytes) {
  for (const std::string_view bytes : {"\x80"sv, "\xC0\xAF"sv, "\xC3"sv, "\xE0\x80\x80"sv, "\xED\xA0\x80"sv,
                                       "\xF4\x90\x80\x80"sv, "\xFF"sv, "\xE2\x82"sv}) {
    EXPECT_EQ(decode_utf8(bytes).code, kReplacement);
    EXPECT_EQ(decode_utf8(bytes).length, 1U);
  }
}

TEST(Utf8, AppendsNoSurrogates) {
  std::string bytes;
  append_utf8(bytes, 0xD800);
  append_utf8(bytes, 0x110000);
  EXPECT_EQ(bytes, "\uFFFD\uFFFD");
}

TEST(Utf8, KnowsPlainText) {
  EXPECT_TRUE(is_plain("abc\n\x7F"));
  EXPECT_TRUE(is_plain(""));
  EXPECT_FALSE(is_plain("a\0b"sv));
  EXPECT_FALSE(is_plain("abcdefghijklmnopqrstuvwxyz0123456789\x80"));
}

TEST(Utf8, RepairsAsWindows1252) {
  std::string out;
  Repair repair;
  append_repaired(out, "caf\xE9 \u00E9 \x80\x9D\0 \xEF\xBF\xBD"sv, repair);
  EXPECT_EQ(out, "caf\u00E9 \u00E9 \u20AC\xC2\x9D \uFFFD");
  EXPECT_EQ(repair.repaired, 3U);
  EXPECT_EQ(repair.valid, 2U);
  EXPECT_EQ(repair.nul, 1U);
}

TEST(Utf8, ReadsUtf16InAnySlices) {
  const std::string_view bytes = "A\0\xE9\0\x3D\xD8\x00\xDE\x3D\xD8"
                                 "B\0\x00\xDE"sv; // A, é, a pair, a lone high, B, a lone low
  for (std::size_t slice = 1; slice <= bytes.size(); ++slice) {
    Utf16Decoder decoder(false);
    std::string out;
    for (std::size_t at = 0; at < bytes.size(); at += slice) {
      decoder.feed(bytes.substr(at, slice), out);
    }
    decoder.finish(out);
    EXPECT_EQ(out, "A\u00E9\U0001F600\uFFFDB\uFFFD");
    EXPECT_EQ(decoder.repaired(), 2U);
  }
  Utf16Decoder half(true);
  std::string out;
  half.feed("\0A\0"sv, out);
  half.finish(out);
  EXPECT_EQ(out, "A\uFFFD");
}

} // namespace
} // namespace padan::text
