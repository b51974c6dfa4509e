// The class of docs/dev/api.md, carried across. No logic here: codec::Api answers, and it never throws.
#include <cstddef>
#include <cstdint>
#include <string>

#include <emscripten/bind.h>

#include "padan/codec/api.hpp"
#include "padan/codec/version.hpp"

namespace {

using emscripten::val;

val view(const char* data, std::size_t size) {
  return val(emscripten::typed_memory_view(size, reinterpret_cast<const unsigned char*>(data)));
}

class Padan {
public:
  std::string call(const std::string& method, const std::string& json) { return api_.call(method, json); }
  void open_file(const std::string& name) { api_.open_file(name); }
  val buffer(std::uint32_t size) {
    const auto room = api_.buffer(size);
    return view(room.data(), room.size());
  }
  void feed(std::uint32_t size) { api_.feed(size); }
  void take(std::uint32_t size) { api_.take(size); }
  val bytes() const { return view(api_.bytes().data(), api_.bytes().size()); }

private:
  padan::codec::Api api_;
};

std::string version() { return std::string(padan::codec::version()); }

} // namespace

EMSCRIPTEN_BINDINGS(padan) {
  emscripten::function("version", &version);
  emscripten::class_<Padan>("Padan")
      .constructor<>()
      .function("call", &Padan::call)
      .function("openFile", &Padan::open_file)
      .function("buffer", &Padan::buffer)
      .function("feed", &Padan::feed)
      .function("take", &Padan::take)
      .function("bytes", &Padan::bytes);
}
