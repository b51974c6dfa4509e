#include "compound.hpp"

#include <algorithm>

#include "bytes.hpp"

namespace padan::codec::workbook {
namespace {

constexpr std::string_view kSignature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::uint32_t kLastSector = 0xFFFFFFFA; // above are marks: free, end of chain
constexpr unsigned kMiniShift = 6;
constexpr std::uint64_t kMiniCutoff = 4096;
constexpr std::size_t kEntrySize = 128;
constexpr std::uint8_t kStream = 2;
constexpr std::uint8_t kRoot = 5;

std::vector<std::uint32_t> numbers(std::string_view bytes) {
  std::vector<std::uint32_t> out(bytes.size() / 4);
  for (std::size_t i = 0; i < out.size(); ++i) {
    out[i] = u32(bytes, i * 4);
  }
  return out;
}

std::string lower_name(std::string_view utf16) {
  std::string out;
  for (std::size_t i = 0; i + 1 < utf16.size() && utf16[i] != '\0'; i += 2) {
    out.push_back(utf16[i] >= 'A' && utf16[i] <= 'Z' ? static_cast<char>(utf16[i] - 'A' + 'a') : utf16[i]);
  }
  return out;
}

} // namespace

bool CompoundFile::is_one(std::string_view bytes) { return bytes.substr(0, kSignature.size()) == kSignature; }

CompoundFile::CompoundFile(std::string_view bytes) : bytes_(bytes) {
  shift_ = u16(bytes, 30) == 12 ? 12 : 9;
  read_fat();
  mini_fat_ = numbers(chain(u32(bytes, 60), bytes.size()));
  read_directory();
}

std::string_view CompoundFile::sector(std::uint32_t number) const {
  return number > kLastSector ? std::string_view()
                              : slice(bytes_, (std::uint64_t{number} + 1) << shift_, std::uint64_t{1} << shift_);
}

// The table of chains is listed in the header (109 places), then in a chain of sectors whose last word is the next one.
void CompoundFile::read_fat() {
  const std::size_t sectors = (bytes_.size() >> shift_) + 1;
  const auto add = [&](std::uint32_t number) {
    if (number <= kLastSector && fat_.size() < sectors) {
      const auto part = numbers(sector(number));
      fat_.insert(fat_.end(), part.begin(), part.end());
    }
  };
  for (std::size_t i = 0; i < 109; ++i) {
    add(u32(bytes_, 76 + i * 4));
  }
  std::uint32_t next = u32(bytes_, 68);
  for (std::size_t guard = 0; guard < sectors && next <= kLastSector; ++guard) {
    const auto list = numbers(sector(next));
    if (list.empty()) {
      return;
    }
    std::for_each(list.begin(), list.end() - 1, add);
    next = list.back();
  }
}

std::string CompoundFile::chain(std::uint32_t start, std::uint64_t most) const {
  std::string out;
  std::size_t guard = 0;
  for (std::uint32_t at = start; at < fat_.size() && guard <= fat_.size() && out.size() < most;
       at = fat_[at], ++guard) {
    const std::string_view part = sector(at);
    if (part.empty()) {
      break;
    }
    out.append(part);
  }
  out.resize(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), most)));
  return out;
}

std::string CompoundFile::mini_chain(std::uint32_t start, std::uint64_t size) const {
  std::string out;
  for (std::uint32_t at = start; at < mini_fat_.size() && out.size() < size; at = mini_fat_[at]) {
    const std::string_view part = slice(mini_stream_, std::uint64_t{at} << kMiniShift, std::uint64_t{1} << kMiniShift);
    if (part.empty()) {
      break;
    }
    out.append(part);
  }
  out.resize(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), size)));
  return out;
}

void CompoundFile::read_directory() {
  const std::string directory = chain(u32(bytes_, 48), bytes_.size());
  for (std::size_t at = 0; has(directory, at, kEntrySize); at += kEntrySize) {
    const std::uint8_t type = u8(directory, at + 66);
    const std::uint32_t start = u32(directory, at + 116);
    const std::uint64_t size = shift_ == 9 ? u32(directory, at + 120) : u64(directory, at + 120);
    if (type == kRoot) {
      mini_stream_ = chain(start, std::min<std::uint64_t>(size, bytes_.size()));
    } else if (type == kStream) {
      entries_.push_back({lower_name(slice(directory, at, 64)), start, size});
    }
  }
}

const CompoundEntry* CompoundFile::find(std::string_view name) const {
  const auto found =
      std::find_if(entries_.begin(), entries_.end(), [name](const CompoundEntry& entry) { return entry.name == name; });
  return found == entries_.end() ? nullptr : &*found;
}

Result<std::string> CompoundFile::read(const CompoundEntry& entry) const {
  std::string out = entry.size < kMiniCutoff ? mini_chain(entry.start, entry.size) : chain(entry.start, entry.size);
  if (out.size() < entry.size) {
    return fail(ErrorCode::FileTruncated);
  }
  return out;
}

} // namespace padan::codec::workbook
