#include "../../../core/src/ingest/stop_index.hpp"

#include <string>

#include <gtest/gtest.h>

#include "padan/base/rng.hpp"

namespace padan::ingest {
namespace {

TEST(StopIndex, FindsWhatAScanOfSingleBytesFinds) {
  StopIndex index({',', '"', '\n', '\xE9'});
  base::Rng rng(1);
  for (std::size_t size = 0; size < 400; ++size) { // the same index again and again, longer and shorter texts
    std::string text;
    for (std::size_t i = 0, length = size % 2 == 0 ? size : 400 - size; i < length; ++i) {
      text.push_back(",\"\n\xE9\0ab\x80\xFF;"[rng.below(10)]);
    }
    index.read(text);
    const std::uint32_t* at = index.begin();
    for (std::uint32_t i = 0; i < text.size(); ++i) {
      if (std::string_view(",\"\n\xE9").find(text[i]) != std::string_view::npos) {
        ASSERT_EQ(*at++, i);
      }
    }
    ASSERT_EQ(*at, text.size());
  }
}

} // namespace
} // namespace padan::ingest
