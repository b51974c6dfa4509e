#pragma once
// Asks the memory for a place that will be read soon. Rows that block together lie far apart, so without it most of the
// time of a look at them is waiting. Where the machine has no such request (WebAssembly) nothing happens.

namespace padan::base {

inline void prefetch(const void* place) {
#if defined(__GNUC__) && !defined(__wasm__)
  __builtin_prefetch(place);
#else
  static_cast<void>(*static_cast<const volatile char*>(place));
#endif
}

} // namespace padan::base
