#pragma once
// Where the XML scanner takes its bytes from: memory, or a part of a package while it is unpacked.

#include <optional>
#include <string_view>

#include "padan/base/error.hpp"

namespace padan::codec::workbook {

class ByteSource {
public:
  virtual ~ByteSource() = default;
  /// Fills up to `capacity` bytes; 0 at the end or after a failure.
  virtual std::size_t read(char* into, std::size_t capacity) = 0;
  /// How much of it has been read: 0 (or not known) to 1.
  [[nodiscard]] virtual double share() const { return 0; }
  /// Why the bytes ended too early, if they did.
  [[nodiscard]] virtual std::optional<Error> error() const { return std::nullopt; }
};

class MemorySource : public ByteSource {
public:
  explicit MemorySource(std::string_view bytes) : left_(bytes) {}

  std::size_t read(char* into, std::size_t capacity) override {
    const std::size_t size = left_.copy(into, capacity);
    left_.remove_prefix(size);
    return size;
  }

private:
  std::string_view left_;
};

} // namespace padan::codec::workbook
