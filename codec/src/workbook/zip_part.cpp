#include <algorithm>

#include <zlib.h>

#include "limits.hpp"
#include "zip.hpp"

namespace padan::codec::workbook {
namespace {

constexpr std::uint16_t kStored = 0;
constexpr std::uint16_t kDeflated = 8;
constexpr int kRawDeflate = -15;

const Bytef* bytef(const char* bytes) { return reinterpret_cast<const Bytef*>(bytes); }

} // namespace

struct ZipPartSource::Inflater {
  z_stream stream{};
  bool ready = false;

  Inflater() { ready = inflateInit2(&stream, kRawDeflate) == Z_OK; }
  ~Inflater() {
    if (ready) {
      inflateEnd(&stream);
    }
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
};

ZipPartSource::ZipPartSource(const ZipEntry& entry) : entry_(entry) {
  if (entry.encrypted) {
    error_ = Error{ErrorCode::FileLockedOtherwise, {}};
  } else if (entry.method == kDeflated) {
    inflater_ = std::make_unique<Inflater>();
    error_ = inflater_->ready ? std::nullopt : std::optional(Error{ErrorCode::OutOfMemory, {}});
  } else if (entry.method != kStored) {
    error_ = Error{ErrorCode::FileUnreadable, {{"part", entry.name}}};
  }
}

ZipPartSource::~ZipPartSource() = default;

std::size_t ZipPartSource::read(char* into, std::size_t capacity) {
  if (done_ || error_) {
    return 0;
  }
  capacity = std::min(capacity, std::size_t{1} << 30); // zlib counts in 32 bits
  const std::size_t size = inflater_ ? inflate(into, capacity) : copy(into, capacity);
  crc_ = static_cast<std::uint32_t>(crc32(crc_, bytef(into), static_cast<uInt>(size)));
  produced_ += size;
  check_limits();
  if (done_ && !error_) {
    finish();
  }
  return error_ && error_->code == ErrorCode::FileTooLarge ? 0 : size;
}

std::size_t ZipPartSource::copy(char* into, std::size_t capacity) {
  const std::size_t size = entry_.packed.copy(into, capacity, consumed_);
  consumed_ += size;
  done_ = consumed_ == entry_.packed.size();
  return size;
}

std::size_t ZipPartSource::inflate(char* into, std::size_t capacity) {
  z_stream& stream = inflater_->stream;
  stream.next_out = reinterpret_cast<Bytef*>(into);
  stream.avail_out = static_cast<uInt>(capacity);
  while (stream.avail_out != 0 && !done_) {
    const std::size_t size = std::min(entry_.packed.size() - consumed_, std::size_t{1} << 30);
    stream.next_in = const_cast<Bytef*>(bytef(entry_.packed.data() + consumed_));
    stream.avail_in = static_cast<uInt>(size);
    const int status = ::inflate(&stream, Z_NO_FLUSH);
    consumed_ += size - stream.avail_in;
    if (status == Z_STREAM_END) {
      done_ = true;
    } else if (status != Z_OK) {
      done_ = true;
      const bool cut = status == Z_BUF_ERROR && consumed_ == entry_.packed.size();
      error_ = Error{cut ? ErrorCode::FileTruncated : ErrorCode::FileUnreadable, {{"part", entry_.name}}};
    }
  }
  return capacity - stream.avail_out;
}

void ZipPartSource::check_limits() {
  const bool bomb = produced_ > kSuspiciousPartBytes && produced_ / kMaxRatio > entry_.packed.size();
  if (bomb || produced_ > kMaxPartBytes) {
    error_ = Error{ErrorCode::FileTooLarge, {{"part", entry_.name}}};
  }
}

void ZipPartSource::finish() {
  if (entry_.packed.size() < entry_.packed_size) {
    error_ = Error{ErrorCode::FileTruncated, {{"part", entry_.name}}};
  } else if (crc_ != entry_.crc) {
    error_ = Error{ErrorCode::FileUnreadable, {{"part", entry_.name}}};
  }
}

} // namespace padan::codec::workbook
