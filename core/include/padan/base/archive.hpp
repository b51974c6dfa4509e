#pragma once
// Writes plain data to bytes and reads it back, for another instance of the same program (never for a file that outlives it).
//
//   template <class Self, class Archive> static void visit(Self& self, Archive& archive) { archive(self.starts_, self.names_); }
//
// One visit() serves both directions. Numbers and plain structs travel as they lie in memory.

#include <cstdint>
#include <cstring>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "padan/base/buffer.hpp"

namespace padan::base {

class ArchiveWriter {
public:
  /// expected: about how many bytes will come, so that they need not move while they do.
  explicit ArchiveWriter(std::size_t expected = 0) { bytes_.reserve(expected); }
  template <class... T> void operator()(const T&... values) { (write(values), ...); }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

private:
  template <class T> void write(const T& value) {
    if constexpr (std::is_trivially_copyable_v<T>) {
      bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    } else {
      T::visit(value, *this);
    }
  }
  void write(const std::string& text) {
    write(std::uint64_t{text.size()});
    bytes_.append(text);
  }
  template <class T> void write(const Buffer<T>& values) {
    write(std::uint64_t{values.size()});
    bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
  }
  template <class T> void write(const std::optional<T>& value) {
    write(value.has_value());
    if (value) {
      write(*value);
    }
  }
  template <class K, class V> void write(const std::map<K, V>& entries) {
    write(std::uint64_t{entries.size()});
    for (const auto& [key, value] : entries) {
      write(key);
      write(value);
    }
  }
  void write(const std::vector<bool>& bits) { write(std::vector<std::uint8_t>(bits.begin(), bits.end())); }
  template <class T> void write(const std::vector<T>& values) { write(std::span<const T>(values)); }
  template <class T> void write(std::span<const T> values) { // read back as a vector
    write(std::uint64_t{values.size()});
    if constexpr (std::is_trivially_copyable_v<T>) {
      bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
    } else {
      for (const T& value : values) {
        write(value);
      }
    }
  }

  std::string bytes_;
};

/// Bytes that end early leave the rest empty and ok() false.
class ArchiveReader {
public:
  explicit ArchiveReader(std::string_view bytes) : bytes_(bytes) {}
  template <class... T> void operator()(T&... values) { (read(values), ...); }
  /// The number that bytes begin with, by convention what they hold.
  [[nodiscard]] std::uint64_t kind() {
    std::uint64_t kind = 0;
    read(kind);
    return kind;
  }
  /// Reads a vector and puts it behind what is there.
  template <class T> void append(std::vector<T>& values) {
    std::vector<T> more;
    read(more);
    values.insert(values.end(), more.begin(), more.end());
  }
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool at_end() const { return ok_ && bytes_.empty(); }

private:
  [[nodiscard]] bool take(void* out, std::size_t size) {
    if (!ok_ || size > bytes_.size()) {
      ok_ = false;
      return false;
    }
    if (size != 0) {
      std::memcpy(out, bytes_.data(), size);
      bytes_.remove_prefix(size);
    }
    return true;
  }
  // The count of things of at least `least` bytes each; 0 when there cannot be so many.
  [[nodiscard]] std::size_t read_count(std::size_t least) {
    std::uint64_t count = 0;
    read(count);
    ok_ = ok_ && count <= bytes_.size() / least;
    return ok_ ? static_cast<std::size_t>(count) : 0;
  }
  template <class T> void read(T& value) {
    if constexpr (std::is_trivially_copyable_v<T>) {
      (void)take(&value, sizeof value);
    } else {
      T::visit(value, *this);
    }
  }
  void read(std::string& text) {
    text.resize(read_count(1));
    (void)take(text.data(), text.size());
  }
  template <class T> void read(Buffer<T>& values) {
    values = {};
    const std::size_t count = read_count(sizeof(T));
    (void)take(values.extend(count), count * sizeof(T));
  }
  template <class T> void read(std::optional<T>& value) {
    bool is_there = false;
    read(is_there);
    value.reset();
    if (is_there) {
      read(value.emplace());
    }
  }
  template <class K, class V> void read(std::map<K, V>& entries) {
    const std::size_t count = read_count(1);
    entries.clear();
    for (std::size_t i = 0; ok_ && i < count; ++i) {
      K key;
      read(key);
      read(entries[key]);
    }
  }
  void read(std::vector<bool>& bits) {
    std::vector<std::uint8_t> bytes;
    read(bytes);
    bits.assign(bytes.begin(), bytes.end());
  }
  template <class T> void read(std::vector<T>& values) {
    if constexpr (std::is_trivially_copyable_v<T>) {
      values.resize(read_count(sizeof(T)));
      (void)take(values.data(), values.size() * sizeof(T));
    } else {
      const std::size_t count = read_count(1);
      values.clear();
      for (std::size_t i = 0; ok_ && i < count; ++i) {
        read(values.emplace_back());
      }
    }
  }

  std::string_view bytes_;
  bool ok_ = true;
};

} // namespace padan::base
