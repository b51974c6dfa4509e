#include "padan/engine/file_image.hpp"

#include <algorithm>
#include <utility>

#include "padan/base/archive.hpp"

namespace padan::engine {
namespace {

// Kinds of content; the last digits grow with its layout.
constexpr std::uint64_t kFrame = 0x6672616D'00000003;
constexpr std::uint64_t kColumn = 0x636F6C75'00000001;

template <class T> std::string write(std::uint64_t kind, const T& content, std::size_t size) {
  base::ArchiveWriter archive(size);
  archive(kind, content);
  return archive.take();
}

} // namespace

FileImage::FileImage(std::vector<Sheet> sheets) : frame_(std::move(sheets)) {
  for (Sheet& sheet : frame_) {
    for (table::StringColumn& column : sheet.source.grid.columns) {
      columns_.push_back(std::exchange(column, {}));
    }
  }
}

std::string FileImage::take(std::uint32_t part) {
  if (part == 0) {
    return write(kFrame, frame_, 0);
  }
  const table::StringColumn column = std::exchange(columns_[part - 1], {});
  return write(kColumn, column, column.memory_bytes() + 64);
}

bool FileTaker::put(std::string_view part) {
  base::ArchiveReader archive(part);
  const std::uint64_t kind = archive.kind();
  if (kind == kFrame) {
    *this = {};
    archive(sheets_);
    for (Sheet& sheet : sheets_) {
      for (table::StringColumn& column : sheet.source.grid.columns) {
        missing_.push_back(&column);
      }
    }
    std::reverse(missing_.begin(), missing_.end());
    begun_ = archive.at_end();
    return begun_;
  }
  if (kind != kColumn || !begun_ || missing_.empty()) {
    return false;
  }
  archive(*missing_.back());
  missing_.pop_back();
  begun_ = archive.at_end();
  return begun_;
}

Result<std::vector<Sheet>> FileTaker::finish() {
  if (!begun_ || !missing_.empty()) {
    return fail(ErrorCode::RequestInvalid, {{"where", "image"}});
  }
  begun_ = false;
  return std::move(sheets_);
}

} // namespace padan::engine
