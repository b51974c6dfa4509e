#include "console.hpp"

#include <algorithm>
#include <cstdio>

#include <unistd.h>

namespace padan::cli {
namespace {

constexpr std::size_t kBarWidth = 30;
constexpr std::chrono::milliseconds kPause{100};

} // namespace

Console::Console(Language language, bool quiet)
    : language_(language), quiet_(quiet), bar_(!quiet && isatty(STDERR_FILENO) == 1) {}

void Console::refuse(const std::string& sentence) {
  wipe();
  std::fprintf(stderr, "padan: %s\n", sentence.c_str());
}

void Console::tell(const std::string& sentence) {
  if (!quiet_) {
    wipe();
    std::fprintf(stderr, "%s\n", sentence.c_str());
  }
}

void Console::reading(const std::string& file, std::uint64_t done, std::uint64_t total) {
  draw(stage_words(language_, engine::Stage::Idle) + " " + file, done, total);
}

void Console::progress(const engine::Progress& progress) {
  draw(stage_words(language_, progress.stage), progress.done, progress.total);
}

void Console::wipe() {
  if (drawn_) {
    std::fputs("\r\x1b[K", stderr);
    drawn_ = false;
  }
}

void Console::draw(const std::string& label, std::uint64_t done, std::uint64_t total) {
  const auto now = std::chrono::steady_clock::now();
  if (!bar_ || now - last_ < kPause) {
    return;
  }
  last_ = now;
  const double share = total == 0 ? 1.0 : static_cast<double>(std::min(done, total)) / static_cast<double>(total);
  const auto full = static_cast<std::size_t>(share * kBarWidth);
  std::fprintf(stderr, "\r\x1b[K[%s%s] %3d %%  %s", std::string(full, '#').c_str(),
               std::string(kBarWidth - full, ' ').c_str(), static_cast<int>(share * 100), label.c_str());
  std::fflush(stderr);
  drawn_ = true;
}

} // namespace padan::cli
