#pragma once
// A growing run of plain values. Unlike std::vector it grows and shrinks where it lies when the system can do that: a large
// list is many runs that grow at once, and to copy them again and again costs as much as to read it.

#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <new>
#include <type_traits>
#include <utility>

namespace padan::base {

/// Throws std::bad_alloc as containers do.
///   Buffer<char> bytes;  bytes.append("SITI", 4);  bytes.shrink_to_fit();
template <class T> class Buffer {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

public:
  using value_type = T;

  Buffer() = default;
  Buffer(const Buffer& other) { append(other.data_, other.size_); }
  Buffer(Buffer&& other) noexcept { swap(other); }
  Buffer& operator=(Buffer other) noexcept {
    swap(other);
    return *this;
  }
  ~Buffer() { std::free(data_); }

  [[nodiscard]] const T* data() const { return data_; }
  [[nodiscard]] T* data() { return data_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] std::size_t capacity() const { return capacity_; }
  const T& operator[](std::size_t at) const { return data_[at]; }
  [[nodiscard]] const T& back() const { return data_[size_ - 1]; }

  /// Room for more values, to be written at once: what is there is not defined.
  [[nodiscard]] T* extend(std::size_t count) {
    if (count > capacity_ - size_) {
      grow(size_ + count);
    }
    size_ += count;
    return data_ + (size_ - count);
  }
  void append(const T* values, std::size_t count) {
    if (count != 0) {
      std::memcpy(extend(count), values, count * sizeof(T));
    }
  }
  void push_back(T value) { append(&value, 1); }
  void resize(std::size_t size, T value = {}) {
    reserve(size);
    for (std::size_t i = size_; i < size; ++i) {
      data_[i] = value;
    }
    size_ = size;
  }
  void reserve(std::size_t capacity) {
    if (capacity > capacity_) {
      reallocate(capacity);
    }
  }
  void shrink_to_fit() {
    if (size_ < capacity_) {
      reallocate(size_);
    }
  }

private:
  void swap(Buffer& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(capacity_, other.capacity_);
  }
  void grow(std::size_t least) { reallocate(least > 2 * capacity_ ? least : 2 * capacity_); }
  void reallocate(std::size_t capacity) {
    void* const moved = capacity == 0 ? nullptr : std::realloc(data_, capacity * sizeof(T));
    if (capacity == 0) {
      std::free(data_);
    } else if (moved == nullptr) {
      throw std::bad_alloc();
    }
    data_ = static_cast<T*>(moved);
    capacity_ = capacity;
  }

  T* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

} // namespace padan::base
