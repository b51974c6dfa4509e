#include <string>

#include <emscripten/bind.h>

namespace {

std::string version() { return PADAN_VERSION; }

} // namespace

EMSCRIPTEN_BINDINGS(padan) { emscripten::function("version", &version); }
