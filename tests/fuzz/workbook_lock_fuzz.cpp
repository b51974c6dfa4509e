// Any bytes as the description of a lock, edits of a right one, and any bytes as the package behind it.

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <string>

#include "codec/locked_workbook.hpp"
#include "workbook_laws.hpp"

namespace {

using namespace padan::test;

constexpr std::string_view kOpens = "VelvetSweatshop"; // tried without being asked

// Long work that was asked for in lawful numbers is no fault.
bool asks_for_long_work(const std::string& text) {
  int run = 0;
  return std::any_of(text.begin(), text.end(), [&run](char c) {
    run = std::isdigit(static_cast<unsigned char>(c)) != 0 ? run + 1 : 0;
    return run > 3;
  });
}

Streams locked(bool standard) {
  AgileStyle style;
  style.spins = 1;
  style.checksum = false;
  return standard ? lock_standard("", kOpens) : lock_agile("", kOpens, style);
}

// Three bytes each: place (two) and value.
void edit(std::string& text, std::string_view edits) {
  for (std::size_t at = 0; at + 2 < edits.size(); at += 3) {
    const auto place = static_cast<unsigned char>(edits[at]) * 256U + static_cast<unsigned char>(edits[at + 1]);
    text[place % text.size()] = edits[at + 2];
  }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Streams kLocked[] = {locked(false), locked(true)};
  if (size == 0) {
    return 0;
  }
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  Streams streams = kLocked[data[0] % 8 == 0 ? 1 : 0]; // the standard lock takes 50,000 rounds each time
  std::string& info = streams[0].second;
  switch (data[0] / 8 % 3) {
  case 0:
    info = bytes;
    break;
  case 1:
    edit(info, bytes);
    break;
  default:
    streams[1].second = bytes;
  }
  if (!asks_for_long_work(info)) {
    read_and_judge(CompoundBuilder::bytes(streams));
  }
  return 0;
}
