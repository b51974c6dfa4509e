#pragma once
// What people see: sentences and a bar on stderr, results on stdout.

#include <chrono>
#include <cstdint>
#include <string>

#include "padan/engine/session.hpp"
#include "sentences.hpp"

namespace padan::cli {

/// The bar is drawn on a terminal only, at most ten times a second; a sentence first wipes it.
class Console {
public:
  Console(Language language, bool quiet);
  [[nodiscard]] Language language() const { return language_; }

  void refuse(const std::string& sentence); // always shown
  void tell(const std::string& sentence);   // not when quiet
  void reading(const std::string& file, std::uint64_t done, std::uint64_t total);
  void progress(const engine::Progress& progress);
  void wipe();

private:
  void draw(const std::string& label, std::uint64_t done, std::uint64_t total);

  Language language_;
  bool quiet_;
  bool bar_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point last_{};
};

} // namespace padan::cli
