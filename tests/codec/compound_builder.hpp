#pragma once
// OLE containers in memory, with streams large and small. Source: [MS-CFB].

#include <string>
#include <utility>
#include <vector>

#include "workbook_builder.hpp"

namespace padan::test {

using Streams = std::vector<std::pair<std::string, std::string>>; // name, bytes

/// In this order, sector by sector: header, chains, directory, chains of small streams, small streams together, large streams.
class CompoundBuilder {
public:
  static std::string bytes(const Streams& streams) { return CompoundBuilder().build(streams); }

private:
  static constexpr std::size_t kSector = 512;
  static constexpr std::size_t kSmallSector = 64;
  static constexpr std::size_t kLarge = 4096;
  static constexpr std::uint32_t kEnd = 0xFFFFFFFE;
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  static std::size_t whole(std::size_t size, std::size_t unit) { return (size + unit - 1) / unit; }

  static void add_chain(std::string& chains, std::size_t first, std::size_t count) {
    for (std::size_t i = 1; i <= count; ++i) {
      chains += little_endian(i == count ? kEnd : first + i, 4);
    }
  }

  // The place of the part in sectors.
  std::uint32_t add(std::string part) {
    const std::size_t count = whole(part.size(), kSector);
    const std::size_t first = first_ + body_.size() / kSector;
    part.resize(count * kSector);
    add_chain(chains_, first, count);
    body_ += part;
    return count == 0 ? kEnd : static_cast<std::uint32_t>(first);
  }

  // next: the entry to the right in the tree of names, child: its root; 0xFFFFFFFF for none.
  static std::string entry(const std::string& name, unsigned type, std::uint32_t next, std::uint32_t child,
                           std::uint64_t start, std::uint64_t size) {
    std::string wide;
    for (const char c : name) {
      wide += std::string{c, '\0'};
    }
    wide.resize(64);
    return wide + little_endian((name.size() + 1) * 2, 2) + little_endian(type, 1) + '\1' + little_endian(kNone, 4) +
           little_endian(next, 4) + little_endian(child, 4) + std::string(36, '\0') + little_endian(start, 4) +
           little_endian(size, 8);
  }

  std::string build(const Streams& streams) {
    std::string small;
    std::string small_chains;
    std::size_t sectors = whole(128 * (streams.size() + 1), kSector);
    for (const auto& [name, bytes] : streams) {
      if (bytes.size() < kLarge) {
        add_chain(small_chains, small.size() / kSmallSector, whole(bytes.size(), kSmallSector));
        small += bytes;
        small.resize(whole(small.size(), kSmallSector) * kSmallSector);
      } else {
        sectors += whole(bytes.size(), kSector);
      }
    }
    sectors += whole(small.size(), kSector) + whole(small_chains.size(), kSector);
    const std::size_t chain_sectors = whole(sectors * 4, kSector - 4); // they chain themselves, too; at most 109
    first_ = chain_sectors;
    for (std::size_t i = 0; i < chain_sectors; ++i) {
      chains_ += little_endian(0xFFFFFFFD, 4);
    }
    return assemble(streams, small, small_chains, chain_sectors);
  }

  std::string assemble(const Streams& streams, const std::string& small, const std::string& small_chains,
                       std::size_t chain_sectors) {
    const std::size_t directory_size = 128 * (streams.size() + 1);
    const std::uint32_t directory_at = add(std::string(directory_size, '\0'));
    const std::uint32_t small_chains_at = add(small_chains);
    std::string directory = entry("Root Entry", 5, kNone, 1, add(small), small.size());
    std::size_t small_at = 0;
    std::uint32_t index = 0;
    for (const auto& [name, bytes] : streams) {
      const bool is_small = bytes.size() < kLarge;
      const std::uint32_t next = ++index == streams.size() ? kNone : index + 1;
      directory += entry(name, 2, next, kNone, is_small ? small_at : add(bytes), bytes.size());
      small_at += is_small ? whole(bytes.size(), kSmallSector) : 0;
    }
    body_.replace(0, directory.size(), directory);
    std::string header = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(16, '\0') + little_endian(0x3E, 2) +
                         little_endian(3, 2) + little_endian(0xFFFE, 2) + little_endian(9, 2) + little_endian(6, 2) +
                         std::string(10, '\0') + little_endian(chain_sectors, 4) + little_endian(directory_at, 4) +
                         little_endian(0, 4) + little_endian(kLarge, 4) + little_endian(small_chains_at, 4) +
                         little_endian(whole(small_chains.size(), kSector), 4) + little_endian(kEnd, 4) +
                         little_endian(0, 4);
    for (std::size_t i = 0; i < chain_sectors; ++i) {
      header += little_endian(i, 4);
    }
    header.resize(kSector, '\xFF');
    chains_.resize(chain_sectors * kSector, '\xFF');
    return header + chains_ + body_;
  }

  std::size_t first_ = 0;
  std::string chains_;
  std::string body_;
};

} // namespace padan::test
