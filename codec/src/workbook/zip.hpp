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
  std::uint64_t place = 0; // of its local header, from the start of the archive
  std::uint32_t crc = 0;
  std::uint16_t method = 0;
  bool encrypted = false;
};

/// The bytes must outlive it. Zip64, data descriptors, bytes before or after the archive are fine; of two entries with one
/// name the later counts. Errors: FileTruncated (no directory), FileTooLarge (too many entries).
class ZipArchive {
public:
  static Result<ZipArchive> open(std::string_view bytes);
  /// Only what the directory says, from the last bytes of an archive: no entry has packed bytes. Fails when the directory
  /// does not lie within them.
  static Result<ZipArchive> list(std::string_view tail);
  /// Of such entries, with the packed bytes that were found since.
  explicit ZipArchive(std::vector<ZipEntry> entries) : entries_(std::move(entries)) {}
  /// By name in any case and with either slash; null when there is none.
  [[nodiscard]] const ZipEntry* find(std::string_view name) const;
  [[nodiscard]] const std::vector<ZipEntry>& entries() const { return entries_; }

private:
  std::vector<ZipEntry> entries_; // in the order of the directory
};

/// What stands before the packed bytes of an entry, and the packed bytes as far as they are there. Nothing without a local header.
[[nodiscard]] std::string_view packed_at(std::string_view bytes, std::uint64_t place, std::uint64_t packed_size);

/// A part as a stream. Errors at the end: FileTruncated, FileLockedOtherwise, FileUnreadable (damaged or an unknown method), FileTooLarge (a bomb).
class ZipPartSource : public ByteSource {
public:
  explicit ZipPartSource(const ZipEntry& entry);
  ~ZipPartSource() override;
  std::size_t read(char* into, std::size_t capacity) override;
  [[nodiscard]] std::optional<Error> error() const override { return error_; }
  [[nodiscard]] double share() const override {
    return entry_.packed_size == 0 ? 1 : static_cast<double>(consumed_) / static_cast<double>(entry_.packed_size);
  }

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
