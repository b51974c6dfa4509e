#pragma once
// A column of text as Apache Arrow lays it out: n+1 offsets into one run of UTF-8 bytes.
// An empty cell is a cell of length 0; lists from spreadsheets do not tell "empty" from "missing".

#include <cassert>
#include <cstdint>
#include <string_view>

#include "padan/base/buffer.hpp"

namespace padan::table {

/// Append-only while it is read, then only looked at. Limit: 4 GiB of text a column.
///   StringColumn c;  c.push_back("SITI");  c[0] == "SITI";
class StringColumn {
public:
  StringColumn() { offsets_.push_back(0); }
  [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(offsets_.size() - 1); }
  [[nodiscard]] bool empty() const { return size() == 0; }

  /// Valid until the next push_back.
  std::string_view operator[](std::uint32_t row) const {
    assert(row < size());
    return {bytes_.data() + offsets_[row], offsets_[row + 1] - offsets_[row]};
  }

  void push_back(std::string_view value) {
    bytes_.append(value.data(), value.size());
    offsets_.push_back(static_cast<std::uint32_t>(bytes_.size()));
  }

  void append(const StringColumn& other) {
    for (std::uint32_t row = 0; row < other.size(); ++row) {
      push_back(other[row]);
    }
  }

  /// Pads with empty cells, or drops the last ones.
  void resize(std::uint32_t rows) {
    offsets_.resize(rows + std::size_t{1}, offsets_.back());
    bytes_.resize(offsets_.back());
  }

  void reserve(std::uint32_t rows, std::size_t bytes) {
    offsets_.reserve(rows + std::size_t{1});
    bytes_.reserve(bytes);
  }
  void shrink_to_fit() {
    offsets_.shrink_to_fit();
    bytes_.shrink_to_fit();
  }
  [[nodiscard]] std::size_t text_bytes() const { return bytes_.size(); }
  [[nodiscard]] std::size_t memory_bytes() const {
    return offsets_.capacity() * sizeof(std::uint32_t) + bytes_.capacity();
  }

  template <class Self, class Archive> static void visit(Self& self, Archive& archive) {
    archive(self.offsets_, self.bytes_);
  } // base/archive.hpp

private:
  base::Buffer<std::uint32_t> offsets_;
  base::Buffer<char> bytes_;
};

} // namespace padan::table
