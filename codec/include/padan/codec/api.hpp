#pragma once
// The core as the page sees it: docs/dev/api.md. Text in, text out, bulk bytes beside it. Nothing is ever thrown.

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace padan::codec {

///   Api api;
///   api.open_file("dtks.csv");  std::span<char> room = api.buffer(n);  …  api.feed(n);
///   api.call("file.close", "{}") == R"({"ok":true,"value":{"sources":[…]}})";
class Api {
public:
  Api();
  ~Api();
  Api(Api&&) noexcept;
  Api& operator=(Api&&) noexcept;

  /// Always an envelope: {"ok":true,"value":…} or {"ok":false,"error":{"code":…,"params":{…}}}.
  [[nodiscard]] std::string call(std::string_view method, std::string_view json);

  void open_file(std::string name);
  /// Room for `size` bytes, valid until the next call; empty when there is no memory for it.
  [[nodiscard]] std::span<char> buffer(std::size_t size);
  /// The first `size` bytes of the buffer are the next slice of the file. A fault is answered by file.close.
  void feed(std::size_t size);
  /// The first `size` bytes of the buffer belong to the next call.
  void take(std::size_t size);
  /// What the last call left, valid until the next.
  [[nodiscard]] std::string_view bytes() const;

private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

} // namespace padan::codec
