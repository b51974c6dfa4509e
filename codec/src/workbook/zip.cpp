#include "zip.hpp"

#include <algorithm>
#include <optional>

#include "bytes.hpp"
#include "limits.hpp"

namespace padan::codec::workbook {
namespace {

using namespace std::string_view_literals;

constexpr auto kEndSignature = "PK\5\6"sv;
constexpr auto kEnd64Signature = "PK\6\6"sv;
constexpr auto kLocator64Signature = "PK\6\7"sv;
constexpr auto kEntrySignature = "PK\1\2"sv;
constexpr auto kLocalSignature = "PK\3\4"sv;
constexpr std::uint32_t kSaturated = 0xFFFFFFFF; // "look into the Zip64 field"

std::string normalised(std::string_view name) {
  std::string out(name);
  for (char& c : out) {
    c = c == '\\' ? '/' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out.substr(std::min(out.find_first_not_of('/'), out.size()));
}

struct Directory {
  std::uint64_t start = 0; // where it is
  std::uint64_t base = 0;  // where the archive begins: not 0 when something was put in front
};

std::optional<Directory> directory_at(std::string_view bytes, std::uint64_t end, std::uint64_t size,
                                      std::uint64_t offset) {
  const auto is_entry = [&](std::uint64_t at) { return slice(bytes, at, 4) == kEntrySignature; };
  if (size <= end && is_entry(end - size)) {
    const std::uint64_t start = end - size;
    return Directory{start, start >= offset ? start - offset : 0};
  }
  return is_entry(offset) ? std::optional(Directory{offset, 0}) : std::nullopt;
}

std::optional<Directory> directory_before(std::string_view bytes, std::size_t end) {
  const std::uint32_t size = u32(bytes, end + 12);
  const std::uint32_t offset = u32(bytes, end + 16);
  if (end >= 20 && slice(bytes, end - 20, 4) == kLocator64Signature) {
    const std::size_t end64 = bytes.rfind(kEnd64Signature, end - 20);
    if (end64 != std::string_view::npos) {
      return directory_at(bytes, end64, u64(bytes, end64 + 40), u64(bytes, end64 + 48));
    }
  }
  return directory_at(bytes, end, size, offset);
}

// The end record is searched from the back: comments and garbage may follow it, and nested archives hold others.
std::optional<Directory> find_directory(std::string_view bytes) {
  for (std::size_t end = bytes.rfind(kEndSignature); end != std::string_view::npos && has(bytes, end, 22);
       end = end == 0 ? std::string_view::npos : bytes.rfind(kEndSignature, end - 1)) {
    if (const auto found = directory_before(bytes, end)) {
      return found;
    }
  }
  return std::nullopt;
}

// Sizes and place that did not fit 32 bits follow in this order in the field 0x0001, each only if it was saturated.
void apply_zip64(std::string_view extra, std::uint64_t unpacked, std::uint64_t& packed, std::uint64_t& place) {
  for (std::uint64_t at = 0; has(extra, at, 4); at += 4U + u16(extra, at + 2)) {
    if (u16(extra, at) != 1) {
      continue;
    }
    std::uint64_t value = at + 4 + (unpacked == kSaturated ? 8 : 0);
    if (packed == kSaturated) {
      packed = u64(extra, value);
      value += 8;
    }
    if (place == kSaturated) {
      place = u64(extra, value);
    }
    return;
  }
}

ZipEntry entry_at(std::string_view bytes, std::uint64_t at) {
  const std::uint16_t name_size = u16(bytes, at + 28);
  std::uint64_t packed = u32(bytes, at + 20);
  std::uint64_t place = u32(bytes, at + 42);
  apply_zip64(slice(bytes, at + 46 + name_size, u16(bytes, at + 30)), u32(bytes, at + 24), packed, place);

  ZipEntry entry;
  entry.name = normalised(slice(bytes, at + 46, name_size));
  entry.encrypted = (u16(bytes, at + 8) & 1U) != 0;
  entry.method = u16(bytes, at + 10);
  entry.crc = u32(bytes, at + 16);
  entry.packed_size = packed;
  entry.place = place;
  return entry;
}

Result<std::vector<ZipEntry>> entries_from(std::string_view bytes, std::uint64_t start) {
  std::vector<ZipEntry> entries;
  for (std::uint64_t at = start; slice(bytes, at, 4) == kEntrySignature && has(bytes, at, 46);
       at += 46U + u16(bytes, at + 28) + u16(bytes, at + 30) + u16(bytes, at + 32)) {
    if (entries.size() == kMaxParts) {
      return fail(ErrorCode::FileTooLarge);
    }
    entries.push_back(entry_at(bytes, at));
  }
  return entries;
}

} // namespace

Result<ZipArchive> ZipArchive::open(std::string_view bytes) {
  const auto directory = find_directory(bytes);
  if (!directory) {
    return fail(ErrorCode::FileTruncated);
  }
  auto entries = entries_from(bytes, directory->start);
  if (!entries) {
    return tl::unexpected<Error>(entries.error());
  }
  for (ZipEntry& entry : *entries) {
    if (entry.place <= bytes.size()) {
      entry.packed = packed_at(bytes, directory->base + entry.place, entry.packed_size);
    }
  }
  return ZipArchive(std::move(*entries));
}

Result<ZipArchive> ZipArchive::list(std::string_view tail) {
  const auto directory = find_directory(tail);
  if (!directory) {
    return fail(ErrorCode::FileTruncated);
  }
  return entries_from(tail, directory->start).map([](std::vector<ZipEntry>&& entries) {
    return ZipArchive(std::move(entries));
  });
}

std::string_view packed_at(std::string_view bytes, std::uint64_t place, std::uint64_t packed_size) {
  if (slice(bytes, place, 4) != kLocalSignature) {
    return {};
  }
  return slice(bytes, place + 30 + u16(bytes, place + 26) + u16(bytes, place + 28), packed_size);
}

const ZipEntry* ZipArchive::find(std::string_view name) const {
  const std::string wanted = normalised(name);
  const auto found =
      std::find_if(entries_.rbegin(), entries_.rend(), [&](const ZipEntry& entry) { return entry.name == wanted; });
  return found == entries_.rend() ? nullptr : &*found;
}

Result<std::string> read_part(const ZipArchive& zip, std::string_view name) {
  constexpr std::size_t kMost = 64U << 20;
  std::string text;
  const ZipEntry* entry = zip.find(name);
  if (entry == nullptr) {
    return text;
  }
  ZipPartSource source(*entry);
  for (std::size_t size = 0;;) {
    text.resize(size + (std::size_t{64} << 10));
    const std::size_t got = source.read(text.data() + size, text.size() - size);
    size += got;
    if (got == 0) {
      text.resize(size);
      break;
    }
    if (size > kMost) {
      return fail(ErrorCode::FileTooLarge);
    }
  }
  if (auto error = source.error()) {
    return tl::unexpected<Error>(*error);
  }
  return text;
}

} // namespace padan::codec::workbook
