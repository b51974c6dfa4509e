#pragma once
// Many files in one archive, written as they come: a district's worksheets, a folder of extracts.
// Source: PKWARE APPNOTE 6.3.9. Names are UTF-8; the same calls give the same bytes, for no entry has a time of day.

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "padan/base/error.hpp"

namespace padan::codec {

enum class Packing : std::uint8_t {
  Deflate,
  Store // for what is packed already: workbooks
};

/// Nothing is kept of a file but its line in the directory.
///   ZipWriter zip;
///   std::string archive;
///   zip.add(archive, "Desa Sukamaju.xlsx", workbook, Packing::Store);   // may be handed on and cleared between calls
///   zip.finish(archive);
/// Cost: a checksum of the bytes, and zlib's level 6 where they are packed.
class ZipWriter {
public:
  /// Appends the file. A name that was there before gets " (2)" in front of its ending. Errors: FileTooLarge (over 4 GB
  /// together, or more than 65,535 files).
  [[nodiscard]] Result<bool> add(std::string& out, std::string_view name, std::string_view bytes,
                                 Packing packing = Packing::Deflate);
  /// Appends the directory. Afterwards the writer is spent. Errors: FileTooLarge.
  [[nodiscard]] Result<bool> finish(std::string& out);
  [[nodiscard]] std::uint32_t files() const { return files_; }

private:
  [[nodiscard]] std::string unique_name(std::string_view name) const;

  std::string directory_;
  std::set<std::string> names_;
  std::uint64_t written_ = 0;
  std::uint32_t files_ = 0;
};

} // namespace padan::codec
