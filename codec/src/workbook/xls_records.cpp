#include "xls_records.hpp"

#include <algorithm>
#include <cstring>

#include "padan/text/utf8.hpp"

namespace padan::codec::workbook {
namespace {

constexpr std::uint32_t kWide = 1; // two bytes a character
constexpr std::uint32_t kReadingAid = 4;
constexpr std::uint32_t kRich = 8;

void append_byte(std::string& out, unsigned char byte) {
  if (byte != 0) {
    text::append_utf8(out, text::from_windows_1252(byte));
  }
}

} // namespace

Record record_at(std::string_view stream, std::size_t at) {
  if (!has(stream, at, 4)) {
    return {kEof, {}, stream.size()};
  }
  const std::uint16_t size = u16(stream, at + 2);
  return {u16(stream, at), slice(stream, at + 4, size), std::min(stream.size(), at + 4 + size)};
}

XlsStrings::XlsStrings(std::string_view stream, std::size_t at, bool biff8) : biff8_(biff8) {
  Record record = record_at(stream, at);
  do {
    if (!record.data.empty()) {
      parts_.push_back(record.data);
    }
    record = record_at(stream, record.next);
  } while (record.id == kContinue);
}

std::string_view XlsStrings::take(std::size_t most) {
  if (!more()) {
    return {};
  }
  std::string_view& part = parts_[part_];
  const std::string_view taken = part.substr(0, most);
  part.remove_prefix(taken.size());
  part_ += part.empty() ? 1 : 0;
  return taken;
}

void XlsStrings::skip(std::uint64_t bytes) {
  while (bytes != 0 && more()) {
    bytes -= take(static_cast<std::size_t>(std::min<std::uint64_t>(bytes, SIZE_MAX))).size();
  }
}

std::uint32_t XlsStrings::number(unsigned bytes) {
  std::uint32_t value = 0;
  for (unsigned i = 0; i < bytes && more(); ++i) {
    value |= static_cast<std::uint32_t>(static_cast<unsigned char>(take(1)[0])) << (8 * i);
  }
  return value;
}

void XlsStrings::append_string(std::string& out, std::uint32_t length) {
  if (biff8_) {
    append_wide(out, length);
    return;
  }
  for (const char c : take(length)) {
    append_byte(out, static_cast<unsigned char>(c));
  }
}

// At a seam the rest of the characters begins with a flags byte of its own: they may change their width.
void XlsStrings::append_wide(std::string& out, std::uint32_t length) {
  std::uint32_t flags = number(1);
  const std::uint32_t runs = (flags & kRich) != 0 ? number(2) : 0;
  const std::uint32_t aid = (flags & kReadingAid) != 0 ? number(4) : 0;
  text::Utf16Decoder decoder(false);
  bool any_wide = false;
  while (length != 0 && more()) {
    const std::size_t width = (flags & kWide) != 0 ? 2 : 1;
    const std::size_t part = part_;
    const std::string_view taken = take(length * width);
    if (width == 2) {
      any_wide = true;
      decoder.feed(taken, out);
    } else {
      for (const char c : taken) {
        append_byte(out, static_cast<unsigned char>(c));
      }
    }
    length -= std::min<std::uint32_t>(length, static_cast<std::uint32_t>((taken.size() + width - 1) / width));
    if (length != 0 && part != part_) {
      flags = number(1);
    }
  }
  if (any_wide) {
    decoder.finish(out);
  }
  skip(std::uint64_t{runs} * 4 + aid);
}

double double_at(std::string_view bytes, std::size_t at) {
  const std::uint64_t bits = u64(bytes, at);
  double value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

double rk_value(std::uint32_t rk) {
  double value;
  if ((rk & 2U) != 0) {
    value = static_cast<double>(static_cast<std::int32_t>(rk) >> 2);
  } else {
    const std::uint64_t bits = static_cast<std::uint64_t>(rk & ~3U) << 32;
    std::memcpy(&value, &bits, sizeof value);
  }
  return (rk & 1U) != 0 ? value / 100 : value;
}

} // namespace padan::codec::workbook
