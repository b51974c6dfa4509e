#pragma once
// The directory of a zip package, and its parts unpacked piece by piece.
// Source: PKWARE APPNOTE 6.3.9. Only the central directory is believed: local headers lie or are left blank by streaming writers.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "byte_source.hpp"
#include "padan/base/error.hpp"

namespace padan::codec::workbook {

struct ZipEntry {
  std::string name;        // lower case, forward slashes, none in front: writers differ
  std::string_view packed; // shorter than packed_size when the file was cut
  std::uint64_t packed_size = 0;
  std::uint32_t crc = 0;
  std::uint16_t method = 0;
  bool encrypted = false;
};

/// The bytes must outlive it. Zip64, data descriptors, bytes before or after the archive are fine; of two entries with one
/// name the later counts. Errors: FileTruncated (no directory), FileTooLarge (too many entries).
class ZipArchive {
public:
  static Result<ZipArchive> open(std::string_view bytes);
  /// By name in any case and with either slash; null when there is none.
  [[nodiscard]] const ZipEntry* find(std::string_view name) const;
  [[nodiscard]] const std::vector<ZipEntry>& entries() const { return entries_; }

private:
  std::vector<ZipEntry> entries_; // in the order of the directory
};

/// A part as a stream. Errors at the end: FileTruncated, FileLockedOtherwise, FileUnreadable (damaged or an unknown method), FileTooLarge (a bomb).
class ZipPartSource : public ByteSource {
public:
  explicit ZipPartSource(const ZipEntry& entry);
  ~ZipPartSource() override;
  std::size_t read(char* into, std::size_t capacity) override;
  [[nodiscard]] std::optional<Error> error() const override { return error_; }

private:
  struct Inflater;
  std::size_t copy(char* into, std::size_t capacity);
  std::size_t inflate(char* into, std::size_t capacity);
  void check_limits();
  void finish();

  const ZipEntry& entry_;
  std::unique_ptr<Inflater> inflater_;
  std::size_t consumed_ = 0;
  std::uint64_t produced_ = 0;
  std::uint32_t crc_ = 0;
  bool done_ = false;
  std::optional<Error> error_;
};

/// A small part whole; nothing when it is missing. Errors as above, FileTooLarge over 64 MB.
Result<std::string> read_part(const ZipArchive& zip, std::string_view name);

} // namespace padan::codec::workbook
