#include "padan/act/row_code.hpp"

#include <gtest/gtest.h>

namespace padan::test {
namespace {

using act::parse_row_code;
using act::RowCode;

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRTVWXYZ";

const std::vector<RowCode>& samples() {
  static const std::vector<RowCode> kSamples = {
      {0, 1, 0, 0},
      {act::kMostProjects - 1, act::kMostBatches - 1, act::kMostVillages - 1, act::kMostRows - 1},
      {12345, 2, 43, 199},
      {777, 60, 28000, 900000},
      {act::project_mark("banjarnegara 2026"), 1, 7, 31}};
  return kSamples;
}

TEST(RowCode, ComesBackFromItsText) {
  for (const RowCode& code : samples()) {
    const std::string text = to_text(code);
    EXPECT_EQ(text.size(), 17U) << text;
    EXPECT_TRUE(parse_row_code(text) == code) << text;
  }
}

TEST(RowCode, ReadsWhatPeopleTypeInstead) {
  const RowCode code{12345, 2, 43, 199};
  std::string text = to_text(code);
  for (const char* between : {"", " ", ".", " - "}) {
    std::string typed;
    for (const char c : text) {
      typed += c == '-' ? std::string(between) : std::string(1, static_cast<char>(c >= 'A' ? c - 'A' + 'a' : c));
    }
    EXPECT_TRUE(parse_row_code(typed) == code) << typed;
  }
  for (char& c : text) {
    c = c == '0' ? 'O' : c == '1' ? 'l' : c == '5' ? 'S' : c;
  }
  EXPECT_TRUE(parse_row_code(text) == code) << text;
}

TEST(RowCode, FindsEveryWrongCharacterAndEveryExchange) {
  for (const RowCode& code : samples()) {
    const std::string text = to_text(code);
    for (std::size_t i = 1; i < text.size(); ++i) {
      if (text[i] == '-') {
        continue;
      }
      for (const char c : kAlphabet) {
        std::string wrong = text;
        wrong[i] = c;
        EXPECT_EQ(parse_row_code(wrong).has_value(), c == text[i]) << wrong;
      }
      for (std::size_t k = i + 1; k < text.size(); ++k) {
        if (text[k] == '-') {
          continue;
        }
        std::string wrong = text;
        std::swap(wrong[i], wrong[k]);
        EXPECT_EQ(parse_row_code(wrong).has_value(), text[i] == text[k]) << wrong;
      }
    }
  }
}

TEST(RowCode, TellsABrokenCodeFromOtherText) {
  const std::string text = act::to_text({12345, 2, 43, 199});
  EXPECT_TRUE(act::looks_like_row_code(text));
  EXPECT_TRUE(act::looks_like_row_code(text.substr(0, text.size() - 1)));
  EXPECT_TRUE(act::looks_like_row_code(text + "7"));
  for (const char* other : {"", "SITI NURDJANAH", "3209017008600002", "VERVALIDASI DATA", "V-1", "Kode baris"}) {
    EXPECT_FALSE(act::looks_like_row_code(other)) << other;
    EXPECT_FALSE(parse_row_code(other)) << other;
  }
}

} // namespace
} // namespace padan::test
