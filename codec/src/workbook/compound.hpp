#pragma once
// The OLE container around .xls files and around protected workbooks. Source: [MS-CFB].

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "padan/base/error.hpp"

namespace padan::codec::workbook {

/// A stream's name (ASCII) and where its bytes begin.
struct CompoundEntry {
  std::string name;
  std::uint32_t start = 0;
  std::uint64_t size = 0;
};

/// The bytes must outlive it. Chains that loop or leave the file end there.
class CompoundFile {
public:
  static bool is_one(std::string_view bytes);
  explicit CompoundFile(std::string_view bytes);

  [[nodiscard]] bool empty() const { return entries_.empty(); }         // its directory, often at the end, was cut off
  [[nodiscard]] const CompoundEntry* find(std::string_view name) const; // in lower case
  /// Errors: FileTruncated when the chain is shorter than the stream.
  [[nodiscard]] Result<std::string> read(const CompoundEntry& entry) const;

private:
  void read_fat();
  void read_directory();
  std::string chain(std::uint32_t start, std::uint64_t most) const;
  std::string mini_chain(std::uint32_t start, std::uint64_t size) const;
  std::string_view sector(std::uint32_t number) const;

  std::string_view bytes_;
  unsigned shift_ = 9;
  std::vector<std::uint32_t> fat_;
  std::vector<std::uint32_t> mini_fat_;
  std::string mini_stream_;
  std::vector<CompoundEntry> entries_;
};

} // namespace padan::codec::workbook
