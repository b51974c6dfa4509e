#include "padan/engine/case_detail.hpp"

#include <gtest/gtest.h>

namespace padan::engine {
namespace {

std::string marked(std::string_view text, std::string_view other) {
  std::string out;
  for (const TextPart& part : held_against(text, other)) {
    out += part.same ? part.text : "[" + part.text + "]";
  }
  return out;
}

TEST(HeldAgainst, MarksTheLettersThatDiffer) {
  EXPECT_EQ(marked("SITI AMINAH", "SITI AMINA"), "SITI AMINA[H]");
  EXPECT_EQ(marked("SITI AMINA", "SITI AMINAH"), "SITI AMINA");
  EXPECT_EQ(marked("3209010511620001", "3209010511620010"), "32090105116200[0]1");
  EXPECT_EQ(marked("Budi", "BUDI"), "Budi"); // capitals are no difference
  EXPECT_EQ(marked("ABC", ""), "[ABC]");
  EXPECT_EQ(marked("", "ABC"), "");
  EXPECT_EQ(marked("José", "Jose"), "Jos[é]"); // letters, not bytes
}

TEST(HeldAgainst, LongTextsAsAWhole) {
  const std::string text(200, 'A');
  EXPECT_EQ(marked(text, text), text);
  EXPECT_EQ(marked(text, text + "B"), "[" + text + "]");
}

} // namespace
} // namespace padan::engine
